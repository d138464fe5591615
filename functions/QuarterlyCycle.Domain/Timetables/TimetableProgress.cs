using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.Domain.Timetables;

/// <summary>Where a cycle stands at an instant.</summary>
public static class TimetableProgress
{
    /// <summary>The number of the week, from 1; null before the first day and after the cycle has closed.</summary>
    public static int? WeekAt(Timetable timetable, DateTime instantUtc)
    {
        if (instantUtc >= timetable.ClosesUtc)
        {
            return null;
        }

        DateOnly today = LondonTime.DateOf(instantUtc);
        int week = timetable.WeeksStartOn.Count(start => start <= today);
        return week == 0 ? null : week;
    }

    /// <summary>The main stage at an instant; null before the requests go out and after the cycle has closed. Late answers are part of the review's weeks.</summary>
    public static StageName? StageAt(Timetable timetable, DateTime instantUtc)
    {
        if (instantUtc < timetable.OpensUtc || instantUtc >= timetable.ClosesUtc)
        {
            return null;
        }

        if (instantUtc < timetable.DueUtc)
        {
            return StageName.Collect;
        }

        if (instantUtc < timetable.CorrectionsStopUtc)
        {
            return instantUtc < timetable.ReviewOpensUtc ? StageName.LateAnswers : StageName.Review;
        }

        if (instantUtc < timetable.PapersOutUtc)
        {
            return StageName.Collate;
        }

        if (instantUtc >= timetable.Board.BuildUtc)
        {
            return StageName.Board;
        }

        return timetable.Groups.Any(group => instantUtc < group.AskSignOffUtc) ? StageName.Meet : StageName.SignOff;
    }

    /// <summary>Whether new answers are taken at an instant.</summary>
    public static bool TakesAnswersAt(Timetable timetable, DateTime instantUtc) =>
        instantUtc >= timetable.OpensUtc && instantUtc < timetable.AnswersStopUtc;
}
