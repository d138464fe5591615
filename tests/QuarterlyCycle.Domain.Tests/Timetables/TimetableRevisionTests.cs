using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Timetables;
using Xunit;

namespace QuarterlyCycle.Domain.Tests.Timetables;

public sealed class TimetableRevisionTests
{
    private static readonly Timetable Current = Cycles.Drawn("2025-26-Q2");

    [Fact]
    public void Moving_a_stage_is_a_new_version_with_its_reason()
    {
        Timetable moved = TimetableRevision.MoveStage(Current, StageName.Collect, 2, "The school census is late", WorkingDays.ByRule);
        Assert.Equal(2, moved.Version);
        Assert.Equal("The school census is late", moved.Reason);
        Assert.Equal("5pm on Tuesday 21 October 2025", BritishWords.Instant(moved.DueUtc));
        Assert.Equal("9am on Thursday 16 October 2025", BritishWords.Instant(moved.Chasing.Single(step => step.Step == ChasingStep.Reminder).AtUtc));
        Assert.Equal(Current.OpensUtc, moved.Chasing.Single(step => step.Step == ChasingStep.Request).AtUtc);
        Assert.Equal(Current.AnswersStopUtc, moved.AnswersStopUtc);
    }

    [Fact]
    public void A_moved_time_stays_the_same_on_London_clocks()
    {
        Timetable moved = TimetableRevision.MoveStage(Current, StageName.Review, 1, "Half term", WorkingDays.ByRule);
        Assert.Equal("5pm on Monday 27 October 2025", BritishWords.Instant(moved.CorrectionsStopUtc));
        Assert.Equal(17, moved.CorrectionsStopUtc.Hour);
    }

    [Fact]
    public void Dates_out_of_order_are_told_in_words()
    {
        Timetable moved = TimetableRevision.MoveStage(Current, StageName.LateAnswers, 5, "More time", WorkingDays.ByRule);
        Assert.Equal(["Corrections stop at 5pm on Friday 24 October 2025, before answers stop at 5pm on Wednesday 29 October 2025."], TimetableRevision.Conflicts(moved));
    }

    [Theory]
    [InlineData(StageName.Collect, 4, "Answers stop at 5pm on Wednesday 22 October 2025, before figures are due at 5pm on Thursday 23 October 2025.")]
    [InlineData(StageName.Review, 2, "Packs are built at 9am on Monday 27 October 2025, before corrections stop at 5pm on Tuesday 28 October 2025.")]
    [InlineData(StageName.Meet, 2, "Sign-off of the BH report is asked for at 9am on Wednesday 12 November 2025, before the BH update is due at 5pm on Thursday 13 November 2025.")]
    [InlineData(StageName.SignOff, 2, "The board's papers are published at 5pm on Monday 17 November 2025, before sign-off of the BH report is due at 5pm on Tuesday 18 November 2025.")]
    public void Each_pair_of_dates_that_must_keep_their_order_has_its_words(StageName stage, int by, string words) =>
        Assert.Equal([words], TimetableRevision.Conflicts(TimetableRevision.MoveStage(Current, stage, by, "More time", WorkingDays.ByRule)));

    [Fact]
    public void A_board_pack_is_not_built_after_it_is_published()
    {
        Timetable late = Current with { Board = Current.Board with { BuildUtc = Cycles.Utc("2025-11-18T09:00:00Z") } };
        Assert.Equal(
            ["The board's papers are published at 5pm on Monday 17 November 2025, before the board pack is built at 9am on Tuesday 18 November 2025."],
            TimetableRevision.Conflicts(late));
    }

    [Fact]
    public void Moving_the_board_moves_the_last_instant_of_the_groups()
    {
        Timetable moved = TimetableRevision.MoveStage(Current, StageName.Board, 1, "The chair is away", WorkingDays.ByRule);
        Assert.Equal(new DateOnly(2025, 11, 26), moved.Board.MeetingOn);
        Assert.Equal("5pm on Tuesday 18 November 2025", BritishWords.Instant(moved.Groups[0].LastUtc));
        Assert.Equal(moved.Board.LastUtc, moved.ClosesUtc);
    }

