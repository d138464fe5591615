using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.Domain.Timetables;

/// <summary>A drawn timetable, or the faults that stopped it; warnings stop nothing.</summary>
public sealed record TimetableDraft(Timetable? Timetable, IReadOnlyList<string> Faults, IReadOnlyList<string> Warnings);

/// <summary>Turns a quarter, the stages and the meetings into the instants of one cycle.</summary>
public static class TimetablePlanner
{
    // A body that meets quarterly has exactly one meeting in thirteen weeks.
    private const int DaysInAQuarter = 91;

    /// <summary>Draws the timetable of a quarter as the plan has it: forward from the end of the quarter, or back from the meeting of the board.</summary>
    public static TimetableDraft Draw(Plan plan, Quarter quarter)
    {
        TimetableSettings settings = TimetableSettings.Of(plan.Partnership);
        IReadOnlyList<StageRow> stages = StageTemplates.For(plan.Partnership.Template, plan.Stages);
        WorkingDays workingDays = new(plan.Calendar);
        TimetableDraft forward = Draw(quarter, settings, stages, plan.Meetings, plan.Bodies, workingDays);
        if (forward.Timetable is null || StageTemplates.From(plan.Partnership) == TimetableFrom.QuarterEnd)
        {
            return forward;
        }

        Body board = ReportingBodies.Board(plan.Bodies)!;
        StageRow boardStage = stages.Single(stage => stage.Stage == StageName.Board);
        DateOnly earliest = new CycleDays(quarter, settings.WeekRule, workingDays).Day(boardStage.OpensDay + settings.BoardMeetsAfterOpening);
        return PlannedMeeting(plan.Meetings, board.Code, quarter, earliest, earliest.AddDays(DaysInAQuarter - 1)) is { } meeting
            ? DrawBack(quarter, meeting.Date, settings, stages, plan.Meetings, plan.Bodies, workingDays)
            : forward with { Warnings = [$"No meeting of {board.Name} is planned for quarter {quarter.Code}, so the dates run from the end of the quarter. Add the meeting to the plan's sheet meetings.", .. forward.Warnings] };
    }

    /// <summary>Draws the timetable forward from the end of the quarter.</summary>
    public static TimetableDraft Draw(
        Quarter quarter,
        TimetableSettings settings,
        IReadOnlyList<StageRow> stages,
        IReadOnlyList<Meeting> meetings,
        IReadOnlyList<Body> bodies,
        WorkingDays workingDays) =>
        Draw(quarter, new CycleDays(quarter, settings.WeekRule, workingDays), settings, stages, meetings, bodies, workingDays);

    /// <summary>Draws the timetable back from the board's meeting; refused when day 1 would lie in the quarter itself.</summary>
    public static TimetableDraft DrawBack(
        Quarter quarter,
        DateOnly boardMeeting,
        TimetableSettings settings,
        IReadOnlyList<StageRow> stages,
        IReadOnlyList<Meeting> meetings,
        IReadOnlyList<Body> bodies,
        WorkingDays workingDays)
    {
        IReadOnlyList<string> faults = StageTemplates.Faults(stages);
        if (faults.Count > 0)
        {
            return new TimetableDraft(null, faults, []);
        }

        int meetingDay = stages.Single(stage => stage.Stage == StageName.Board).OpensDay + settings.BoardMeetsAfterOpening;
        DateOnly firstDay = workingDays.Add(boardMeeting, 1 - meetingDay);
        if (firstDay <= quarter.LastDay)
        {
            int missing = workingDays.Between(firstDay.AddDays(-1), quarter.LastDay.AddDays(1));
            return new TimetableDraft(null, [$"A board meeting on {BritishWords.LongDate(boardMeeting)} would start the cycle on {BritishWords.LongDate(firstDay)}, {Count(missing, "working day")} before the quarter is over."], []);
        }

        string? board = ReportingBodies.Board(bodies)?.Code;
        List<Meeting> withBoard = [.. meetings.Where(meeting => meeting.Body != board)];
        if (board is not null)
        {
            Meeting? planned = meetings.FirstOrDefault(meeting => meeting.Body == board && meeting.Date == boardMeeting);
            withBoard.Add((planned ?? new Meeting { Body = board, Date = boardMeeting }) with { Cycle = quarter.Period });
        }

        return Draw(quarter, CycleDays.From(firstDay, settings.WeekRule, workingDays), settings, stages, withBoard, bodies, workingDays);
    }

