using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.Domain.Indicators;

/// <summary>The target that holds at the end of one quarter, spread from the year's target as the plan says.</summary>
/// <param name="Row">The row of the plan that it was read from.</param>
/// <param name="Aim">What a result is held against; null when the target is only text.</param>
/// <param name="Note">How it was worked out, in words; null for a target taken as it is.</param>
public sealed record ProfiledTarget(Target Row, AimedTarget? Aim, string? Note)
{
    private static readonly string[] s_parts =
        ["1 of 4 equal parts of the year's target.", "2 of 4 equal parts of the year's target.", "3 of 4 equal parts of the year's target."];

    /// <summary>The target at the end of a quarter; null when none is set.</summary>
    public static ProfiledTarget? At(Indicator indicator, IReadOnlyList<Target> targets, Quarter quarter)
    {
        if (OfQuarter(targets, quarter) is { } ofQuarter)
        {
            return new ProfiledTarget(ofQuarter, AimedTarget.Of(ofQuarter, indicator.Polarity), null);
        }

        Target? ofYear = OfYear(targets, quarter);
        if (ofYear is null || (indicator.Profile == TargetProfile.Custom && quarter.Number != 4))
        {
            return null;
        }

        AimedTarget? aim = AimedTarget.Of(ofYear, indicator.Polarity);

        // Only what adds up over the year has a quarter of it due each quarter; a rate is the same in every quarter.
        bool isSpread = indicator.Profile == TargetProfile.Linear && YearToDate.IsSum(indicator) && quarter.Number < 4;
        return isSpread
            ? new ProfiledTarget(ofYear, aim?.Times(quarter.Number / 4m), s_parts[quarter.Number - 1])
            : new ProfiledTarget(ofYear, aim, null);
    }

    /// <summary>What one quarter's own figure has to reach: the quarter's target, or a quarter of the year's where the year adds up; null when there is none, or when the plan spreads it by hand.</summary>
    public static AimedTarget? OfOneQuarter(Indicator indicator, IReadOnlyList<Target> targets, Quarter quarter)
    {
        if (!YearToDate.IsSum(indicator))
        {
            return At(indicator, targets, quarter)?.Aim;
        }

        return indicator.Profile != TargetProfile.Custom && OfYear(targets, quarter) is { } ofYear ? AimedTarget.Of(ofYear, indicator.Polarity)?.Times(0.25m) : null;
    }

    /// <summary>Why a custom profile cannot be used, in words; null when it ends on the year's target or there is none.</summary>
    public static string? Fault(Indicator indicator, IReadOnlyList<Target> targets, int startYear)
    {
        Quarter last = new(startYear, 4);
        Target? ofYear = targets.FirstOrDefault(target => target.Period == Period.OfYear(startYear));
        Target? ofLastQuarter = targets.FirstOrDefault(target => target.Period == last.Period || target.Period == Period.YearToDate(last));
        bool ends = ofYear is null || ofLastQuarter is null || AimedTarget.Of(ofYear, indicator.Polarity) == AimedTarget.Of(ofLastQuarter, indicator.Polarity);
        return indicator.Profile == TargetProfile.Custom && !ends
            ? $"The profile of {indicator.Code} for {last.Year} does not end on the year's target."
            : null;
    }

    /// <summary>That a target was set on an older definition than the one in force, in a sentence; null when it was not.</summary>
    public static string? OlderDefinition(Target target, IReadOnlyList<DefinitionChange> changes, Quarter? quarter = null)
    {
        DateOnly until = quarter?.LastDay ?? target.Period.LastDay;
        DefinitionChange? broken = changes.LastOrDefault(change => change.Kind == DefinitionChangeKind.Break && change.FromPeriod.FirstDay <= until);
        if (broken is null)
        {
            return null;
        }

        DateOnly since = broken.On ?? broken.FromPeriod.FirstDay;
        bool isOlder = target.SetOn is { } setOn ? setOn < since : target.BaselinePeriod?.LastDay < broken.FromPeriod.FirstDay;
        return isOlder ? $"The target was set on the definition before {broken.FromPeriod.Code}." : null;
    }

    /// <summary>Why the year's target can no longer be reached, in words; null when it can, or when nobody can tell.</summary>
    public static string? OutOfReach(Indicator indicator, IReadOnlyList<Target> targets, Figure yearToDate, Quarter quarter)
    {
        bool onlyGrows = YearToDate.IsSum(indicator) && !indicator.IsChange;
        if (!onlyGrows || yearToDate.Value is not { } sum || OfYear(targets, quarter) is not { } ofYear || AimedTarget.Of(ofYear, indicator.Polarity)?.High is not { } most || sum <= most)
        {
            return null;
        }

        return $"The year to date, {FigureText.WithUnit(sum, indicator.Unit, indicator.Decimals)}, is already over the year's target of {FigureText.ExactWithUnit(most, indicator.Unit)}.";
    }

    private static Target? OfQuarter(IReadOnlyList<Target> targets, Quarter quarter)
    {
        foreach (Target target in targets)
        {
            Period period = target.Period;
            if (!target.IsNone && period.Kind is PeriodKind.Quarter or PeriodKind.YearToDate && period.StartYear == quarter.StartYear && period.QuarterNumber == quarter.Number)
            {
                return target;
            }
        }

        return null;
    }

    private static Target? OfYear(IReadOnlyList<Target> targets, Quarter quarter)
    {
        Target? ofOtherYear = null;
        foreach (Target target in targets)
        {
            if (target.IsNone)
            {
                continue;
            }

            if (target.Period.Kind == PeriodKind.Year && target.Period.StartYear == quarter.StartYear)
            {
                return target;
            }

            if (target.Period.Kind is PeriodKind.CalendarYear or PeriodKind.AcademicYear && target.Period.Covers(quarter.LastDay))
            {
                ofOtherYear ??= target;
            }
        }

        return ofOtherYear;
    }
}
