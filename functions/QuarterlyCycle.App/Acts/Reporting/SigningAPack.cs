using QuarterlyCycle.App.Packs;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Orchestrations;
using QuarterlyCycle.Orchestrations.Events;

namespace QuarterlyCycle.App.Acts;

/// <summary>A chair, or the vice-chair for the chair, signs exactly the version that was read.</summary>
public sealed class SigningAPack(QuarterRecords records, BodyPeople people, SignOffDuties duties, PackAudit audit, Standing standing) : Deed<SignPack>
{
    /// <inheritdoc />
    protected override async Task<ActResult?> Check(SignPack act, CancellationToken cancellation)
    {
        if (await standing.WhyOver(act.Cycle, cancellation) is { } over)
        {
            return over;
        }

        if (await people.Find(act.Cycle, act.Body, cancellation) is not { } body)
        {
            return ActResult.Because($"The plan has no group {act.Body}.");
        }

        if (act.By != body.Chair && act.By != body.ViceChair)
        {
            return ActResult.Because($"Only the chair of {body.Body.Name}, or the vice-chair for the chair, can sign off its report.");
        }

        return await SignOffStanding.WhyNotThisVersion(records, act.Cycle, act.Body, act.Version, act.Seal, cancellation)
            ?? await WhySigned(act, cancellation)
            ?? await WhyNotAlone(act, body, cancellation);
    }

    /// <inheritdoc />
    protected override async Task<Effect> Do(SignPack act, CancellationToken cancellation)
    {
        BodyOfficers body = await people.Of(act.Cycle, act.Body, cancellation);
        string? chair = act.By == body.Chair ? null : body.Chair;
        SignOff signOff = new()
        {
            Cycle = act.Cycle,
            Body = act.Body,
            Version = act.Version,
            Id = act.Id,
            Seal = act.Seal,
            By = act.By,
            For = chair,
            AtUtc = act.AtUtc,
            SignedOff = true,
        };

        // A version replaced in the same breath keeps this signature; it counts for no other.
        await records.SignOffs.Insert(signOff, cancellation);
        await records.Packs.Change(
            act.Cycle,
            act.Body,
            act.Version,
            row => row.State == PackState.Issued && row.Seal == act.Seal ? row with { State = PackState.SignedOff } : null,
            cancellation);
        await audit.Write(act, "PackSignedOff", VersionWords.Of(act.Body, act.Version), act.Seal, cancellation, onBehalfOf: chair);
        return new Effect(ActReference.Of(act.Id))
        {
            Bells = [new Bell(InstanceIds.OutcomeGroup(act.Cycle, act.Body), new PackSignedOff(act.Id, act.AtUtc, act.By, act.Version, act.Seal))],
        };
    }

    private async Task<ActResult?> WhySigned(SignPack act, CancellationToken cancellation)
    {
        SignOff? signature = (await records.SignOffs.All(act.Cycle, act.Body, cancellation))
            .FirstOrDefault(signOff => signOff.SignedOff && signOff.Version == act.Version && signOff.By == act.By);
        return signature is null ? null : ActResult.Because($"You signed this version at {BritishWords.Instant(signature.AtUtc)}.");
    }

    // Who compiled or agreed figures does not sign for them alone: somebody else signs this very version first.
    private async Task<ActResult?> WhyNotAlone(SignPack act, BodyOfficers body, CancellationToken cancellation)
    {
        IReadOnlyList<string> own = await duties.HandIn(act.Cycle, act.Body, act.By, cancellation);
        if (own.Count == 0 || await records.SignOffs.Signature(act.Cycle, act.Body, act.Version, act.Seal, cancellation) is not null)
        {
            return null;
        }

        string? other = act.By == body.Chair ? body.ViceChair : body.Chair;
        string whom = other is null ? await standing.ProjectManagerName(cancellation) : await standing.NameOf(other, cancellation);
        string figures = own.Count <= 3 ? string.Join(", ", own) : $"{VersionWords.Number(own.Count)} of its figures";
        return ActResult.Because(other is null
            ? $"You compiled or agreed {figures}, so somebody else has to sign as well, and the group has nobody else who can. Ask {whom}."
            : $"You compiled or agreed {figures}, so {whom} has to sign this version first. Ask {whom} to sign it.");
    }
}
