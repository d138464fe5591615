using System.Globalization;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.App.Packs;

/// <summary>What the plan says of a measure beside its figures: its reference, for whom it is collected, where its target comes from.</summary>
internal static class MeasureDetail
{
    /// <summary>What is counted, or null where the name says as much.</summary>
    public static string? Definition(Indicator indicator) => Repetition.Unless(indicator.Definition, indicator.Name);

    /// <summary>What an officer should know of a measure: what is counted, for whom, and under which reference, a line each.</summary>
    public static IEnumerable<string> HowItIsCounted(Plan plan, Indicator indicator)
    {
        if (indicator.Definition is { Length: > 0 } definition)
        {
            yield return definition;
        }

        if (Scope(indicator) is { } scope)
        {
            yield return $"Scope: {scope}";
        }

        if (Reference(plan, indicator) is { } reference)
        {
            yield return $"Reference: {reference}";
        }
    }

    /// <summary>The reference elsewhere, where it is written otherwise than the code, and the number in the plan; null without either.</summary>
    public static string? Reference(Plan plan, Indicator indicator)
    {
        string? whole = IsOfPart(indicator.Ref) && indicator.Parent is { } parent ? plan.Indicator(parent)?.Ref : null;
        string? own = indicator.Ref == indicator.Code ? null : indicator.Ref;
        string?[] parts =
        [
            whole is null ? own : $"{whole}, part {own}",
            indicator.Number is { } number ? $"number {FigureText.Exact(number)} in the plan" : null,
        ];
        string words = string.Join(", ", parts.Where(part => !string.IsNullOrWhiteSpace(part)));
        return words.Length == 0 ? null : char.ToUpperInvariant(words[0]) + words[1..];
    }

    // Parts are listed under their whole as a and b.
    private static bool IsOfPart(string? reference) => reference is { Length: 1 };

    /// <summary>For whom the measure is collected, in words; null where the plan does not say.</summary>
    public static string? Scope(Indicator indicator)
    {
        string words = OpeningWords.List(indicator.Scope.Select(WordsOf));
        return words.Length == 0 ? null : char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>Who set the target and when; null where the plan does not say.</summary>
    public static string? SetBy(Target? target) => target switch
    {
        { SetBy: { Length: > 0 } who, SetOn: { } day } => $"{who}, {BritishWords.Date(day)}",
        { SetBy: { Length: > 0 } who } => who,
        { SetOn: { } day } => BritishWords.Date(day),
        _ => null,
    };

    /// <summary>The baseline with its period and source, hidden where a figure would be; null where the plan gives none.</summary>
    public static string? Baseline(Plan plan, Indicator indicator, Target? target, HiddenFigures hidden)
    {
        if (target?.Baseline is not { } value)
        {
            return null;
        }

        bool isHidden = IsBaselineHidden(plan, indicator, target, hidden);
        string words = isHidden ? HiddenFigures.Hidden : FigureText.InWords(FigureOf(indicator, target, value));
        string when = target.BaselinePeriod is { } period ? $" {WhenWords(period)}" : "";
        string source = SourceOf(plan, target, value) is { } from ? $" ({from})" : "";
        return $"{words}{when}{source}";
    }

    /// <summary>Whether a baseline is hidden: its own number is small, or that of another of the family, from which it could be worked out.</summary>
    public static bool IsBaselineHidden(Plan plan, Indicator indicator, Target target, HiddenFigures hidden) =>
        plan.FamilyOf(indicator)
            .Where(member => member.HasFigure)
            .Any(member => plan.TargetsOf(member.Code)
                .Where(other => other.BaselinePeriod == target.BaselinePeriod)
                .Any(other => other.Baseline is { } value && hidden.IsHidden(member, FigureOf(member, other, value))));

    private static string WhenWords(Period period) => period switch
    {
        { Day: { } day } => $"on {BritishWords.Date(day)}",
        { Kind: PeriodKind.CalendarYear } => $"in the calendar year {period.FirstDay.Year.ToString(CultureInfo.InvariantCulture)}",
        { Kind: PeriodKind.AcademicYear } => $"in the academic year {period.Code["AY".Length..]}",
        _ => $"in {period.Code}",
    };

    // A baseline without its period is from before the target's.
    private static Figure FigureOf(Indicator indicator, Target target, decimal value) =>
        Figure.Of(indicator, target.BaselinePeriod ?? Period.OfDay(target.Period.FirstDay.AddDays(-1)), value);

    private static string? SourceOf(Plan plan, Target target, decimal value) => target.BaselinePeriod is not { } period
        ? null
        : plan.FiguresOf(target.Indicator)
            .Where(figure => figure.Source is { Length: > 0 })
            .FirstOrDefault(figure => figure.Period == period || figure.DataPeriod == period
                || (figure.Value == value && figure.Period.LastDay == period.LastDay))?.Source;

    private static string WordsOf(IndicatorScope scope) => scope switch
    {
        IndicatorScope.National => "national",
        IndicatorScope.Laa => "local area agreement",
        IndicatorScope.Statutory => "statutory",
        _ => "local",
    };
}
