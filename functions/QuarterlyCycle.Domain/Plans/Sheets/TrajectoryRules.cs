using QuarterlyCycle.Domain.Calendar;

namespace QuarterlyCycle.Domain.Plans.Sheets;

/// <summary>Holds a custom profile's quarter rows against the year's target.</summary>
internal static class TrajectoryRules
{
    public static void Check(PlanRows rows, ProblemList problems)
    {
        foreach (Indicator indicator in rows.Plan.Indicators.Where(indicator => indicator.Profile == TargetProfile.Custom))
        {
            IReadOnlyList<Target> targets = rows.Plan.TargetsOf(indicator.Code);
            foreach (Target year in targets.Where(target => target is { Period.Kind: PeriodKind.Year, Value: not null }))
            {
                List<Target> quarters =
                [
                    .. targets
                        .Where(target => target.Period.Kind is PeriodKind.Quarter or PeriodKind.YearToDate && target.Period.StartYear == year.Period.StartYear && target.Value is not null)
                        .OrderBy(target => target.Period.QuarterNumber),
                ];
                Check(rows, problems, indicator, year, quarters);
            }
        }
    }

    private static void Check(PlanRows rows, ProblemList problems, Indicator indicator, Target year, List<Target> quarters)
    {
        if (quarters.Find(target => target.Period.QuarterNumber == 4) is { } last && last.Value != year.Value)
        {
            problems.Error(rows.RowOf(last), "value", "a custom profile must end on the year's target.");
        }

        Target? turningBack = quarters.Zip(quarters.Skip(1)).FirstOrDefault(pair => indicator.Kind == IndicatorKind.Cumulative && pair.Second.Value < pair.First.Value).Second;
        if (turningBack is not null)
        {
            problems.Warn(rows.RowOf(turningBack), "value", "a total from April on cannot fall from one quarter to the next, so this trajectory cannot be met as written.");
        }
    }
}
