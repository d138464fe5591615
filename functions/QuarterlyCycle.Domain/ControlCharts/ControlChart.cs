using QuarterlyCycle.Domain.Calendar;

namespace QuarterlyCycle.Domain.ControlCharts;

/// <summary>How much a chart can honestly say with the figures that there are.</summary>
public enum ChartKind
{
    /// <summary>A plain line.</summary>
    Line,

    /// <summary>A line with its median.</summary>
    Median,

    /// <summary>Limits drawn from fewer than twelve figures, because the partnership asks for them.</summary>
    TrialLimits,

    /// <summary>Limits fixed on the first twelve figures.</summary>
    Limits,
}

/// <summary>What makes a point stand out from ordinary variation; of several the first counts.</summary>
public enum SignalPattern
{
    /// <summary>Outside a limit.</summary>
    OutsideLimit,

    /// <summary>One of seven points that rise or fall each time.</summary>
    Trend,

    /// <summary>One of two out of three points near the same limit.</summary>
    NearLimit,

    /// <summary>One of seven points on one side of the average.</summary>
    OneSide,
}

/// <summary>What a signal means by the measure's polarity.</summary>
public enum SignalMeaning
{
    /// <summary>Things got better than they usually are.</summary>
    Improvement,

    /// <summary>Things got worse than they usually are.</summary>
    Concern,

    /// <summary>Higher than usual, where neither way is better.</summary>
    High,

    /// <summary>Lower than usual, where neither way is better.</summary>
    Low,
}

/// <summary>A signal at one point, with what it means and the words that are printed.</summary>
public sealed record ChartSignal(SignalPattern Pattern, SignalMeaning Meaning, string Words);

/// <summary>One figure of a chart.</summary>
public sealed record ChartPoint(Quarter Quarter, decimal Value, ChartSignal? Signal = null);

/// <summary>Whether the target lies within what the measure usually does.</summary>
public enum TargetLikelihood
{
    /// <summary>Beyond the limit on the good side.</summary>
    Unlikely,

    /// <summary>Between the limits.</summary>
    MayOrMayNot,

    /// <summary>Beyond the limit on the bad side.</summary>
    Likely,
}

/// <summary>A measure's variation over time: its points with their signals, and the lines that may be drawn, with the rule and the reason for each.</summary>
public sealed record ControlChart
{
    /// <summary>What may be drawn.</summary>
    public required ChartKind Kind { get; init; }

    /// <summary>The points since the last break in series or rebase, oldest first.</summary>
    public required IReadOnlyList<ChartPoint> Points { get; init; }

    /// <summary>How many points the centre line and the limits were worked out from.</summary>
    public int Basis { get; init; }

    /// <summary>The average, or the median of a chart without limits; null for a plain line.</summary>
    public decimal? Centre { get; init; }

    /// <summary>The lower limit; null without limits.</summary>
    public decimal? Lower { get; init; }

    /// <summary>The upper limit; null without limits.</summary>
    public decimal? Upper { get; init; }

    /// <summary>Whether the target lies within the limits; null without limits or without such a target.</summary>
    public TargetLikelihood? Target { get; init; }

    /// <summary>What the chart shows and by which rule, a sentence each.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>Whether limits are drawn.</summary>
    public bool HasLimits => Kind is ChartKind.Limits or ChartKind.TrialLimits;

    /// <summary>The signal of a quarter's point, or null.</summary>
    public ChartSignal? SignalAt(Quarter quarter) => Points.FirstOrDefault(point => point.Quarter == quarter)?.Signal;

    /// <summary>Whether a quarter's point is a signal of concern.</summary>
    public bool IsConcernAt(Quarter quarter) => SignalAt(quarter) is { Meaning: SignalMeaning.Concern };
}
