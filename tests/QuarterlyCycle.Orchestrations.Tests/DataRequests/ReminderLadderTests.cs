using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Timetables;
using QuarterlyCycle.Orchestrations.Calls;
using QuarterlyCycle.Orchestrations.DataRequests;
using QuarterlyCycle.Orchestrations.Events;
using QuarterlyCycle.Orchestrations.Tests.Rehearsing;
using Xunit;

namespace QuarterlyCycle.Orchestrations.Tests.DataRequests;

public sealed class ReminderLadderTests
{
    private static ReminderLadder Ladder => new(Quarter2.Timetable.Chasing, Quarter2.Timetable.AnswersStopUtc);

    [Fact]
    public void The_next_instant_is_the_next_mail_and_in_the_end_the_cut_off()
    {
        ReminderLadder ladder = Ladder;
        List<DateTime> instants = [];
        while (ladder.Steps.Count > 0)
        {
            instants.Add(ladder.NextUtc);
            ladder = ladder.After(ladder.NewestDue(ladder.NextUtc)!);
        }

        Assert.Equal(Quarter2.Timetable.Chasing.Select(date => date.AtUtc), instants);
        Assert.Equal(Quarter2.Timetable.AnswersStopUtc, ladder.NextUtc);
        Assert.False(ladder.IsOver(Quarter2.Timetable.AnswersStopUtc.AddTicks(-1)));
        Assert.True(ladder.IsOver(Quarter2.Timetable.AnswersStopUtc));
    }

    [Fact]
    public void Nothing_is_due_before_its_instant() =>
        Assert.Null(Ladder.NewestDue(Quarter2.Timetable.NoticeUtc.AddTicks(-1)));

    [Fact]
    public void Of_several_overdue_mails_only_the_newest_is_sent_but_never_without_the_request()
    {
        DateTime back = Quarter2.At(20, 10, 12);
        ReminderLadder ladder = Ladder;

        LadderStep first = ladder.NewestDue(back)!;
        ladder = ladder.After(first);
        LadderStep second = ladder.NewestDue(back)!;
        ladder = ladder.After(second);

        Assert.Equal(ChasingStep.Request, first.Step);
        Assert.Equal(ChasingStep.Overdue, second.Step);
        Assert.Null(ladder.NewestDue(back));
        Assert.Equal([ChasingStep.LastCall], ladder.Steps.Select(step => step.Step));
    }

    [Fact]
    public void An_extension_brings_its_own_round_and_leaves_the_first_round_and_the_cut_off()
    {
        ReminderLadder asked = Ladder.After(Ladder.Steps[1]);

        ReminderLadder extended = asked.With(Extension([
            new(ChasingStep.Request, Quarter2.At(13, 10, 9)),
            new(ChasingStep.DueToday, Quarter2.At(20, 10, 9)),
            new(ChasingStep.LastCall, Quarter2.At(22, 10, 9))]));

        Assert.Equal(
            [(ChasingStep.Reminder, 1), (ChasingStep.DueToday, 1), (ChasingStep.Overdue, 1), (ChasingStep.DueToday, 2), (ChasingStep.LastCall, 1), (ChasingStep.LastCall, 2)],
            extended.Steps.Select(step => (step.Step, step.Round)));
        Assert.Equal(Quarter2.Timetable.AnswersStopUtc, extended.AnswersStopUtc);
    }

    [Fact]
    public void An_extension_without_its_own_mails_reminds_once_when_its_figures_become_overdue()
    {
        ReminderLadder extended = Ladder.With(Extension(null));

        LadderStep step = Assert.Single(extended.Steps, step => step.Round == 2);
        Assert.Equal(new LadderStep(ChasingStep.Overdue, 2, Quarter2.At(20, 10, 17)), step);
    }

    [Fact]
    public void Mails_of_different_rounds_do_not_replace_each_other()
    {
        ReminderLadder ladder = Ladder.After(Ladder.Steps[1]).With(Extension([new(ChasingStep.DueToday, Quarter2.At(20, 10, 9))]));
        DateTime back = Quarter2.At(21, 10, 12);

        LadderStep first = ladder.NewestDue(back)!;
        LadderStep second = ladder.After(first).NewestDue(back)!;

        Assert.Equal((ChasingStep.LastCall, 1), (first.Step, first.Round));
        Assert.Equal((ChasingStep.DueToday, 2), (second.Step, second.Round));
    }

