using QuarterlyCycle.Domain.Plans.Sheets;
using Xunit;

namespace QuarterlyCycle.Domain.Tests.Plans;

/// <summary>Cells that are right each by itself and wrong together, in one row or over several.</summary>
public sealed class BadRowTests
{
    private const string Stages = "template|stage|role|opens_day|closes_day|closes_at";
    private const string Comparators = "indicator|name|period|value|members";

    [Theory]
    [InlineData("decimals", "1", "indicators, row 2, column Q (decimals), \"1\": a count has no decimals.")]
    [InlineData("tolerance_kind", "absolute", "indicators, row 2, column L (tolerance_kind), \"absolute\": needs a number in tolerance.")]
    public void A_measure_in_which_one_cell_contradicts_another_is_refused(string column, string value, string expected) =>
        Refused(new SmallPlan().Cell("indicators", 2, "unit", "count").Cell("indicators", 2, column, value), expected);

    [Theory]
    [InlineData("SS1a|2009-10||||", "targets, row 4, column C (value): a target needs value, or low and high, or text.")]
    [InlineData("SS1a|2009-10||60||", "targets, row 4, column D (low), \"60\": a range needs both low and high.")]
    [InlineData("SS1a|2009-10|||70|", "targets, row 4, column E (high), \"70\": a range needs both low and high.")]
    [InlineData("SS1a|2009-10||70|60|", "targets, row 4, column E (high), \"60\": must not be less than low.")]
    public void A_target_that_is_none_or_half_a_range_is_refused(string row, string expected) => Refused(new SmallPlan().Row("targets", row), expected);

    [Fact]
    public void A_range_is_no_single_value() =>
        Refused(new SmallPlan().Cell("targets", 2, "operator", "between"), "targets, row 2, column I (operator), \"between\": between needs low and high.");

    [Theory]
    [InlineData("SS1a|2006-07||||40|", "figures, row 3, column F (numerator), \"40\": one count alone gives no figure: fill in both counts, or value.")]
    [InlineData("SS1a|2006-07|||||80", "figures, row 3, column G (denominator), \"80\": one count alone gives no figure: fill in both counts, or value.")]
    public void Half_of_a_figures_counts_is_no_figure(string row, string expected) =>
        Refused(new SmallPlan().Cell("figures", 2, "numerator", "").Cell("figures", 2, "denominator", "").Row("figures", row), expected);

    [Fact]
    public void Nobody_comes_back_before_going_away_or_stands_in_for_themselves()
    {
        Refused(
            new SmallPlan().Cell("people", 3, "away_from", "2008-10-10").Cell("people", 3, "away_to", "2008-10-01"),
            "people, row 3, column G (away_to), \"2008-10-01\": must not be before away_from.");
        Refused(
            new SmallPlan().Cell("people", 3, "stand_in", "ann.officer@northton.example"),
            "people, row 3, column F (stand_in), \"ann.officer@northton.example\": nobody stands in for themselves.");
    }

    [Fact]
    public void A_stage_does_not_close_before_it_opens() =>
        Refused(new SmallPlan().Sheet("stages", Stages, "ours|collect|officers|10|1|"), "stages, row 2, column E (closes_day), \"1\": must not be before opens_day.");

    [Fact]
    public void Small_numbers_have_no_upper_end_below_their_lower_one() =>
        Refused(
            new SmallPlan().Row("partnership", "suppress_low|6").Row("partnership", "suppress_high|5"),
            "partnership, row 5, column B (value), \"5\": suppress_high must not be less than suppress_low.");

    [Theory]
    [InlineData("partnership", "key|value", "name|One", "name|Two", "partnership, row 3, column A (key), \"name\": name is already in row 2.")]
    [InlineData("comparators", Comparators, "SS1a|england|2007-08|61|", "SS1a|england|2007-08|62|", "comparators, row 3, column A (indicator), \"SS1a\": SS1a england 2007-08 is already in row 2.")]
    [InlineData("meetings", "body|date", "stay-safe|2008-10-17", "stay-safe|2008-10-17", "meetings, row 3, column A (body), \"stay-safe\": stay-safe 2008-10-17 is already in row 2.")]
    [InlineData("calendar", "date|kind|reason", "2008-10-17|closure|Flood", "2008-10-17|closure|Flood", "calendar, row 3, column A (date), \"2008-10-17\": 2008-10-17 is already in row 2.")]
    [InlineData("definition_changes", "indicator|from_period|kind|reason", "SS1a|2008-09|break|A", "SS1a|2008-09|break|B", "definition_changes, row 3, column A (indicator), \"SS1a\": SS1a 2008-09 is already in row 2.")]
    [InlineData("aliases", "kind|as_written|means", "body|Safe|stay-safe", "body|Safe|be-healthy", "aliases, row 3, column A (kind), \"body\": body Safe is already in row 2.")]
    public void What_may_stand_only_once_is_named_with_the_row_in_which_it_stood_first(string sheet, string headers, string first, string second, string expected) =>
        Refused(new SmallPlan().Sheet(sheet, headers, first, second), expected);

    [Theory]
    [InlineData("organisation|Northton|counsil", "aliases, row 2, column C (means), \"counsil\": no organisation has this code. Did you mean council?")]
    [InlineData("body|Safe|stay-saff", "aliases, row 2, column C (means), \"stay-saff\": no body has this code. Did you mean stay-safe?")]
    [InlineData("code|AEW1|XX99", "aliases, row 2, column C (means), \"XX99\": no action, deliverable, measure or priority has this code.")]
    public void An_alias_of_each_kind_must_lead_somewhere(string row, string expected) => Refused(new SmallPlan().Sheet("aliases", "kind|as_written|means", row), expected);

    [Fact]
    public void A_sheet_or_a_column_that_is_there_twice_is_refused()
    {
        IReadOnlyList<PlanSheet> sheets = new SmallPlan().Sheets();
        Assert.Equal("bodies: this sheet is there twice.", Assert.Single(PlanReader.Read([.. sheets, sheets.Single(sheet => sheet.Name == "bodies")]).Errors).ToString());
        Refused(
            new SmallPlan().Sheet("organisations", "code|name|email_domains|name", "council|Northton Council|northton.example|Northton"),
            "organisations, row 1, column D (name): this column is there twice.");
    }

    private static void Refused(SmallPlan plan, string expected)
    {
        PlanCheck check = plan.Check();

        Assert.Equal([expected], check.Errors.Select(error => error.ToString()));
        Assert.Null(check.Plan);
    }
}
