using QuarterlyCycle.App.Plans;
using QuarterlyCycle.App.Tests.Packs;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Plans.Sheets;
using QuarterlyCycle.Domain.Timetables;
using Xunit;

namespace QuarterlyCycle.App.Tests.Plans;

public sealed class WorcestershirePlanTests() : SamplePlanContract("worcestershire-2008-11", Quarter3)
{
    private const string Quarter3 = "2009-10-Q3";
    private const string Group = "performance-improvement-group";
    private const string TwoReadings = "kept as text, without a status. Two readings: growth on growth, or points of the total. Write the target of each period.";

    private static readonly Quarter Q3 = Quarter.Parse(Quarter3);
    private static readonly Quarter Q4 = Q3.Next;

    private Plan Plan => Check.Plan!;

    [Fact]
    public void Every_gap_that_the_authors_left_is_a_warning_in_its_cell()
    {
        const string kept = "is a placeholder. It is kept, never published, and stops a pack from being issued.";

        Assert.Equal(
            [("actions", "resource_text", "£***"), ("deliverables", "text", "20**/**"), ("deliverables", "target_text", "20**/**")],
            Check.Warnings.Where(warning => warning.Message.EndsWith(kept, StringComparison.Ordinal)).Select(warning => (warning.Sheet, warning.Header, warning.Message[..^kept.Length].TrimEnd())));
        Assert.Equal("AB3", Plan.Actions.Single(action => action.ResourceText == "£***").Code);
    }

    [Fact]
    public void A_target_with_two_readings_is_asked_about_and_neither_is_worked_out()
    {
        Assert.Equal(2, Check.Warnings.Count(warning => warning is { Sheet: "targets", Header: "text", Message: TwoReadings }));
        Assert.All(Plan.TargetsOf("AB7a"), target =>
        {
            Assert.Equal("from 9 in 2008/09 to 250 by September 2010, with an increase of 25% of schools each quarter", target.Text);
            Assert.Null(target.Value);
            Assert.False(target.IsReadable);
            Assert.Equal(9, target.Baseline);
        });
        Assert.Null(ProfiledTarget.At(Plan.Indicator("AB7a")!, Plan.TargetsOf("AB7a"), Q3)!.Aim);
    }

    [Fact]
    public void A_baseline_still_to_be_set_is_not_yet_defined_and_nobody_is_asked_for_it()
    {
        CellProblem[] warnings = [.. Check.Warnings.Where(warning => warning.Message.EndsWith("It is not yet defined.", StringComparison.Ordinal))];

        Assert.Equal(3, warnings.Length);
        Assert.All(warnings, warning => Assert.StartsWith("baseline to be set once ", warning.Value, StringComparison.Ordinal));
        Assert.DoesNotContain(Assignments.For(Plan, Q4), assignment => assignment.Code is "AB2d" or "AB3a" or "AB5c" or "AB5d" or "AB6b");
        Assert.Equal("Not yet defined", QuarterResults.For(IndicatorHistory.Of(Plan, Plan.Indicator("AB5c")!, []), Q4, new SmallNumbers()).Status.Words);
    }

    [Fact]
    public void Nothing_else_is_doubtful_but_the_targets_of_the_older_survey_and_two_people_of_one_title() =>
        Assert.Equal(
            [
                "people, row 6, column B (name), \"Pete Sugg\": may be Richard Keble in row 5: both are Indicator Lead in the same organisation. If so, keep one row and confirm the other name in aliases.",
                "targets, row 2, column G (baseline_period), \"2007-08\": the definition changed since; set the target anew, or say that it still holds.",
                "targets, row 3, column G (baseline_period), \"2007-08\": the definition changed since; set the target anew, or say that it still holds.",
            ],
            Check.Warnings.Where(warning => warning is not { Header: "text" or "resource_text" or "target_text" }).Select(warning => warning.ToString()));

    [Fact]
    public void A_count_of_schools_is_never_hidden_and_one_of_children_is()
    {
        Assert.Equal(
            ["AB1a", "AB2a", "AB2b", "AB2c", "AB3a", "AB5a", "AB5b", "AB6a", "AB7a"],
            Plan.Indicators.Where(indicator => !indicator.CountsPeople).Select(indicator => indicator.Code));
        Indicator schools = Plan.Indicator("AB5b")!;
        Indicator children = Plan.Indicator("AB6b")!;
        HidingRule? Rule(Indicator indicator) =>
            QuarterResults.For(IndicatorHistory.Of(Plan, indicator, [Figure.Of(indicator, IndicatorHistory.PeriodOf(indicator, Q4), 3)]), Q4, new SmallNumbers()).Hidden;

        Assert.Null(Rule(schools));
        Assert.Equal(HidingRule.Primary, Rule(children));
    }

    [Fact]
    public void None_known_is_no_baseline_of_nought_and_nought_is_one()
    {
        Assert.Null(Assert.Single(Plan.TargetsOf("AB4a")).Baseline);
        Assert.Equal((null, PlanFigureReason.NotKnown), Plan.FiguresOf("AB4a").Select(figure => (figure.Value, figure.Reason)).Single());
        Assert.Equal(0, Assert.Single(Plan.TargetsOf("AB5a")).Baseline);
        Assert.Equal(0, Assert.Single(Plan.FiguresOf("AB5a")).Value);
    }

