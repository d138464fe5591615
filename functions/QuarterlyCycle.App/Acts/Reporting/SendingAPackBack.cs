using QuarterlyCycle.App.Packs;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Submissions;
using QuarterlyCycle.Orchestrations;
using QuarterlyCycle.Orchestrations.Events;

namespace QuarterlyCycle.App.Acts;

/// <summary>A chair or vice-chair sends a version back, with what needs changing.</summary>
public sealed class SendingAPackBack(QuarterRecords records, BodyPeople people, PackAudit audit, Standing standing) : Deed<SendPackBack>
{
    private const int LongestComment = 2_000;

    // A signal stays under 1 KB; the whole comment stands in the record.
    private const int LongestReason = 200;

    /// <inheritdoc />
    protected override async Task<ActResult?> Check(SendPackBack act, CancellationToken cancellation)
    {
        if (await standing.WhyOver(act.Cycle, cancellation) is { } over)
        {
            return over;
        }

        if (await people.Find(act.Cycle, act.Body, cancellation) is not { } body || (act.By != body.Chair && act.By != body.ViceChair))
        {
            return ActResult.Because("Only the chair, or the vice-chair for the chair, can send this report back.");
        }

        if (await SignOffStanding.WhyNotThisVersion(records, act.Cycle, act.Body, act.Version, null, cancellation) is { } refusal)
        {
            return refusal;
        }

        return act.Comment.Trim().Length switch
        {
            0 => new ActResult.Refused([new FieldError("comment", "Enter what needs changing")]),
            > LongestComment => new ActResult.Refused([new FieldError("comment", "Comment must be 2,000 characters or less")]),
            _ => null,
        };
    }

    /// <inheritdoc />
    protected override async Task<Effect> Do(SendPackBack act, CancellationToken cancellation)
    {
        BodyOfficers body = await people.Of(act.Cycle, act.Body, cancellation);
        PackVersion version = await records.Packs.Get(act.Cycle, act.Body, act.Version, cancellation)
            ?? throw new InvalidOperationException($"{VersionWords.Of(act.Body, act.Version)} of {act.Cycle} is missing.");
        string comment = act.Comment.Trim();
        string? chair = act.By == body.Chair ? null : body.Chair;
        await records.SignOffs.Insert(
            new SignOff
            {
                Cycle = act.Cycle,
                Body = act.Body,
                Version = act.Version,
                Id = act.Id,
                Seal = version.Seal,
                By = act.By,
                For = chair,
                AtUtc = act.AtUtc,
                SignedOff = false,
                Paragraph = string.IsNullOrWhiteSpace(act.Paragraph) ? null : act.Paragraph.Trim(),
                Comment = comment,
            },
            cancellation);
        await audit.Write(act, "PackSentBack", VersionWords.Of(act.Body, act.Version), comment, cancellation, onBehalfOf: chair);
        string reason = HalfCharacters.Cut(comment, LongestReason);
        return new Effect(ActReference.Of(act.Id))
        {
            Bells = [new Bell(InstanceIds.OutcomeGroup(act.Cycle, act.Body), new PackSentBack(act.Id, act.AtUtc, act.By, act.Version, reason))],
        };
    }
}