    private static TimetableDraft Draw(
        Quarter quarter,
        CycleDays days,
        TimetableSettings settings,
        IReadOnlyList<StageRow> stages,
        IReadOnlyList<Meeting> meetings,
        IReadOnlyList<Body> bodies,
        WorkingDays workingDays)
    {
        List<string> faults = [.. StageTemplates.Faults(stages)];
        Body? board = ReportingBodies.Board(bodies);
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
        List<GroupDates> groups = [.. ReportingBodies.Groups(bodies).Select(group => drawing.DrawGroup(group, boardDates.PublicationUtc))];
        return new TimetableDraft(drawing.Assemble(groups, boardDates), [], drawing.Warnings);
    }

    // The meeting that the plan gives to this quarter, or else one without a quarter that lies between these days.
    private static Meeting? PlannedMeeting(IEnumerable<Meeting> meetings, string body, Quarter quarter, DateOnly from, DateOnly to)
    {
        Meeting[] own = [.. meetings.Where(meeting => meeting.Body == body).OrderBy(meeting => meeting.Date)];
        return own.FirstOrDefault(meeting => meeting.Cycle == quarter.Period)
            ?? own.FirstOrDefault(meeting => meeting.Cycle is null && meeting.Date >= from && meeting.Date <= to);
    }

    private static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : FormattableString.Invariant($"{number} {noun}s");

    private sealed class Drawing(
        Quarter quarter,
        CycleDays days,
        TimetableSettings settings,
        Dictionary<StageName, StageRow> stages,
        IReadOnlyList<Meeting> meetings,
        WorkingDays workingDays)
    {
        public List<string> Warnings { get; } = [];

        public Timetable Assemble(IReadOnlyList<GroupDates> groups, BoardDates board)
        {
            DateOnly opens = days.Day(stages[StageName.Collect].OpensDay);
            DateOnly due = ClosesOn(StageName.Collect);
            DateOnly answersStop = ClosesOn(StageName.LateAnswers);
            DateOnly correctionsStop = ClosesOn(StageName.Review);
            StageRow review = stages[StageName.Review];
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
                days.WeeksTo(stages[StageName.Board].ClosesDay),
                chasing[0].AtUtc,
                Mail(opens),
                [.. chasing.OrderBy(step => step.AtUtc)],
                Closes(StageName.Collect),
                Mail(workingDays.Add(answersStop, -settings.ClosingNoticeBeforeAnswersStop)),
                Closes(StageName.LateAnswers),
                Mail(days.Day(review.OpensDay)),
                Mail(workingDays.Add(correctionsStop, -settings.ReviewReminderBeforeCorrectionsStop)),
                [.. Enumerable.Range(review.OpensDay, review.ClosesDay - review.OpensDay + 1).Select(day => Mail(days.Day(day))).Distinct()],
                Closes(StageName.Review),
                Mail(days.Day(stages[StageName.Collate].OpensDay)),
                Mail(days.Day(stages[StageName.Collate].OpensDay)),
                Closes(StageName.Collate),
                groups,
                board,
                board.LastUtc);
        }

