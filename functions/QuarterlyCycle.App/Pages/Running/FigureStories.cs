using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Audits;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Pages.Staff;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Submissions;
using QuarterlyCycle.Orchestrations;

namespace QuarterlyCycle.App.Pages.Running;

/// <summary>One thing that happened, and when.</summary>
public sealed record StoryLine(DateTime AtUtc, string Words);

/// <summary>Tells what happened to a figure, from the e-mails, the answers, the questions and the audit record.</summary>
public sealed class FigureStories(QuarterRecords records, Outbox outbox, Audit audit)
{
    private static readonly string[] Asking = ["E0", "E1", "E2", "E3", "E4", "E5", "E6"];

    private static readonly string[] AgreedActs = ["FigureAgreed"];

    /// <summary>Everything, the oldest first.</summary>
    public async Task<IReadOnlyList<StoryLine>> Of(QuarterInView quarter, RequestedFigure figure)
    {
        Dictionary<string, string> names = (await records.People.All()).ToDictionary(person => person.Number, person => person.Name, StringComparer.Ordinal);
        string NameOf(string number) => names.GetValueOrDefault(number, number);

        List<StoryLine> lines = [];
        lines.AddRange((await outbox.List(InstanceIds.DataRequest(quarter.Code, figure.Officer))).Where(row => IsAbout(row, figure.Code) && IsTold(row, quarter))
            .Select(row => new StoryLine(row.SentUtc ?? row.NotBeforeUtc, $"{MailWords.Purpose(row.Purpose)} to {NameOf(row.Recipient)}: {MailWords.Of(row).ToLowerInvariant()}")));
        lines.AddRange((await records.Extensions.All(quarter.Code)).Where(extension => extension.Measures.Contains(figure.Code)).Select(extension =>
            new StoryLine(extension.AskedUtc, $"{NameOf(extension.Officer)} asked for more time until {BritishWords.Instant(extension.AskedUntilUtc)}: {StateWords(extension)}")));
        foreach (Submission submission in await records.Submissions.All(quarter.Code, figure.Code))
        {
            lines.AddRange(OfSubmission(submission, NameOf));
        }

        foreach (Challenge challenge in await records.Challenges.OfFigure(quarter.Code, figure.Code))
        {
            lines.Add(new StoryLine(challenge.RaisedUtc, $"{NameOf(challenge.RaisedBy)} {(challenge.SentBack ? "sent it back" : "asked")}: {challenge.Words}"));
            if (challenge is { AnsweredBy: { } by, AnsweredUtc: { } atUtc, Answer: { Length: > 0 } answer })
            {
                lines.Add(new StoryLine(atUtc, $"{NameOf(by)} answered: {answer}"));
            }
        }

        lines.AddRange((await audit.List(quarter.Code)).Where(row => AgreedActs.Contains(row.Entry.Act) && row.Entry.Subject == figure.Code)
            .Select(row => new StoryLine(row.Entry.AtUtc, $"{NameOf(row.Entry.Actor)} agreed it")));
        foreach (string body in figure.Bodies.Append(quarter.Timetable.Board.Body).Distinct(StringComparer.Ordinal))
        {
            lines.AddRange((await records.Packs.All(quarter.Code, body)).Where(version => version.IssuedUtc is not null).Select(version =>
                new StoryLine(version.IssuedUtc ?? version.BuiltUtc, $"Printed in version {version.Version.ToString(System.Globalization.CultureInfo.InvariantCulture)} of the {quarter.BodyName(body)} report{(version.State is PackState.Withdrawn ? ", since withdrawn" : "")}")));
        }

        return [.. lines.OrderBy(line => line.AtUtc)];
    }

    /// <summary>How an answer came, in a sentence's words.</summary>
    public static string RouteWords(SubmissionRoute route) => route switch
    {
        SubmissionRoute.Page => "on the page",
        SubmissionRoute.Reply => "by replying to the e-mail",
        SubmissionRoute.Spreadsheet => "by spreadsheet",
        _ => "entered for them",
    };

    /// <summary>Why an answer was corrected.</summary>
    public static string ReasonWords(CorrectionReason? reason) => reason switch
    {
        CorrectionReason.TypingMistake => "Typing mistake.",
        CorrectionReason.LateData => "Late data.",
        CorrectionReason.WrongPeriod => "Wrong period.",
        CorrectionReason.Definition => "Definition.",
        CorrectionReason.ProvisionalToFinal => "Provisional to final.",
        _ => "No reason given.",
    };

    private static IEnumerable<StoryLine> OfSubmission(Submission submission, Func<string, string> nameOf)
    {
        string what = submission.Figure is { } figure ? FigureText.InWords(figure) : submission.Form.MilestoneState is { } state ? MilestoneWords.Of(state) : "an answer";
        string verb = submission.IsRevision ? "revised it to" : submission.Corrects is null ? "sent" : "corrected it to";
        string late = submission.Late ? ", late" : "";
        string why = submission.CorrectionReason is { } reason ? $" {ReasonWords(reason)}" : "";
        yield return new StoryLine(submission.AtUtc, $"{nameOf(submission.By)} {verb} {what}, {RouteWords(submission.Route)}{late}.{why} Reference {submission.Reference}.");
        foreach (FiredQuery query in submission.Queries)
        {
            yield return new StoryLine(submission.AtUtc, $"A check fired: {query.Message}");
        }
    }

    private static bool IsAbout(OutboxRow row, string code) =>
        Asking.Contains(row.Purpose) || (row.Subject.GetValueOrDefault(MailSubjects.Measure) is { } measure && measure == code)
        || (row.Subject.GetValueOrDefault(MailSubjects.Measures) is { } measures && measures.Split(',', StringSplitOptions.TrimEntries).Contains(code));

    private static bool IsTold(OutboxRow row, QuarterInView quarter) => row.State != MailState.NotNeeded && row.PostedUtc <= quarter.Timetable.ClosesUtc;

    private static string StateWords(Extension extension) => extension.State switch
    {
        ExtensionState.Asked => "not decided yet",
        ExtensionState.GivenAutomatically => "given",
        ExtensionState.Given => $"given until {BritishWords.Instant(extension.UntilUtc ?? extension.AskedUntilUtc)}",
        _ => extension.Reason is { Length: > 0 } reason ? $"refused, {reason}" : "refused",
    };
}
