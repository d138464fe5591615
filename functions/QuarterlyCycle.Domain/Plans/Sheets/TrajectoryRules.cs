using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Indicators;

namespace QuarterlyCycle.Domain.Plans.Sheets;

/// <summary>Holds a custom profile's quarter rows against the year's target.</summary>
internal static class TrajectoryRules
{
    public static void Check(PlanRows rows, ProblemList problems)
    {
        foreach (Target target in rows.Plan.Targets)
        {
            CheckReach(rows, problems, target);
        }

        foreach (Indicator indicator in rows.Plan.Indicators.Where(indicator => indicator.Profile == TargetProfile.Custom))
        {
            IReadOnlyList<Target> targets = rows.Plan.TargetsOf(indicator.Code);
            foreach (Target year in targets.Where(target => target.Period.Kind == PeriodKind.Year))
            {
                List<Target> quarters =
                [
                    .. targets
                        .Where(target => target.Period.Kind is PeriodKind.Quarter or PeriodKind.YearToDate && target.Period.StartYear == year.Period.StartYear)
                        .OrderBy(target => target.Period.QuarterNumber),
                ];
                Check(rows, problems, indicator, year, quarters);
            }
        }
    }

    // What a part of a whole, or a count, can never be.
    private static void CheckReach(PlanRows rows, ProblemList problems, Target target)
    {
        if (rows.Plan.Indicator(target.Indicator) is not { IsChange: false } indicator || (target.Value ?? target.High ?? target.Low) is not { } value)
        {
            return;
        }

        if (indicator is { Unit: IndicatorUnit.Percent, Whole: true } && value is < 0 or > 100)
        {
            problems.Warn(rows.RowOf(target), target.Value is null ? "high" : "value", "a part of a whole lies from 0% to 100%, so this trajectory cannot be met as written.");
        }
        else if (indicator.Unit == IndicatorUnit.Count && value < 0)
        {
            problems.Warn(rows.RowOf(target), target.Value is null ? "high" : "value", "a count cannot fall below 0, so this trajectory cannot be met as written.");
        }
    }

    private static void Check(PlanRows rows, ProblemList problems, Indicator indicator, Target year, List<Target> quarters)
    {
        if (quarters.Find(target => target.Period.QuarterNumber == 4) is { } last && ProfiledTarget.Fault(indicator, [year, .. quarters], year.Period.StartYear) is not null)
        {
            problems.Error(rows.RowOf(last), last.Value is null ? "high" : "value", "a custom profile must end on the year's target.");
        }

        Target? turningBack = quarters.Zip(quarters.Skip(1)).FirstOrDefault(pair => indicator.Kind == IndicatorKind.Cumulative && pair.Second.Value < pair.First.Value).Second;
        if (turningBack is not null)
        {
            problems.Warn(rows.RowOf(turningBack), "value", "a total from April on cannot fall from one quarter to the next, so this trajectory cannot be met as written.");
        }
    }
}
