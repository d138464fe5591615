using QuarterlyCycle.Domain.Calendar;

namespace QuarterlyCycle.Domain.Timetables;

/// <summary>A body that reports in a cycle: an outcome group, or the board.</summary>
public sealed record ReportingBody(string Code, string Name, bool IsBoard);

/// <summary>A meeting that people have fixed; without a cycle it is taken by its date.</summary>
public sealed record PlannedMeeting(string Body, DateOnly On, Quarter? Cycle = null, bool IsPublic = true);

/// <summary>A drawn timetable, or the faults that stopped it; warnings stop nothing.</summary>
public sealed record TimetableDraft(Timetable? Timetable, IReadOnlyList<string> Faults, IReadOnlyList<string> Warnings);

/// <summary>Turns a quarter, the stages and the meetings into the instants of one cycle.</summary>
public static class TimetablePlanner
{
    // A body that meets quarterly has exactly one meeting in thirteen weeks.
    private const int DaysInAQuarter = 91;

    /// <summary>Draws the timetable forward from the end of the quarter.</summary>
    public static TimetableDraft Draw(
        Quarter quarter,
        TimetableSettings settings,
        IReadOnlyList<StageDefinition> stages,
        IReadOnlyList<PlannedMeeting> meetings,
        IReadOnlyList<ReportingBody> bodies,
        WorkingDays workingDays) =>
        Draw(quarter, new CycleDays(quarter, settings.WeekRule, workingDays), settings, stages, meetings, bodies, workingDays);

    /// <summary>Draws the timetable back from the board's meeting; refused when day 1 would lie in the quarter itself.</summary>
    public static TimetableDraft DrawBack(
        Quarter quarter,
        DateOnly boardMeeting,
        TimetableSettings settings,
        IReadOnlyList<StageDefinition> stages,
        IReadOnlyList<PlannedMeeting> meetings,
        IReadOnlyList<ReportingBody> bodies,
        WorkingDays workingDays)
    {
        DateOnly firstDay = workingDays.Add(boardMeeting, 1 - settings.BoardMeetingDay);
        if (firstDay <= quarter.LastDay)
        {
            int missing = workingDays.Between(firstDay.AddDays(-1), quarter.LastDay.AddDays(1));
            return new TimetableDraft(null, [$"A board meeting on {BritishWords.LongDate(boardMeeting)} would start the cycle on {BritishWords.LongDate(firstDay)}, {Count(missing, "working day")} before the quarter is over."], []);
        }

        List<PlannedMeeting> withBoard = [.. meetings];
        withBoard.AddRange(bodies.Where(body => body.IsBoard).Take(1).Select(board => new PlannedMeeting(board.Code, boardMeeting, quarter)));
        return Draw(quarter, CycleDays.From(firstDay, settings.WeekRule, workingDays), settings, stages, withBoard, bodies, workingDays);
    }

    private static TimetableDraft Draw(
        Quarter quarter,
        CycleDays days,
        TimetableSettings settings,
        IReadOnlyList<StageDefinition> stages,
        IReadOnlyList<PlannedMeeting> meetings,
        IReadOnlyList<ReportingBody> bodies,
        WorkingDays workingDays)
    {
        List<string> faults = [.. StageTemplates.Faults(stages)];
        ReportingBody? board = bodies.FirstOrDefault(body => body.IsBoard);
        if (board is null)
        {
            faults.Add("There is no board to report to.");
        }

        if (faults.Count > 0 || board is null)
        {
            return new TimetableDraft(null, faults, []);
        }

        Drawing drawing = new(quarter, days, settings, stages.ToDictionary(stage => stage.Stage), meetings, workingDays);
        BoardDates boardDates = drawing.DrawBoard(board);
        List<GroupDates> groups = [.. bodies.Where(body => !body.IsBoard).Select(group => drawing.DrawGroup(group, boardDates.PublicationUtc))];
        return new TimetableDraft(drawing.Assemble(groups, boardDates), [], drawing.Warnings);
    }

