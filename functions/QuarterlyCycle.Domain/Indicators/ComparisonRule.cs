using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.Domain.Indicators;

/// <summary>Rates our result beside others' by the star rule in both schemes, or by a confidence interval where the partnership says so. It is never a status against target.</summary>
public static class ComparisonRule
{
    /// <summary>The comparator as it is named in a sentence.</summary>
    public static string Whom(ComparatorName name) => name switch
    {
        ComparatorName.StatisticalNeighbours => "statistical neighbours",
        ComparatorName.England => "England",
        ComparatorName.Region => "the region",
        ComparatorName.Family => "the family of areas",
        _ => "others",
    };

    /// <summary>Our figure that covers as long a time as the comparator's: the quarter's own, or else the year to date.</summary>
    public static Figure? OurFigure(Comparator theirs, QuarterResult ours, Indicator indicator) =>
        ours.Figure is { Value: not null } figure && !SameLength(figure, theirs, indicator) && ours.YearToDate is { Value: not null } year && SameLength(year, theirs, indicator)
            ? year
            : ours.Figure;

    /// <summary>The rating of one of our figures; the range matters only where being in range is better.</summary>
    public static Comparison Judge(Figure? ours, Comparator theirs, Indicator indicator, PartnershipSettings partnership, AimedTarget? range = null)
    {
        if (WhyNot(ours, theirs, indicator, range) is { } why)
        {
            return Comparison.NotComparable(why);
        }

        string whom = Whom(theirs.Name);
        ConfidenceInterval? interval = partnership.Intervals ? ConfidenceInterval.Of(ours!, indicator.Whole) : null;
        decimal value = ours!.Value!.Value;
        return interval is null ? ByStars(value, theirs.Value!.Value, whom, indicator, partnership, range) : ByInterval(value, theirs.Value!.Value, whom, indicator, interval, range);
    }

    private static string? WhyNot(Figure? ours, Comparator theirs, Indicator indicator, AimedTarget? range)
    {
        if (!theirs.LikeForLike)
        {
            return theirs.WhyNot is { Length: > 0 } why ? Sentence(why) : "It does not compare like with like.";
        }

        if (theirs.Value is null)
        {
            return "Their figure is not a number.";
        }

        if (ours?.Value is null)
        {
            return "There is no figure of ours.";
        }

        if (indicator.Polarity == Polarity.Neutral)
        {
            return "Neither higher nor lower is better.";
        }

        if (indicator.Polarity == Polarity.Range && range is null)
        {
            return "No range is set that would say which is better.";
        }

        if (!SameUnit(theirs, indicator))
        {
            return "The units differ.";
        }

        return SameLength(ours, theirs, indicator) ? null : "The periods differ in length.";
    }

    // The comparator has no unit of its own; what was printed may still show one.
    private static bool SameUnit(Comparator theirs, Indicator indicator)
    {
        string text = theirs.Text?.Trim() ?? "";
        bool showsPercent = text.EndsWith('%');
        bool showsMoney = text.StartsWith('£');
        return (!showsPercent || indicator.Unit == IndicatorUnit.Percent || indicator.IsChange) && (!showsMoney || indicator.Unit == IndicatorUnit.Money);
    }

    // A value on a date has no length, and a rolling figure always covers twelve months.
    private static bool SameLength(Figure ours, Comparator theirs, Indicator indicator) =>
        indicator.Kind is IndicatorKind.Snapshot or IndicatorKind.Rolling12 || ours.PeriodOfData.Months == theirs.Period.Months;

    private static Comparison ByStars(decimal ours, decimal theirs, string whom, Indicator indicator, PartnershipSettings partnership, AimedTarget? range)
    {
        StatusSettings settings = StatusSettings.Of(partnership, indicator);
        if (settings.Scheme == StatusScheme.Rag)
        {
            // The tolerance of the red, amber and green scheme belongs to targets alone.
            settings = settings with { Scheme = StatusScheme.StarCircleTriangle, ToleranceKind = ToleranceKind.Absolute, Tolerance = 0, ToleranceSetBy = null };
        }

        AimedTarget aim = indicator.Polarity switch
        {
            Polarity.High => new AimedTarget(theirs, null),
            Polarity.Low => new AimedTarget(null, theirs),
            _ => new AimedTarget(null, range!.DistanceOf(theirs)),
        };
        decimal value = indicator.Polarity == Polarity.Range ? range!.DistanceOf(ours) : ours;
        TargetStatus status = TargetStatusRule.Judge(value, aim, settings);
        ComparisonBand band = status.Band switch
        {
            TargetBand.Better => ComparisonBand.Better,
            TargetBand.Worse => ComparisonBand.Worse,
            _ => ComparisonBand.Same,
        };
        string rule = status.Rule
            .Replace("Better than target", $"Better than {whom}", StringComparison.Ordinal)
            .Replace("Worse than target", $"Worse than {whom}", StringComparison.Ordinal)
            .Replace("On target", "About the same", StringComparison.Ordinal)
            .Replace("of the target", "of their figure", StringComparison.Ordinal);
        return Comparison.Of(band, whom, indicator.Polarity == Polarity.Range ? $"{rule} What is compared is the distance to the target's range." : rule);
    }

    private static Comparison ByInterval(decimal ours, decimal theirs, string whom, Indicator indicator, ConfidenceInterval interval, AimedTarget? range)
    {
        string rule = $"About the same when their figure lies in the 95% confidence interval of ours, {FigureText.WithUnit(interval.Low, indicator.Unit, 1)} to {FigureText.WithUnit(interval.High, indicator.Unit, 1)}.";
        if (interval.Holds(theirs))
        {
            return Comparison.Of(ComparisonBand.Same, whom, rule);
        }

        bool isBetter = indicator.Polarity switch
        {
            Polarity.High => ours > theirs,
            Polarity.Low => ours < theirs,
            _ => range!.DistanceOf(ours) < range.DistanceOf(theirs),
        };
        return Comparison.Of(isBetter ? ComparisonBand.Better : ComparisonBand.Worse, whom, rule);
    }

    private static string Sentence(string words) => words.TrimEnd().TrimEnd('.') + ".";
}