    [Fact]
    public void A_revised_timetable_moves_the_mails_ahead_and_the_cut_off_in_the_same_round()
    {
        Timetable revised = Moved(days: 7);

        ReminderLadder ladder = Ladder.After(Ladder.Steps[1]).With(revised, Quarter2.At(8, 10, 12));

        Assert.Equal(
            [(ChasingStep.Reminder, 1, Quarter2.At(21, 10, 9)), (ChasingStep.DueToday, 1, Quarter2.At(24, 10, 9)), (ChasingStep.Overdue, 1, Quarter2.At(27, 10, 9)), (ChasingStep.LastCall, 1, Quarter2.At(28, 10, 9))],
            ladder.Steps.Select(step => (step.Step, step.Round, step.AtUtc)));
        Assert.Equal(revised.AnswersStopUtc, ladder.AnswersStopUtc);
    }

    [Fact]
    public void A_reminder_already_sent_comes_again_in_a_new_round_when_its_date_moves_ahead()
    {
        ReminderLadder reminded = Ladder.After(Ladder.Steps[1]);
        reminded = reminded.After(reminded.Steps[0]);

        ReminderLadder ladder = reminded.With(Moved(days: 7), Quarter2.At(15, 10, 12));

        Assert.Equal(
            [(ChasingStep.Reminder, 2), (ChasingStep.DueToday, 2), (ChasingStep.Overdue, 2), (ChasingStep.LastCall, 2)],
            ladder.Steps.Select(step => (step.Step, step.Round)));
    }

    [Fact]
    public void A_request_already_sent_is_never_sent_again()
    {
        Timetable later = Quarter2.Timetable with
        {
            Version = 2,
            Chasing = [.. Quarter2.Timetable.Chasing.Select(date => date with { AtUtc = date.AtUtc.AddDays(14) })],
        };

        ReminderLadder ladder = Ladder.After(Ladder.Steps[1]).With(later, Quarter2.At(7, 10, 12));

        Assert.DoesNotContain(ladder.Steps, step => step.Step is ChasingStep.Notice or ChasingStep.Request);
    }

    [Fact]
    public void A_timetable_that_changes_other_stages_repeats_nothing()
    {
        ReminderLadder reminded = Ladder.After(Ladder.Steps[1]);
        reminded = reminded.After(reminded.Steps[0]);

        ReminderLadder ladder = reminded.With(Quarter2.Timetable with { Version = 2 }, Quarter2.At(15, 10, 12));

        Assert.Equal(reminded.Steps, ladder.Steps);
    }

    [Fact]
    public void A_revised_timetable_leaves_the_rounds_of_extensions()
    {
        ReminderLadder extended = Ladder.After(Ladder.Steps[1]).With(Extension([new(ChasingStep.DueToday, Quarter2.At(20, 10, 9))]));

        ReminderLadder ladder = extended.With(Moved(days: 7), Quarter2.At(8, 10, 12));

        Assert.Contains(new LadderStep(ChasingStep.DueToday, 2, Quarter2.At(20, 10, 9)), ladder.Steps);
    }

    [Fact]
    public void Closing_that_finds_a_later_cut_off_moves_it()
    {
        DateTime later = Quarter2.At(24, 10, 17);

        ReminderLadder ladder = Ladder.With(new Closing(null, later), Quarter2.Timetable.AnswersStopUtc);

        Assert.Equal(later, ladder.AnswersStopUtc);
    }

    [Fact]
    public void Closing_that_finds_no_later_cut_off_is_asked_again_a_few_times_and_then_fails()
    {
        DateTime nowUtc = Quarter2.Timetable.AnswersStopUtc;
        ReminderLadder ladder = Ladder;
        for (int time = 0; time < 10; time++)
        {
            ladder = ladder.With(new Closing(null, Quarter2.Timetable.AnswersStopUtc), nowUtc);
            nowUtc = ladder.AnswersStopUtc;
        }

        Assert.Throws<InvalidOperationException>(() => ladder.With(new Closing(null, null), nowUtc));
    }

    private static ExtensionGranted Extension(IReadOnlyList<ChasingDate>? chasing) => new(
        "x1", Quarter2.At(10, 10, 12), "o0009", ["SS1"], Quarter2.At(20, 10, 17), Quarter2.At(23, 10, 17), chasing);

    private static Timetable Moved(int days)
    {
        DateTime Later(DateTime atUtc)
        {
            (DateOnly day, TimeOnly time) = LondonTime.FromUtc(atUtc);
            return LondonTime.ToUtc(day.AddDays(days), time);
        }

        return Quarter2.Timetable with
        {
            Version = 2,
            Chasing = [.. Quarter2.Timetable.Chasing.Select(date => date.Step is ChasingStep.Notice or ChasingStep.Request ? date : date with { AtUtc = Later(date.AtUtc) })],
            AnswersStopUtc = Later(Quarter2.Timetable.AnswersStopUtc),
        };
    }
}
