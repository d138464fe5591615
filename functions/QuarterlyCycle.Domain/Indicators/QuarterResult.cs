using QuarterlyCycle.Domain.Calendar;

namespace QuarterlyCycle.Domain.Indicators;

/// <summary>One measure in one quarter as the service works it out: the true result, and what may be printed of it.</summary>
public sealed record QuarterResult
{
    /// <summary>The measure's code.</summary>
    public required string Indicator { get; init; }

    /// <summary>The quarter.</summary>
    public required Quarter Quarter { get; init; }

    /// <summary>The quarter's own figure; null when nothing was asked or answered.</summary>
    public Figure? Figure { get; init; }

    /// <summary>April to the end of the quarter; null when nothing was asked so far.</summary>
    public Figure? YearToDate { get; init; }

    /// <summary>The figure that is held against the target: the year to date of a cumulative measure, else the quarter's own.</summary>
    public Figure? Judged { get; init; }

    /// <summary>The target that holds at the end of the quarter; null when none is set.</summary>
    public ProfiledTarget? Target { get; init; }

    /// <summary>How the result stands against its target.</summary>
    public required TargetStatus Status { get; init; }

    /// <summary>Against the previous quarter.</summary>
    public required DirectionOfTravel ShortTerm { get; init; }

    /// <summary>Against the same quarter last year.</summary>
    public required DirectionOfTravel LongTerm { get; init; }

    /// <summary>Which rule hides the quarter's figure in print; null when it is shown.</summary>
    public HidingRule? Hidden { get; init; }

    /// <summary>The status without what would reveal a hidden figure.</summary>
    public required TargetStatus PrintedStatus { get; init; }

    /// <summary>The short-term direction, withheld when either figure is hidden.</summary>
    public required DirectionOfTravel PrintedShortTerm { get; init; }

    /// <summary>The long-term direction, withheld when either figure is hidden.</summary>
    public required DirectionOfTravel PrintedLongTerm { get; init; }

    /// <summary>Whether the figure is there with a value.</summary>
    public bool HasValue => Figure?.Value is not null;
}
