using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.Domain.Timetables;

/// <summary>Changes to a frozen timetable: each is a new version with its reason.</summary>
public static class TimetableRevision
{
    private static readonly TimeOnly FivePm = new(17, 0);

    /// <summary>A newly drawn timetable in the place of the current one; the deadlines and mails of collection and review that have passed keep their instants.</summary>
    public static Timetable Replace(Timetable current, Timetable redrawn, string reason, DateTime nowUtc)
    {
        DateTime Keep(DateTime old, DateTime drawn) => old <= nowUtc ? old : drawn;
        return redrawn with
        {
            Version = current.Version + 1,
            Reason = reason,
            NoticeUtc = Keep(current.NoticeUtc, redrawn.NoticeUtc),
            OpensUtc = Keep(current.OpensUtc, redrawn.OpensUtc),
            DueUtc = Keep(current.DueUtc, redrawn.DueUtc),
            AnswersStopUtc = Keep(current.AnswersStopUtc, redrawn.AnswersStopUtc),
            CorrectionsStopUtc = Keep(current.CorrectionsStopUtc, redrawn.CorrectionsStopUtc),
            Chasing = [.. redrawn.Chasing.Select(step => current.Chasing.FirstOrDefault(known => known.Step == step.Step && known.AtUtc <= nowUtc) ?? step)],
        };
    }

    /// <summary>Moves every date of one stage by so many working days; of one group alone when its code is given.</summary>
    public static Timetable MoveStage(Timetable current, StageName stage, int by, string reason, WorkingDays workingDays, string? group = null)
    {
        DateTime Move(DateTime instantUtc)
        {
            (DateOnly day, TimeOnly time) = LondonTime.FromUtc(instantUtc);
            return LondonTime.ToUtc(workingDays.Add(day, by), time);
        }

        IReadOnlyList<GroupDates> Groups(Func<GroupDates, GroupDates> change) =>
            [.. current.Groups.Select(dates => group is null || dates.Body == group ? change(dates) : dates)];

        Timetable moved = stage switch
        {
            StageName.Collect => current with
            {
                DueUtc = Move(current.DueUtc),
                Chasing = [.. current.Chasing.Select(step => step.Step is ChasingStep.Notice or ChasingStep.Request ? step : step with { AtUtc = Move(step.AtUtc) })],
            },
            StageName.LateAnswers => current with
            {
                ClosingNoticeUtc = Move(current.ClosingNoticeUtc),
                AnswersStopUtc = Move(current.AnswersStopUtc),
            },
            StageName.Review => current with
            {
                ReviewOpensUtc = Move(current.ReviewOpensUtc),
                ReviewReminderUtc = Move(current.ReviewReminderUtc),
                LateFiguresUtc = [.. current.LateFiguresUtc.Select(Move)],
                CorrectionsStopUtc = Move(current.CorrectionsStopUtc),
            },
            StageName.Collate => current with
            {
                SuggestClinicsUtc = Move(current.SuggestClinicsUtc),
                CollateUtc = Move(current.CollateUtc),
                PapersOutUtc = Move(current.PapersOutUtc),
            },
            StageName.Meet => current with
            {
                Groups = Groups(dates => dates with
                {
                    MeetingOn = workingDays.Add(dates.MeetingOn, by),
                    AskUpdateUtc = Move(dates.AskUpdateUtc),
                    UpdateDueUtc = Move(dates.UpdateDueUtc),
                }),
            },
            StageName.SignOff => current with
            {
                Groups = Groups(dates => dates with
                {
                    AskSignOffUtc = Move(dates.AskSignOffUtc),
                    SignOffReminderUtc = Move(dates.SignOffReminderUtc),
                    SignOffDueUtc = Move(dates.SignOffDueUtc),
                }),
            },
            _ => MoveBoard(current, Move, workingDays.Add(current.Board.MeetingOn, by)),
        };
        return moved with { Version = current.Version + 1, Reason = reason };
    }

