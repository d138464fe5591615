using QuarterlyCycle.App.Plans;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Cycles;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Timetables;

namespace QuarterlyCycle.App.Acts;

/// <summary>Who may do what in a cycle now, and the words that say why not.</summary>
public sealed class Standing(QuarterRecords records, PlanLibrary plans, TimeProvider clock)
{
    public DateTime NowUtc => clock.GetUtcNow().UtcDateTime;

    public DateOnly Today => LondonTime.DateOf(NowUtc);

    /// <summary>Why nothing can be done in this cycle any more; null while it runs.</summary>
    public async Task<ActResult.Refused?> WhyOver(string code, CancellationToken cancellation) =>
        await WhyOver(code, await records.Cycles.Get(code, cancellation), cancellation);

    /// <summary>Why nothing can be done in this cycle, as it was read, any more; null while it runs.</summary>
    public async Task<ActResult.Refused?> WhyOver(string code, Cycle? cycle, CancellationToken cancellation) =>
        cycle?.State switch
        {
            CycleState.Planned or CycleState.Open => null,
            CycleState.Cancelled => ActResult.Because($"{await ProjectManagerName(cancellation)} cancelled {QuarterName(code)}. Reason: {cycle.CancelledBecause}"),
            null => ActResult.Because($"{Sentence(QuarterName(code))} has not been started."),
            _ => ActResult.Because($"{Sentence(QuarterName(code))} is finished. Ask {await ProjectManagerName(cancellation)} about anything that should change."),
        };

    /// <summary>Why this person does not run the quarter; null for a project manager.</summary>
    public async Task<ActResult.Refused?> WhyNotProjectManager(string officer, CancellationToken cancellation) =>
        await IsProjectManager(officer, cancellation) ? null : ActResult.Because($"Only a project manager can do this. Ask {await ProjectManagerName(cancellation)}.");

    public async Task<bool> IsProjectManager(string officer, CancellationToken cancellation) =>
        await records.People.Get(officer, cancellation) is { IsProjectManager: true };

    /// <summary>Whether the person answers for this figure: its officer, whoever stands in today, or a project manager.</summary>
    public async Task<bool> Answers(string by, RequestedFigure figure, CancellationToken cancellation) =>
        by == figure.Officer
        || (await records.People.WhoAnswers(figure.Officer, Today, cancellation)).Number == by
        || await IsProjectManager(by, cancellation);

    /// <summary>Whether the person reviews this figure: its reviewer or whoever stands in today, the officer named as answerable, or a project manager.</summary>
    public async Task<bool> Reviews(string by, RequestedFigure figure, CancellationToken cancellation)
    {
        if (by == figure.Reviewer
            || (await records.People.WhoAnswers(figure.Reviewer, Today, cancellation)).Number == by
            || await IsProjectManager(by, cancellation))
        {
            return true;
        }

        string? accountable = (await plans.ForCycle(figure.Cycle, cancellation)).Indicator(figure.Code)?.Accountable;
        return accountable is not null && (await records.People.ByEmail(accountable, cancellation))?.Number == by;
    }

    /// <summary>The words of the page that says that answers have closed.</summary>
    public async Task<string> AnswersClosed(RequestedFigure figure, Timetable timetable, CancellationToken cancellation) =>
        $"Answers closed at {BritishWords.Instant(figure.AnswersStopUtc(timetable))}. {await ProjectManagerName(cancellation)} decides on reopening.";

    /// <summary>The words of the page that says that corrections have closed.</summary>
    public async Task<string> CorrectionsClosed(RequestedFigure figure, Timetable timetable, CancellationToken cancellation) =>
        $"Corrections closed at {BritishWords.Instant(figure.CorrectionsStopUtc(timetable))}. {await ProjectManagerName(cancellation)} decides on reopening.";

    /// <summary>The words for somebody who is not down for a measure.</summary>
    public async Task<string> NotYours(RequestedFigure figure, CancellationToken cancellation) =>
        $"{figure.Code} is {(await records.People.Of(figure.Officer, cancellation)).Name}'s measure, so you cannot answer it.";

    public async Task<string> ProjectManagerName(CancellationToken cancellation) =>
        (await records.People.ProjectManagers(cancellation)).Select(person => person.Name).FirstOrDefault() ?? "The project manager";

    public async Task<string> NameOf(string officer, CancellationToken cancellation) =>
        (await records.People.Get(officer, cancellation))?.Name ?? officer;

    /// <summary>5pm in London on this day: the hour at which things are due.</summary>
    public static DateTime FivePm(DateOnly day) => LondonTime.ToUtc(day, new TimeOnly(17, 0));

    private static string QuarterName(string code) => Quarter.TryParse(code, out Quarter quarter) ? $"quarter {quarter.Number} of {quarter.Year}" : code;

    private static string Sentence(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
