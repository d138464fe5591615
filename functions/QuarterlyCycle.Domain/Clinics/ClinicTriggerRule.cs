using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.Domain.Clinics;

/// <summary>A performance clinic that the service suggests, and why, in a phrase.</summary>
public sealed record ClinicSuggestion(string Measure, ClinicTrigger Trigger, string Reason);

/// <summary>Which measures call for a performance clinic, by what may be printed of them: a suggestion never gives a hidden figure away.</summary>
public static class ClinicTriggerRule
{
    /// <summary>Every trigger that fires for a measure, in the partnership's order.</summary>
    public static IReadOnlyList<ClinicSuggestion> Suggest(
        QuarterResult now,
        QuarterResult? lastTime,
        IReadOnlyList<ClinicTrigger> triggers,
        bool worseThanNeighbours = false,
        bool signalOfConcern = false) =>
        [.. triggers.Distinct().SelectMany(trigger => Reasons(trigger, now, lastTime, worseThanNeighbours, signalOfConcern).Select(reason => new ClinicSuggestion(now.Indicator, trigger, reason)))];

    private static IEnumerable<string> Reasons(ClinicTrigger trigger, QuarterResult now, QuarterResult? lastTime, bool worseThanNeighbours, bool signalOfConcern) => trigger switch
    {
        ClinicTrigger.Worse => NotPositive(now),
        ClinicTrigger.OffTargetTwice when now.PrintedStatus.IsOffTarget && lastTime?.PrintedStatus.IsOffTarget == true => ["Off target two quarters running"],
        ClinicTrigger.NoFigureTwice when IsMissing(now) && lastTime is not null && IsMissing(lastTime) => ["No figure two quarters running"],
        ClinicTrigger.WorseThanNeighbours when worseThanNeighbours && GotWorse(now) => ["Worse than statistical neighbours, and got worse"],
        ClinicTrigger.SignalOfConcern when signalOfConcern => ["A signal of concern in its chart"],
        _ => [],
    };

    private static IEnumerable<string> NotPositive(QuarterResult now) =>
        new[] { NotPositive(now.PrintedShortTerm, now, "last quarter"), NotPositive(now.PrintedLongTerm, now, "the same quarter last year") }.OfType<string>();

    // Standing still is not positive only for a measure that is off target.
    private static string? NotPositive(DirectionOfTravel direction, QuarterResult now, string since) => direction.Direction switch
    {
        Direction.GotWorse => $"Got worse since {since}",
        Direction.NoChange when now.PrintedStatus.IsOffTarget => $"Off target without change since {since}",
        _ => null,
    };

    private static bool GotWorse(QuarterResult now) =>
        now.PrintedShortTerm.Direction == Direction.GotWorse || now.PrintedLongTerm.Direction == Direction.GotWorse;

    // What is not yet defined, not applicable or without cases is not missing, and a year to date that cannot be worked out is not the figure.
    private static bool IsMissing(QuarterResult result) =>
        result is { HasValue: false, Status.Reason: not (null or ReasonCode.NotYetDefined or ReasonCode.NotApplicable or ReasonCode.NoCases) };
}
