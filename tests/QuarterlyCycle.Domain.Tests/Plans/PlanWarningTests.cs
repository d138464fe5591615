using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Plans.Sheets;
using Xunit;

namespace QuarterlyCycle.Domain.Tests.Plans;

public sealed class PlanWarningTests
{
    [Theory]
    [InlineData("indicators", 2, "colour", "red", "indicators, row 1, column Q (colour): this column is not known and was not read.")]
    [InlineData("actions", 2, "text", "Keep <b>children</b> safe &amp; well", "actions, row 2, column B (text), \"Keep <b>children</b> safe &amp; well\": HTML was removed.")]
    [InlineData("actions", 2, "resource_text", "£*** officer time", "actions, row 2, column D (resource_text), \"£*** officer time\": £*** is a placeholder. It is kept, never published, and stops a pack from being issued.")]
    [InlineData("bodies", 2, "chair", "", "bodies, row 2, column D (chair): there is no chair; a cycle cannot be opened until there is one.")]
    [InlineData("bodies", 2, "secretary", "", "bodies, row 2, column E (secretary): there is no secretary; a cycle cannot be opened until there is one.")]
    [InlineData("deliverables", 2, "leads", "", "deliverables, row 2, column G (leads): there is no lead; the request goes to the project manager.")]
    [InlineData("targets", 2, "value", "60", "targets, row 2, column C (value), \"60\": looser than the latest figure, 65 for 2007-08.")]
    [InlineData("partnership", 3, "key", "tollerance", "partnership, row 3, column A (key), \"tollerance\": this setting is not known and was not read. Did you mean tolerance?")]
    [InlineData("posts", 3, "title", "Vacant", "posts, row 3, column D (holder): nobody holds this post; what it is asked goes to the project manager.")]
    [InlineData("deliverables", 2, "leads", "Lee Lead Ann Officer", "deliverables, row 2, column G (leads), \"Lee Lead Ann Officer\": read as 2 people: lee.lead@northton.example; ann.officer@northton.example.")]
    [InlineData("deliverables", 2, "action", "SS 1", "deliverables, row 2, column E (action), \"SS 1\": read as SS1.")]
    [InlineData("actions", 2, "text", "Keep to the Children's Act 2004", "actions, row 2, column B (text), \"Children's Act 2004\": the Act is called the Children Act 2004; the words are left as they are.")]
    [InlineData("targets", 2, "value", "170", "targets, row 2, column C (value), \"170\": a part of a whole lies from 0% to 100%, so this trajectory cannot be met as written.")]
    [InlineData("actions", 2, "text", "Keep to the Data Protections Act 1998", "actions, row 2, column B (text), \"Data Protections Act 1998\": the Act is called the Data Protection Act 1998; the words are left as they are.")]
    [InlineData("actions", 2, "text", "Keep to the Crime Disorder Act 1998", "actions, row 2, column B (text), \"Crime Disorder Act 1998\": the Act is called the Crime and Disorder Act 1998; the words are left as they are.")]
    [InlineData("actions", 3, "bodies", "be-healthy; 000", "actions, row 3, column C (bodies), \"be-healthy; 000\": \"000\" is no code and was left out.")]
    public void A_doubt_is_a_warning_and_stops_nothing(string sheet, int row, string column, string value, string expected)
    {
        PlanCheck check = new SmallPlan().Cell(sheet, row, column, value).Check();

        Assert.Contains(expected, check.Warnings.Select(warning => warning.ToString()));
        Assert.Empty(check.Errors);
        Assert.NotNull(check.Plan);
    }

    [Theory]
    [InlineData("three in five", true)]
    [InlineData("12/45", true)]
    [InlineData("27 @ lunch", true)]
    [InlineData("61.5%", false)]
    [InlineData("N/A", false)]
    [InlineData("-", false)]
    [InlineData("–", false)]
    public void A_printed_figure_that_cannot_be_read_is_never_guessed(string text, bool isTold)
    {
        PlanCheck check = new SmallPlan().Cell("figures", 2, "value", "").Cell("figures", 2, "text", text).Check();

        Assert.Equal(
            isTold ? [$"figures, row 2, column D (text), \"{text}\": no number can be read here, so the figure counts as not available. Fill in value or reason."] : [],
            check.Warnings.Where(warning => warning.Sheet == "figures").Select(warning => warning.ToString()));
        Assert.Equal(text == "61.5%" ? 61.5m : null, check.Plan!.FiguresOf("SS1a")[0].Value);
    }

