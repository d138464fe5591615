using QuarterlyCycle.App.Cycles;
using QuarterlyCycle.App.Plans;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Clinics;
using QuarterlyCycle.Domain.ControlCharts;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Disclosure;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.App.Packs;

/// <summary>Suggests a performance clinic for each measure that meets one of the partnership's triggers; the project manager calls or declines it.</summary>
public sealed class ClinicSuggestions(QuarterRecords records, PlanLibrary plans, FigureHistory history, PrintedFigures printed)
{
    /// <summary>Stores what is to be suggested and gives how many clinics the cycle has; a repeat adds nothing.</summary>
    public async Task<int> Suggest(string cycle, CancellationToken cancellation = default)
    {
        Plan plan = await plans.ForCycle(cycle, cancellation);
        Dictionary<string, IndicatorHistory> histories = new(StringComparer.Ordinal);
        foreach (Indicator each in plan.Indicators)
        {
            histories[each.Code] = await history.UpTo(cycle, plan, each, cancellation);
        }

        DisclosureTable disclosure = await printed.Table(cycle, plan, histories.Values, cancellation);
        int suggested = 0;
        foreach (RequestedFigure figure in (await records.Figures.All(cycle, cancellation)).Where(figure => !figure.IsMilestone))
        {
            if (!histories.TryGetValue(figure.Code, out IndicatorHistory? known))
            {
                continue;
            }

            List<string> triggers = Triggers(plan, known, Quarter.Parse(cycle), disclosure);
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
    private static List<string> Triggers(Plan plan, IndicatorHistory history, Quarter quarter, DisclosureTable disclosure)
    {
        QuarterResult now = QuarterResults.For(history, quarter, disclosure);
        Quarter earlier = history.Indicator.Frequency switch
        {
            Frequency.Annual => quarter.SameLastYear,
            Frequency.HalfYearly => quarter.Previous.Previous,
            _ => quarter.Previous,
        };
        QuarterResult before = QuarterResults.For(history, earlier, disclosure);
        return
        [
            .. ClinicTriggerRule.Suggest(
                now,
                before,
                plan.Partnership.ClinicTriggers,
                ComparatorRows.IsWorseThanNeighbours(plan, history.Indicator, now),
                ControlChartRule.For(history, quarter, plan.Partnership, figure => disclosure.WhyHidden(history.Indicator, figure) is null)?.IsConcernAt(quarter) == true)
                .Select(suggestion => suggestion.Reason),
        ];
    }
}
