using Xunit;

namespace QuarterlyCycle.App.Tests.Plans;

public sealed class CentralBedfordshirePlanTests() : SamplePlanContract("central-bedfordshire-2009-11", "2009-10-Q3")
{
    [Fact]
    public void The_reports_odd_places_are_warnings()
    {
        Assert.Collection(
            Check.Warnings.Select(warning => warning.ToString()),
            act => Assert.Equal("implications, row 4, column D (standing_text), \"Children's Act 2004\": the Act is called the Children Act 2004; the words are left as they are.", act),
            bullet =>
            {
                Assert.StartsWith("sections, row 11, column D (text), \"To engage with and deliver Central Bedfordshire’s aspect of the Regional Improvement", bullet, StringComparison.Ordinal);
                Assert.EndsWith("this bullet says the same as action SA6c and is kept in its place. Does it belong under another paragraph?", bullet, StringComparison.Ordinal);
            });
    }
}
