using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Plans.Sheets;
using Xunit;

namespace QuarterlyCycle.Domain.Tests.Plans;

public sealed class BusinessPlanTests
{
    private const string Manager = "pat.manager@northton.example";
    private const string Officer = "ann.officer@northton.example";
    private const string Lead = "lee.lead@northton.example";
    private const string Clerk = "sid.clerk@northton.example";

    private static readonly Quarter Quarter = new(2008, 2);

    [Fact]
    public void Every_line_is_asked_of_the_first_owner_under_the_number_of_its_place()
    {
        Assignment[] lines = [.. Asked(With("Funding|Review contributions|body:panel;body:board", "Funding|Agree the budget|post:data", "Training|Write a strategy|"))];

        Assert.Equal(["BP1", "BP2", "BP3"], lines.Select(line => line.Code));
        Assert.Equal([Clerk, Officer, Manager], lines.Select(line => line.OfficerEmail));
        Assert.All(lines, line => Assert.True(line.IsMilestone));
        Assert.All(lines, line => Assert.Equal(["board"], line.Bodies));
    }

    [Fact]
    public void What_a_secretary_answers_for_a_body_without_a_report_its_chair_reviews() =>
        Assert.Equal(Officer, Asked(With("Funding|Review contributions|body:panel"))[0].ReviewerEmail);

    [Fact]
    public void What_a_group_reports_itself_its_vice_chair_reviews_because_its_chair_signs()
    {
        SmallPlan plan = With("Safety|Hold a workshop|body:stay-safe").Cell("bodies", 2, "vice_chair", Officer);

        Assignment line = Assert.Single(Asked(plan));
        Assert.Equal((Clerk, Officer), (line.OfficerEmail, line.ReviewerEmail));
        Assert.Equal(["stay-safe"], line.Bodies);
    }

    [Fact]
    public void Without_a_vice_chair_the_project_manager_reviews() =>
        Assert.Equal(Manager, Asked(With("Safety|Hold a workshop|body:stay-safe"))[0].ReviewerEmail);

    [Theory]
    [InlineData("done")]
    [InlineData("stopped")]
    public void A_line_that_is_done_or_stopped_is_not_asked_and_leaves_the_others_their_numbers(string state)
    {
        SmallPlan plan = With("Funding|Review contributions|body:board", "Funding|Agree the budget|body:board").Cell("business_plan", 2, "state", state);

        Assert.Equal(["BP2"], Asked(plan).Select(line => line.Code));
    }

    [Fact]
    public void A_line_with_a_measure_is_asked_beside_it()
    {
        Plan plan = With("Safety|Hold a workshop|body:board").Cell("business_plan", 2, "indicator", "SS1a").Check().Plan!;

        Assert.Equal(["BP1", "SS1a", "SS1b", "SS1d1"], Assignments.For(plan, Quarter).Select(assignment => assignment.Code));
    }

    [Fact]
    public void A_line_has_a_name_as_a_measure_and_a_milestone_have()
    {
        Plan plan = With("Safety|Hold a workshop|body:board").Check().Plan!;

        Assert.Equal("Hold a workshop", plan.NameOf("BP1"));
        Assert.Equal("Assessments on time", plan.NameOf("SS1a"));
        Assert.Equal("Agree the protocol between hospitals and schools", plan.NameOf("SS1d1"));
        Assert.Null(plan.NameOf("BP2"));
    }

    [Fact]
    public void A_decision_may_be_about_a_line() =>
        Assert.Empty(With("Safety|Hold a workshop|body:board").Sheet("decisions", "code|body|meeting|outcome|text|about", "D1|board|2008-09-10|agreed|Hold it in May|BP1").Check().Errors);

    [Fact]
    public void A_line_that_is_not_there_cannot_be_decided_about() =>
        Assert.Contains(
            With("Safety|Hold a workshop|body:board").Sheet("decisions", "code|body|meeting|outcome|text|about", "D1|board|2008-09-10|agreed|Hold it in May|BP2").Check().Errors,
            error => error.ToString().StartsWith("decisions, row 2, column F (about), \"BP2\"", StringComparison.Ordinal));

    [Fact]
    public void A_measure_cannot_have_the_number_of_a_line()
    {
        PlanCheck check = With("Safety|Hold a workshop|body:board").Cell("indicators", 3, "code", "BP1").Cell("targets", 3, "indicator", "BP1").Check();

        Assert.Equal(
            "indicators, row 3, column A (code), \"BP1\": BP1 is the code of a line of business_plan, which are numbered BP1, BP2 and so on.",
            Assert.Single(check.Errors).ToString());
    }

    [Fact]
    public void A_line_with_nobody_responsible_is_a_warning() =>
        Assert.Contains(
            "business_plan, row 2, column C (responsible): nobody is responsible; the request goes to the project manager.",
            With("Safety|Hold a workshop|").Check().Warnings.Select(warning => warning.ToString()));

    [Theory]
    [InlineData("body:board", "In place", "1 owner and 1 success criterion do not pair with them by line")]
    [InlineData("body:board;body:panel", "In place\nReported", "they pair by line")]
    [InlineData("body:board;body:panel", "In place", "2 owners and 1 success criterion do not pair with them by line")]
    public void Several_activities_in_one_cell_are_a_warning_that_says_whether_they_pair(string responsible, string success, string expected)
    {
        PlanCheck check = With($"Safety|Hold a workshop\nReview the members|{responsible}").Cell("business_plan", 2, "success_text", success).Check();

        Assert.Contains(check.Warnings, warning => warning.Message == $"2 activities stand in one cell; {expected}. Progress is asked once for all: give each activity its own row.");
    }

    private static SmallPlan With(params string[] lines) => new SmallPlan()
        .Row("bodies", $"board|Safeguarding Board|board|{Lead}|{Clerk}")
        .Row("bodies", $"panel|Review Panel|panel|{Officer}|{Clerk}")
        .Sheet("business_plan", ["section|activity|responsible", .. lines]);

    private static IReadOnlyList<Assignment> Asked(SmallPlan plan)
    {
        PlanCheck check = plan.Check();
        Assert.Empty(check.Errors);
        return [.. Assignments.For(check.Plan!, Quarter).Where(assignment => assignment.Code.StartsWith("BP", StringComparison.Ordinal))];
    }
}