    [Fact]
    public void One_group_can_move_alone()
    {
        Timetable moved = TimetableRevision.MoveStage(Current, StageName.Meet, 1, "The room is taken", WorkingDays.ByRule, "no-such-group");
        Assert.Equal(Current.Groups, moved.Groups);
        Assert.Equal(new DateOnly(2025, 11, 5), TimetableRevision.MoveStage(Current, StageName.Meet, 1, "The room is taken", WorkingDays.ByRule, "BH").Groups[0].MeetingOn);
        Assert.Equal(new DateOnly(2025, 11, 13), LondonTime.DateOf(TimetableRevision.MoveStage(Current, StageName.SignOff, 1, "The chair is away", WorkingDays.ByRule).Groups[0].AskSignOffUtc));
        Assert.Equal(new DateOnly(2025, 11, 3), LondonTime.DateOf(TimetableRevision.MoveStage(Current, StageName.Collate, 1, "The printer is away", WorkingDays.ByRule).PapersOutUtc));
    }

    [Fact]
    public void A_deadline_missed_while_the_service_was_down_moves_to_five_on_the_next_working_day()
    {
        Timetable moved = TimetableRevision.AfterOutage(Current, Cycles.Utc("2025-10-17T15:00:00Z"), Cycles.Utc("2025-10-17T17:30:00Z"), WorkingDays.ByRule);
        Assert.Equal("5pm on Monday 20 October 2025", BritishWords.Instant(moved.DueUtc));
        Assert.Equal(Current.AnswersStopUtc, moved.AnswersStopUtc);
        Assert.Equal(2, moved.Version);
        Assert.Equal("The service was down from 4pm on Friday 17 October 2025 to 6:30pm on Friday 17 October 2025", moved.Reason);
    }

    [Fact]
    public void A_long_outage_never_leaves_answers_stopping_before_they_are_due()
    {
        Timetable moved = TimetableRevision.AfterOutage(Current, Cycles.Utc("2025-10-17T15:00:00Z"), Cycles.Utc("2025-10-22T15:00:00Z"), WorkingDays.ByRule);
        Assert.Equal("5pm on Thursday 23 October 2025", BritishWords.Instant(moved.DueUtc));
        Assert.Equal(moved.DueUtc, moved.AnswersStopUtc);
        Assert.Equal(Current.CorrectionsStopUtc, moved.CorrectionsStopUtc);
    }

    [Fact]
    public void Decisions_missed_keep_the_cycle_open()
    {
        Timetable moved = TimetableRevision.AfterOutage(Current, Cycles.Utc("2025-12-05T16:00:00Z"), Cycles.Utc("2025-12-05T18:00:00Z"), WorkingDays.ByRule);
        Assert.Equal("5pm on Monday 8 December 2025", BritishWords.Instant(moved.ClosesUtc));
        Assert.Equal(moved.ClosesUtc, moved.Board.LastUtc);
    }

    [Fact]
    public void An_outage_without_a_deadline_changes_nothing() =>
        Assert.Same(Current, TimetableRevision.AfterOutage(Current, Cycles.Utc("2025-10-08T15:00:00Z"), Cycles.Utc("2025-10-09T15:00:00Z"), WorkingDays.ByRule));

    [Fact]
    public void A_deadline_that_passed_before_the_outage_does_not_move_with_a_later_one()
    {
        Timetable moved = TimetableRevision.AfterOutage(Current, Cycles.Utc("2025-10-22T15:00:00Z"), Cycles.Utc("2025-10-22T17:30:00Z"), WorkingDays.ByRule);
        Assert.Equal(Current.DueUtc, moved.DueUtc);
        Assert.Equal("5pm on Thursday 23 October 2025", BritishWords.Instant(moved.AnswersStopUtc));
    }

    [Fact]
    public void What_has_passed_is_not_drawn_again()
    {
        Timetable redrawn = Cycles.Draw("2025-26-Q2", settings: new TimetableSettings { NoticeBeforeOpening = 3, ReminderBeforeDue = 1 }).Timetable!;
        Timetable replaced = TimetableRevision.Replace(Current, redrawn, "Later reminder", Cycles.Utc("2025-10-07T12:00:00Z"));
        Assert.Equal(Current.NoticeUtc, replaced.NoticeUtc);
        Assert.Equal(Current.NoticeUtc, replaced.Chasing[0].AtUtc);
        Assert.Equal("9am on Thursday 16 October 2025", BritishWords.Instant(replaced.Chasing.Single(step => step.Step == ChasingStep.Reminder).AtUtc));
        Assert.Equal(2, replaced.Version);
    }
}
