using QuarterlyCycle.Domain.Calendar;
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

    /// <summary>The result of a quarter.</summary>
    public static QuarterResult For(IndicatorHistory history, Quarter quarter, SmallNumbers smallNumbers)
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
            longNow, longEarlier, indicator.Polarity, history.DefinitionChanges, target?.Aim, ProfiledTarget.At(indicator, history.Targets, sameLastYear)?.Aim, anyLength);

        Quarter previous = PreviousAsked(indicator, quarter);
        Figure? shortEarlier = history.At(previous);
        DirectionOfTravel shortTerm = indicator.Frequency == Frequency.Annual
            ? DirectionOfTravel.NotComparable(DirectionOfTravel.OnceAYear)
            : DirectionOfTravelRule.Judge(figure, shortEarlier, indicator.Polarity, history.DefinitionChanges, target?.Aim, ProfiledTarget.At(indicator, history.Targets, previous)?.Aim, anyLength);

        TargetStatus status = StatusOf(history, quarter, judged, figure, target, longTerm);
        bool IsHidden(Figure? any) => any is not null && smallNumbers.WhyHidden(any, indicator.Whole) is not null;
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
            Hidden = figure is null ? null : smallNumbers.WhyHidden(figure, indicator.Whole),
            PrintedStatus = Printed(status, judged, target?.Aim, history.Status, smallNumbers, IsHidden(judged)),
            PrintedShortTerm = DirectionOfTravelRule.WithHidden(shortTerm, IsHidden(figure) || IsHidden(shortEarlier)),
            PrintedLongTerm = DirectionOfTravelRule.WithHidden(longTerm, IsHidden(longNow) || IsHidden(longEarlier)),
        };
    }

    private static TargetStatus StatusOf(IndicatorHistory history, Quarter quarter, Figure? judged, Figure? figure, ProfiledTarget? target, DirectionOfTravel longTerm)
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
            return TargetStatus.NoFigure(figure?.Value is null ? figure?.Reason ?? ReasonCode.NotSupplied : judged?.Reason ?? ReasonCode.NotSupplied);
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

        TargetStatus status = TargetStatusRule.Judge(value, aim, history.Status, longTerm);
        string profile = target.Note is { } note ? $" The target is {note}" : "";
        string older = ProfiledTarget.OlderDefinition(target.Row, history.DefinitionChanges, quarter) is { } flag ? $" {flag}" : "";
        return status with { Rule = status.Rule + profile + older };
    }

    private static DefinitionChange? BreakWithin(IndicatorHistory history, Quarter quarter) =>
        history.DefinitionChanges.FirstOrDefault(change => change.Kind == DefinitionChangeKind.Break
            && change.FromPeriod.FirstDay > new Quarter(quarter.StartYear, 1).FirstDay && change.FromPeriod.FirstDay <= quarter.LastDay);

    // A status may be printed beside a hidden figure only when every hidden count would have the same one.
    private static TargetStatus Printed(TargetStatus status, Figure? judged, AimedTarget? aim, StatusSettings settings, SmallNumbers smallNumbers, bool isHidden)
    {
        if (!isHidden || !status.IsJudged || aim is null || judged is null)
        {
            return status;
        }

        decimal? scale = judged switch
        {
            { Unit: IndicatorUnit.Count } => 1m,
            { Denominator: { } denominator } when !smallNumbers.IsSmall(denominator) && denominator != 0 => Figure.Factor(judged.Unit, judged.Multiplier) / denominator,
            _ => null,
        };
        if (scale is null)
        {
            return TargetStatus.Of(TargetBand.Withheld, WithheldRule);
        }

        decimal offset = judged is { Unit: not IndicatorUnit.Count, Numerator: { } numerator } && !smallNumbers.IsSmall(numerator) ? judged.Denominator!.Value : 0m;
        IEnumerable<TargetBand> possible = Enumerable.Range(smallNumbers.Low, smallNumbers.High - smallNumbers.Low + 1)
            .Select(count => TargetStatusRule.Judge(Math.Abs(offset - count) * scale.Value, aim, settings).Band)
            .Distinct();
        return possible.Count() == 1 ? status : TargetStatus.Of(TargetBand.Withheld, WithheldRule);
    }

    private static Quarter PreviousAsked(Indicator indicator, Quarter quarter) =>
        indicator.Frequency == Frequency.HalfYearly ? quarter.Previous.Previous : quarter.Previous;
}
