using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Plans.Sheets;
using Xunit;

namespace QuarterlyCycle.Domain.Tests.Plans;

public sealed class CodeFormTests
{
    [Theory]
    [InlineData("MAPC 2", "MAPC2")]
    [InlineData("AEWB 3", "AEWB3")]
    [InlineData("ВН6", "BH6")]
    [InlineData("ΒΗ6", "BH6")]
    [InlineData("NI 111A", "NI111a")]
    [InlineData("ni-111.a", "NI111a")]
    [InlineData("ＳＳ１ａ", "SS1a")]
    [InlineData("SS1а", "SS1a")]
    [InlineData("ss–1", "SS1")]
    public void A_code_has_one_form_however_it_was_typed(string written, string expected) => Assert.Equal(expected, CodeForm.Canonical(written));

    [Theory]
    [InlineData("stay-safe", "stay-safe")]
    [InlineData("PM-PERFORMANCE", "PM-PERFORMANCE")]
    [InlineData(" stаy safe ", "stay-safe")]
    public void A_body_keeps_its_hyphens_and_small_letters(string written, string expected) => Assert.Equal(expected, CodeForm.CanonicalName(written));

    [Fact]
    public void A_code_in_cyrillic_letters_is_read_warned_about_and_written_back_in_latin()
    {
        PlanCheck check = new SmallPlan().Row("actions", "ВН6|Another action|be-healthy").Check();

        Assert.Equal("actions, row 4, column A (code), \"ВН6\": read as BH6.", Assert.Single(check.Warnings, warning => warning.Sheet == "actions").ToString());
        Assert.NotNull(check.Plan!.Action("BH6"));
        Assert.Equal("BH6", check.Plan.Sheets.First(sheet => sheet.Name == "actions").Rows[2].Cells[0]);
    }

    [Fact]
    public void A_confirmed_alias_replaces_a_code_wherever_it_stands()
    {
        PlanCheck check = new SmallPlan()
            .Sheet("aliases", "kind|as_written|means", "code|BW 1|BH1")
            .Cell("deliverables", 2, "action", "BW1")
            .Check();

        Assert.Equal("BH1", check.Plan!.Deliverable("SS1d1")!.Action);
    }
}
