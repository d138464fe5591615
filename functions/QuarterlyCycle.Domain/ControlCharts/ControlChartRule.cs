using System.Globalization;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.Domain.ControlCharts;

/// <summary>Makes a measure's control chart: limits from twelve figures, a median from eight, else a line; never limits that the figures cannot carry.</summary>
public static class ControlChartRule
{
    /// <summary>How many figures the limits need, and are fixed on.</summary>
    public const int NeededForLimits = 12;

    /// <summary>How many figures a median needs, and trial limits.</summary>
    public const int NeededForMedian = 8;

    private const decimal RareBelow = 5m;

    /// <summary>The chart of a measure's quarters up to one quarter; null where there is nothing to draw. A figure that may not be shown counts as missing.</summary>
    public static ControlChart? For(IndicatorHistory history, Quarter quarter, PartnershipSettings partnership, Func<Figure, bool>? isShown = null)
    {
        Indicator indicator = history.Indicator;
        ChartSeries series = ChartSeries.Of(history, quarter, isShown ?? (_ => true));
        if (!indicator.HasFigure || indicator.Unit == IndicatorUnit.YesNo || series.Figures.Count == 0)
        {
            return null;
        }

        List<decimal> values = [.. series.Figures.Select(entry => entry.Figure.Value!.Value)];
        string? obstacle = Obstacle(indicator, series);
        int needed = partnership.TrialLimits ? NeededForMedian : NeededForLimits;
        return obstacle is null && values.Count >= needed
            ? WithLimits(history, quarter, series, values, partnership)
            : WithoutLimits(indicator, series, values, obstacle ?? TooFew(values.Count));
    }

    private static string? Obstacle(Indicator indicator, ChartSeries series)
    {
        if (indicator.Frequency == Frequency.Annual)
        {
            return "It is reported once a year, so no limits are drawn.";
        }

        if (series.Gap is { } gap)
        {
            return $"There is no figure for {gap.Period.Code} to draw from, so no limits are drawn.";
        }

        bool isRare = series.Cases is { } cases && Median(cases) < RareBelow;
        return isRare ? "It counts rare events, usually fewer than 5, so no limits are drawn." : null;
    }

    private static string TooFew(int count) => count >= NeededForMedian
        ? $"{Number(count)} figures give a median; limits need {Number(NeededForLimits)}."
        : $"{Number(count)} {(count == 1 ? "figure gives" : "figures give")} a plain line; a median needs {Number(NeededForMedian)} and limits need {Number(NeededForLimits)}.";

    private static ControlChart WithoutLimits(Indicator indicator, ChartSeries series, List<decimal> values, string why)
    {
        decimal? median = values.Count >= NeededForMedian ? Median(values) : null;
        List<string> words = [.. median is { } middle ? [$"The median is {Show(middle, indicator)}."] : (string[])[], why, .. StartWords(series)];
        return new ControlChart
        {
            Kind = median is null ? ChartKind.Line : ChartKind.Median,
            Points = [.. series.Figures.Select(entry => new ChartPoint(entry.Quarter, entry.Figure.Value!.Value))],
            Basis = median is null ? 0 : values.Count,
            Centre = median,
            Words = words,
        };
    }

    private static ControlChart WithLimits(IndicatorHistory history, Quarter quarter, ChartSeries series, List<decimal> values, PartnershipSettings partnership)
    {
        Indicator indicator = history.Indicator;
        bool isTrial = values.Count < NeededForLimits;
        int basis = Math.Min(values.Count, NeededForLimits);
        ProcessLimits limits = ProcessLimits.Of([.. values.Take(basis)], partnership.OutlierScreen);
        AimedTarget? aim = ProfiledTarget.OfOneQuarter(indicator, history.Targets, quarter);
        IReadOnlyList<(SignalPattern Pattern, bool IsHigh)?> signals = SignalRule.Find(values, limits);
        List<ChartPoint> points = [.. series.Figures.Select((entry, place) => new ChartPoint(
            entry.Quarter,
            values[place],
            signals[place] is { } found ? Signal(found.Pattern, found.IsHigh, Meaning(indicator.Polarity, found.IsHigh, values[place], limits.Mean, aim)) : null))];
        TargetLikelihood? likelihood = Likelihood(indicator.Polarity, aim, limits);
        string range = $"{Show(limits.Lower, indicator)} to {Show(limits.Upper, indicator)}";
        string fixedOn = isTrial
            ? $"These are trial limits, from {Number(basis)} figures only."
            : $"They are fixed on the first {Number(basis)} figures, {points[0].Quarter.Period.Code} to {points[basis - 1].Quarter.Period.Code}.";
        return new ControlChart
        {
            Kind = isTrial ? ChartKind.TrialLimits : ChartKind.Limits,
            Points = points,
            Basis = basis,
            Centre = limits.Mean,
            Lower = limits.Lower,
            Upper = limits.Upper,
            Target = likelihood,
            Words =
            [
                $"The average is {Show(limits.Mean, indicator)}, and the expected range is {range}. {fixedOn}",
                PointWords(points[^1]),
                .. likelihood is { } how ? [LikelihoodWords(how, aim!, indicator)] : (string[])[],
                .. StartWords(series),
            ],
        };
    }