    private static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : FormattableString.Invariant($"{number} {noun}s");

    private sealed class Drawing(
        Quarter quarter,
        CycleDays days,
        TimetableSettings settings,
        Dictionary<Stage, StageDefinition> stages,
        IReadOnlyList<PlannedMeeting> meetings,
        WorkingDays workingDays)
    {
        public List<string> Warnings { get; } = [];

        public Timetable Assemble(IReadOnlyList<GroupDates> groups, BoardDates board)
        {
            DateOnly opens = days.Day(stages[Stage.Collect].OpensDay);
            DateOnly due = ClosesOn(Stage.Collect);
            DateOnly answersStop = ClosesOn(Stage.LateAnswers);
            DateOnly correctionsStop = ClosesOn(Stage.Review);
            StageDefinition review = stages[Stage.Review];
            ChasingDate[] chasing =
            [
                new(ChasingStep.Notice, Mail(workingDays.Add(opens, -settings.NoticeBeforeOpening))),
                new(ChasingStep.Request, Mail(opens)),
                new(ChasingStep.Reminder, Mail(workingDays.Add(due, -settings.ReminderBeforeDue))),
                new(ChasingStep.DueToday, Mail(due)),
                new(ChasingStep.Overdue, Mail(workingDays.Add(due, settings.OverdueAfterDue))),
                new(ChasingStep.LastCall, Mail(workingDays.Add(due, settings.LastCallAfterDue))),
            ];
            return new Timetable(
                quarter.Code,
                1,
                null,
                days.WeeksTo(stages[Stage.Board].ClosesDay),
                chasing[0].AtUtc,
                Mail(opens),
                [.. chasing.OrderBy(step => step.AtUtc)],
                Closes(Stage.Collect),
                Mail(workingDays.Add(answersStop, -settings.ClosingNoticeBeforeAnswersStop)),
                Closes(Stage.LateAnswers),
                Mail(days.Day(review.OpensDay)),
                Mail(workingDays.Add(correctionsStop, -settings.ReviewReminderBeforeCorrectionsStop)),
                [.. Enumerable.Range(review.OpensDay, review.ClosesDay - review.OpensDay + 1).Select(day => Mail(days.Day(day))).Distinct()],
                Closes(Stage.Review),
                Mail(days.Day(stages[Stage.Collate].OpensDay)),
                Mail(days.Day(stages[Stage.Collate].OpensDay)),
                Closes(Stage.Collate),
                groups,
                board,
                board.LastUtc);
        }

        public BoardDates DrawBoard(ReportingBody board)
        {
            PlannedMeeting meeting = MeetingOf(board, settings.BoardMeetingDay, days.Day(stages[Stage.Board].OpensDay), days.Day(stages[Stage.Board].OpensDay).AddDays(DaysInAQuarter));
            DateOnly publication = Publication.LatestDay(meeting.On, settings.ClearDays, workingDays);
            DateOnly signOffDue = ClosesOn(Stage.SignOff);
            DateOnly build = days.Day(stages[Stage.Board].OpensDay);
            if (publication < build)
            {
                Warnings.Add($"{board.Name} meets on {BritishWords.LongDate(meeting.On)}. To leave {Count(settings.ClearDays, "clear day")}, its papers must be published by {BritishWords.LongDate(publication)} and signed off before that, but sign-off is due on {BritishWords.LongDate(signOffDue)}.");
            }

            DateOnly asked = workingDays.After(meeting.On);
            DateOnly earliestDue = workingDays.Add(asked, settings.DecisionsAtLeastAfterAsking);
            DateOnly due = ClosesOn(Stage.Board);
            if (due < earliestDue)
            {
                Warnings.Add($"{board.Name} meets on {BritishWords.LongDate(meeting.On)}, so its decisions are due on {BritishWords.LongDate(earliestDue)} instead of {BritishWords.LongDate(due)}.");
                due = earliestDue;
            }

            DateOnly atRisk = workingDays.Add(signOffDue, -settings.AtRiskBeforeSignOffDue);
            DateTime dueUtc = LondonTime.ToUtc(due, stages[Stage.Board].ClosesAt);
            return new BoardDates(
                board.Code,
                meeting.On,
                Mail(Earlier(atRisk, workingDays.Before(publication))),
                Mail(Earlier(build, publication)),
                LondonTime.ToUtc(publication, stages[Stage.Board].ClosesAt),
                Mail(asked),
                Mail(workingDays.Add(asked, settings.DecisionsReminderAfterAsking)),
                dueUtc,
                dueUtc);
        }

        public GroupDates DrawGroup(ReportingBody group, DateTime publicationUtc)
        {
            DateOnly papersOut = ClosesOn(Stage.Collate);
            PlannedMeeting meeting = MeetingOf(group, settings.GroupMeetingDay, papersOut, ClosesOn(Stage.SignOff));
            if (meeting.On <= papersOut)
            {
                Warnings.Add($"{group.Name} meets on {BritishWords.LongDate(meeting.On)}, but its papers are out on {BritishWords.LongDate(papersOut)}.");
            }

            // A late meeting pushes the later steps: a group cannot report before it has met, nor a chair sign before the report.
            DateOnly askUpdate = workingDays.After(meeting.On);
            DateOnly updateDue = Later(ClosesOn(Stage.Meet), askUpdate);
            DateOnly askSignOff = Later(days.Day(stages[Stage.SignOff].OpensDay), workingDays.After(updateDue));
            DateOnly signOffDue = Later(ClosesOn(Stage.SignOff), workingDays.After(askSignOff));
            DateTime signOffDueUtc = LondonTime.ToUtc(signOffDue, stages[Stage.SignOff].ClosesAt);
            if (signOffDueUtc > publicationUtc && ClosesOn(Stage.SignOff) < signOffDue)
            {
                Warnings.Add($"{group.Name} meets on {BritishWords.LongDate(meeting.On)}, which is too late for its chair to sign off before the board's papers are published on {BritishWords.LongDate(LondonTime.DateOf(publicationUtc))}.");
            }

            return new GroupDates(
                group.Code,
                meeting.On,
                Mail(askUpdate),
                LondonTime.ToUtc(updateDue, stages[Stage.Meet].ClosesAt),
                Mail(askSignOff),
                Mail(workingDays.Add(signOffDue, -settings.SignOffReminderBeforeDue)),
                signOffDueUtc,
                publicationUtc);
        }

        // Meetings are fixed by people: a planned one is never moved, not even off a holiday.
        private PlannedMeeting MeetingOf(ReportingBody body, int usualDay, DateOnly from, DateOnly to)
        {
            PlannedMeeting[] own = [.. meetings.Where(meeting => meeting.Body == body.Code).OrderBy(meeting => meeting.On)];
            PlannedMeeting? planned = own.FirstOrDefault(meeting => meeting.Cycle == quarter)
                ?? own.FirstOrDefault(meeting => meeting.Cycle is null && meeting.On >= from && meeting.On <= to);
            if (planned is null)
            {
                return new PlannedMeeting(body.Code, days.Day(usualDay), quarter);
            }

            if (workingDays.WhyNot(planned.On) is { } reason)
            {
                Warnings.Add($"{body.Name} meets on {BritishWords.LongDate(planned.On)}, which is not a working day ({reason}).");
            }

            return planned;
        }

        private DateOnly ClosesOn(Stage stage) => days.Day(stages[stage].ClosesDay);

        private DateTime Closes(Stage stage) => LondonTime.ToUtc(ClosesOn(stage), stages[stage].ClosesAt);

        private DateTime Mail(DateOnly day) => LondonTime.ToUtc(day, settings.MailAt);

        private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

        private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
    }
}
