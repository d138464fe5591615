using QuarterlyCycle.Domain.Plans.Sheets;
using Xunit;

namespace QuarterlyCycle.Domain.Tests.Plans;

public sealed class BadCellTests
{
    [Fact]
    public void A_plan_without_a_fault_is_read_without_error_or_warning()
    {
        PlanCheck check = new SmallPlan().Cell("posts", 3, "holder", "sid.clerk@northton.example").Check();

        Assert.Empty(check.Errors);
        Assert.Empty(check.Warnings);
        Assert.NotNull(check.Plan);
    }

    [Theory]
    [InlineData("indicators", 2, "polarity", "hgih", "indicators, row 2, column F (polarity), \"hgih\": must be one of high, low, range, neutral. Did you mean high?")]
    [InlineData("indicators", 2, "unit", "percentages", "indicators, row 2, column D (unit), \"percentages\": must be one of percent, count, rate, ratio, money, days, yes-no.")]
    [InlineData("indicators", 2, "bodies", "stay-saff", "indicators, row 2, column C (bodies), \"stay-saff\": no body has this code. Did you mean stay-safe?")]
    [InlineData("indicators", 2, "compiling", "post:datum", "indicators, row 2, column G (compiling), \"post:datum\": no post has this code.")]
    [InlineData("indicators", 2, "compiling", "body:nobody", "indicators, row 2, column G (compiling), \"body:nobody\": no body has this code.")]
    [InlineData("indicators", 2, "lead", "lee.leed@northton.example", "indicators, row 2, column H (lead), \"lee.leed@northton.example\": nobody in people has this address. Did you mean lee.lead@northton.example?")]
    [InlineData("indicators", 2, "lead", "Li Lead", "indicators, row 2, column H (lead), \"Li Lead\": must be an e-mail address, post:CODE or body:CODE. Did you mean lee.lead@northton.example?")]
    [InlineData("indicators", 2, "name", "", "indicators, row 2, column B (name): is required and is empty.")]
    [InlineData("indicators", 3, "multiplier", "", "indicators, row 3, column D (unit), \"rate\": a rate needs its multiplier, such as 1000.")]
    [InlineData("indicators", 3, "code", "SS1a", "indicators, row 3, column A (code), \"SS1a\": SS1a is already in row 2.")]
    [InlineData("indicators", 3, "code", "ss1.A", "indicators, row 3, column A (code), \"ss1.A\": SS1a is already in row 2. \"SS1a\" and \"ss1.A\" are read as one.")]
    [InlineData("indicators", 3, "code", "SS1", "indicators, row 3, column A (code), \"SS1\": SS1 is already the code of row 2 of actions.")]
    [InlineData("indicators", 3, "code", "SS/1", "indicators, row 3, column A (code), \"SS/1\": a code may hold only letters from A to Z, digits and hyphens, and at most 40 of them.")]
    [InlineData("indicators", 2, "decimals", "7", "indicators, row 2, column Q (decimals), \"7\": must be from 0 to 4.")]
    [InlineData("indicators", 2, "sensitive", "maybe", "indicators, row 2, column Q (sensitive), \"maybe\": must be yes or no.")]
    [InlineData("targets", 2, "period", "2008", "targets, row 2, column B (period), \"2008\": must be a period like 2009-10, 2009-10 Q2, 2009-10 YTD Q2, CY2007, AY2008-09 or 2009-03-31.")]
    [InlineData("targets", 2, "value", "lots", "targets, row 2, column C (value), \"lots\": must be a number.")]
    [InlineData("targets", 2, "value", "£***", "targets, row 2, column C (value), \"£***\": must be a number. A placeholder is no number: leave the cell empty.")]
    [InlineData("targets", 2, "value", "1,5", "targets, row 2, column C (value), \"1,5\": must be a number.")]
    [InlineData("targets", 2, "low", "60", "targets, row 2, column C (value), \"70\": a target has value, or low and high, not both.")]
    [InlineData("targets", 3, "indicator", "SS1z", "targets, row 3, column A (indicator), \"SS1z\": no measure in indicators has this code. Did you mean SS1a?")]
    [InlineData("targets", 3, "indicator", "SS1a", "targets, row 3, column A (indicator), \"SS1a\": SS1a 2008-09 is already in row 2.")]
    [InlineData("targets", 2, "by", "31/03/2009", "targets, row 2, column G (by), \"31/03/2009\": must be a date like 2025-10-17. Did you mean 2009-03-31?")]
    [InlineData("targets", 2, "by", "2009-02-30", "targets, row 2, column G (by), \"2009-02-30\": must be a date like 2025-10-17.")]
    [InlineData("figures", 2, "reason", "not-known", "figures, row 2, column E (reason), \"not-known\": a figure has a value or a reason why there is none, not both.")]
    [InlineData("people", 3, "email", "pat.manager@northton.example", "people, row 3, column A (email), \"pat.manager@northton.example\": pat.manager@northton.example is already in row 2.")]
    [InlineData("people", 3, "email", "no address", "people, row 3, column A (email), \"no address\": must be an e-mail address.")]
    [InlineData("people", 3, "organisation", "counsil", "people, row 3, column C (organisation), \"counsil\": no organisation has this code. Did you mean council?")]
    [InlineData("people", 3, "roles", "compiling; cheif", "people, row 3, column E (roles), \"compiling; cheif\": must be one of compiling, lead, project-manager, chair, secretary, member.")]
    [InlineData("people", 2, "roles", "lead", "people, column E (roles): nobody has the role project-manager, who is asked whenever there is nobody else.")]
    [InlineData("organisations", 2, "email_domains", "northton", "organisations, row 2, column C (email_domains), \"northton\": must be the part of an e-mail address after the @, like example.org.")]
    [InlineData("bodies", 2, "kind", "outcome", "bodies, row 2, column C (kind), \"outcome\": must be one of outcome-group, board, scrutiny, theme-group, lead-group, sub-group, panel.")]
    [InlineData("bodies", 2, "parent", "stay-safe", "bodies, row 2, column F (parent), \"stay-safe\": goes round in a circle: stay-safe → stay-safe.")]
    [InlineData("deliverables", 2, "code", "", "deliverables, row 2, column A (code): is required and is empty.")]
    [InlineData("deliverables", 2, "same_as", "SS1d1", "deliverables, row 2, column J (same_as), \"SS1d1\": goes round in a circle: SS1d1 → SS1d1.")]
    [InlineData("deliverables", 2, "same_as", "SS1d9", "deliverables, row 2, column J (same_as), \"SS1d9\": no deliverable has this code. Did you mean SS1d1?")]
    [InlineData("deliverables", 2, "action", "SS9", "deliverables, row 2, column E (action), \"SS9\": no action has this code. Did you mean SS1?")]
    [InlineData("actions", 2, "priorities", "OP9", "actions, row 2, column D (priorities), \"OP9\": no priority has this code.")]
    [InlineData("indicators", 2, "number", "1.5", "indicators, row 2, column Q (number), \"1.5\": must be a whole number.")]
    [InlineData("indicators", 2, "number", "first", "indicators, row 2, column Q (number), \"first\": must be a whole number.")]
    [InlineData("indicators", 3, "multiplier", "-1", "indicators, row 3, column J (multiplier), \"-1\": must be at least 0.")]
    [InlineData("indicators", 2, "definition_version", "TBC", "indicators, row 2, column Q (definition_version), \"TBC\": must be a whole number. A placeholder is no number: leave the cell empty.")]
    [InlineData("partnership", 3, "value", "five", "partnership, row 3, column B (value), \"five\": must be a number.")]
    public void A_bad_cell_is_named_by_sheet_row_column_value_and_reason(string sheet, int row, string column, string value, string expected)
    {
        PlanCheck check = new SmallPlan().Cell(sheet, row, column, value).Check();

        Assert.Contains(expected, check.Errors.Select(error => error.ToString()));
        Assert.Null(check.Plan);
    }

