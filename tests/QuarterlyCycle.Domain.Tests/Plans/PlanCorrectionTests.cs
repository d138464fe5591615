using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Plans;
using Xunit;

namespace QuarterlyCycle.Domain.Tests.Plans;

public sealed class PlanCorrectionTests
{
    private static readonly Quarter Second = Quarter.Parse("2008-09-Q2");

    [Theory]
    [InlineData("indicators", "name", "Another name")]
    [InlineData("deliverables", "text", "Another promise")]
    [InlineData("indicators", "definition", "Another definition")]
    public void Words_may_change_while_the_quarter_runs(string sheet, string column, string words) =>
        Assert.Empty(WhyNot(new SmallPlan().Cell(sheet, 2, column, words)));

    [Theory]
    [InlineData("indicators", "state", "retired", "SS1a is asked this quarter and would not be any more.")]
    [InlineData("indicators", "compiling", "lee.lead@northton.example", "SS1a is asked of ann.officer@northton.example and would be asked of lee.lead@northton.example.")]
    [InlineData("indicators", "kind", "average", "SS1a would be counted in another way, but its figures are given for this one.")]
    [InlineData("indicators", "counts_people", "no", "SS1a would be counted in another way, but its figures are given for this one.")]
    [InlineData("indicators", "lead", "pat.manager@northton.example", "SS1a is reviewed by lee.lead@northton.example and would be reviewed by pat.manager@northton.example.")]
    [InlineData("indicators", "bodies", "be-healthy", "SS1a belongs to stay-safe and would belong to be-healthy.")]
    [InlineData("deliverables", "leads", "ann.officer@northton.example", "SS1d1 is asked of lee.lead@northton.example and would be asked of ann.officer@northton.example.")]
    public void What_is_asked_of_whom_may_not(string sheet, string column, string value, string reason) =>
        Assert.Contains(reason, WhyNot(new SmallPlan().Cell(sheet, 2, column, value)));

    [Fact]
    public void Nor_may_the_groups_that_report()
    {
        Plan running = new SmallPlan().Check().Plan!;
        Plan other = running with { Bodies = [.. running.Bodies, new Body { Code = "new", Name = "New", Kind = BodyKind.OutcomeGroup }] };

        Assert.Equal(["The groups that report, or the board that receives the report, would be others."], PlanCorrection.WhyNot(running, other, Second));
    }

    [Fact]
    public void A_measure_that_was_not_asked_waits_for_the_next_quarter()
    {
        Plan running = new SmallPlan().Cell("indicators", 2, "state", "not-yet-defined").Check().Plan!;

        Assert.Contains("SS1a is not asked this quarter and would be.", PlanCorrection.WhyNot(running, new SmallPlan().Check().Plan!, Second));
    }

    private static IReadOnlyList<string> WhyNot(SmallPlan corrected) => PlanCorrection.WhyNot(new SmallPlan().Check().Plan!, corrected.Check().Plan!, Second);
}
