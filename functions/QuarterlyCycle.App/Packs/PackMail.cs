using System.Globalization;
using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Timetables;
using QuarterlyCycle.Orchestrations;

namespace QuarterlyCycle.App.Packs;

/// <summary>Who gets which e-mail about a group's report, and until when it is of use.</summary>
public sealed class PackMail(QuarterRecords records, BodyPeople people, SignOffDuties duties, Mailings mailings, TimeProvider clock)
{
    private static readonly TimeSpan NoticesAreOfUseFor = TimeSpan.FromDays(14);

    /// <summary>Tells the project managers that a draft is ready to check (E47).</summary>
    public async Task DraftReady(PackAddress pack, int version, CancellationToken cancellation)
    {
        foreach (Officer manager in await records.People.ProjectManagers(cancellation))
        {
            await Post(pack, version, "E47", manager.Number, null, cancellation);
        }
    }

    /// <summary>Sends the papers to everybody of the group (E50) and the receipt to who issued them (E48).</summary>
    public async Task Papers(PackAddress pack, int version, CancellationToken cancellation)
    {
        foreach (string member in (await people.Of(pack.Cycle, pack.Body, cancellation)).All)
        {
            await Post(pack, version, "E50", member, null, cancellation);
        }

        await IssueReceipt(pack, version, cancellation);
    }

    /// <summary>The receipt for who issued a version (E48).</summary>
    public async Task IssueReceipt(PackAddress pack, int version, CancellationToken cancellation)
    {
        if ((await records.Packs.Get(pack.Cycle, pack.Body, version, cancellation))?.IssuedBy is { } issuer)
        {
            await Post(pack, version, "E48", issuer, null, cancellation, toStandIn: false);
        }
    }

    /// <summary>Asks the group's secretary, or its chair, what it decided (E51), unless it has said.</summary>
    public async Task AskForUpdate(PackAddress pack, CancellationToken cancellation)
    {
        BodyOfficers body = await people.Of(pack.Cycle, pack.Body, cancellation);
        if (await records.GroupUpdates.Get(pack.Cycle, pack.Body, cancellation) is null && (body.Secretary ?? body.Signatory) is { } asked)
        {
            int version = (await records.Packs.Issued(pack.Cycle, pack.Body, cancellation))?.Version ?? 1;
            await Post(pack, version, "E51", asked, (await Dates(pack, cancellation))?.SignOffDueUtc, cancellation);
        }
    }

    /// <summary>Asks the chair to sign (E52), or to sign again (E55); the vice-chair is asked as well where the chair is away or had a hand in the figures.</summary>
    public async Task AskForSignOff(PackAddress pack, int version, bool again, CancellationToken cancellation)
    {
        BodyOfficers body = await people.Of(pack.Cycle, pack.Body, cancellation);
        if (body.Signatory is not { } signatory)
        {
            return;
        }

        DateTime? untilUtc = (await Dates(pack, cancellation))?.LastUtc;
        await Post(pack, version, again ? "E55" : "E52", signatory, untilUtc, cancellation, toStandIn: false);
        bool needsOther = await IsAway(signatory, cancellation) || (await duties.HandIn(pack.Cycle, pack.Body, signatory, cancellation)).Count > 0;
        if (needsOther && body.ViceChair is { } vice && vice != signatory)
        {
            await Post(pack, version, "E52", vice, untilUtc, cancellation, toStandIn: false);
        }
    }

    /// <summary>Reminds the chair (E53).</summary>
    public async Task RemindChair(PackAddress pack, int version, CancellationToken cancellation)
    {
        if ((await people.Of(pack.Cycle, pack.Body, cancellation)).Signatory is { } signatory)
        {
            await Post(pack, version, "E53", signatory, (await Dates(pack, cancellation))?.SignOffDueUtc, cancellation, toStandIn: false);
        }
    }

