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

    [Theory]
    [InlineData("under section 10 of the Children's Act 2004.", "Children's Act 2004", "2004")]
    [InlineData("under the Children’s Act 1989.", "Children’s Act 1989", "1989")]
    public void An_Act_under_a_wrong_name_is_left_with_a_warning(string text, string written, string year) =>
        Assert.Equal([$"sections, row 2, column D (text), \"{written}\": the Act is called Children Act {year}. The words are kept."], Warnings(text));

    [Fact]
    public void An_Act_under_its_name_is_no_warning() => Assert.Empty(Warnings("under section 10 of the Children Act 2004."));

    [Fact]
    public void The_answer_to_an_implication_is_looked_at_too() =>
        Assert.Contains(
            new SmallPlan().Sheet("implications", "body|heading|order|standing_text", "stay-safe|Legal|1|The Children's Act 2004 asks us to.").Check().Warnings.Select(warning => warning.ToString()),
            warning => warning == "implications, row 2, column D (standing_text), \"Children's Act 2004\": the Act is called Children Act 2004. The words are kept.");

    private static string[] Warnings(string text) =>
    [
        .. new SmallPlan().Cell("actions", 2, "text", Action).Sheet("sections", "body|order|heading|text", $"stay-safe|1|Progress|{text}").Check().Warnings
            .Where(warning => warning.Sheet == "sections").Select(warning => warning.ToString()),
    ];
}