    [Fact]
    public void A_printed_figure_with_a_placeholder_in_it_is_told_once()
    {
        PlanCheck check = new SmallPlan().Cell("figures", 2, "value", "").Cell("figures", 2, "text", "£***").Check();

        Assert.Equal(
            ["figures, row 2, column D (text), \"£***\": £*** is a placeholder. It is kept, never published, and stops a pack from being issued."],
            check.Warnings.Where(warning => warning.Sheet == "figures").Select(warning => warning.ToString()));
        Assert.Null(check.Plan!.FiguresOf("SS1a")[0].Value);
    }

    [Fact]
    public void A_tolerance_in_per_cent_that_a_percentage_change_inherits_becomes_no_points()
    {
        PlanCheck check = new SmallPlan().Cell("indicators", 2, "is_change", "yes").Check();

        Assert.Contains(
            "indicators, row 2, column K (is_change), \"yes\": the partnership's tolerance in per cent does not suit a percentage change; it becomes 0 points here.",
            check.Warnings.Select(warning => warning.ToString()));
    }

    [Fact]
    public void A_count_below_nothing_cannot_be_met()
    {
        PlanCheck check = new SmallPlan().Cell("indicators", 2, "unit", "count").Cell("targets", 2, "value", "-1").Cell("targets", 2, "text", "").Check();

        Assert.Contains(
            "targets, row 2, column C (value), \"-1\": a count cannot fall below 0, so this trajectory cannot be met as written.",
            check.Warnings.Select(warning => warning.ToString()));
    }

    [Fact]
    public void A_sheet_that_nobody_knows_is_not_read()
    {
        PlanCheck check = new SmallPlan().Sheet("riscs", "about|risk", "SS1|Posts are vacant").Check();

        Assert.Contains("riscs: this sheet is not known and was not read. Did you mean risks?", check.Warnings.Select(warning => warning.ToString()));
        Assert.Empty(check.Plan!.Risks);
    }

    [Fact]
    public void A_target_kept_as_text_says_why()
    {
        PlanCheck check = new SmallPlan().Cell("targets", 2, "value", "").Cell("targets", 2, "text", "17 Statutory Local Authority targets").Check();

        Assert.Contains(check.Warnings, warning => warning.Message == "kept as text, without a status. It names several targets.");
        Assert.False(check.Plan!.TargetsOf("SS1a")[0].IsReadable);
    }

    [Theory]
    [InlineData("17 Statutory Local Authority targets", "It names several targets.")]
    [InlineData("Protocol established", "It is done or not done.")]
    [InlineData("£***", "It is a placeholder.")]
    [InlineData("Awaiting detail", "It is not yet defined.")]
    [InlineData("targets still to be finalised", "There is no value in it.")]
    [InlineData("Reduce bullying incidents by 10%", "A change in per cent needs its baseline. What is the baseline?")]
    [InlineData("80% of boys and 85% of girls", "There are two percentages in these words. Give each its own measure.")]
    public void Each_reason_for_keeping_a_target_as_text_has_its_words(string text, string why)
    {
        PlanCheck check = new SmallPlan().Cell("targets", 2, "value", "").Cell("targets", 2, "text", text).Check();

        Assert.Contains($"targets, row 2, column F (text), \"{text}\": kept as text, without a status. {why}", check.Warnings.Select(warning => warning.ToString()));
    }

    [Fact]
    public void A_trajectory_that_falls_back_cannot_be_met()
    {
        PlanCheck check = new SmallPlan()
            .Cell("indicators", 2, "kind", "cumulative").Cell("indicators", 2, "profile", "custom").Row("targets", "SS1a|2008-09 Q1|30").Row("targets", "SS1a|2008-09 Q2|20").Check();

        Assert.Contains(
            "targets, row 5, column C (value), \"20\": a total from April on cannot fall from one quarter to the next, so this trajectory cannot be met as written.",
            check.Warnings.Select(warning => warning.ToString()));
    }