    [Fact]
    public void Up_to_twenty_is_twenty_at_most()
    {
        Target target = Assert.Single(Plan.TargetsOf("AB5b"));

        Assert.Equal((20m, TargetOperator.AtMost), (target.Value, target.Operator));
        Assert.Equal("20 or less", AimedTarget.Of(target, Polarity.High)!.InWords(IndicatorUnit.Count));
    }

    [Fact]
    public void The_two_surveys_are_never_compared()
    {
        IndicatorHistory history = IndicatorHistory.Of(Plan, Plan.Indicator("LI2")!, []);
        Quarter lastOfSecondSurvey = new(2008, 4);

        DirectionOfTravel across = QuarterResults.For(history, lastOfSecondSurvey, new SmallNumbers()).LongTerm;

        Assert.Equal(45, history.At(lastOfSecondSurvey)!.Value);
        Assert.Equal(35, history.At(lastOfSecondSurvey.SameLastYear)!.Value);
        Assert.Equal((Direction.NotComparable, "definition changed"), (across.Direction, across.Reason));
    }

    [Fact]
    public void Figures_are_asked_once_a_year_and_milestones_each_quarter()
    {
        IReadOnlyList<Assignment> third = Assignments.For(Plan, Q3);
        IReadOnlyList<Assignment> fourth = Assignments.For(Plan, Q4);

        Assert.Equal(["AB7a"], third.Where(assignment => !assignment.IsMilestone).Select(assignment => assignment.Code));
        Assert.Equal(["AB1a", "AB2a", "AB2b", "AB2c", "AB4a", "AB5a", "AB5b", "AB6a", "AB7a", "LI2"], fourth.Where(assignment => !assignment.IsMilestone).Select(assignment => assignment.Code));
        Assert.Equal(18, third.Count(assignment => assignment.IsMilestone));
        Assert.All(third.Where(assignment => assignment.IsMilestone), assignment => Assert.Equal(("sdm.vulnerable-children@example.org", "trish.haines@example.org"), (assignment.OfficerEmail, assignment.ReviewerEmail)));
    }

