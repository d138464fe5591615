using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Plans;
using Xunit;

namespace QuarterlyCycle.Domain.Tests.Packs;

public sealed class PackCountsTests
{
    [Fact]
    public void A_milestone_that_nobody_reported_on_is_missing_like_a_figure_and_is_called_a_milestone()
    {
        PackCounts counts = PackCounts.Of([], [Milestone("A1", PackMilestone.NotSupplied), Milestone("A2", "On track")]);

        Assert.Equal((0, 1), (counts.Missing, counts.MissingMilestones));
        Assert.Equal("1 milestone", counts.MissingWords);
    }

    [Fact]
    public void Milestones_are_counted_from_done_to_not_supplied()
    {
        PackCounts counts = PackCounts.Of([], [Milestone("A1", PackMilestone.NotSupplied), Milestone("A2", "Behind"), Milestone("A3", "On track"), Milestone("A4", "Done")]);

        Assert.Equal(["Done", "On track", "Behind", "Not supplied"], counts.ByMilestoneState.Select(count => count.Words));
        Assert.Empty(PackCounts.Of([], []).MissingWords);
    }

    [Fact]
    public void A_count_of_nothing_is_a_target_of_nothing()
    {
        Assert.Equal("0", new AimedTarget(null, 0).InWords(IndicatorUnit.Count));
        Assert.Equal("0% or less", new AimedTarget(null, 0).InWords(IndicatorUnit.Percent));
    }

    private static PackMilestone Milestone(string code, string state) => new() { Code = code, Text = code, State = state };
}