    /// <summary>Asks the vice-chair to sign for the chair (E52).</summary>
    public async Task AskViceChair(PackAddress pack, int version, CancellationToken cancellation)
    {
        BodyOfficers body = await people.Of(pack.Cycle, pack.Body, cancellation);
        if (body is { Chair: not null, ViceChair: { } vice })
        {
            await Post(pack, version, "E52", vice, (await Dates(pack, cancellation))?.LastUtc, cancellation, toStandIn: false);
        }
    }

    /// <summary>The receipt for the newest signature on a version (E54).</summary>
    public async Task SignOffReceipt(PackAddress pack, int version, CancellationToken cancellation)
    {
        foreach (SignOff signature in (await records.SignOffs.All(pack.Cycle, pack.Body, cancellation)).Where(signOff => signOff.SignedOff && signOff.Version == version))
        {
            await Post(pack, version, "E54", signature.By, null, cancellation, toStandIn: false, act: signature.Id);
        }
    }

    /// <summary>Tells the project managers that a version came back (E56).</summary>
    public async Task SentBack(PackAddress pack, int version, string actId, CancellationToken cancellation)
    {
        foreach (Officer manager in await records.People.ProjectManagers(cancellation))
        {
            await Post(pack, version, "E56", manager.Number, null, cancellation, act: actId);
        }
    }

    /// <summary>Whether exactly this version, as it was issued, is signed.</summary>
    public async Task<bool> IsSigned(PackAddress pack, int version, CancellationToken cancellation) =>
        await records.Packs.Get(pack.Cycle, pack.Body, version, cancellation) is { } row
        && await records.SignOffs.Signature(pack.Cycle, pack.Body, version, row.Seal, cancellation) is not null;

    // Nobody but the vice-chair signs for a chair, whoever stands in otherwise.
    private async Task<bool> IsAway(string officer, CancellationToken cancellation)
    {
        Officer person = await records.People.Of(officer, cancellation);
        DateOnly today = LondonTime.DateOf(clock.GetUtcNow().UtcDateTime);
        return (person.AwayFrom is not null || person.AwayTo is not null) && !(today < person.AwayFrom) && !(today > person.AwayTo);
    }

    private async Task<GroupDates?> Dates(PackAddress pack, CancellationToken cancellation) =>
        (await records.Timetables.InForce(pack.Cycle, cancellation)).Groups.FirstOrDefault(group => group.Body == pack.Body);

    private async Task Post(
        PackAddress pack, int version, string purpose, string officer, DateTime? untilUtc, CancellationToken cancellation, bool toStandIn = true, string? act = null)
    {
        Timetable timetable = await records.Timetables.InForce(pack.Cycle, cancellation);
        string number = version.ToString(CultureInfo.InvariantCulture);
        Dictionary<string, string> subject = new(StringComparer.Ordinal)
        {
            [MailSubjects.Body] = pack.Body,
            [MailSubjects.Version] = number,
            [MailSubjects.Officer] = officer,
        };
        if (act is not null)
        {
            subject[MailSubjects.Act] = act;
        }

        PackVersion? row = await records.Packs.Get(pack.Cycle, pack.Body, version, cancellation);
        await mailings.Post(
            new Mailing
            {
                Cycle = pack.Cycle,
                Instance = timetable.Board.Body == pack.Body ? InstanceIds.BoardPack(pack.Cycle) : InstanceIds.OutcomeGroup(pack.Cycle, pack.Body),
                Purpose = purpose,
                Ordinal = act is null ? $"v{number}.{officer}" : $"v{number}.{officer}.{ActReference.Of(act)}",
                Officer = officer,
                ToStandIn = toStandIn,
                NotAfterUtc = untilUtc ?? (row?.IssuedUtc ?? row?.BuiltUtc ?? timetable.ClosesUtc) + NoticesAreOfUseFor,
                Subject = subject,
            },
            cancellation);
    }
}

/// <summary>Whose pack of which cycle.</summary>
public sealed record PackAddress(string Cycle, string Body);
