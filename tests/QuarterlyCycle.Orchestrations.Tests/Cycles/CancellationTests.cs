using QuarterlyCycle.Orchestrations.Cycles;
using QuarterlyCycle.Orchestrations.Tests.Rehearsing;
using Xunit;

namespace QuarterlyCycle.Orchestrations.Tests.Cycles;

public sealed class CancellationTests
{
    [Fact]
    public async Task Cancelled_in_collection_the_requests_and_reviews_are_withdrawn_and_nothing_more_is_sent()
    {
        await using Rehearsal quarter = WholeQuarter.Planned()
            .On(8, 10, 11, act => act.Answer(WholeQuarter.Ben, "BH1"))
            .On(10, 10, 11, act => act.Cancel());

        QuarterlyCycleOutcome outcome = await quarter.Run();

        Assert.Equal(["29 September: E0, 2 figures", "6 October: E1, 2 figures", "10 October: request withdrawn"], quarter.Trace.About(WholeQuarter.Ann));
        Assert.Equal(["29 September: E0, 1 figures", "6 October: E1, 1 figures"], quarter.Trace.About(WholeQuarter.Ben));
        Assert.Equal(["10 October: review withdrawn"], quarter.Trace.About(WholeQuarter.Lead));
        Assert.Equal(["26 September: opened", "10 October: withdrawn"], quarter.Trace.About("cycle"));
        Assert.Empty(quarter.Trace.About(Quarter2.StaySafe));
        Assert.Equal(new QuarterlyCycleOutcome(QuarterlyCycleResult.Cancelled, 0, 0), outcome);
    }

    [Fact]
    public async Task Cancelled_in_review_only_the_reviews_are_withdrawn()
    {
        await using Rehearsal quarter = WholeQuarter.Planned().On(23, 10, 11, act => act.Cancel());

        await quarter.Run();

        Assert.Equal("22 October: closed, NotReturned", quarter.Trace.About(WholeQuarter.Ann)[^1]);
        Assert.Equal("23 October: review withdrawn", quarter.Trace.About(WholeQuarter.Lead)[^1]);
        Assert.Equal("23 October: withdrawn", quarter.Trace.About("cycle")[^1]);
    }

    [Fact]
    public async Task Cancelled_while_groups_meet_their_packs_are_withdrawn_and_the_board_pack_never_starts()
    {
        await using Rehearsal quarter = WholeQuarter.Planned().Collected().On(6, 11, 11, act => act.Cancel());

        await quarter.Run();

        Assert.Equal("6 November: packs withdrawn", quarter.Trace.About(Quarter2.StaySafe)[^1]);
        Assert.Equal("6 November: packs withdrawn", quarter.Trace.About(Quarter2.BeHealthy)[^1]);
        Assert.Equal("24 October: figures locked, Agreed", quarter.Trace.About(WholeQuarter.Lead)[^1]);
        Assert.Empty(quarter.Trace.About(Quarter2.Board));
    }

    [Fact]
    public async Task Cancelled_before_the_board_meets_its_pack_is_withdrawn()
    {
        await using Rehearsal quarter = WholeQuarter.Planned().Collected().Met().On(18, 11, 11, act => act.Cancel());

        QuarterlyCycleOutcome outcome = await quarter.Run();

        Assert.Equal("17 November: recorded as SignedOff", quarter.Trace.About(Quarter2.StaySafe)[^1]);
        Assert.Equal("18 November: packs withdrawn", quarter.Trace.About(Quarter2.Board)[^1]);
        Assert.Equal(QuarterlyCycleResult.Cancelled, outcome.Result);
    }

    [Fact]
    public async Task Cancelled_in_the_moment_of_opening_nobody_is_told_anything()
    {
        await using Rehearsal quarter = WholeQuarter.Planned().On(26, 9, 12, act => act.Cancel());

        await quarter.Run();

        Assert.Equal(["26 September: request withdrawn"], quarter.Trace.About(WholeQuarter.Ann));
    }

    [Fact]
    public async Task A_closed_quarter_can_no_longer_be_cancelled()
    {
        await using Rehearsal quarter = WholeQuarter.AllOnTime().On(28, 11, 11, act => act.Cancel());

        QuarterlyCycleOutcome outcome = await quarter.Run();

        Assert.Equal(["CycleCancelled to 2025-26-Q2"], quarter.TooLate);
        Assert.Equal(QuarterlyCycleResult.Closed, outcome.Result);
    }
}