    [Fact]
    public void A_target_of_an_older_definition_is_pointed_at()
    {
        PlanCheck check = new SmallPlan()
            .Cell("targets", 2, "set_on", "2008-01-01").Sheet("definition_changes", "indicator|from_period|kind|reason", "SS1a|2008-09|break|TellUs3 asks wider categories").Check();

        Assert.Contains(
            "targets, row 2, column H (set_on), \"2008-01-01\": the definition changed since; set the target anew, or say that it still holds.",
            check.Warnings.Select(warning => warning.ToString()));
    }

    [Fact]
    public void Leads_are_paired_by_line_and_a_different_number_is_told()
    {
        PlanCheck check = new SmallPlan()
            .Sheet("business_plan", "section|activity|responsible", "Priority 1|Train\nAudit\nReport|lee.lead@northton.example;body:stay-safe").Check();

        Assert.Contains(check.Warnings, warning => warning.Message == "3 activities stand in one cell; 2 owners and 0 success criteria do not pair with them by line. Progress is asked once for all: give each activity its own row.");
    }

    [Fact]
    public void The_right_name_of_an_act_is_not_warned_about() =>
        Assert.DoesNotContain(new SmallPlan().Cell("actions", 2, "text", "Keep to the Children Act 2004 and the Childcare Act 2006").Check().Warnings, warning => warning.Message.Contains("the Act is called", StringComparison.Ordinal));

    [Fact]
    public void A_target_in_words_is_read_where_it_has_one_reading()
    {
        Target target = new SmallPlan().Cell("targets", 2, "value", "").Cell("targets", 2, "text", "Increase to 19%").Check().Plan!.TargetsOf("SS1a")[0];

        Assert.Equal((19m, TargetOperator.AtLeast), (target.Value, target.Operator));
    }

    [Theory]
    [InlineData("-")]
    [InlineData("–")]
    [InlineData("N/A")]
    [InlineData("n/a")]
    public void A_mark_where_a_target_would_stand_is_kept_and_sets_none(string mark)
    {
        PlanCheck check = new SmallPlan().Cell("targets", 2, "value", "").Cell("targets", 2, "text", mark).Check();
        Target target = check.Plan!.TargetsOf("SS1a")[0];

        Assert.Equal((true, mark), (target.IsNone, target.Text));
        Assert.Contains(check.Warnings, warning => warning is { Sheet: "targets", Row: 2, Header: "text", Message: "no target is set for this period; the mark is kept as it was printed." });
    }

    [Theory]
    [InlineData("to be agreed")]
    [InlineData("Nil")]
    [InlineData("0")]
    public void Words_and_numbers_are_never_taken_for_such_a_mark(string text) =>
        Assert.False(new SmallPlan().Cell("targets", 2, "value", "").Cell("targets", 2, "text", text).Check().Plan!.TargetsOf("SS1a")[0].IsNone);

    [Fact]
    public void A_measure_without_a_target_is_named()
    {
        PlanCheck check = new SmallPlan().Sheet("targets", "indicator|period|value", "SS1a|2008-09|70").Check();

        Assert.Contains("indicators, row 3, column A (code), \"SS1b\": there is no target for this measure.", check.Warnings.Select(warning => warning.ToString()));
    }

    [Fact]
    public void A_comparator_needs_its_number_of_members()
    {
        PlanCheck check = new SmallPlan().Sheet("comparators", "indicator|name|period|value", "SS1a|statistical-neighbours|2007-08|68").Check();

        Assert.Contains("comparators, row 2, column members: the number of members is missing; reports print it beside the value.", check.Warnings.Select(warning => warning.ToString()));
    }

    [Fact]
    public void A_comparator_without_a_value_has_no_members_to_name()
    {
        PlanCheck check = new SmallPlan().Sheet("comparators", "indicator|name|period|text", "SS1a|statistical-neighbours|2007-08|N/A").Check();

        Assert.DoesNotContain(check.Warnings, warning => warning.Sheet == "comparators");
    }

