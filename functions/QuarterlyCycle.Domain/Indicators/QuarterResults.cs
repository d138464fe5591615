using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Disclosure;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.Domain.Indicators;

/// <summary>Works out one measure's quarter from its history.</summary>
public static class QuarterResults
{
    private const string NeutralRule = "Neither higher nor lower is better, so there is no status.";
    private const string PartsRule = "This measure is reported in its parts.";
    private const string NoTargetRule = "No target is set, so there is no status.";
    private const string NotDueRule = "Nothing is asked this quarter.";
    private const string ForecastRule = "The figure is a forecast, and a forecast is held against nothing.";
    private const string WithheldRule = "The figure is hidden, and its status would help to work it out.";

    /// <summary>The result of a quarter, where what is printed hides what is small in this measure alone.</summary>
    public static QuarterResult For(IndicatorHistory history, Quarter quarter, SmallNumbers smallNumbers) =>
        For(history, quarter, Suppression.OfResult(history, quarter, smallNumbers));

    /// <summary>The result of a quarter, where what is printed hides what the whole partnership's tables would give away.</summary>
    public static QuarterResult For(IndicatorHistory history, Quarter quarter, DisclosureTable disclosure)
    {
        Indicator indicator = history.Indicator;
        bool isCumulative = indicator.Kind == IndicatorKind.Cumulative;
        Figure? figure = history.At(quarter);
        Figure? yearToDate = history.YearToDateAt(quarter);
        Figure? judged = isCumulative && (figure?.Value is not null) && (yearToDate?.Value is not null || YearToDate.IsSum(indicator)) ? yearToDate : figure;
        ProfiledTarget? target = ProfiledTarget.At(indicator, history.Targets, quarter);

        bool anyLength = indicator.Kind is IndicatorKind.Rolling12 or IndicatorKind.Snapshot;
        Quarter sameLastYear = quarter.SameLastYear;
        Figure? longNow = isCumulative ? yearToDate : figure;
        Figure? longEarlier = isCumulative ? history.YearToDateAt(sameLastYear) : history.At(sameLastYear);
        DirectionOfTravel longTerm = DirectionOfTravelRule.Judge(
            longNow, longEarlier, indicator.Polarity, history.DefinitionChanges, target?.Aim, RangeAt(history, sameLastYear), anyLength);

        Quarter previous = PreviousAsked(indicator, quarter);
        Figure? shortEarlier = history.At(previous);
        DirectionOfTravel shortTerm = indicator.Frequency == Frequency.Annual
            ? DirectionOfTravel.NotComparable(DirectionOfTravel.OnceAYear)
            : DirectionOfTravelRule.Judge(figure, shortEarlier, indicator.Polarity, history.DefinitionChanges, target?.Aim, RangeAt(history, previous), anyLength);

        TargetStatus status = StatusOf(history, quarter, judged, target, longTerm);
        HidingRule? hidden = figure is null ? null : disclosure.WhyHidden(indicator, figure);
        bool IsHidden(Figure? any) => any is not null && disclosure.WhyHidden(indicator, any) is not null;
        return new QuarterResult
        {
            Indicator = indicator.Code,
            Quarter = quarter,
            Figure = figure,
            YearToDate = yearToDate,
            Judged = judged,
            Target = target,
            Status = status,
            ShortTerm = shortTerm,
            LongTerm = longTerm,
            Hidden = hidden,
            PrintedStatus = status.IsJudged ? Printed(status, history, quarter, judged!, target!.Aim!, disclosure) : status,
            PrintedShortTerm = DirectionOfTravelRule.WithHidden(shortTerm, IsHidden(figure) || IsHidden(shortEarlier)),
            PrintedLongTerm = DirectionOfTravelRule.WithHidden(longTerm, IsHidden(longNow) || IsHidden(longEarlier)),
        };
    }

    // Only where being in range is better does the earlier range matter.
    private static AimedTarget? RangeAt(IndicatorHistory history, Quarter quarter) =>
        // Stryker disable once Conditional : what is worked out for another polarity is looked at by nobody, and costs time
        history.Indicator.Polarity == Polarity.Range ? ProfiledTarget.At(history.Indicator, history.Targets, quarter)?.Aim : null;

