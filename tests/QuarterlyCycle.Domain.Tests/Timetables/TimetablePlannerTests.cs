using System.Text.Json;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Timetables;
using Xunit;

namespace QuarterlyCycle.Domain.Tests.Timetables;

public sealed class TimetablePlannerTests
{
    [Fact]
    public void Quarter_2_of_2025_26_has_the_dates_that_every_letter_names()
    {
        Timetable timetable = Cycles.Drawn("2025-26-Q2");
        Assert.Equal("9am on Monday 29 September 2025", Words(timetable.NoticeUtc));
        Assert.Equal("9am on Monday 6 October 2025", Words(timetable.OpensUtc));
        Assert.Equal("5pm on Friday 17 October 2025", Words(timetable.DueUtc));
        Assert.Equal("9am on Tuesday 21 October 2025", Words(timetable.ClosingNoticeUtc));
        Assert.Equal("5pm on Wednesday 22 October 2025", Words(timetable.AnswersStopUtc));
        Assert.Equal("9am on Monday 20 October 2025", Words(timetable.ReviewOpensUtc));
        Assert.Equal("9am on Wednesday 22 October 2025", Words(timetable.ReviewReminderUtc));
        Assert.Equal("5pm on Friday 24 October 2025", Words(timetable.CorrectionsStopUtc));
        Assert.Equal("9am on Monday 27 October 2025", Words(timetable.CollateUtc));
        Assert.Equal("5pm on Friday 31 October 2025", Words(timetable.PapersOutUtc));
        Assert.Equal(
            ["9am on Monday 20 October 2025", "9am on Tuesday 21 October 2025", "9am on Wednesday 22 October 2025", "9am on Thursday 23 October 2025", "9am on Friday 24 October 2025"],
            timetable.LateFiguresUtc.Select(Words));

        GroupDates group = Assert.Single(timetable.Groups);
        Assert.Equal(new DateOnly(2025, 11, 4), group.MeetingOn);
        Assert.Equal("9am on Wednesday 5 November 2025", Words(group.AskUpdateUtc));
        Assert.Equal("5pm on Tuesday 11 November 2025", Words(group.UpdateDueUtc));
        Assert.Equal("9am on Wednesday 12 November 2025", Words(group.AskSignOffUtc));
        Assert.Equal("9am on Thursday 13 November 2025", Words(group.SignOffReminderUtc));
        Assert.Equal("5pm on Friday 14 November 2025", Words(group.SignOffDueUtc));
        Assert.Equal("5pm on Monday 17 November 2025", Words(group.LastUtc));

        BoardDates board = timetable.Board;
        Assert.Equal("9am on Thursday 13 November 2025", Words(board.AtRiskUtc));
        Assert.Equal("9am on Monday 17 November 2025", Words(board.BuildUtc));
        Assert.Equal("5pm on Monday 17 November 2025", Words(board.PublicationUtc));
        Assert.Equal(new DateOnly(2025, 11, 25), board.MeetingOn);
        Assert.Equal("9am on Wednesday 26 November 2025", Words(board.AskDecisionsUtc));
        Assert.Equal("9am on Monday 1 December 2025", Words(board.RemindDecisionsUtc));
        Assert.Equal("5pm on Friday 5 December 2025", Words(board.DecisionsDueUtc));
        Assert.Equal(board.LastUtc, timetable.ClosesUtc);
        Assert.Empty(TimetableRevision.Conflicts(timetable));
    }

    [Fact]
    public void The_ladder_climbs_from_a_week_before_to_the_last_call() =>
        Assert.Equal(
            [
                "Notice 9am on Monday 29 September 2025",
                "Request 9am on Monday 6 October 2025",
                "Reminder 9am on Tuesday 14 October 2025",
                "DueToday 9am on Friday 17 October 2025",
                "Overdue 9am on Monday 20 October 2025",
                "LastCall 9am on Tuesday 21 October 2025",
            ],
            Cycles.Drawn("2025-26-Q2").Chasing.Select(step => $"{step.Step} {Words(step.AtUtc)}"));

