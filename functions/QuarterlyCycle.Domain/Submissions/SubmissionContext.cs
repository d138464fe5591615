using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Indicators;

namespace QuarterlyCycle.Domain.Submissions;

/// <summary>A figure that was explained before; the explanation holds for as long as the value does.</summary>
public sealed record ExplainedFigure(decimal? Value, decimal? Numerator, decimal? Denominator, string Explanation);

/// <summary>Another measure's figure for the same quarter.</summary>
public sealed record OtherFigure(string Code, Figure Figure);

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

    /// <summary>The figure that stands for this quarter already, when the answer replaces one.</summary>
    public Figure? Standing { get; init; }

    /// <summary>The figures of the measure's parts, when it is a parent with a figure and all are known.</summary>
    public IReadOnlyList<OtherFigure>? Parts { get; init; }

    /// <summary>The figure of the measure that this is a part of, when it and all the other parts are known.</summary>
    public OtherFigure? Whole { get; init; }

    /// <summary>The figures of the other parts beside this one.</summary>
    public IReadOnlyList<OtherFigure> OtherParts { get; init; } = [];

    /// <summary>The figures of the other measures that share this one's population.</summary>
    public IReadOnlyList<OtherFigure> SharedPopulation { get; init; } = [];
}
