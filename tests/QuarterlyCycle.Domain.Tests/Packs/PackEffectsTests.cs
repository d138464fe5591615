using QuarterlyCycle.Domain.Packs;
using Xunit;

namespace QuarterlyCycle.Domain.Tests.Packs;

public sealed class PackEffectsTests
{
    private static readonly PackMeasure Before = new()
    {
        Code = "SS1",
        Name = "Assessments on time",
        GoodIs = "High",
        Target = "75% or more",
        Figure = "61.2%",
        Status = new PackStatus("Off target", PackSymbol.Triangle, PackColour.Red),
        SinceLastQuarter = new PackDirection("Got worse", PackArrow.Worse),
        YearToDate = "64.0%",
    };

    [Fact]
    public void A_revision_names_its_effect_on_status_direction_and_year_to_date() =>
        Assert.Equal(
            "The status was \"Off target\" and is now \"Target met\". The direction since last quarter was \"Got worse\" and is now \"Improved\". The year to date was \"64.0%\" and is now \"71.0%\".",
            PackEffects.Between(Before, Before with
            {
                Status = new PackStatus("Target met", PackSymbol.Circle, PackColour.Green),
                SinceLastQuarter = new PackDirection("Improved", PackArrow.Better),
                YearToDate = "71.0%",
            }));

    [Fact]
    public void A_revision_that_moves_nothing_has_no_effect() => Assert.Null(PackEffects.Between(Before, Before with { Figure = "61.3%" }));

    [Fact]
    public void What_was_not_there_before_is_none() =>
        Assert.Equal("The direction since the same quarter last year was \"none\" and is now \"Improved\".", PackEffects.Between(Before, Before with { SinceLastYear = new PackDirection("Improved", PackArrow.Better) }));
}
