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

        DateOnly today = Calendar.LondonTime.DateOf(instantUtc);
        int week = timetable.WeeksStartOn.Count(start => start <= today);
        return week == 0 ? null : week;
    }

    /// <summary>The main stage at an instant; null before the requests go out and after the cycle has closed. Late answers are part of the review's weeks.</summary>
    public static Stage? StageAt(Timetable timetable, DateTime instantUtc)
    {
        if (instantUtc < timetable.OpensUtc || instantUtc >= timetable.ClosesUtc)
        {
            return null;
        }

        if (instantUtc < timetable.DueUtc)
        {
            return Stage.Collect;
        }

        if (instantUtc < timetable.CorrectionsStopUtc)
        {
            return instantUtc < timetable.ReviewOpensUtc ? Stage.LateAnswers : Stage.Review;
        }

        if (instantUtc < timetable.PapersOutUtc)
        {
            return Stage.Collate;
        }

        if (instantUtc >= timetable.Board.BuildUtc)
        {
            return Stage.Board;
        }

        return timetable.Groups.Any(group => instantUtc < group.AskSignOffUtc) ? Stage.Meet : Stage.SignOff;
    }

    /// <summary>Whether new answers are taken at an instant.</summary>
    public static bool TakesAnswersAt(Timetable timetable, DateTime instantUtc) =>
        instantUtc >= timetable.OpensUtc && instantUtc < timetable.AnswersStopUtc;
}