    [Theory]
    [InlineData("meetings", "body|date|time", "stay-safe|2008-10-17|half past five", "meetings, row 2, column C (time), \"half past five\": must be a time like 17:00.")]
    [InlineData("meetings", "body|date", "stay-safe|next Friday", "meetings, row 2, column B (date), \"next Friday\": must be a date like 2025-10-17.")]
    [InlineData("risks", "about|risk", "XX9|Posts are vacant", "risks, row 2, column A (about), \"XX9\": no action, deliverable, measure, priority or body has this code.")]
    [InlineData("risks", "about|risk|impact_score", "SS1|Posts are vacant|6", "risks, row 2, column C (impact_score), \"6\": must be from 1 to 5.")]
    [InlineData("comparators", "indicator|name|period|members", "SS1a|england|2007-08|0", "comparators, row 2, column D (members), \"0\": must be at least 1.")]
    public void A_bad_cell_of_a_sheet_that_few_plans_have_is_named_too(string sheet, string headers, string row, string expected)
    {
        PlanCheck check = new SmallPlan().Sheet(sheet, headers, row).Check();

        Assert.Equal([expected], check.Errors.Select(error => error.ToString()));
        Assert.Null(check.Plan);
    }

    [Fact]
    public void A_missing_sheet_is_named()
    {
        PlanCheck check = new SmallPlan().Without("bodies").Check();

        Assert.Contains("bodies: this sheet is required and is missing.", check.Errors.Select(error => error.ToString()));
        Assert.Null(check.Plan);
    }

