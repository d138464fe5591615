using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Timetables;
using QuarterlyCycle.Orchestrations.Calls;
using QuarterlyCycle.Orchestrations.Cycles;
using QuarterlyCycle.Orchestrations.Events;
using QuarterlyCycle.Orchestrations.Tests.Rehearsing;
using Xunit;

namespace QuarterlyCycle.Orchestrations.Tests.Cycles;

public sealed class RevisedTimetableTests
{
    [Fact]
    public async Task In_collection_the_reminders_and_the_cut_off_move_and_a_reminder_already_sent_comes_again()
    {
        await using Rehearsal quarter = WholeQuarter.Planned().On(15, 10, 11, act => act.Revise(AWeekLater));

        await quarter.Run();

        Assert.Equal(
            [
                "14 October: E2, 2 figures",
                "21 October: E2, 2 figures",
                "24 October: E3, 2 figures",
                "27 October: E4, 2 figures",
                "28 October: E5, 2 figures, E35 to o0009",
                "29 October: E6, 2 figures not supplied",
                "29 October: closed, NotReturned",
            ],
            quarter.Trace.About(WholeQuarter.Ann).Skip(2));
        Assert.Equal("28 October: E46, 3 missing", quarter.Trace.About("cycle")[2]);
    }

    [Fact]
    public async Task In_review_the_end_of_corrections_moves_and_nothing_is_repeated()
    {
        await using Rehearsal quarter = WholeQuarter.Planned()
            .On(9, 10, 11, act => act.Answer(WholeQuarter.Ann, "SS1", "SS3"))
            .On(23, 10, 11, act => act.Revise(dates => dates with { CorrectionsStopUtc = Quarter2.At(28, 10, 17), LateFiguresUtc = [.. dates.LateFiguresUtc, Quarter2.At(27, 10, 9)] }))
            .On(24, 10, 18, act => act.Answer(WholeQuarter.Ann, "SS3"))
            .On(28, 10, 11, act => act.Agree("SS1", "SS3"));

        await quarter.Run();

        Assert.Equal(
            ["20 October: E30, 2 of 2 figures in", "22 October: E31, 0 of 2 agreed", "27 October: E33, 1 late figures (27 October)", "28 October: figures locked, Agreed"],
            quarter.Trace.About(WholeQuarter.Lead));
    }

    [Fact]
    public async Task While_groups_meet_only_the_dates_of_the_named_group_move()
    {
        await using Rehearsal quarter = WholeQuarter.Planned().Collected()
            .On(3, 11, 11, act => act.Revise(dates => dates with
            {
                Groups = [dates.Groups[0] with { MeetingOn = new DateOnly(2025, 11, 6), AskUpdateUtc = Quarter2.At(7, 11, 9) }, dates.Groups[1]],
            }));

        await quarter.Run();

        Assert.Contains("7 November: E51", quarter.Trace.About(Quarter2.StaySafe));
        Assert.DoesNotContain("5 November: E51", quarter.Trace.About(Quarter2.StaySafe));
        Assert.Contains("5 November: E51", quarter.Trace.About(Quarter2.BeHealthy));
    }

    [Fact]
    public async Task Before_sign_off_is_due_the_vice_chair_waits_for_the_new_date()
    {
        await using Rehearsal quarter = WholeQuarter.Planned().Collected()
            .On(10, 11, 10, act => act.Issue(Quarter2.StaySafe))
            .On(12, 11, 8, act => act.Issue(Quarter2.StaySafe))
            .On(13, 11, 11, act => act.Revise(dates => dates with { Groups = [dates.Groups[0] with { SignOffDueUtc = Quarter2.At(17, 11, 9) }, dates.Groups[1]] }));

        await quarter.Run();

        Assert.Equal(
            ["9am 12 November: E52, version 2", "9am 13 November: E53, version 2", "9am 17 November: E52 to the vice-chair, version 2"],
            quarter.Trace.TimesAbout(Quarter2.StaySafe).TakeLast(4).Take(3));
    }

