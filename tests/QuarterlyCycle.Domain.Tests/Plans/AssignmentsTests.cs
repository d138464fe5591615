using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Plans;
using Xunit;

namespace QuarterlyCycle.Domain.Tests.Plans;

public sealed class AssignmentsTests
{
    private const string Manager = "pat.manager@northton.example";
    private const string Officer = "ann.officer@northton.example";
    private const string Lead = "lee.lead@northton.example";

    [Fact]
    public void Measures_and_milestones_are_asked_once_each_in_order_of_code()
    {
        IReadOnlyList<Assignment> asked = Asked(new SmallPlan());

        Assert.Equal(["SS1a", "SS1b", "SS1d1"], asked.Select(assignment => assignment.Code));
        Assert.Equal([false, false, true], asked.Select(assignment => assignment.IsMilestone));
        Assert.Equal([Officer, Officer, Lead], asked.Select(assignment => assignment.OfficerEmail));
        Assert.Equal([Lead, Lead, Manager], asked.Select(assignment => assignment.ReviewerEmail));
        Assert.All(asked, assignment => Assert.Equal(["stay-safe"], assignment.Bodies));
    }

    [Theory]
    [InlineData("quarterly", "1234")]
    [InlineData("half-yearly", "24")]
    [InlineData("annual", "4")]
    public void A_measure_is_asked_as_often_as_its_frequency_says(string frequency, string quarters)
    {
        Plan plan = new SmallPlan().Cell("indicators", 2, "frequency", frequency).Check().Plan!;

        string asked = string.Concat(Enumerable.Range(1, 4).Where(number => Assignments.For(plan, new Quarter(2008, number)).Any(assignment => assignment.Code == "SS1a")));
        Assert.Equal(quarters, asked);
    }

    [Theory]
    [InlineData("indicators", 2, "state", "retired", "SS1a")]
    [InlineData("indicators", 2, "state", "not-yet-defined", "SS1a")]
    [InlineData("deliverables", 2, "kind", "activity", "SS1d1")]
    [InlineData("deliverables", 2, "ask", "no", "SS1d1")]
    [InlineData("deliverables", 2, "state", "done", "SS1d1")]
    [InlineData("deliverables", 2, "state", "stopped", "SS1d1")]
    [InlineData("deliverables", 2, "indicator", "SS1a", "SS1d1")]
    public void What_is_not_asked_is_left_out(string sheet, int row, string column, string value, string code) =>
        Assert.DoesNotContain(code, Asked(new SmallPlan().Cell(sheet, row, column, value)).Select(assignment => assignment.Code));

    [Theory]
    [InlineData("2008-09", "2008-09-Q1", true)]
    [InlineData("2009-10", "2008-09-Q4", false)]
    [InlineData("2009-10", "2009-10-Q1", true)]
    [InlineData("2007-08", "2008-09-Q4", true)]
    public void A_milestone_is_asked_from_its_plan_year_on_until_it_is_done(string planYear, string quarter, bool asked)
    {
        Plan plan = new SmallPlan().Cell("deliverables", 2, "plan_year", planYear).Check().Plan!;

        Assert.Equal(asked, Assignments.For(plan, Quarter.Parse(quarter)).Any(assignment => assignment.Code == "SS1d1"));
    }

    [Fact]
    public void A_measure_that_only_holds_its_parts_together_is_not_asked()
    {
        SmallPlan plan = new SmallPlan().Row("indicators", "NI1|All of it|stay-safe").Cell("indicators", 2, "parent", "NI1");

        Assert.Empty(plan.Check().Errors);
        Assert.DoesNotContain("NI1", Asked(plan).Select(assignment => assignment.Code));
    }

    [Fact]
    public void A_post_without_a_holder_is_asked_of_the_project_manager() =>
        Assert.Equal(Manager, Asked(new SmallPlan().Cell("indicators", 2, "compiling", "post:vacant"))[0].OfficerEmail);

    [Fact]
    public void A_body_is_asked_through_its_secretary() =>
        Assert.Equal("sid.clerk@northton.example", Asked(new SmallPlan().Cell("indicators", 2, "compiling", "body:stay-safe"))[0].OfficerEmail);

    [Fact]
    public void Nobody_reviews_what_they_answer()
    {
        SmallPlan plan = new SmallPlan().Cell("indicators", 2, "compiling", Lead);

        Assert.Equal(Manager, Asked(plan)[0].ReviewerEmail);
        Assert.Equal(Officer, Asked(plan.Cell("indicators", 2, "accountable", Officer))[0].ReviewerEmail);
    }

    [Fact]
    public void A_milestone_without_a_lead_is_asked_of_the_project_manager() =>
        Assert.Equal(Manager, Asked(new SmallPlan().Cell("deliverables", 2, "leads", ""))[2].OfficerEmail);

    [Fact]
    public void A_deliverable_that_is_the_same_as_another_is_asked_once_and_reported_to_both_groups()
    {
        IReadOnlyList<Assignment> asked = Asked(new SmallPlan().Row("deliverables", "BH1d1|milestone|Agree the hospital protocol|2008-09|BH1||lee.lead@northton.example|||SS1d1"));

        Assert.Equal(["stay-safe", "be-healthy"], Assert.Single(asked, assignment => assignment.IsMilestone).Bodies);
    }

    [Fact]
    public void Officers_keep_their_numbers_and_new_people_get_the_next()
    {
        Plan first = new SmallPlan().Check().Plan!;
        OfficerNumbers numbers = OfficerNumbers.None.With(first);
        Plan second = first with { People = [new Person { Email = "new@northton.example", Name = "New Person", Organisation = "council" }, .. first.People.Skip(1)] };
        OfficerNumbers later = numbers.With(second);

        Assert.Equal("o0001", numbers.Of(Manager));
        Assert.Equal("o0004", numbers.Of("sid.clerk@northton.example"));
        Assert.Equal("o0001", later.Of("Pat.Manager@northton.example"));
        Assert.Equal("o0005", later.Of("new@northton.example"));
        Assert.Equal("new@northton.example", later.EmailOf("o0005"));
    }

    private static IReadOnlyList<Assignment> Asked(SmallPlan plan) => Assignments.For(plan.Check().Plan!, Quarter.Parse("2008-09-Q2"));
}