    [Fact]
    public void The_one_group_meets_and_signs_before_the_partnership_s_papers_are_published()
    {
        Timetable timetable = TimetablePlanner.Draw(Plan, Q3).Timetable!;
        GroupDates group = Assert.Single(timetable.Groups);

        Assert.Equal((Group, "cypsp"), (group.Body, timetable.Board.Body));
        Assert.True(timetable.PapersOutUtc < LondonTime.ToUtc(group.MeetingOn, TimeOnly.MinValue));
        Assert.True(group.SignOffDueUtc < timetable.Board.PublicationUtc);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_cost_and_a_milestone_with_gaps_and_a_note_in_them_stop_the_report_whether_the_milestone_is_asked_or_not(bool isAsked)
    {
        using PackScene scene = await PackScene.Open(In2008(Plan, isAsked));

        PackVersion version = await scene.Build(Group);

        Assert.Equal(
            [
                "Performance Improvement Group, action AB3, resources: \"£***\". An amount is not filled in.",
                "Performance Improvement Group, milestone AB3d02: \"*\". A star stands where a figure or word should be.",
                "Performance Improvement Group, milestone AB3d02: \"20**/**\". A year is not filled in.",
                "Performance Improvement Group, milestone AB3d02: \"to liaise\". A note to a colleague is left in the text.",
            ],
            version.MustFix.Order(StringComparer.Ordinal));
        string row = Printed(await scene.Open(version), "AB3d02");
        Assert.Contains(isAsked ? "31 March 2010 Not supplied" : "31 March 2010 Not asked", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_the_plan_says_what_is_not_agreed_yet_its_gaps_are_printed_nowhere_and_stop_nothing()
    {
        Plan corrected = Plan with
        {
            Actions = [.. Plan.Actions.Select(action => action.Code == "AB3" ? action with { ResourceText = "Not yet costed" } : action)],
            Deliverables =
            [
                .. Plan.Deliverables.Select(promise => promise.Code == "AB3d02" ? promise with { Text = "More Safer School Partnerships", TargetText = null } : promise),
            ],
        };
        using PackScene scene = await PackScene.Open(In2008(corrected, isAsked: false));

        PackVersion version = await scene.Build(Group);
        string text = await scene.Text(version);

        Assert.Empty(version.MustFix);
        Assert.Contains("Safer School Partnerships", text, StringComparison.Ordinal);
        Assert.DoesNotContain("*", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Chris to liaise", text, StringComparison.Ordinal);
    }

    private static Plan In2008(Plan plan, bool isAsked) => plan with
    {
        Deliverables = [.. plan.Deliverables.Select(promise => promise with { Ask = isAsked || promise.Ask, PlanYear = Period.OfYear(2008) })],
    };

    private static string Printed(AngleSharp.Dom.IDocument page, string code) =>
        string.Join(
            ' ',
            page.QuerySelectorAll("tbody tr").First(row => row.Children[0].TextContent == code).Children.Select(cell => cell.TextContent));

    [Fact]
    public async Task The_risk_and_the_dependencies_of_the_priority_stand_in_the_report_of_the_group_that_serves_it()
    {
        using PackScene scene = await PackScene.Open(Plan);

        string text = await scene.Text(await scene.Build(Group));

        Assert.Contains("There is not yet a reliable or consistent data collection system", text, StringComparison.Ordinal);
        Assert.Contains("Difficult to benchmark the true picture of bullying incidents in Worcs", text, StringComparison.Ordinal);
        Assert.Contains("Not dependant. The targets associated with this outcome are related to the listed theme groups", text, StringComparison.Ordinal);
        Assert.Contains("Healthy Lifestyles team", text, StringComparison.Ordinal);
        Assert.Contains("P1: To ensure all children and young people have the opportunity to participate in positive activities", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task So_do_its_equality_considerations_and_the_policies_it_rests_on()
    {
        using PackScene scene = await PackScene.Open(Plan);

        AngleSharp.Dom.IDocument pack = await scene.Open(await scene.Build(Group));

        Assert.Equal(
            ["P1", Plan.Equality[0].Statement, "In progress", "No date given", "Anti-bullying Strategy Group"],
            Row(pack, "Equality considerations, Performance Improvement Group"));
        Assert.Equal(
            ["Priority", "Priority", "Policy", "Strategy", "Plan", "Other"],
            Table(pack, "Dependencies, Performance Improvement Group").QuerySelectorAll("tbody tr").Select(row => row.Children[2].TextContent));
    }

    [Fact]
    public void Mark_up_in_a_cell_is_taken_out_and_a_list_stays_a_list()
    {
        using TemporaryFolder folder = new();
        PlanFolder.Write(Plan, folder.Path);
        Spoil(folder, "equality", Plan.Equality[0].Statement, WorcestershireDocument.Equality);
        Spoil(folder, "deliverables", Plan.Deliverable("AB5d02")!.Text, WorcestershireDocument.MilestonesWithMarkup.Replace("\"", "\"\"", StringComparison.Ordinal));

        PlanCheck check = PlanSource.Load(folder.Path);

        Assert.Equal(Plan.Equality[0], check.Plan!.Equality[0]);
        Assert.Equal(
            "• Gazebo TIE theatre events relating to homophobic bullying delivered to KS4 students.\n- Participation by up to 20 High Schools by Dec 2009.",
            check.Plan.Deliverable("AB5d02")!.Text);
        Assert.Equal(["deliverables", "equality"], check.Warnings.Where(warning => warning.Message == "HTML was removed.").Select(warning => warning.Sheet).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Two_leads_in_one_cell_are_two_people()
    {
        using TemporaryFolder folder = new();
        PlanFolder.Write(Plan, folder.Path);
        Spoil(folder, "actions", "trish.haines@example.org,post:SDM-VULNERABLE-CHILDREN", "trish.haines@example.org,Richard Keble/Pete Sugg");

        PlanCheck check = PlanSource.Load(folder.Path);

        Assert.Equal(["richard.keble@example.org", "pete.sugg@example.org"], check.Plan!.Actions[0].Leads.Select(owner => owner.Code));
        Assert.Contains(check.Warnings, warning => warning is { Sheet: "actions", Header: "leads", Message: "read as 2 people: richard.keble@example.org; pete.sugg@example.org." });
    }

    [Fact]
    public void A_placeholder_is_no_number()
    {
        using TemporaryFolder folder = new();
        PlanFolder.Write(Plan, folder.Path);
        Spoil(folder, "figures", "AB3a,2008-09,1,1 in 2008/09", "AB3a,2008-09,*,1 in 2008/09");

        CellProblem error = Assert.Single(PlanSource.Load(folder.Path).Errors);

        Assert.Equal(("figures", "value", "*", "must be a number. A placeholder is no number: leave the cell empty."), (error.Sheet, error.Header, error.Value, error.Message));
    }

    private static AngleSharp.Dom.IElement Table(AngleSharp.Dom.IDocument pack, string caption) =>
        pack.QuerySelectorAll("table").Single(table => table.QuerySelector("caption")!.TextContent.Contains(caption, StringComparison.Ordinal));

    private static IEnumerable<string> Row(AngleSharp.Dom.IDocument pack, string caption) => Table(pack, caption).QuerySelectorAll("tbody tr").Single().Children.Select(cell => cell.TextContent);

    private static void Spoil(TemporaryFolder folder, string sheet, string was, string becomes)
    {
        string path = Path.Combine(folder.Path, sheet + ".csv");
        string text = File.ReadAllText(path);
        int at = text.IndexOf(was, StringComparison.Ordinal);
        Assert.True(at >= 0, was);
        string quoted = text[at - 1] != '"' && becomes.Contains('"', StringComparison.Ordinal) ? $"\"{becomes}\"" : becomes;
        File.WriteAllText(path, string.Concat(text.AsSpan(0, at), quoted, text.AsSpan(at + was.Length)));
    }
}
