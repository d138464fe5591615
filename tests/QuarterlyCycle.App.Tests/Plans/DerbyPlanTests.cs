using Xunit;

namespace QuarterlyCycle.App.Tests.Plans;

public sealed class DerbyPlanTests() : SamplePlanContract("derby-2008-09", "2008-09-Q2")
{
    [Fact]
    public void Derbys_open_questions_are_warnings()
    {
        Assert.Equal(
            "deliverables, row 131, column J (leads): there is no lead; the request goes to the project manager.",
            Assert.Single(Check.Warnings, warning => warning.Sheet == "deliverables").ToString());
        Assert.All(Check.Warnings.Where(warning => warning.Sheet != "deliverables"), warning => Assert.Equal(("targets", "text"), (warning.Sheet, warning.Header)));
        Assert.Contains(Check.Warnings, warning => warning is { Value: "Increase 13.5%", Message: "kept as text, without a status. By this much, or to this value?" });
        Assert.Contains(Check.Warnings, warning => warning is { Value: "17 Statutory Local Authority targets", Message: "kept as text, without a status. It names several targets." });
    }
}
