using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Pages.Staff;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.Cycles;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Timetables;
using QuarterlyCycle.Orchestrations;

namespace QuarterlyCycle.App.Pages.Running;

/// <summary>Where a quarter is, for its project manager.</summary>
public sealed record CycleOverview
{
    public required QuarterInView Quarter { get; init; }

    public required IReadOnlyList<RequestedFigure> Figures { get; init; }

    public required IReadOnlyList<PersonProgress> People { get; init; }

    public required IReadOnlyList<BodyProgress> Bodies { get; init; }

    public required IReadOnlyList<Need> Needs { get; init; }

    public required DateTime NowUtc { get; init; }

    public string? Done { get; init; }

    public int Sent => Figures.Count(figure => figure.Submission is not null);

    public int Agreed => Figures.Count(figure => figure.Status == FigureStatus.Agreed);

    public int Questioned => Figures.Count(figure => figure.Status == FigureStatus.QuestionRaised);

    /// <summary>The counts as sentences.</summary>
    public string Counts
    {
        get
        {
            List<string> sentences = [$"{Sent} of {Figures.Count} figures are in, and {Agreed} {(Agreed == 1 ? "is" : "are")} agreed."];
            if (Outstanding > 0)
            {
                sentences.Add($"{Outstanding} {(Outstanding == 1 ? "is" : "are")} still to come, {Overdue} of them overdue.");
            }

            if (Questioned > 0)
            {
                sentences.Add($"{Questioned} {(Questioned == 1 ? "has" : "have")} a question open.");
            }

            if (NotSupplied > 0)
            {
                sentences.Add($"{NotSupplied} {(NotSupplied == 1 ? "was" : "were")} not supplied.");
            }

            return string.Join(" ", sentences);
        }
    }

    public int Overdue => Figures.Count(figure => figure.IsOverdue(Quarter.Timetable, NowUtc));

    public int Outstanding => Figures.Count(figure => figure.IsOutstanding);

    public int NotSupplied => Figures.Count(figure => figure.Status == FigureStatus.NotSupplied);

    /// <summary>The week of the quarter's run, or null outside it.</summary>
    public int? Week => TimetableProgress.WeekAt(Quarter.Timetable, NowUtc);

    public StageName? Stage => TimetableProgress.StageAt(Quarter.Timetable, NowUtc);
}

/// <summary>How far one officer is.</summary>
public sealed record PersonProgress(Officer Person, int Sent, int Asked, OutboxRow? LastMail, DateTime? NextReminderUtc, bool IsAway);

/// <summary>How far one group's or the board's report is.</summary>
public sealed record BodyProgress(string Code, string Name, int In, int Asked, DateOnly? MeetingOn, PackVersion? Newest);

/// <summary>Something that waits for the project manager, and where it is done.</summary>
public sealed record Need(string Words, string Address);

/// <summary>Gathers where a quarter is.</summary>
public sealed class CycleOverviews(QuarterRecords records, Outbox outbox)
{
    public async Task<CycleOverview> Of(QuarterInView quarter, StaffVisit visit)
    {
        IReadOnlyList<RequestedFigure> figures = await records.Figures.All(quarter.Code);
        List<PersonProgress> people = [];
        List<OutboxRow> trouble = [];
        foreach (DataRequest request in await records.DataRequests.All(quarter.Code))
        {
            IReadOnlyList<OutboxRow> mails = await outbox.List(InstanceIds.DataRequest(quarter.Code, request.Officer));
            trouble.AddRange(mails.Where(MailWords.IsTrouble));
            people.Add(Progress(await records.People.Of(request.Officer), request, [.. figures.Where(figure => figure.Officer == request.Officer)], mails, quarter.Timetable, visit));
        }

        List<BodyProgress> bodies = [];
        foreach (string body in quarter.Timetable.Groups.Select(group => group.Body).Append(quarter.Timetable.Board.Body))
        {
            RequestedFigure[] ofBody = body == quarter.Timetable.Board.Body ? [.. figures] : [.. figures.Where(figure => figure.Bodies.Contains(body))];
            DateOnly? meeting = body == quarter.Timetable.Board.Body
                ? quarter.Timetable.Board.MeetingOn
                : quarter.Timetable.Groups.First(group => group.Body == body).MeetingOn;
            IReadOnlyList<PackVersion> versions = await records.Packs.All(quarter.Code, body);
            bodies.Add(new BodyProgress(body, quarter.BodyName(body), ofBody.Count(figure => figure.Submission is not null), ofBody.Length, meeting, versions.Count > 0 ? versions[^1] : null));
        }

        return new CycleOverview
        {
            Quarter = quarter,
            Figures = figures,
            People = [.. people.OrderBy(person => person.Person.Name, StringComparer.Ordinal)],
            Bodies = bodies,
            Needs = [.. await Needs(quarter, bodies, trouble)],
            NowUtc = visit.NowUtc,
        };
    }