        public BoardDates DrawBoard(Body board)
        {
            int opensDay = stages[StageName.Board].OpensDay;
            Meeting meeting = MeetingOf(board, opensDay + settings.BoardMeetsAfterOpening, days.Day(opensDay), days.Day(opensDay).AddDays(DaysInAQuarter));
            DateOnly publication = Publication.LatestDay(meeting.Date, settings.ClearDays, workingDays);
            DateOnly signOffDue = ClosesOn(StageName.SignOff);
            DateOnly build = days.Day(stages[StageName.Board].OpensDay);
            if (meeting.Public && publication < build)
            {
                Warnings.Add($"{board.Name} meets on {BritishWords.LongDate(meeting.Date)}. To leave {Count(settings.ClearDays, "clear day")}, its papers must be published by {BritishWords.LongDate(publication)} and signed off before that, but sign-off is due on {BritishWords.LongDate(signOffDue)}.");
            }

            DateOnly asked = workingDays.After(meeting.Date);
            DateOnly earliestDue = workingDays.Add(asked, settings.DecisionsAtLeastAfterAsking);
            DateOnly due = ClosesOn(StageName.Board);
            if (due < earliestDue)
            {
                Warnings.Add($"{board.Name} meets on {BritishWords.LongDate(meeting.Date)}, so its decisions are due on {BritishWords.LongDate(earliestDue)} instead of {BritishWords.LongDate(due)}.");
                due = earliestDue;
            }

            DateOnly atRisk = workingDays.Add(signOffDue, -settings.AtRiskBeforeSignOffDue);
            DateTime dueUtc = LondonTime.ToUtc(due, stages[StageName.Board].ClosesAt);
            return new BoardDates(
                board.Code,
                meeting.Date,
                Mail(Earlier(atRisk, workingDays.Before(publication))),
                Mail(Earlier(build, publication)),
                LondonTime.ToUtc(publication, stages[StageName.Board].ClosesAt),
                Mail(asked),
                Mail(workingDays.Add(asked, settings.DecisionsReminderAfterAsking)),
                dueUtc,
                dueUtc);
        }

        public GroupDates DrawGroup(Body group, DateTime publicationUtc)
        {
            DateOnly papersOut = ClosesOn(StageName.Collate);
            Meeting meeting = MeetingOf(group, stages[StageName.Meet].OpensDay + settings.GroupMeetsAfterOpening, papersOut, ClosesOn(StageName.SignOff));
            if (meeting.Date <= papersOut)
            {
                Warnings.Add($"{group.Name} meets on {BritishWords.LongDate(meeting.Date)}, but its papers are out on {BritishWords.LongDate(papersOut)}.");
            }

            // A late meeting pushes the later steps: a group cannot report before it has met, nor a chair sign before the report.
            DateOnly askUpdate = workingDays.After(meeting.Date);
            DateOnly updateDue = Later(ClosesOn(StageName.Meet), askUpdate);
            DateOnly askSignOff = Later(days.Day(stages[StageName.SignOff].OpensDay), workingDays.After(updateDue));
            DateOnly signOffDue = Later(ClosesOn(StageName.SignOff), workingDays.After(askSignOff));
            DateTime signOffDueUtc = LondonTime.ToUtc(signOffDue, stages[StageName.SignOff].ClosesAt);
            if (signOffDueUtc > publicationUtc && ClosesOn(StageName.SignOff) < signOffDue)
            {
                Warnings.Add($"{group.Name} meets on {BritishWords.LongDate(meeting.Date)}, which is too late for its chair to sign off before the board's papers are published on {BritishWords.LongDate(LondonTime.DateOf(publicationUtc))}.");
            }

            return new GroupDates(
                group.Code,
                meeting.Date,
                Mail(askUpdate),
                LondonTime.ToUtc(updateDue, stages[StageName.Meet].ClosesAt),
                Mail(askSignOff),
                Mail(workingDays.Add(signOffDue, -settings.SignOffReminderBeforeDue)),
                signOffDueUtc,
                publicationUtc);
        }

        // Meetings are fixed by people: a planned one is never moved, not even off a holiday.
        private Meeting MeetingOf(Body body, int usualDay, DateOnly from, DateOnly to)
        {
            if (PlannedMeeting(meetings, body.Code, quarter, from, to) is not { } planned)
            {
                return new Meeting { Body = body.Code, Date = days.Day(usualDay), Cycle = quarter.Period };
            }

            if (workingDays.WhyNot(planned.Date) is { } reason)
            {
                Warnings.Add($"{body.Name} meets on {BritishWords.LongDate(planned.Date)}, which is not a working day ({reason}).");
            }

            return planned;
        }

        private DateOnly ClosesOn(StageName stage) => days.Day(stages[stage].ClosesDay);

        private DateTime Closes(StageName stage) => LondonTime.ToUtc(ClosesOn(stage), stages[stage].ClosesAt);

        private DateTime Mail(DateOnly day) => LondonTime.ToUtc(day, settings.MailAt);

        private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

        private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
    }
}