    [Fact]
    public async Task Before_the_board_the_request_for_decisions_and_the_end_move()
    {
        await using Rehearsal quarter = WholeQuarter.Planned().Collected().Met()
            .On(18, 11, 11, act => act.Revise(dates => dates with
            {
                Board = dates.Board with { MeetingOn = new DateOnly(2025, 12, 2), AskDecisionsUtc = Quarter2.At(3, 12, 9), RemindDecisionsUtc = Quarter2.At(8, 12, 9), LastUtc = Quarter2.At(12, 12, 17) },
            }));

        await quarter.Run();

        Assert.Equal(
            ["3 December: E64", "8 December: E64 again", "12 December: closed, NoDecisions"],
            quarter.Trace.About(Quarter2.Board).TakeLast(3));
        Assert.StartsWith("12 December: closed", quarter.Trace.About("cycle")[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stage_that_has_not_started_starts_on_its_new_day_with_its_new_dates()
    {
        await using Rehearsal quarter = WholeQuarter.Planned().Collected()
            .On(22, 10, 11, act => act.Revise(dates => dates with { SuggestClinicsUtc = Quarter2.At(29, 10, 9), CollateUtc = Quarter2.At(29, 10, 9) }));

        await quarter.Run();

        Assert.Equal("29 October: E47, version 1 to check", quarter.Trace.About(Quarter2.StaySafe)[0]);
        Assert.Contains("29 October: clinics suggested", quarter.Trace.About("cycle"));
    }

    [Fact]
    public async Task An_older_version_that_arrives_late_changes_nothing()
    {
        await using Rehearsal quarter = WholeQuarter.Planned()
            .On(15, 10, 11, act => act.Revise(AWeekLater));
        quarter.On(15, 10, 12, _ => quarter.Raise(Quarter2.Cycle, new TimetableRevised("late", quarter.NowUtc, "o0001", 1)));

        await quarter.Run();

        Assert.Contains("29 October: E6, 2 figures not supplied", quarter.Trace.About(WholeQuarter.Ann));
    }

    [Fact]
    public async Task A_timetable_that_cannot_be_read_is_recorded_and_the_old_dates_stand()
    {
        await using Rehearsal quarter = WholeQuarter.Planned().On(15, 10, 11, act => act.Revise(dates => dates with { CollateUtc = Quarter2.At(29, 10, 9) }));
        quarter.On(15, 10, 10, () => quarter.Records.Faults.Add(nameof(ReadTimetable), new InvalidOperationException("Version 2 is missing.")))
            .On(16, 10, 10, () => quarter.Records.Faults.Clear());

        QuarterlyCycleOutcome outcome = await quarter.Run();

        Assert.Contains("15 October: ReadTimetable of 2025-26-Q2: Version 2 is missing.", quarter.Trace.About("attention"));
        Assert.Equal("27 October: E47, version 1 to check", quarter.Trace.About(Quarter2.StaySafe)[0]);
        Assert.Equal(QuarterlyCycleResult.ClosedWithGaps, outcome.Result);
        Assert.True(outcome.FailedSteps >= 3);
    }

    private static Timetable AWeekLater(Timetable dates) => dates with
    {
        Chasing = [.. dates.Chasing.Select(date => date.Step is ChasingStep.Notice or ChasingStep.Request ? date : date with { AtUtc = Later(date.AtUtc) })],
        DueUtc = Later(dates.DueUtc),
        ClosingNoticeUtc = Later(dates.ClosingNoticeUtc),
        AnswersStopUtc = Later(dates.AnswersStopUtc),
    };

    private static DateTime Later(DateTime atUtc)
    {
        (DateOnly day, TimeOnly time) = LondonTime.FromUtc(atUtc);
        return LondonTime.ToUtc(day.AddDays(7), time);
    }
}
