namespace QuarterlyCycle.Domain.Packs;

/// <summary>A line across a chart, with its words.</summary>
public sealed record PackLine(string Words, decimal Value);

/// <summary>What a chart draws beside the figures: its average or median, its limits and its signals, each with its words.</summary>
public sealed record PackVariation
{
    /// <summary>The period of the first point that the lines belong to.</summary>
    public required string FromPeriod { get; init; }

    /// <summary>The average or the median; null for a plain line.</summary>
    public PackLine? Centre { get; init; }

    /// <summary>The upper limit; null without limits.</summary>
    public PackLine? Upper { get; init; }

    /// <summary>The lower limit; null without limits.</summary>
    public PackLine? Lower { get; init; }

    /// <summary>What the chart shows and by which rule, a sentence each.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];
}
