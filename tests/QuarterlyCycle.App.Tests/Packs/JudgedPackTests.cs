using AngleSharp.Dom;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Clinics;
using QuarterlyCycle.Domain.Plans;
using Xunit;

namespace QuarterlyCycle.App.Tests.Packs;

public sealed class JudgedPackTests
{
    [Fact]
    public async Task A_chart_prints_its_limits_its_signal_and_the_rule_of_both()
    {
        using PackScene scene = await PackScene.Open(Judged());
        await scene.AnswerAllBut();

        IDocument page = await scene.Open(await scene.Build());

        IElement svg = page.QuerySelector("svg.wide-screen")!;
        Assert.Equal(2, svg.QuerySelectorAll("line.limit").Length);
        Assert.Single(svg.QuerySelectorAll("line.centre"));
        Assert.Single(svg.QuerySelectorAll("path.signal"));
        Assert.Contains("2008-09 Q2 is outside the expected range, below it: a signal of concern.", svg.QuerySelector("desc")!.TextContent, StringComparison.Ordinal);
        string text = page.Body!.TextContent;
        Assert.Contains("The average is 82.0%, and the expected range is 71.4% to 92.6%. They are fixed on the first 12 figures, 2005-06 Q2 to 2008-09 Q1.", text, StringComparison.Ordinal);
        Assert.Contains("The target, 75% or more, may or may not be met.", text, StringComparison.Ordinal);
        Assert.Contains("Charts with limits: the limits are the average and 2.66 times the mean moving range", text, StringComparison.Ordinal);
        Assert.Contains("Chart: outside the expected range, below it: a signal of concern.", Row(page, "SS1", 10)[9], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comparator_prints_its_rating_with_the_rule_and_where_it_comes_from()
    {
        using PackScene scene = await PackScene.Open(Judged());
        await scene.AnswerAllBut();

        string[] row = Row(await scene.Open(await scene.Build()), "SS1", 10, "statistical neighbours");

        Assert.Equal(["68.2%", "statistical neighbours", "75.0%", "2007-08 Q2", "10", "Mean of the members' rates"], row[2..8]);
        Assert.Contains("Worse than statistical neighbours", row[8], StringComparison.Ordinal);
        Assert.Equal(
            "Better than statistical neighbours: 82.5% or more. Worse than statistical neighbours: anything but 75% or more. About the same: in between. Source: LAIT, published 1 June 2008",
            row[9]);
    }

    [Fact]
    public async Task A_comparator_of_another_length_says_why_it_is_not_compared()
    {
        Plan plan = Judged();
        using PackScene scene = await PackScene.Open(plan with { Comparators = [plan.Comparators[0] with { Period = Period.Parse("2007-08") }] });
        await scene.AnswerAllBut();

        string[] row = Row(await scene.Open(await scene.Build()), "SS1", 10, "statistical neighbours");

        Assert.Equal("Not comparable", row[8]);
        Assert.StartsWith("The periods differ in length.", row[9], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signals_and_neighbours_call_for_a_clinic_where_the_partnership_says_so()
    {
        Plan plan = Judged();
        using PackScene scene = await PackScene.Open(plan with { Partnership = plan.Partnership with { ClinicTriggers = [ClinicTrigger.SignalOfConcern, ClinicTrigger.WorseThanNeighbours] } });
        await scene.AnswerAllBut();
        await scene.Suggestions.Suggest(PackScene.Cycle);

        Clinic clinic = Assert.Single(await scene.Records.Clinics.All());
        Assert.Equal("A signal of concern in its chart. Worse than statistical neighbours, and got worse.", clinic.Trigger);
    }

    [Fact]
    public async Task A_break_in_series_cuts_the_chart_and_says_so_in_the_table()
    {
        Plan plan = Judged() with { DefinitionChanges = [new DefinitionChange("SS1", Period.Parse("2007-08 Q4"), DefinitionChangeKind.Break, "A new form", null, null)] };
        using PackScene scene = await PackScene.Open(plan);
        await scene.AnswerAllBut();

        IDocument page = await scene.Open(await scene.Build());

        Assert.Single(page.QuerySelectorAll("svg.wide-screen line.break"));
        Assert.Equal(2, page.QuerySelectorAll("svg.wide-screen polyline.line").Length);
        Assert.Empty(page.QuerySelectorAll("line.limit"));
        Assert.Contains("Definition changed from 2007-08 Q4", page.QuerySelectorAll("td").Select(cell => cell.TextContent));
    }

    private static string[] Row(IDocument page, string code, int cells, string? holds = null) =>
    [
        .. page.QuerySelectorAll("tr")
            .First(row => row.QuerySelector("th")?.TextContent == code && row.Children.Length == cells && (holds is null || row.TextContent.Contains(holds, StringComparison.Ordinal)))
            .Children.Select(cell => cell.TextContent.Trim()),
    ];

    // Twelve quarters of 80 and 84 in turn, so that this quarter's 68.2 lies below what is expected.
    private static Plan Judged()
    {
        Plan plan = PackPlan.Make();
        List<PlanFigure> figures = [];
        Quarter quarter = new(2005, 2);
        for (int place = 0; place < 12; place++, quarter = quarter.Next)
        {
            figures.Add(new PlanFigure { Indicator = "SS1", Period = quarter.Period, Value = place % 2 == 0 ? 80 : 84 });
        }

        return plan with
        {
            Figures = [.. plan.Figures.Where(figure => figure.Indicator != "SS1"), .. figures],
            Comparators =
            [
                new Comparator
                {
                    Indicator = "SS1",
                    Name = ComparatorName.StatisticalNeighbours,
                    Period = Period.Parse("2007-08 Q2"),
                    Value = 75,
                    Members = 10,
                    Basis = ComparatorBasis.MeanOfRates,
                    Source = "LAIT",
                    Published = new DateOnly(2008, 6, 1),
                },
            ],
        };
    }
}
