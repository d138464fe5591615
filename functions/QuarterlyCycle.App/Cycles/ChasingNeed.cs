using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Timetables;

namespace QuarterlyCycle.App.Cycles;

/// <summary>Which of an officer's figures a step of the ladder is about now: nobody is reminded of what is answered, or not due yet by its own date.</summary>
public static class ChasingNeed
{
    public static IReadOnlyList<RequestedFigure> Of(ChasingStep step, IEnumerable<RequestedFigure> figures, Timetable timetable, DateTime nowUtc)
    {
        List<RequestedFigure> owed = [.. figures.Where(figure => figure.IsOutstanding && nowUtc < figure.AnswersStopUtc(timetable))];
        return step switch
        {
            ChasingStep.Notice or ChasingStep.Request => owed,
            ChasingStep.Reminder => [.. owed.Where(figure => nowUtc < figure.DueUtc(timetable))],
            ChasingStep.DueToday => [.. owed.Where(figure => LondonTime.DateOf(figure.DueUtc(timetable)) == LondonTime.DateOf(nowUtc))],
            _ => [.. owed.Where(figure => nowUtc >= figure.DueUtc(timetable))],
        };
    }

    /// <summary>Whether the step goes out: a reminder before the date needs at least one figure that nobody gave more time for.</summary>
    public static bool Goes(ChasingStep step, IReadOnlyList<RequestedFigure> needed, Timetable timetable) =>
        needed.Count > 0 && (step != ChasingStep.Reminder || needed.Any(figure => figure.DueUtc(timetable) <= timetable.DueUtc));

    /// <summary>The e-mail of a step.</summary>
    public static string Purpose(ChasingStep step) => step switch
    {
        ChasingStep.Notice => "E0",
        ChasingStep.Request => "E1",
        ChasingStep.Reminder => "E2",
        ChasingStep.DueToday => "E3",
        ChasingStep.Overdue => "E4",
        _ => "E5",
    };

    /// <summary>The step of an e-mail, or null when it is no step of the ladder.</summary>
    public static ChasingStep? Step(string purpose) => purpose switch
    {
        "E0" => ChasingStep.Notice,
        "E1" => ChasingStep.Request,
        "E2" => ChasingStep.Reminder,
        "E3" => ChasingStep.DueToday,
        "E4" => ChasingStep.Overdue,
        "E5" => ChasingStep.LastCall,
        _ => null,
    };
}