    [Theory]
    [InlineData("2025-26-Q1", "Monday 7 July 2025", "Friday 18 July 2025", "Monday 18 August 2025", "Wednesday 27 August 2025", "Monday 8 September 2025")]
    [InlineData("2025-26-Q3", "Monday 5 January 2026", "Friday 16 January 2026", "Monday 16 February 2026", "Tuesday 24 February 2026", "Friday 6 March 2026")]
    [InlineData("2025-26-Q4", "Tuesday 7 April 2026", "Monday 20 April 2026", "Wednesday 20 May 2026", "Friday 29 May 2026", "Wednesday 10 June 2026")]
    public void Bank_holidays_lengthen_their_week_and_no_stage_loses_a_day(string quarter, string opens, string due, string publication, string meeting, string closes)
    {
        Timetable timetable = Cycles.Drawn(quarter);
        Assert.Equal("9am on " + opens, Words(timetable.OpensUtc));
        Assert.Equal("5pm on " + due, Words(timetable.DueUtc));
        Assert.Equal("5pm on " + publication, Words(timetable.Board.PublicationUtc));
        Assert.Equal(meeting, BritishWords.LongDate(timetable.Board.MeetingOn));
        Assert.Equal("5pm on " + closes, Words(timetable.ClosesUtc));
        Assert.Empty(TimetableRevision.Conflicts(timetable));
    }

    [Fact]
    public void Five_in_the_afternoon_is_another_instant_after_the_clocks_have_changed()
    {
        Timetable timetable = Cycles.Drawn("2025-26-Q2");
        Assert.Equal(16, timetable.CorrectionsStopUtc.Hour);
        Assert.Equal(17, timetable.PapersOutUtc.Hour);
        Assert.Equal(9, timetable.CollateUtc.Hour);
        Assert.Equal(8, timetable.ReviewOpensUtc.Hour);
    }

    [Fact]
    public void By_the_calendar_rule_dates_keep_their_weekday()
    {
        TimetableSettings settings = new() { WeekRule = WeekRule.Calendar };
        Timetable timetable = Cycles.Draw("2025-26-Q4", settings: settings).Timetable!;
        Assert.Equal("9am on Tuesday 7 April 2026", Words(timetable.OpensUtc));
        Assert.Equal("5pm on Friday 17 April 2026", Words(timetable.DueUtc));
        Assert.Equal(new DateOnly(2026, 5, 5), timetable.WeeksStartOn[4]);
    }

    [Fact]
    public void A_planned_meeting_stands_and_the_later_steps_follow_it()
    {
        Meeting late = Cycles.Meeting("BH", new DateOnly(2025, 11, 12), "2025-26 Q2");
        GroupDates group = Assert.Single(Cycles.Draw("2025-26-Q2", meetings: [late]).Timetable!.Groups);
        Assert.Equal(new DateOnly(2025, 11, 12), group.MeetingOn);
        Assert.Equal("5pm on Thursday 13 November 2025", Words(group.UpdateDueUtc));
        Assert.Equal("9am on Friday 14 November 2025", Words(group.AskSignOffUtc));
        Assert.Equal("5pm on Monday 17 November 2025", Words(group.SignOffDueUtc));
    }

    [Fact]
    public void A_group_that_meets_too_late_for_its_signature_is_named_with_both_dates()
    {
        Meeting late = Cycles.Meeting("BH", new DateOnly(2025, 11, 13), "2025-26 Q2");
        string warning = Assert.Single(Cycles.Draw("2025-26-Q2", meetings: [late]).Warnings);
        Assert.Equal("Be Healthy meets on Thursday 13 November 2025, which is too late for its chair to sign off before the board's papers are published on Monday 17 November 2025.", warning);
    }

    [Fact]
    public void A_board_meeting_that_leaves_no_clear_days_is_warned_of_with_its_dates()
    {
        Meeting early = Cycles.Meeting("CB", new DateOnly(2025, 11, 20), "2025-26 Q2");
        TimetableDraft draft = Cycles.Draw("2025-26-Q2", meetings: [early]);
        Assert.Equal(
            "Commissioning Board meets on Thursday 20 November 2025. To leave 5 clear days, its papers must be published by Wednesday 12 November 2025 and signed off before that, but sign-off is due on Friday 14 November 2025.",
            Assert.Single(draft.Warnings));
        Assert.Equal("5pm on Wednesday 12 November 2025", Words(draft.Timetable!.Board.PublicationUtc));
    }

