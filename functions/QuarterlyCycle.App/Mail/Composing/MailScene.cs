using QuarterlyCycle.App.Options;
using QuarterlyCycle.App.Plans;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Documents.Emails;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Cycles;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Timetables;

namespace QuarterlyCycle.App.Mail.Composing;

/// <summary>What every e-mail of a cycle is written with.</summary>
public sealed record MailScene
{
    public required Cycle Cycle { get; init; }

    /// <summary>The cycles before, the oldest first.</summary>
    public required IReadOnlyList<Cycle> Past { get; init; }

    public required Quarter Quarter { get; init; }

    public required Timetable Timetable { get; init; }

    public required Plan Plan { get; init; }

    /// <summary>Who gets it.</summary>
    public required Officer Recipient { get; init; }

    public required Letterhead Letterhead { get; init; }

    public required ServiceOptions Service { get; init; }

    public required DateTime NowUtc { get; init; }

    public string Code => Cycle.Code;

    public DateOnly Today => LondonTime.DateOf(NowUtc);

    /// <summary>The full address of a page, which asks for signing in.</summary>
    public string Page(string path) => Service.At(path).ToString();
}

/// <summary>Which ways of answering this installation has; an e-mail offers no other.</summary>
public sealed record MailPromises(bool RepliesAreRead = false, bool SpreadsheetsAreRead = false, bool MeasuresCanBePassedOn = false);

/// <summary>Sets the scene of an e-mail.</summary>
public sealed class MailScenes(QuarterRecords records, PlanLibrary plans, ServiceOptions service, MailPromises promises, TimeProvider clock)
{
    private const string UsualServiceName = "Quarterly performance";

    // E-mails go out by the hundred at one instant, and every one carries the same letterhead.
    private static readonly TimeSpan KnownFor = TimeSpan.FromMinutes(1);

    private KnownLetterhead? _known;

    public async Task<MailScene> Of(OutboxRow row, CancellationToken cancellation = default) =>
        await Of(row.About(MailSubjects.Cycle), await records.People.Of(row.Recipient, cancellation), cancellation);

    /// <summary>A cycle, which must be there, as an e-mail to this person sees it.</summary>
    public async Task<MailScene> Of(string code, Officer recipient, CancellationToken cancellation = default)
    {
        CycleAndPast known = await records.Cycles.WithPast(code, cancellation);
        Cycle cycle = known.Cycle ?? throw new InvalidOperationException($"There is no cycle {code}.");
        Plan plan = await plans.ForCycle(code, cancellation);
        return new MailScene
        {
            Cycle = cycle,
            Past = known.Past,
            Quarter = Quarter.Parse(code),
            Timetable = await records.Timetables.InForce(cycle, cancellation),
            Plan = plan,
            Recipient = recipient,
            Letterhead = await LetterheadOf(plan, cancellation),
            Service = service,
            NowUtc = clock.GetUtcNow().UtcDateTime,
        };
    }

    /// <summary>What every e-mail of the partnership carries.</summary>
    public async Task<Letterhead> LetterheadOf(Plan plan, CancellationToken cancellation = default)
    {
        DateTime nowUtc = clock.GetUtcNow().UtcDateTime;
        if (_known is not { } known || !ReferenceEquals(known.Plan, plan) || nowUtc - known.AtUtc > KnownFor || nowUtc < known.AtUtc)
        {
            _known = known = new KnownLetterhead(plan, nowUtc, await Write(plan, cancellation));
        }

        return known.Letterhead;
    }

    private async Task<Letterhead> Write(Plan plan, CancellationToken cancellation)
    {
        Officer? manager = (await records.People.ProjectManagers(cancellation)).Where(person => person.InPlan).FirstOrDefault();
        PartnershipSettings partnership = plan.Partnership;
        return new Letterhead
        {
            ServiceName = partnership.ServiceName ?? UsualServiceName,
            Council = partnership.Council ?? partnership.Name,
            Partnership = partnership.Name,
            ProjectManager = partnership.ContactName ?? manager?.Name ?? "The project manager",
            ProjectManagerPost = partnership.ContactName is null && manager?.Post is { Length: > 0 } post ? post : Letterhead.UsualPost,
            Telephone = partnership.ContactPhone ?? manager?.Phone,
            Address = partnership.ServiceAddress,
            PrivacyUrl = service.At("/privacy").ToString(),
            RepliesAreRead = promises.RepliesAreRead,
            SpreadsheetsAreRead = promises.SpreadsheetsAreRead,
            MeasuresCanBePassedOn = promises.MeasuresCanBePassedOn,
        };
    }

    private sealed record KnownLetterhead(Plan Plan, DateTime AtUtc, Letterhead Letterhead);
}
