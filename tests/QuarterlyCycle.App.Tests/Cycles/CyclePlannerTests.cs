using QuarterlyCycle.App.Cycles;
using QuarterlyCycle.App.Plans;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.App.Tests.Acts;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Plans;
using Xunit;

namespace QuarterlyCycle.App.Tests.Cycles;

public sealed class CyclePlannerTests
{
    [Fact]
    public async Task A_shared_measure_is_asked_once_and_names_both_groups()
    {
        using QuarterBench bench = await QuarterBench.Opened();

        RequestedFigure figure = await bench.Figure("SS3");

        Assert.Equal(["stay-safe", "be-healthy"], figure.Bodies);
        Assert.Equal(["SS1", "SS2", "SS4", "SS5"], (await bench.Records.DataRequests.Of(SmallPlan.Cycle, await bench.Number(SmallPlan.Ann))).Measures);
    }

    [Fact]
    public async Task No_chunk_has_more_than_75_officers_and_no_part_of_a_review_more_than_75_figures()
    {
        using QuarterBench bench = await QuarterBench.Opened(Large(80));

        CycleAssignments assignments = await bench.Records.Assignments.Of(SmallPlan.Cycle);

        Assert.Equal([75, 8], assignments.Figures.GroupBy(figure => figure.Chunk).OrderBy(group => group.Key).Select(group => group.Select(figure => figure.Officer).Distinct().Count()));
        Assert.Equal([75, 11], assignments.Figures.GroupBy(figure => figure.ReviewPart).OrderBy(group => group.Key).Select(group => group.Count()));
        Assert.Equal(2, (await bench.Records.Cycles.Of(SmallPlan.Cycle)).Chunks);
    }

    [Fact]
    public async Task A_cycle_keeps_the_plan_it_was_opened_with()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        PlanLibrary plans = bench.Get<PlanLibrary>();
        Plan changed = SmallPlan.Make() with { Partnership = new PartnershipSettings { Name = "Southtown Partnership" } };

        PlanVersion version = await plans.Save(changed, "service");

        Assert.Equal(2, version.Number);
        Assert.Equal(2, (await plans.Save(changed, "service")).Number);
        Assert.Equal("Southtown Partnership", (await plans.Current())?.Partnership.Name);
        Assert.Equal("Northtown Partnership", (await plans.ForCycle(SmallPlan.Cycle)).Partnership.Name);
    }

    [Fact]
    public async Task People_keep_their_numbers_and_a_corrected_address_across_imports()
    {
        using QuarterBench bench = await QuarterBench.Imported(QuarterBench.Morning(9, 29));
        string ann = await bench.Number(SmallPlan.Ann);
        await bench.Records.People.Change(ann, person => person with { Email = "ann.able@example.org" });
        Plan plan = SmallPlan.Make();
        Person newcomer = plan.People[0] with { Email = "zed@example.org", Name = "Zed New", Roles = [Role.Compiling] };

        await bench.Get<PlanLibrary>().Save(plan with { People = [newcomer, .. plan.People] }, "service");

        Officer known = await bench.Records.People.Of(ann);
        Assert.Equal("ann.able@example.org", known.Email);
        Assert.Equal("Ann Able", known.Name);
        Assert.Equal("o0007", await bench.Number("zed@example.org"));
    }

    [Fact]
    public async Task Without_a_plan_nothing_is_planned()
    {
        using QuarterBench bench = await QuarterBench.Imported(QuarterBench.Morning(9, 29), SmallPlan.Make() with { Indicators = [], Deliverables = [], Targets = [], Figures = [] });

        Assert.Equal(["The plan asks for nothing in this quarter."], await bench.Get<CyclePlanner>().Plan(Quarter.Parse(SmallPlan.Cycle), "service"));
    }

    private static Plan Large(int more)
    {
        Plan plan = SmallPlan.Make();
        IEnumerable<int> numbers = Enumerable.Range(1, more);
        return plan with
        {
            People = [.. plan.People, .. numbers.Select(number => plan.People[2] with { Email = $"officer{number}@example.org", Name = $"Officer {number}" })],
            Indicators =
            [
                .. plan.Indicators,
                .. numbers.Select(number => plan.Indicators[0] with { Code = FormattableString.Invariant($"X{number:000}"), Compiling = Owner.Parse($"officer{number}@example.org") }),
            ],
        };
    }
}