    [Fact]
    public void Wales_needs_three_clear_days()
    {
        Timetable timetable = Cycles.Draw("2025-26-Q2", settings: new TimetableSettings { ClearDays = 3 }).Timetable!;
        Assert.Equal("5pm on Wednesday 19 November 2025", Words(timetable.Board.PublicationUtc));
    }

    [Fact]
    public void A_late_board_meeting_moves_only_its_own_decisions()
    {
        Meeting late = Cycles.Meeting("CB", new DateOnly(2025, 12, 4));
        TimetableDraft draft = Cycles.Draw("2025-26-Q2", meetings: [late]);
        Assert.Equal("5pm on Friday 12 December 2025", Words(draft.Timetable!.Board.DecisionsDueUtc));
        Assert.Equal(
            "Commissioning Board meets on Thursday 4 December 2025, so its decisions are due on Friday 12 December 2025 instead of Friday 5 December 2025.",
            Assert.Single(draft.Warnings));
    }

    [Fact]
    public void A_group_that_meets_before_its_papers_are_out_is_named_with_both_dates()
    {
        Meeting early = Cycles.Meeting("BH", new DateOnly(2025, 10, 30), "2025-26 Q2");
        Assert.Contains(
            "Be Healthy meets on Thursday 30 October 2025, but its papers are out on Friday 31 October 2025.",
            Cycles.Draw("2025-26-Q2", meetings: [early]).Warnings);
    }

    [Fact]
    public void A_meeting_on_a_day_that_is_not_worked_is_warned_of_and_not_moved()
    {
        Meeting saturday = Cycles.Meeting("BH", new DateOnly(2025, 11, 8), "2025-26 Q2");
        TimetableDraft draft = Cycles.Draw("2025-26-Q2", meetings: [saturday]);
        Assert.Equal(new DateOnly(2025, 11, 8), draft.Timetable!.Groups[0].MeetingOn);
        Assert.Equal("Be Healthy meets on Saturday 8 November 2025, which is not a working day (Saturday).", Assert.Single(draft.Warnings));
    }

    [Fact]
    public void A_meeting_of_another_quarter_is_not_taken()
    {
        Meeting other = Cycles.Meeting("BH", new DateOnly(2025, 11, 6), "2025-26 Q1");
        Assert.Equal(new DateOnly(2025, 11, 4), Cycles.Draw("2025-26-Q2", meetings: [other]).Timetable!.Groups[0].MeetingOn);
    }

    [Fact]
    public void A_timetable_can_be_drawn_back_from_the_board()
    {
        TimetableDraft draft = TimetablePlanner.DrawBack(Quarter.Parse("2025-26-Q2"), new DateOnly(2025, 11, 25), new TimetableSettings(), StageTemplates.Derby, [], Cycles.Bodies, WorkingDays.ByRule);
        Assert.Equal(Cycles.Drawn("2025-26-Q2").DueUtc, draft.Timetable!.DueUtc);
    }

    [Fact]
    public void A_board_too_early_to_draw_back_from_is_refused_by_working_days()
    {
        TimetableDraft draft = TimetablePlanner.DrawBack(Quarter.Parse("2025-26-Q2"), new DateOnly(2025, 11, 18), new TimetableSettings(), StageTemplates.Derby, [], Cycles.Bodies, WorkingDays.ByRule);
        Assert.Null(draft.Timetable);
        Assert.Equal("A board meeting on Tuesday 18 November 2025 would start the cycle on Monday 29 September 2025, 2 working days before the quarter is over.", Assert.Single(draft.Faults));
    }

    [Fact]
    public void Stages_of_the_plan_take_the_place_of_the_templates()
    {
        StageRow longer = Cycles.Collect(12, new TimeOnly(12, 0));
        IReadOnlyList<StageRow> stages = StageTemplates.For("derby", [longer]);
        Timetable timetable = Cycles.Draw("2025-26-Q2", stages: stages).Timetable!;
        Assert.Equal("midday on Tuesday 21 October 2025", Words(timetable.DueUtc));
    }

