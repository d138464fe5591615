using System.Globalization;
using System.Text;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Timetables;
using QuarterlyCycle.Local.Mail;

namespace QuarterlyCycle.Local.Rehearsals;

/// <summary>One thing that happened in a rehearsal.</summary>
internal sealed record TimelineEntry(DateTime AtUtc, string Who, string What, string Details);

/// <summary>A titled list of names and values.</summary>
internal sealed record SummaryTable(string Title, IReadOnlyList<(string Name, string Value)> Rows);

/// <summary>What a rehearsal came to: the dates of each step, the e-mails by kind, what became of the measures, and the packs; and the e-mails themselves.</summary>
internal sealed record RehearsalSummary(
    IReadOnlyList<SummaryTable> Tables, IReadOnlyList<TimelineEntry> Timeline, IReadOnlyList<string> Surprises, IReadOnlyList<OpenedMail> Mail)
{
    public static async Task<RehearsalSummary> Of(Rehearsal rehearsal, Plan plan)
    {
        QuarterRecords records = rehearsal.Service.Get<QuarterRecords>();
        IReadOnlyList<OpenedMail> opened = await rehearsal.Mail.ReadAll();
        IReadOnlyList<FolderMail> mail = [.. opened.Select(each => each.Summary)];
        List<SummaryTable> tables = [];
        foreach (Quarter quarter in rehearsal.Quarters)
        {
            string title = rehearsal.Quarters.Count > 1 ? $"{quarter}. " : "";
            tables.AddRange((await OfQuarter(records, quarter.Code, plan)).Select(table => table with { Title = title + table.Title }));
        }

        // One quarter is read from its dates through its e-mails to its packs; with several the e-mails are those of all.
        tables.Insert(tables.Count > 3 ? tables.Count : 1, Mails(mail));
        List<TimelineEntry> timeline =
        [
            .. mail.Select(entry => new TimelineEntry(entry.SentUtc, entry.To, RehearsalFolder.Purpose(entry.Key), entry.Subject)),
            .. rehearsal.Player.Played.Select(played => new TimelineEntry(played.AtUtc, played.Step.Who, Words(played.Step.Does), played.Answer)),
        ];
        return new RehearsalSummary(
            tables,
            [.. timeline.OrderBy(entry => entry.AtUtc)],
            [.. rehearsal.Player.Played.Where(played => !played.AsExpected).Select(played => $"{RehearsalFolder.London(played.AtUtc)} {played.Step.Who} ({Words(played.Step.Does)}): {played.Answer}")],
            opened);
    }

    public string ToText()
    {
        StringBuilder text = new();
        int width = Tables.SelectMany(table => table.Rows).Max(row => row.Name.Length) + 2;
        foreach (SummaryTable table in Tables)
        {
            text.Append(table.Title).Append('\n');
            foreach ((string name, string value) in table.Rows)
            {
                text.Append("  ").Append(name.PadRight(width)).Append(value).Append('\n');
            }

            text.Append('\n');
        }

        foreach (string surprise in Surprises)
        {
            text.Append("Not as the scenario expects: ").Append(surprise).Append('\n');
        }

        return text.ToString();
    }

    private static async Task<IReadOnlyList<SummaryTable>> OfQuarter(QuarterRecords records, string cycle, Plan plan)
    {
        List<PackVersion> packs = [];
        foreach (Body body in plan.Bodies)
        {
            packs.AddRange(await records.Packs.All(cycle, body.Code));
        }

        return [Dates(await records.Timetables.InForce(cycle)), await Measures(records, cycle, await records.Figures.All(cycle)), Packs(packs, plan)];
    }

    private static SummaryTable Dates(Timetable timetable) => new("Dates", [
        ("Notice to officers", BritishWords.Instant(timetable.NoticeUtc)),
        ("Data requests", BritishWords.Instant(timetable.OpensUtc)),
        ("Figures due", BritishWords.Instant(timetable.DueUtc)),
        ("Answers stop", BritishWords.Instant(timetable.AnswersStopUtc)),
        ("Review opens", BritishWords.Instant(timetable.ReviewOpensUtc)),
        ("Corrections stop", BritishWords.Instant(timetable.CorrectionsStopUtc)),
        ("Packs collated", BritishWords.Instant(timetable.CollateUtc)),
        ("Papers out", BritishWords.Instant(timetable.PapersOutUtc)),
        .. timetable.Groups.Count == 0 ? [] : new[] { ("Sign-off due", BritishWords.Instant(timetable.Groups.Max(group => group.SignOffDueUtc))) },
        ("Board pack built", BritishWords.Instant(timetable.Board.BuildUtc)),
        ("Board pack published", BritishWords.Instant(timetable.Board.PublicationUtc)),
        ("Board meets", BritishWords.LongDate(timetable.Board.MeetingOn)),
        ("Decisions due", BritishWords.Instant(timetable.Board.DecisionsDueUtc)),
        ("Quarter closes", BritishWords.Instant(timetable.ClosesUtc)),
    ]);

    private static SummaryTable Mails(IReadOnlyList<FolderMail> mail) => new($"E-mails: {Number(mail.Count)}", [
        .. mail.GroupBy(entry => RehearsalFolder.Purpose(entry.Key), StringComparer.Ordinal)
            .OrderBy(kind => int.TryParse(kind.Key.AsSpan(1), CultureInfo.InvariantCulture, out int number) ? number : int.MaxValue)
            .Select(kind => ($"{kind.Key} {kind.First().Subject}", Number(kind.Count()))),
    ]);

    private static async Task<SummaryTable> Measures(QuarterRecords records, string cycle, IReadOnlyList<RequestedFigure> figures)
    {
        IReadOnlyList<Challenge> challenges = await records.Challenges.All(cycle);
        int reasons = 0;
        foreach (RequestedFigure figure in figures)
        {
            reasons += figure.Submission is { } number && (await records.Submissions.Of(cycle, figure.Code, number)).Form.Reason is not null ? 1 : 0;
        }

        IReadOnlyList<Extension> extensions = await records.Extensions.All(cycle);
        return new SummaryTable($"Measures and milestones: {Number(figures.Count)}", [
            ("Answered", Number(figures.Count(figure => figure.AnsweredUtc is not null))),
            ("Answered late", Number(figures.Count(figure => figure.Late))),
            ("No figure, with a reason", Number(reasons)),
            ("Not supplied", Number(figures.Count(figure => figure.Status == FigureStatus.NotSupplied))),
            ("Agreed", Number(figures.Count(figure => figure.AgreedBy is not null))),
            ("Questioned or sent back", Number(challenges.Select(challenge => challenge.Code).Distinct(StringComparer.Ordinal).Count())),
            ("Question open at the end", Number(challenges.Count(challenge => challenge.State == ChallengeState.LeftOpen))),
            ("Corrected", Number(figures.Count(figure => figure.Submission > 1))),
            ("Extensions given / refused", $"{Number(extensions.Count(extension => extension.State is ExtensionState.Given or ExtensionState.GivenAutomatically))} / {Number(extensions.Count(extension => extension.State == ExtensionState.Refused))}"),
        ]);
    }

    private static SummaryTable Packs(List<PackVersion> packs, Plan plan) => new($"Packs: {Number(packs.Count)} versions made", [
        .. packs.GroupBy(pack => pack.Body, StringComparer.Ordinal).Select(versions => (
            plan.Body(versions.Key)!.Name,
            $"{Number(versions.Count())} made, {Number(versions.Count(version => version.IssuedUtc is not null))} issued, newest version {Number(versions.Max(version => version.Version))}: {StateWords(versions.MaxBy(version => version.Version)!.State)}")),
    ]);

    private static string StateWords(PackState state) => state switch
    {
        PackState.SignedOff => "signed off",
        PackState.Issued => "issued, not signed",
        PackState.Draft => "draft",
        PackState.Replaced => "replaced",
        _ => "withdrawn",
    };

    public static string Words(ScenarioAct act) => act switch
    {
        ScenarioAct.AskForMoreTime => "asks for more time",
        ScenarioAct.DecideExtension => "decides on more time",
        ScenarioAct.SendBack => "sends a figure back",
        ScenarioAct.SendPackBack => "sends a pack back",
        ScenarioAct.Send => "sends figures",
        ScenarioAct.Correct => "corrects a figure",
        ScenarioAct.Ask => "asks about a figure",
        ScenarioAct.Answer => "answers a question",
        ScenarioAct.Agree => "agrees figures",
        ScenarioAct.Remind => "sends a reminder now",
        ScenarioAct.Summarise => "writes a summary",
        ScenarioAct.Build => "builds a new version",
        ScenarioAct.Issue => "issues a pack",
        ScenarioAct.Withdraw => "withdraws a pack",
        ScenarioAct.Update => "records what the group decided",
        ScenarioAct.Sign => "signs off a pack",
        ScenarioAct.UpdateDecision => "follows a decision up",
        ScenarioAct.ProposeClinic => "asks for a performance clinic",
        ScenarioAct.CallClinic => "calls a performance clinic",
        ScenarioAct.DeclineClinic => "declines a performance clinic",
        ScenarioAct.RecordClinic => "records what a clinic found",
        ScenarioAct.Revise => "revises a figure",
        ScenarioAct.CloseClinic => "closes a clinic",
        _ => "records the board's decisions",
    };

    private static string Number(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