    [Fact]
    public void A_missing_column_is_named()
    {
        PlanCheck check = new SmallPlan().Sheet("organisations", "code|name", "council|Northton Council").Check();

        Assert.Contains("organisations, row 1, column email_domains: this column is required and is missing.", check.Errors.Select(error => error.ToString()));
    }

    [Fact]
    public void A_partnership_without_a_name_is_refused()
    {
        PlanCheck check = new SmallPlan().Sheet("partnership", "key|value", "template|derby").Check();

        Assert.Equal("partnership, column name: the partnership's name is required and is missing.", Assert.Single(check.Errors).ToString());
    }

    [Fact]
    public void The_next_free_code_is_suggested_for_an_action_without_one()
    {
        PlanCheck check = new SmallPlan().Row("actions", "SS7|More|stay-safe").Row("actions", "|Uncoded|stay-safe").Check();

        Assert.Equal("actions, row 5, column A (code): is required and is empty. The next free code is SS8.", Assert.Single(check.Errors).ToString());
    }

    [Fact]
    public void A_relative_tolerance_on_a_percentage_change_is_refused()
    {
        PlanCheck check = new SmallPlan().Cell("indicators", 2, "is_change", "yes").Cell("indicators", 2, "tolerance_kind", "relative").Cell("indicators", 2, "tolerance", "5").Check();

        Assert.Equal(
            "indicators, row 2, column L (tolerance_kind), \"relative\": a measure that is itself a percentage change takes a tolerance in points: use absolute.",
            Assert.Single(check.Errors).ToString());
    }

    [Fact]
    public void A_target_reached_before_it_was_set_is_refused()
    {
        PlanCheck check = new SmallPlan().Cell("targets", 2, "by", "2008-03-31").Cell("targets", 2, "set_on", "2008-04-01").Check();

        Assert.Equal("targets, row 2, column G (by), \"2008-03-31\": must not be before set_on.", Assert.Single(check.Errors).ToString());
    }

    [Fact]
    public void Parents_in_a_circle_are_each_named()
    {
        PlanCheck check = new SmallPlan().Cell("indicators", 2, "parent", "SS1b").Cell("indicators", 3, "parent", "SS1a").Check();

        Assert.Equal(
            [
                "indicators, row 2, column I (parent), \"SS1b\": goes round in a circle: SS1a → SS1b → SS1a.",
                "indicators, row 3, column I (parent), \"SS1a\": goes round in a circle: SS1b → SS1a → SS1b.",
            ],
            check.Errors.Where(error => error.Header == "parent").Select(error => error.ToString()));
    }

