using QuarterlyCycle.App.Cycles;
using QuarterlyCycle.App.Plans;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Clinics;
using QuarterlyCycle.Domain.ControlCharts;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.App.Packs;

/// <summary>Suggests a performance clinic for each measure that meets one of the partnership's triggers; the project manager calls or declines it.</summary>
public sealed class ClinicSuggestions(QuarterRecords records, PlanLibrary plans, FigureHistory history)
{
    /// <summary>Stores what is to be suggested and gives how many clinics the cycle has; a repeat adds nothing.</summary>
    public async Task<int> Suggest(string cycle, CancellationToken cancellation = default)
    {
        Plan plan = await plans.ForCycle(cycle, cancellation);
        int suggested = 0;
        foreach (RequestedFigure figure in (await records.Figures.All(cycle, cancellation)).Where(figure => !figure.IsMilestone))
        {
            if (plan.Indicator(figure.Code) is not { } indicator)
            {
                continue;
            }

            IReadOnlyList<string> triggers = Triggers(plan, await history.UpTo(cycle, plan, indicator, cancellation), Quarter.Parse(cycle));
            if (triggers.Count > 0)
            {
                suggested++;
                await records.Clinics.Insert(
                    new Clinic
                    {
                        Code = $"{cycle}.{figure.Code}",
                        Cycle = cycle,
                        Measure = figure.Code,
                        Trigger = string.Join(". ", triggers) + ".",
                        State = ClinicState.Suggested,
                    },
                    cancellation);
            }
        }

        return suggested;
    }

    /// <summary>The triggers that a measure meets, in words that name no hidden figure.</summary>
    internal static IReadOnlyList<string> Triggers(Plan plan, IndicatorHistory history, Quarter quarter)
    {
        SmallNumbers small = SmallNumbers.Of(plan.Partnership);
        QuarterResult now = QuarterResults.For(history, quarter, small);
        Quarter earlier = history.Indicator.Frequency switch
        {
            Frequency.Annual => quarter.SameLastYear,
            Frequency.HalfYearly => quarter.Previous.Previous,
            _ => quarter.Previous,
        };
        QuarterResult before = QuarterResults.For(history, earlier, small);
        return
        [
            .. ClinicTriggerRule.Suggest(
                now,
                before,
                plan.Partnership.ClinicTriggers,
                ComparatorRows.IsWorseThanNeighbours(plan, history.Indicator, now),
                ControlChartRule.For(history, quarter, plan.Partnership, figure => small.WhyHidden(figure, history.Indicator.Whole) is null)?.IsConcernAt(quarter) == true)
                .Select(suggestion => suggestion.Reason),
        ];
    }
}
