using QuarterlyCycle.Orchestrations.Waiting;
using Xunit;

namespace QuarterlyCycle.Orchestrations.Tests.Waiting;

public sealed class AgendaTests
{
    private static readonly DateTime Day = new(2025, 10, 20, 8, 0, 0, DateTimeKind.Utc);

    private static readonly Dated<Chore>[] Chores =
    [
        new(Chore.Close, Day.AddDays(4)),
        new(Chore.Open, Day),
        new(Chore.Look, Day.AddDays(1), Daily: true),
        new(Chore.Look, Day.AddDays(2), Daily: true),
        new(Chore.Look, Day.AddDays(3), Daily: true),
    ];

    private enum Chore
    {
        Open,
        Look,
        Close,
    }

    [Fact]
    public void Steps_are_taken_in_order_of_time_and_not_before()
    {
        Agenda<Chore> agenda = new(Chores);

        Assert.Equal(Day, agenda.NextUtc);
        Assert.Null(agenda.Take(Day.AddTicks(-1)));
        Assert.Equal(Chore.Open, agenda.Take(Day)!.Step);
        Assert.Equal(Day.AddDays(1), agenda.NextUtc);
    }

    [Fact]
    public void Of_a_daily_step_with_several_days_overdue_only_the_newest_is_taken()
    {
        Agenda<Chore> agenda = new(Chores);
        DateTime backUtc = Day.AddDays(2.5);

        Assert.Equal(Chore.Open, agenda.Take(backUtc)!.Step);
        Assert.Equal(Day.AddDays(2), agenda.Take(backUtc)!.AtUtc);
        Assert.Null(agenda.Take(backUtc));
        Assert.Equal(Day.AddDays(3), agenda.NextUtc);
    }

    [Fact]
    public void A_step_taken_is_not_taken_again_when_dates_move_but_a_daily_one_is_on_later_days()
    {
        Agenda<Chore> agenda = new(Chores);
        agenda.Take(Day);
        agenda.Take(Day.AddDays(1));

        agenda.Move(Chores.Select(chore => chore with { AtUtc = chore.AtUtc.AddDays(7) }));

        Assert.Equal(Chore.Look, agenda.Take(Day.AddDays(8))!.Step);
        Assert.Equal(Day.AddDays(9), agenda.NextUtc);
    }

    [Fact]
    public void An_agenda_moved_to_the_same_dates_repeats_nothing()
    {
        Agenda<Chore> agenda = new(Chores);
        agenda.Take(Day);
        agenda.Take(Day.AddDays(2));

        agenda.Move(Chores);

        Assert.Equal(Day.AddDays(3), agenda.NextUtc);
    }

    [Fact]
    public void A_dropped_step_does_not_come_back_when_dates_move()
    {
        Agenda<Chore> agenda = new(Chores);
        agenda.Drop(Chore.Open);
        agenda.DropIfDue(Chore.Close, Day);

        agenda.Move(Chores);

        Assert.Equal(Day.AddDays(1), agenda.NextUtc);
        Assert.True(agenda.IsDue(Chore.Close, Day.AddDays(4)));
    }
}
