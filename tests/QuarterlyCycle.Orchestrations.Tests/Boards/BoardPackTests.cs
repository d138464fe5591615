using QuarterlyCycle.Orchestrations.Boards;
using QuarterlyCycle.Orchestrations.Calls;
using QuarterlyCycle.Orchestrations.Tests.Rehearsing;
using Xunit;

namespace QuarterlyCycle.Orchestrations.Tests.Boards;

public sealed class BoardPackTests
{
    private const string Board = Quarter2.Board;

    [Fact]
    public async Task A_pack_issued_in_time_and_decisions_recorded_after_the_meeting()
    {
        await using Rehearsal quarter = Signed()
            .On(17, 11, 12, act => act.Issue(Board))
            .On(27, 11, 10, act => act.Decide());

        BoardPackOutcome outcome = await Run(quarter);

        Assert.Equal(
            ["9am 17 November: E47, version 1 to check", "midday 17 November: E60, version 1", "9am 26 November: E64", "10am 27 November: E27"],
            quarter.Trace.TimesAbout(Board));
        Assert.Equal(new BoardPackOutcome(BoardPackResult.DecisionsRecorded, 0), outcome);
    }

    [Fact]
    public async Task With_sign_offs_outstanding_the_secretary_is_warned()
    {
        await using Rehearsal quarter = Rehearsal.BeginAt(Quarter2.At(12, 11, 9));

        await Run(quarter);

        Assert.Equal("13 November: E63, 2 sign-offs outstanding", quarter.Trace.About(Board)[0]);
    }

    [Fact]
    public async Task Decisions_that_do_not_come_are_reminded_of_once_and_the_pack_closes_without_them()
    {
        await using Rehearsal quarter = Signed().On(17, 11, 12, act => act.Issue(Board));

        BoardPackOutcome outcome = await Run(quarter);

        Assert.Equal(
            ["9am 26 November: E64", "9am 1 December: E64 again", "5pm 5 December: closed, NoDecisions"],
            quarter.Trace.TimesAbout(Board).TakeLast(3));
        Assert.Equal(BoardPackResult.NoDecisions, outcome.Result);
    }

    [Fact]
    public async Task A_replaced_and_a_withdrawn_pack_are_told_to_the_secretary()
    {
        await using Rehearsal quarter = Signed()
            .On(17, 11, 12, act => act.Issue(Board))
            .On(18, 11, 10, act =>
            {
                act.Make(Board);
                return act.Replace(Board);
            })
            .On(19, 11, 10, act => act.WithdrawPack(Board))
            .On(20, 11, 10, act =>
            {
                act.Make(Board);
                return act.Issue(Board);
            });

        await Run(quarter);

        Assert.Equal(
            ["17 November: E60, version 1", "18 November: E61, version 2", "19 November: E62, version 2", "20 November: E60, version 3"],
            quarter.Trace.About(Board).Skip(1).Take(4));
    }

    [Fact]
    public async Task Decisions_recorded_before_they_are_asked_for_end_the_quarter_without_a_request()
    {
        await using Rehearsal quarter = Signed()
            .On(17, 11, 12, act => act.Issue(Board))
            .On(25, 11, 18, act => act.Decide());

        await Run(quarter);

        Assert.Equal("25 November: E27", quarter.Trace.About(Board)[^1]);
        Assert.DoesNotContain(quarter.Trace.About(Board), line => line.Contains("E64", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_board_pack_that_starts_late_asks_for_decisions_once_and_warns_of_nothing_past()
    {
        await using Rehearsal quarter = Rehearsal.BeginAt(Quarter2.At(2, 12, 12));

        await Run(quarter);

        Assert.Equal(
            ["2 December: E47, version 1 to check", "2 December: E64", "5 December: closed, NoDecisions"],
            quarter.Trace.About(Board));
    }

    private static Rehearsal Signed()
    {
        Rehearsal quarter = Rehearsal.BeginAt(Quarter2.At(12, 11, 9));
        foreach (string group in new[] { Quarter2.StaySafe, Quarter2.BeHealthy })
        {
            quarter.Records.PacksOf(group).Add(new KeptPack { Version = 1, Seal = "seal", Issued = true, Signed = true });
        }

        return quarter;
    }

    private static Task<BoardPackOutcome> Run(Rehearsal quarter) => quarter.Run<BoardPackOutcome>(
        nameof(BoardPackOrchestrator),
        InstanceIds.BoardPack(Quarter2.Cycle),
        new BoardPackBrief(new PackKey(Quarter2.Cycle, Board), 1, Quarter2.Timetable.Board));
}
