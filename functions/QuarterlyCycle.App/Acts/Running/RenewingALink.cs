using System.Globalization;
using QuarterlyCycle.App.Audits;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Mail.Composing;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Timetables;
using QuarterlyCycle.Orchestrations;

namespace QuarterlyCycle.App.Acts;

/// <summary>An officer gets a new link by e-mail to the stored address; the earlier one stops working.</summary>
public sealed class RenewingALink(QuarterRecords records, RequestLinks links, Mailings mailings, Audit audit, Standing standing) : Deed<RenewLink>
{
    /// <inheritdoc />
    protected override async Task<ActResult?> Check(RenewLink act, CancellationToken cancellation)
    {
        if (await standing.WhyOver(act.Cycle, cancellation) is { } over)
        {
            return over;
        }

        if (await records.DataRequests.Get(act.Cycle, act.Officer, cancellation) is null)
        {
            return ActResult.Because("Nothing is asked of this person in this quarter.");
        }

        bool isTheirs = act.By == act.Officer
            || (await records.People.WhoAnswers(act.Officer, standing.Today, cancellation)).Number == act.By
            || await standing.IsProjectManager(act.By, cancellation);
        if (!isTheirs)
        {
            return ActResult.Because($"Only {await standing.NameOf(act.Officer, cancellation)} or {await standing.ProjectManagerName(cancellation)} can ask for this link.");
        }

        DateTime endsUtc = await links.EndsUtc(act.Cycle, act.Officer, cancellation);
        return standing.NowUtc >= endsUtc
            ? ActResult.Because($"Corrections closed at {BritishWords.Instant(endsUtc)}, so there is no new link. Ask {await standing.ProjectManagerName(cancellation)}.")
            : null;
    }

    /// <inheritdoc />
    protected override async Task<Effect> Do(RenewLink act, CancellationToken cancellation)
    {
        DataRequest? renewed = await records.DataRequests.Change(
            act.Cycle,
            act.Officer,
            row => row.LinkRenewedBy == act.Id ? row : row with { LinkRound = row.LinkRound + 1, LinkRenewedBy = act.Id },
            cancellation);
        int round = renewed?.LinkRound ?? throw new InvalidOperationException($"There is no data request to {act.Officer} in {act.Cycle}.");
        await links.EndOlder(act.Cycle, act.Officer, round, cancellation);
        Timetable timetable = await records.Timetables.InForce(act.Cycle, cancellation);
        await mailings.Post(
            new Mailing
            {
                Cycle = act.Cycle,
                Instance = InstanceIds.DataRequest(act.Cycle, act.Officer),
                Purpose = "E25",
                Ordinal = ActReference.Of(act.Id),
                Officer = act.Officer,
                NotAfterUtc = timetable.CorrectionsStopUtc,
            },
            cancellation);
        await audit.Write(
            act.Cycle,
            new AuditEntry
            {
                ActId = act.Id,
                AtUtc = act.AtUtc,
                Actor = act.By,
                OnBehalfOf = act.By == act.Officer ? null : act.Officer,
                Act = "LinkRenewed",
                Subject = act.Officer,
                New = round.ToString(CultureInfo.InvariantCulture),
            },
            cancellation);
        return new Effect(ActReference.Of(act.Id));
    }
}
