using Xunit;

namespace QuarterlyCycle.Domain.Tests.Plans;

public sealed class StandingTextWarningTests
{
    private const string Action = "Engage with the regional programme so that safeguarding practice is good";

    [Fact]
    public void An_empty_bullet_is_left_out_with_a_warning() =>
        Assert.Contains(Warnings("The plan has been made by:\n- asking people;\n-\n- holding workshops."), warning => warning == "sections, row 2, column D (text), \"-\": an empty bullet is left out of reports.");

    [Fact]
    public void A_bullet_that_repeats_an_action_under_another_paragraph_is_kept_with_a_warning() =>
        Assert.Contains(
            Warnings($"Processes are in place.\n- To {Action.ToLowerInvariant()}."),
            warning => warning.EndsWith("this bullet says the same as action SS1 and is kept in its place. Does it belong under another paragraph?", StringComparison.Ordinal));

    [Theory]
    [InlineData("Priority 6 – Keep children safe\n- " + Action + ".")]
    [InlineData("Processes are in place.\n- Something else of as many words as the action of the plan has.")]
    [InlineData("Processes are in place.")]
    public void A_bullet_in_its_place_is_no_warning(string text) => Assert.Empty(Warnings(text));

    private static string[] Warnings(string text) =>
    [
        .. new SmallPlan().Cell("actions", 2, "text", Action).Sheet("sections", "body|order|heading|text", $"stay-safe|1|Progress|{text}").Check().Warnings
            .Where(warning => warning.Sheet == "sections").Select(warning => warning.ToString()),
    ];
}
