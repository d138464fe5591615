using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Indicators;

namespace QuarterlyCycle.Domain.Submissions;

/// <summary>A figure that was explained before; the explanation holds for as long as the value does.</summary>
public sealed record ExplainedFigure(decimal? Value, decimal? Numerator, decimal? Denominator, string Explanation);

/// <summary>Another part that counts the same population, and how large that is.</summary>
public sealed record SharedPopulation(string Code, decimal Population);

/// <summary>What an answer is held against.</summary>
public sealed record SubmissionContext
{
    /// <summary>The quarter of the cycle.</summary>
    public required Quarter Quarter { get; init; }

    /// <summary>What is known of the measure, without the answer itself.</summary>
    public required IndicatorHistory History { get; init; }

    /// <summary>The counts that may not be stated.</summary>
    public SmallNumbers SmallNumbers { get; init; } = new();

    /// <summary>Last quarter's comment.</summary>
    public string? LastComment { get; init; }

    /// <summary>The figure that was explained last for this quarter.</summary>
    public ExplainedFigure? Explained { get; init; }

    /// <summary>The values of the measure's parts, when it is a parent with a figure and all are known.</summary>
    public IReadOnlyList<decimal>? Parts { get; init; }

    /// <summary>Other parts that share the measure's population.</summary>
    public IReadOnlyList<SharedPopulation> SharedPopulations { get; init; } = [];
}