    private static string PointWords(ChartPoint point) => point.Signal is { } signal
        ? $"{point.Quarter.Period.Code} is {signal.Words}."
        : $"{point.Quarter.Period.Code} shows no signal: it varies as it usually does.";

    private static ChartSignal Signal(SignalPattern pattern, bool isHigh, SignalMeaning meaning)
    {
        string what = pattern switch
        {
            SignalPattern.OutsideLimit => isHigh ? "outside the expected range, above it" : "outside the expected range, below it",
            SignalPattern.Trend => isHigh ? "one of 7 figures that rise each time" : "one of 7 figures that fall each time",
            SignalPattern.NearLimit => isHigh ? "one of 2 out of 3 figures near the upper limit" : "one of 2 out of 3 figures near the lower limit",
            _ => isHigh ? "one of 7 figures above the average" : "one of 7 figures below the average",
        };
        string means = meaning switch
        {
            SignalMeaning.Improvement => "a signal of improvement",
            SignalMeaning.Concern => "a signal of concern",
            SignalMeaning.High => "a high signal, where neither way is better",
            _ => "a low signal, where neither way is better",
        };
        return new ChartSignal(pattern, meaning, $"{what}: {means}");
    }

    private static SignalMeaning Meaning(Polarity polarity, bool isHigh, decimal value, decimal mean, AimedTarget? aim)
    {
        decimal nearer = polarity switch
        {
            Polarity.High => isHigh ? 1 : -1,
            Polarity.Low => isHigh ? -1 : 1,
            Polarity.Range when aim is not null => aim.DistanceOf(mean) - aim.DistanceOf(value),
            _ => 0,
        };
        return nearer switch
        {
            > 0 => SignalMeaning.Improvement,
            < 0 => SignalMeaning.Concern,
            _ => isHigh ? SignalMeaning.High : SignalMeaning.Low,
        };
    }

    private static TargetLikelihood? Likelihood(Polarity polarity, AimedTarget? aim, ProcessLimits limits) => (polarity, aim) switch
    {
        (Polarity.High, { IsRange: false, Low: { } target }) => target > limits.Upper ? TargetLikelihood.Unlikely : target < limits.Lower ? TargetLikelihood.Likely : TargetLikelihood.MayOrMayNot,
        (Polarity.Low, { IsRange: false, High: { } target }) => target < limits.Lower ? TargetLikelihood.Unlikely : target > limits.Upper ? TargetLikelihood.Likely : TargetLikelihood.MayOrMayNot,
        _ => null,
    };

    private static string LikelihoodWords(TargetLikelihood likelihood, AimedTarget aim, Indicator indicator)
    {
        string target = YearToDate.IsSum(indicator) ? $"A quarter's part of the target, {aim.InWords(indicator.Unit)}," : $"The target, {aim.InWords(indicator.Unit)},";
        return likelihood switch
        {
            TargetLikelihood.Unlikely => $"{target} is unlikely to be met without change.",
            TargetLikelihood.Likely => $"{target} is likely to be met.",
            _ => $"{target} may or may not be met.",
        };
    }

    private static IEnumerable<string> StartWords(ChartSeries series) => series.StartedBy switch
    {
        { Kind: DefinitionChangeKind.Rebase } rebase =>
            [$"The lines start again at {rebase.FromPeriod.Code}: {rebase.Reason.TrimEnd('.')}. So decided by {rebase.By}{(rebase.On is { } on ? $" on {BritishWords.Date(on)}" : "")}."],
        { } change => [$"Earlier figures are not counted: the definition changed from {change.FromPeriod.Code}."],
        _ when series.IsCut => ["Earlier figures are not counted: they were counted by another definition or unit."],
        _ => [],
    };

    private static decimal Median(IEnumerable<decimal> values)
    {
        List<decimal> ordered = [.. values.Order()];
        int middle = ordered.Count / 2;
        return ordered.Count % 2 == 1 ? ordered[middle] : (ordered[middle - 1] + ordered[middle]) / 2m;
    }

    // One decimal more than whole numbers: an average of counts is seldom whole.
    private static string Show(decimal value, Indicator indicator) => FigureText.WithUnit(value, indicator.Unit, Math.Max(indicator.Decimals, 1));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