    /// <summary>Moves each deadline that fell while the service was down to 5pm on the next working day after its return; the same timetable when none did.</summary>
    public static Timetable AfterOutage(Timetable current, DateTime downFromUtc, DateTime backUtc, WorkingDays workingDays)
    {
        DateTime movedTo = LondonTime.ToUtc(workingDays.After(LondonTime.DateOf(backUtc)), FivePm);
        bool Missed(DateTime deadline) => deadline > downFromUtc && deadline <= backUtc;
        DateTime Move(DateTime deadline) => Missed(deadline) ? movedTo : deadline;

        if (!Deadlines(current).Any(Missed))
        {
            return current;
        }

        // Answers never stop before figures are due, nor corrections before answers, however long the service was away.
        DateTime dueUtc = Move(current.DueUtc);
        DateTime answersStopUtc = Later(Move(current.AnswersStopUtc), dueUtc);
        DateTime correctionsStopUtc = Later(Move(current.CorrectionsStopUtc), answersStopUtc);
        DateTime decisionsDueUtc = Move(current.Board.DecisionsDueUtc);
        return current with
        {
            Version = current.Version + 1,
            Reason = $"The service was down from {BritishWords.Instant(downFromUtc)} to {BritishWords.Instant(backUtc)}",
            DueUtc = dueUtc,
            AnswersStopUtc = answersStopUtc,
            CorrectionsStopUtc = correctionsStopUtc,
            Groups = [.. current.Groups.Select(dates => dates with { UpdateDueUtc = Move(dates.UpdateDueUtc), SignOffDueUtc = Move(dates.SignOffDueUtc) })],
            Board = current.Board with { DecisionsDueUtc = decisionsDueUtc, LastUtc = Later(current.Board.LastUtc, decisionsDueUtc) },
            ClosesUtc = Later(current.ClosesUtc, decisionsDueUtc),
        };
    }

    /// <summary>Dates that no longer stand in their order, in words; empty when they do.</summary>
    public static IReadOnlyList<string> Conflicts(Timetable timetable)
    {
        List<string> conflicts = [];
        void Order(string earlier, DateTime earlierUtc, string later, DateTime laterUtc)
        {
            if (earlierUtc > laterUtc)
            {
                conflicts.Add($"{later} at {BritishWords.Instant(laterUtc)}, before {earlier} at {BritishWords.Instant(earlierUtc)}.");
            }
        }

        Order("figures are due", timetable.DueUtc, "Answers stop", timetable.AnswersStopUtc);
        Order("answers stop", timetable.AnswersStopUtc, "Corrections stop", timetable.CorrectionsStopUtc);
        Order("corrections stop", timetable.CorrectionsStopUtc, "Packs are built", timetable.CollateUtc);
        foreach (GroupDates group in timetable.Groups)
        {
            Order($"the {group.Body} update is due", group.UpdateDueUtc, $"Sign-off of the {group.Body} report is asked for", group.AskSignOffUtc);
            Order($"sign-off of the {group.Body} report is due", group.SignOffDueUtc, "The board's papers are published", timetable.Board.PublicationUtc);
        }

        Order("the board pack is built", timetable.Board.BuildUtc, "The board's papers are published", timetable.Board.PublicationUtc);
        return conflicts;
    }

    private static IEnumerable<DateTime> Deadlines(Timetable timetable) =>
    [
        timetable.DueUtc,
        timetable.AnswersStopUtc,
        timetable.CorrectionsStopUtc,
        .. timetable.Groups.SelectMany(group => new[] { group.UpdateDueUtc, group.SignOffDueUtc }),
        timetable.Board.DecisionsDueUtc,
    ];

    private static Timetable MoveBoard(Timetable current, Func<DateTime, DateTime> move, DateOnly meetingOn)
    {
        BoardDates board = current.Board with
        {
            MeetingOn = meetingOn,
            AtRiskUtc = move(current.Board.AtRiskUtc),
            BuildUtc = move(current.Board.BuildUtc),
            PublicationUtc = move(current.Board.PublicationUtc),
            AskDecisionsUtc = move(current.Board.AskDecisionsUtc),
            RemindDecisionsUtc = move(current.Board.RemindDecisionsUtc),
            DecisionsDueUtc = move(current.Board.DecisionsDueUtc),
            LastUtc = move(current.Board.LastUtc),
        };
        return current with
        {
            Board = board,
            ClosesUtc = move(current.ClosesUtc),
            Groups = [.. current.Groups.Select(dates => dates with { LastUtc = board.PublicationUtc })],
        };
    }

    private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;
}