    [Fact]
    public void A_plan_draws_its_own_timetable()
    {
        Plan plan = new()
        {
            Partnership = new PartnershipSettings { Name = "Derby", ClearDays = 3 },
            Bodies = Cycles.Bodies,
            Calendar = [new CalendarOverride(new DateOnly(2025, 10, 6), CalendarOverrideKind.Closure, "Building closed")],
        };
        Timetable timetable = TimetablePlanner.Draw(plan, Quarter.Parse("2025-26-Q2")).Timetable!;
        Assert.Equal("9am on Tuesday 7 October 2025", Words(timetable.OpensUtc));
        Assert.Equal("5pm on Thursday 20 November 2025", Words(timetable.Board.PublicationUtc));
    }

    [Fact]
    public void Stages_in_the_wrong_order_are_a_fault_in_words()
    {
        StageRow late = Cycles.Collect(14, new TimeOnly(17, 0));
        TimetableDraft draft = Cycles.Draw("2025-26-Q2", stages: StageTemplates.For("derby", [late]));
        Assert.Null(draft.Timetable);
        Assert.Equal("late-answers must not close before collect closes.", Assert.Single(draft.Faults));
    }

    [Fact]
    public void Every_fault_of_the_stages_is_told_at_once()
    {
        IReadOnlyList<StageRow> stages =
        [
            .. StageTemplates.Derby.Where(stage => stage.Stage is not StageName.Review),
            StageTemplates.Derby[0] with { OpensDay = 0 },
            StageTemplates.Derby.Single(stage => stage.Stage == StageName.Review) with { OpensDay = 9, ClosesDay = 8 },
        ];
        Assert.Equal(
            ["collect must open on day 1 or later.", "review must not close before it opens.", "collect is there twice."],
            Cycles.Draw("2025-26-Q2", stages: stages).Faults);
        Assert.Equal(["review has no days."], Cycles.Draw("2025-26-Q2", stages: [.. StageTemplates.Derby.Where(stage => stage.Stage is not StageName.Review)]).Faults);
    }

    [Fact]
    public void A_cycle_without_a_board_is_a_fault()
    {
        TimetableDraft draft = TimetablePlanner.Draw(Quarter.Parse("2025-26-Q2"), new TimetableSettings(), StageTemplates.Derby, [], [], WorkingDays.ByRule);
        Assert.Equal(["There is no board to report to."], draft.Faults);
    }

    [Fact]
    public void A_timetable_survives_being_written_as_json()
    {
        Timetable timetable = Cycles.Drawn("2025-26-Q2");
        string written = JsonSerializer.Serialize(timetable);
        Timetable read = JsonSerializer.Deserialize<Timetable>(written)!;
        Assert.Equal(written, JsonSerializer.Serialize(read));
        Assert.Equal(DateTimeKind.Utc, read.DueUtc.Kind);
        Assert.True(written.Length < 4096, $"{written.Length}");
    }

    [Theory]
    [InlineData("2025-10-05T12:00:00Z", null, null)]
    [InlineData("2025-10-06T08:00:00Z", 1, StageName.Collect)]
    [InlineData("2025-10-12T23:30:00Z", 2, StageName.Collect)]
    [InlineData("2025-10-18T12:00:00Z", 2, StageName.LateAnswers)]
    [InlineData("2025-10-20T08:00:00Z", 3, StageName.Review)]
    [InlineData("2025-10-27T09:00:00Z", 4, StageName.Collate)]
    [InlineData("2025-11-04T09:00:00Z", 5, StageName.Meet)]
    [InlineData("2025-11-13T09:00:00Z", 6, StageName.SignOff)]
    [InlineData("2025-11-25T09:00:00Z", 8, StageName.Board)]
    [InlineData("2025-12-05T16:59:00Z", 9, StageName.Board)]
    [InlineData("2025-12-05T17:00:00Z", null, null)]
    public void Week_and_stage_are_known_at_every_instant(string utc, int? week, StageName? stage)
    {
        Timetable timetable = Cycles.Drawn("2025-26-Q2");
        Assert.Equal(week, TimetableProgress.WeekAt(timetable, Cycles.Utc(utc)));
        Assert.Equal(stage, TimetableProgress.StageAt(timetable, Cycles.Utc(utc)));
    }

    private static string Words(DateTime instantUtc) => BritishWords.Instant(instantUtc);
}
