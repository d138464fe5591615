using Xunit;

namespace QuarterlyCycle.App.Tests.Plans;

public sealed class SafeguardingBoardPlanTests() : SamplePlanContract("safeguarding-board-2009-10", "2009-10-Q1")
{
    [Fact]
    public void The_boards_open_questions_are_warnings()
    {
        Assert.Equal(
        [
            "indicators, row 5, column A (code), \"ES1a\": there is no target for this measure.",
            "indicators, row 6, column A (code), \"ES1b\": there is no target for this measure.",
            "targets, row 2, column D (text), \"Fewer children report concerns in the TellUs survey\": kept as text, without a status. It is done or not done.",
            "targets, row 3, column D (text), \"Fewer children report concerns in the TellUs survey\": kept as text, without a status. It is done or not done.",
            "targets, row 4, column D (text), \"Greater number of settings committed to the strategy from he baseline figure of 27 @ 31.3.09\": kept as text, without a status. It is done or not done.",
            "business_plan, row 27, column B (activity), \"SCRP\": may be SCRCP, which the plan also writes.",
            "business_plan, row 27, column B (activity), \"SCRP\": may be SCRIP, which the plan also writes.",
            "business_plan, row 35, column D (responsible): nobody is responsible; the request goes to the project manager.",
        ],
        Check.Warnings.Select(warning => warning.ToString()));
    }
}