    [Fact]
    public void An_alias_that_leads_nowhere_is_refused()
    {
        PlanCheck check = new SmallPlan().Sheet("aliases", "kind|as_written|means", "person|Leigh Lead|lee.led@northton.example").Check();

        Assert.Equal("aliases, row 2, column C (means), \"lee.led@northton.example\": nobody in people has this address. Did you mean lee.lead@northton.example?", Assert.Single(check.Errors).ToString());
    }

    [Fact]
    public void A_custom_profile_that_does_not_end_on_the_target_is_refused()
    {
        PlanCheck check = new SmallPlan().Cell("indicators", 2, "profile", "custom").Row("targets", "SS1a|2008-09 Q4|60").Check();

        Assert.Equal("targets, row 4, column C (value), \"60\": a custom profile must end on the year's target.", Assert.Single(check.Errors).ToString());
    }

    [Fact]
    public void A_custom_profile_of_ranges_must_end_on_the_years_range()
    {
        SmallPlan Plan(string high) => new SmallPlan()
            .Cell("indicators", 2, "profile", "custom").Cell("indicators", 2, "polarity", "range")
            .Cell("targets", 2, "value", "").Cell("targets", 2, "low", "60").Cell("targets", 2, "high", "70")
            .Row("targets", $"SS1a|2008-09 Q4||60|{high}");

        Assert.Equal("targets, row 4, column E (high), \"75\": a custom profile must end on the year's target.", Assert.Single(Plan("75").Check().Errors).ToString());
        Assert.Empty(Plan("70").Check().Errors);
    }

    [Theory]
    [InlineData("SS1a|2008-09 Q2|rebase|Settled on another level||", true)]
    [InlineData("SS1a|2008-09 Q2|rebase|Settled on another level|Pat Manager|", true)]
    [InlineData("SS1a|2008-09 Q2|rebase|Settled on another level||2008-10-01", true)]
    [InlineData("SS1a|2008-09 Q2|rebase|Settled on another level|Pat Manager|2008-10-01", false)]
    [InlineData("SS1a|2008-09 Q2|break|Other survey||", false)]
    public void A_rebase_needs_a_reason_a_date_and_a_name(string row, bool isRefused)
    {
        PlanCheck check = new SmallPlan().Sheet("definition_changes", "indicator|from_period|kind|reason|by|on", row).Check();

        Assert.Equal(
            isRefused ? ["definition_changes, row 2, column C (kind), \"rebase\": a rebase needs a reason, a date and a name: fill in reason, on and by."] : [],
            check.Errors.Select(error => error.ToString()));
    }

    [Fact]
    public void Every_problem_is_collected_in_one_pass()
    {
        PlanCheck check = new SmallPlan()
            .Cell("indicators", 2, "polarity", "up")
            .Cell("indicators", 3, "kind", "sum")
            .Cell("people", 4, "organisation", "nowhere")
            .Cell("targets", 2, "value", "many")
            .Without("organisations")
            .Cell("bodies", 2, "chair", "nobody@northton.example")
            .Check();

        Assert.True(check.Errors.Count >= 6, string.Join('\n', check.Errors));
        Assert.Equal(["organisations", "people", "posts", "bodies", "indicators", "targets"], check.Errors.Select(error => error.Sheet).Distinct());
    }

    [Fact]
    public void Faults_of_the_file_itself_are_errors_of_their_sheet()
    {
        IReadOnlyList<PlanSheet> sheets = [.. new SmallPlan().Sheets().Select(sheet => sheet.Name != "bodies" ? sheet : sheet with
        {
            Problems = [new CellProblem("bodies", 3, "B", "name", "B3:C3", "these cells are merged. Unmerge them and fill each one.")],
        })];

        Assert.Equal("bodies, row 3, column B (name), \"B3:C3\": these cells are merged. Unmerge them and fill each one.", Assert.Single(PlanReader.Read(sheets).Errors).ToString());
    }
}
