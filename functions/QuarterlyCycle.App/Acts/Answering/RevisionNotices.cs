using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Packs;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Orchestrations;

namespace QuarterlyCycle.App.Acts;

/// <summary>
/// Tells of a revision those who stand for the figure: the secretary of a board whose pack printed it (E65), the chairs who signed a report
/// with it (E57), the lead officer who reviewed it (E38) and the officer who supplied it (E75). Each hears once, as the first of these that they are.
/// </summary>
public sealed class RevisionNotices(QuarterRecords records, BodyPeople people, IssuedReports reports, Mailings mailings)
{
    private static readonly TimeSpan NoticesAreOfUseFor = TimeSpan.FromDays(14);

    /// <summary>Posts what is to be said of a revision; asked again it posts nothing twice.</summary>
    public async Task Post(Act act, RequestedFigure figure, CancellationToken cancellation)
    {
        Dictionary<string, (string Purpose, string? Body, string Cycle)> hearers = new(StringComparer.Ordinal);
        IReadOnlyList<PackVersion> issued = await reports.With(figure, cancellation);
        foreach (PackVersion version in issued)
        {
            if ((await records.Timetables.InForce(version.Cycle, cancellation)).Board.Body == version.Body
                && (await people.Find(version.Cycle, version.Body, cancellation))?.Secretary is { } secretary)
            {
                hearers.TryAdd(secretary, ("E65", version.Body, version.Cycle));
            }
        }

        foreach (PackVersion version in issued)
        {
            IReadOnlyList<SignOff> signOffs = await records.SignOffs.All(version.Cycle, version.Body, cancellation);
            foreach (SignOff signature in signOffs.Where(signOff => signOff.SignedOff && signOff.Version == version.Version))
            {
                hearers.TryAdd(signature.By, ("E57", version.Body, version.Cycle));
            }
        }

        hearers.TryAdd(figure.Reviewer, ("E38", null, figure.Cycle));
        hearers.TryAdd(figure.Officer, ("E75", null, figure.Cycle));
        hearers.Remove(act.By);
        foreach ((string officer, (string purpose, string? body, string cycle)) in hearers)
        {
            await mailings.Post(Notice(act, figure, officer, purpose, body, cycle), cancellation);
        }
    }

    private static Mailing Notice(Act act, RequestedFigure figure, string officer, string purpose, string? body, string cycle)
    {
        Dictionary<string, string> subject = new(StringComparer.Ordinal)
        {
            [MailSubjects.Officer] = officer,
            [MailSubjects.Act] = act.Id,
            [MailSubjects.Measure] = figure.Code,
        };
        if (body is not null)
        {
            subject[MailSubjects.Body] = body;
            subject[MailSubjects.ReportCycle] = cycle;
        }

        return new Mailing
        {
            Cycle = figure.Cycle,
            Instance = InstanceIds.Cycle(figure.Cycle),
            Purpose = purpose,
            Ordinal = $"{figure.Code}.{officer}.{ActReference.Of(act.Id)}",
            Officer = officer,
            ToStandIn = false,
            NotAfterUtc = act.AtUtc + NoticesAreOfUseFor,
            Subject = subject,
        };
    }
}
