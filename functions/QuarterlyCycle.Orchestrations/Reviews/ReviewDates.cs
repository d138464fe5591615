using QuarterlyCycle.Domain.Timetables;
using QuarterlyCycle.Orchestrations.Waiting;

namespace QuarterlyCycle.Orchestrations.Reviews;

/// <summary>The dates that all reviews of a quarter share.</summary>
/// <param name="OpensUtc">When lead officers are asked to review.</param>
/// <param name="ReminderUtc">When they are reminded.</param>
/// <param name="LateFiguresUtc">When they hear of late figures.</param>
/// <param name="CorrectionsStopUtc">When figures are locked.</param>
public sealed record ReviewDates(DateTime OpensUtc, DateTime ReminderUtc, IReadOnlyList<DateTime> LateFiguresUtc, DateTime CorrectionsStopUtc)
{
    /// <summary>The dates that a timetable gives to reviews.</summary>
    public static ReviewDates Of(Timetable timetable) =>
        new(timetable.ReviewOpensUtc, timetable.ReviewReminderUtc, timetable.LateFiguresUtc, timetable.CorrectionsStopUtc);

    internal IEnumerable<Dated<ReviewStep>> Steps() =>
    [
        new(ReviewStep.Request, OpensUtc),
        new(ReviewStep.Reminder, ReminderUtc),
        .. LateFiguresUtc.Select(atUtc => new Dated<ReviewStep>(ReviewStep.LateFigures, atUtc, Daily: true)),
        new(ReviewStep.Close, CorrectionsStopUtc),
    ];
}

internal enum ReviewStep
{
    Request,
    Reminder,
    LateFigures,
    Close,
}
