using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.App.Packs;

/// <summary>The newest value of each comparator beside ours, rated by the star rule where like is compared with like.</summary>
internal static class ComparatorRows
{
    private const string NotComparable = "Not comparable";

    public static IEnumerable<PackComparator> Of(QuarterFacts facts, string code, MeasureRows measures, HiddenFigures hidden)
    {
        Indicator indicator = facts.Histories[code].Indicator;
        QuarterResult result = measures.Result(code);
        foreach (Comparator comparator in facts.Plan.ComparatorsOf(code).GroupBy(row => row.Name).Select(rows => rows.Last()))
        {
            bool isHidden = result.Figure is { } ours && hidden.IsHidden(indicator, ours);
            string? why = WhyNot(comparator, result, isHidden);
            string whom = Whom(comparator.Name);
            yield return new PackComparator
            {
                Code = code,
                Name = indicator.Name,
                Figure = result.Figure is { } figure ? hidden.Words(indicator, figure) : result.Status.Words,
                ComparedWith = whom,
                ComparatorFigure = comparator.Value is { } value ? FigureText.InFull(value, indicator.Unit, indicator.Decimals, indicator.Multiplier) : comparator.Text ?? "Not available",
                ComparatorPeriod = comparator.Period.Code,
                Members = comparator.Members,
                Basis = BasisWords(comparator.Basis),
                Rating = why is null ? Rate(facts, indicator, result.Figure!.Value!.Value, comparator.Value!.Value, whom) : NotComparable,
                Notes = why,
                Source = comparator.Source,
            };
        }
    }

    private static string? WhyNot(Comparator comparator, QuarterResult result, bool isHidden) => (comparator, result.Figure) switch
    {
        ({ LikeForLike: false, WhyNot: { Length: > 0 } why }, _) => why,
        ({ LikeForLike: false }, _) => "It does not compare like with like.",
        ({ Value: null }, _) => "Their figure is not a number.",
        (_, null or { Value: null }) => "There is no figure of ours.",
        _ when isHidden => "Our figure is hidden.",
        (_, { } ours) when Days(ours.PeriodOfData) != Days(comparator.Period) => "The periods differ in length.",
        _ => null,
    };

    private static string Rate(QuarterFacts facts, Indicator indicator, decimal ours, decimal theirs, string whom)
    {
        // Better and worse than others follow the star rule in both schemes (domain.md section 10).
        StatusSettings settings = StatusSettings.Of(facts.Plan.Partnership, indicator) with { Scheme = StatusScheme.StarCircleTriangle, ToleranceKind = ToleranceKind.Relative, Tolerance = 0 };
        AimedTarget? aim = indicator.Polarity switch
        {
            Polarity.High => new AimedTarget(theirs, null),
            Polarity.Low => new AimedTarget(null, theirs),
            _ => null,
        };
        if (aim is null)
        {
            return NotComparable;
        }

        return TargetStatusRule.Judge(ours, aim, settings).Band switch
        {
            TargetBand.Better => $"Better than {whom}",
            TargetBand.Worse => $"Worse than {whom}",
            _ => $"About the same as {whom}",
        };
    }

    private static int Days(Domain.Calendar.Period period) => (period.LastDay.DayNumber - period.FirstDay.DayNumber) / 31;

    private static string Whom(ComparatorName name) => name switch
    {
        ComparatorName.StatisticalNeighbours => "statistical neighbours",
        ComparatorName.England => "England",
        ComparatorName.Region => "the region",
        ComparatorName.Family => "the family of areas",
        _ => "others",
    };

    private static string? BasisWords(ComparatorBasis? basis) => basis switch
    {
        ComparatorBasis.MeanOfRates => "Mean of the members' rates",
        ComparatorBasis.Pooled => "Members' counts added up",
        ComparatorBasis.Published => "As published",
        _ => null,
    };
}