    [Fact]
    public void A_percentage_among_plain_numbers_is_asked_for_its_unit_and_a_plain_number_among_percentages_too()
    {
        PlanCheck check = new SmallPlan()
            .Sheet("figures", "indicator|period|text", "SS1a|2006-07|15.20", "SS1a|2007-08|12.9%", "SS1b|2006-07|12.9%", "SS1b|2007-08|13")
            .Sheet("comparators", "indicator|name|period|value|text", "SS1a|england|2007-08|23.2|23.2")
            .Check();

        Assert.Equal(
            [
                "figures, row 2, column C (text), \"15.20\": written without a per cent sign, but SS1a also has 12.9%. The number was read; which unit holds?",
                "figures, row 4, column C (text), \"12.9%\": written as a percentage, but the unit of SS1b is rate. The number was read; which unit holds?",
                "comparators, row 2, column E (text), \"23.2\": written without a per cent sign, but SS1a also has 12.9%. The number was read; which unit holds?",
            ],
            check.Warnings.Where(warning => warning.Message.StartsWith("written", StringComparison.Ordinal)).Select(warning => warning.ToString()));
        Assert.Equal(15.20m, check.Plan!.FiguresOf("SS1a")[0].Value);
    }

    [Fact]
    public void Percentages_written_without_a_sign_throughout_are_not_doubted()
    {
        PlanCheck check = new SmallPlan().Sheet("figures", "indicator|period|text", "SS1a|2006-07|61.5", "SS1a|2007-08|65").Check();

        Assert.DoesNotContain(check.Warnings, warning => warning.Message.StartsWith("written", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("1,406", "1425", true)]
    [InlineData("1,406", "1,425", false)]
    [InlineData("1,406", "784", false)]
    public void Thousands_written_in_two_ways_are_asked_about(string first, string second, bool isAsked)
    {
        PlanCheck check = new SmallPlan().Sheet("figures", "indicator|period|text", $"SS1b|2006-07|{first}", $"SS1b|2007-08|{second}").Check();

        Assert.Equal(isAsked, check.Warnings.Any(warning => warning is { Sheet: "figures", Row: 3 } && warning.Message == "written without a comma between thousands, beside 1,406. They were read as 1425 and 1406; do both count the same?"));
    }

    [Theory]
    [InlineData("Reduce bullying incidents by 10%", "Reduce bullying incidents by 10% (cross-cutting with MAPC).", true)]
    [InlineData("14 Children's Centres providing family visiting services to the hard to reach.", "Family visitors providing services to hard to reach families from 14 children's centres.", true)]
    [InlineData("Increase the percentage of CiC who will achieve level 4 in English to 40%", "Increase the percentage of CiC who will achieve level 4 in maths to 40%", false)]
    [InlineData("Quality of provision is at least good in 98% of schools", "Quality of provision is at least good in 90% of schools", false)]
    public void The_same_deliverable_twice_is_suggested_as_one(string first, string second, bool isSuggested)
    {
        PlanCheck check = new SmallPlan().Cell("deliverables", 2, "text", first).Row("deliverables", $"BH1d1|milestone|{second}|2008-09|BH1||lee.lead@northton.example").Check();

        Assert.Equal(isSuggested, check.Warnings.Any(warning => warning is { Sheet: "deliverables", Row: 3 } && warning.Message == "says much the same as SS1d1 in row 2. If it is the same, put SS1d1 in same_as: it is then asked once and reported in each."));
    }

    [Fact]
    public void Html_lists_stay_lists()
    {
        PlanCheck check = new SmallPlan().Cell("actions", 2, "text", "<ul style=\"x\"><li>One thing</li><li>Another</li></ul>").Check();

        Assert.Equal("- One thing\n- Another", check.Plan!.Action("SS1")!.Text);
    }

    [Fact]
    public void A_figure_printed_as_a_dash_keeps_its_text_and_has_a_reason()
    {
        PlanCheck check = new SmallPlan().Sheet("figures", "indicator|period|text", "SS1a|2006-07|N/A", "SS1a|2007-08|-", "SS1b|2006-07|12.9%", "SS1b|2007-08|").Check();
        Plan plan = check.Plan!;

        Assert.Equal([PlanFigureReason.NotApplicable, PlanFigureReason.NotKnown], plan.FiguresOf("SS1a").Select(figure => figure.Reason!.Value));
        Assert.Equal(12.9m, plan.FiguresOf("SS1b")[0].Value);
        Assert.Equal(PlanFigureReason.NotSupplied, plan.FiguresOf("SS1b")[1].Reason);
        Assert.Contains(check.Warnings, warning => warning is { Sheet: "figures", Row: 4 } && warning.Message.StartsWith("written as a percentage", StringComparison.Ordinal));
    }
}