    private async Task<IEnumerable<Need>> Needs(QuarterInView quarter, IReadOnlyList<BodyProgress> bodies, IReadOnlyList<OutboxRow> trouble)
    {
        List<Need> needs = [];
        foreach (Extension extension in (await records.Extensions.All(quarter.Code)).Where(extension => extension.State == ExtensionState.Asked))
        {
            string who = (await records.People.Of(extension.Officer)).Name;
            needs.Add(new Need($"{who} asks for more time for {string.Join(", ", extension.Measures)}", $"/cycle/extensions/{extension.Id}"));
        }

        foreach (BodyProgress body in bodies.Where(body => body.Newest is not null))
        {
            PackVersion newest = body.Newest!;
            string address = $"/packs/{quarter.Code}/{body.Code}";
            SignOff? last = (await records.SignOffs.All(quarter.Code, body.Code)).LastOrDefault(signOff => signOff.Version == newest.Version);
            if (newest.State == PackState.Draft)
            {
                needs.Add(new Need($"A draft of the {body.Name} report waits to be checked and issued", $"{address}/v{newest.Version.ToString(System.Globalization.CultureInfo.InvariantCulture)}/issue"));
            }
            else if (last is { SignedOff: false })
            {
                needs.Add(new Need($"The {body.Name} report was sent back", address));
            }
        }

        int clinics = (await records.Clinics.All()).Count(clinic => clinic.State == Domain.Clinics.ClinicState.Suggested);
        if (clinics > 0)
        {
            needs.Add(new Need($"{clinics.ToString(System.Globalization.CultureInfo.InvariantCulture)} suggested clinics to call or decline", "/clinics"));
        }

        int notArrived = trouble.Count(row => row.State is MailState.Bounced or MailState.Dropped);
        if (notArrived > 0)
        {
            needs.Add(new Need($"{Emails(notArrived)} did not arrive", "/cycle/delivery"));
        }

        int uncertain = (await outbox.ListUncertain()).Count;
        if (uncertain > 0)
        {
            needs.Add(new Need($"It is not known whether {Emails(uncertain)} were sent", "/cycle/delivery"));
        }

        int attention = (await records.NeedsAttention.Open(quarter.Code)).Count;
        if (attention > 0)
        {
            needs.Add(new Need($"{attention.ToString(System.Globalization.CultureInfo.InvariantCulture)} things did not happen as they should", "/cycle/delivery#attention"));
        }

        return needs;
    }

    private static string Emails(int count) => count == 1 ? "1 e-mail" : $"{count.ToString(System.Globalization.CultureInfo.InvariantCulture)} e-mails";

    private static PersonProgress Progress(Officer person, DataRequest request, IReadOnlyList<RequestedFigure> figures, IReadOnlyList<OutboxRow> mails, Timetable timetable, StaffVisit visit)
    {
        bool owes = request.State is DataRequestState.Planned or DataRequestState.Asked && figures.Any(figure => figure.IsOutstanding);
        DateTime? next = owes ? timetable.Chasing.Select(step => (DateTime?)step.AtUtc).FirstOrDefault(atUtc => atUtc > visit.NowUtc) : null;
        OutboxRow? last = mails.Where(row => row.State != MailState.NotNeeded && row.NotBeforeUtc <= visit.NowUtc).MaxBy(row => row.SentUtc ?? row.NotBeforeUtc);
        return new PersonProgress(person, figures.Count(figure => figure.Submission is not null), figures.Count, last, next, person.IsCoveredOn(visit.Today));
    }
}