    private static TargetStatus StatusOf(
        IndicatorHistory history, Quarter quarter, Figure? judged, ProfiledTarget? target, DirectionOfTravel longTerm)
    {
        Indicator indicator = history.Indicator;
        if (!indicator.HasFigure)
        {
            return TargetStatus.Of(TargetBand.InParts, PartsRule);
        }

        if (indicator.State == IndicatorState.NotYetDefined)
        {
            return TargetStatus.NoFigure(ReasonCode.NotYetDefined);
        }

        if (!YearToDate.IsDue(indicator, quarter))
        {
            return TargetStatus.Of(TargetBand.NotDue, NotDueRule);
        }

        if (judged?.Value is not { } value)
        {
            return TargetStatus.NoFigure(judged?.Reason ?? ReasonCode.NotSupplied);
        }

        if (judged.IsForecast)
        {
            return TargetStatus.Of(TargetBand.Forecast, ForecastRule);
        }

        if (indicator.Polarity == Polarity.Neutral)
        {
            return TargetStatus.Of(TargetBand.Neutral, NeutralRule);
        }

        if (target?.Aim is not { } aim)
        {
            return TargetStatus.Of(TargetBand.NoTarget, target?.Row.Text is { Length: > 0 } words ? $"The target is kept in words, so there is no status: {words}" : NoTargetRule);
        }

        if (judged.Period.Kind == PeriodKind.YearToDate && BreakWithin(history, quarter) is { } change)
        {
            return TargetStatus.Of(TargetBand.NotComparable, $"The definition changed from {change.FromPeriod.Code}, so the year to date mixes two definitions and is held against no target.");
        }

        string? olderDefinition = ProfiledTarget.OlderDefinition(target.Row, history.DefinitionChanges, quarter);
        return TargetStatusRule.Judge(value, aim, history.Status, longTerm, target.Note, olderDefinition);
    }

    private static DefinitionChange? BreakWithin(IndicatorHistory history, Quarter quarter) =>
        history.DefinitionChanges.FirstOrDefault(change => change.Kind == DefinitionChangeKind.Break
            && change.FromPeriod.FirstDay > new Quarter(quarter.StartYear, 1).FirstDay && change.FromPeriod.FirstDay <= quarter.LastDay);

    // A status may be printed beside a hidden figure only when every value that a reader can think of would have the same one.
    private static TargetStatus Printed(
        TargetStatus status, IndicatorHistory history, Quarter quarter, Figure judged, AimedTarget aim, DisclosureTable disclosure)
    {
        if (disclosure.WhyHidden(history.Indicator, judged) is not { } rule)
        {
            return status;
        }

        // Softening a status would tell the direction of a hidden figure, so the values are judged without it.
        decimal[] possible = [.. Possible(history, quarter, judged, rule, disclosure).DistinctBy(value => TargetStatusRule.BandOf(value, aim, history.Status)).Take(2)];
        return possible switch
        {
            [var only] when TargetStatusRule.BandOf(only, aim, history.Status) == status.Band => status,
            [var only] => TargetStatusRule.Judge(only, aim, history.Status),
            _ => TargetStatus.Of(TargetBand.Withheld, WithheldRule),
        };
    }

    private static IEnumerable<decimal> Possible(IndicatorHistory history, Quarter quarter, Figure judged, HidingRule rule, DisclosureTable disclosure)
    {
        SmallNumbers small = disclosure.SmallNumbers;
        if (YearToDate.IsSum(history.Indicator))
        {
            return disclosure.RangeOfYearToDate(history, quarter) is { } range
                ? Enumerable.Range(range.Least, range.Most - range.Least + 1).Select(value => (decimal)value)
                : [];
        }

        decimal? scale = (rule, judged) switch
        {
            (HidingRule.Primary, _) => 1m,
            (HidingRule.Derived, { Denominator: { } denominator }) when !small.IsSmall(denominator) =>
                Figure.Factor(judged.Unit, judged.Multiplier) / denominator,
            _ => null,
        };
        decimal offset = judged is { Unit: not IndicatorUnit.Count, Numerator: { } numerator } && !small.IsSmall(numerator) ? judged.Denominator!.Value : 0m;
        return scale is { } each ? Enumerable.Range(small.Low, small.High - small.Low + 1).Select(count => Math.Abs(offset - count) * each) : [];
    }

    private static Quarter PreviousAsked(Indicator indicator, Quarter quarter) =>
        indicator.Frequency == Frequency.HalfYearly ? quarter.Previous.Previous : quarter.Previous;
}
