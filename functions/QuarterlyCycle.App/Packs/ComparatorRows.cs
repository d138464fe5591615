using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.App.Packs;

/// <summary>The newest value of each comparator beside ours, with its rating, rule or reason.</summary>
internal static class ComparatorRows
{
    public static IEnumerable<PackComparator> Of(QuarterFacts facts, string code, MeasureRows measures, HiddenFigures hidden)
    {
        Indicator indicator = facts.Histories[code].Indicator;
        QuarterResult result = measures.Result(code);
        foreach (Comparator comparator in facts.Plan.ComparatorsOf(code).GroupBy(row => row.Name).Select(rows => rows.Last()))
        {
            Figure? ours = ComparisonRule.OurFigure(comparator, result, indicator);
            bool isHidden = IsHidden(facts, code, ours, hidden);
            Comparison comparison = isHidden ? Comparison.Withheld : ComparisonRule.Judge(ours, comparator, indicator, facts.Plan.Partnership, result.Target?.Aim);
            yield return new PackComparator
            {
                Code = code,
                Name = indicator.Name,
                Figure = isHidden ? HiddenFigures.Hidden : ours is { } figure ? hidden.Words(indicator, figure) : result.Status.Words,
                ComparedWith = ComparisonRule.Whom(comparator.Name),
                ComparatorFigure = comparator.Value is { } value ? FigureText.InFull(value, indicator.Unit, indicator.Decimals, indicator.Multiplier) : Without(comparator.Text),
                ComparatorPeriod = comparator.Period.Code,
                Members = comparator.Members,
                NeedsMembers = comparator is { Value: not null, Name: not ComparatorName.England },
                Basis = BasisWords(comparator.Basis),
                Rating = comparison.Words,
                Symbol = SymbolOf(comparison.Band),
                Rule = comparison.Rule,
                Notes = comparison.Reason,
                Source = SourceWords(comparator),
            };
        }
    }

    /// <summary>Whether the measure is rated worse than its statistical neighbours by what may be printed of it.</summary>
    public static bool IsWorseThanNeighbours(Plan plan, Indicator indicator, QuarterResult result) =>
        result.Hidden is null
        && plan.ComparatorsOf(indicator.Code).LastOrDefault(row => row.Name == ComparatorName.StatisticalNeighbours) is { } neighbours
        && ComparisonRule.Judge(ComparisonRule.OurFigure(neighbours, result, indicator), neighbours, indicator, plan.Partnership, result.Target?.Aim).Band == ComparisonBand.Worse;

    private static bool IsHidden(QuarterFacts facts, string code, Figure? ours, HiddenFigures hidden) =>
        ours is not null && hidden.IsHidden(facts.Histories[code].Indicator, ours);

    // Printed tables write "N/A" and dashes; a report says what they mean.
    private static string Without(string? text) => text?.Trim().ToUpperInvariant() switch
    {
        null or "" or "-" or "–" or "—" => "Not available",
        "N/A" or "NA" => "Not applicable",
        _ => text!,
    };

    private static PackSymbol SymbolOf(ComparisonBand band) => band switch
    {
        ComparisonBand.Better => PackSymbol.Star,
        ComparisonBand.Same => PackSymbol.Circle,
        ComparisonBand.Worse => PackSymbol.Triangle,
        _ => PackSymbol.None,
    };

    private static string? BasisWords(ComparatorBasis? basis) => basis switch
    {
        ComparatorBasis.MeanOfRates => "Mean of the members' rates",
        ComparatorBasis.Pooled => "Members' counts added up",
        ComparatorBasis.Published => "As published",
        _ => null,
    };

    private static string? SourceWords(Comparator comparator) => comparator switch
    {
        { Source: { Length: > 0 } source, Published: { } day } => $"{source}, published {Domain.Calendar.BritishWords.Date(day)}",
        { Source: var source } => source,
    };
}
