using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.Domain.Clinics;

/// <summary>A performance clinic that the service suggests, and why, in a sentence.</summary>
public sealed record ClinicSuggestion(string Measure, ClinicTrigger Trigger, string Reason);

/// <summary>Which measures call for a performance clinic.</summary>
public static class ClinicTriggerRule
{
    /// <summary>The first trigger, in the partnership's order, that fires for a measure; null when none does.</summary>
    public static ClinicSuggestion? Suggest(
        QuarterResult now,
        QuarterResult? lastTime,
        IReadOnlyList<ClinicTrigger> triggers,
        bool worseThanNeighbours = false,
        bool signalOfConcern = false)
    {
        foreach (ClinicTrigger trigger in triggers)
        {
            if (Reason(trigger, now, lastTime, worseThanNeighbours, signalOfConcern) is { } reason)
            {
                return new ClinicSuggestion(now.Indicator, trigger, reason);
            }
        }

        return null;
    }

    private static string? Reason(ClinicTrigger trigger, QuarterResult now, QuarterResult? lastTime, bool worseThanNeighbours, bool signalOfConcern) => trigger switch
    {
        ClinicTrigger.Worse => NotPositive(now),
        ClinicTrigger.OffTargetTwice when now.Status.IsOffTarget && lastTime?.Status.IsOffTarget == true =>
            "It is off target for the second time running.",
        ClinicTrigger.NoFigureTwice when IsMissing(now) && lastTime is not null && IsMissing(lastTime) =>
            "There is no figure for the second time running.",
        ClinicTrigger.WorseThanNeighbours when worseThanNeighbours && GotWorse(now) =>
            "It is worse than its statistical neighbours and got worse.",
        ClinicTrigger.SignalOfConcern when signalOfConcern =>
            "Its chart shows a signal of concern.",
        _ => null,
    };

    // Standing still is not positive only for a measure that is off target.
    private static string? NotPositive(QuarterResult now)
    {
        if (now.ShortTerm.Direction == Direction.GotWorse)
        {
            return "It got worse since last quarter.";
        }

        if (now.LongTerm.Direction == Direction.GotWorse)
        {
            return "It got worse since the same quarter last year.";
        }

        bool standsStill = now.ShortTerm.Direction == Direction.NoChange || now.LongTerm.Direction == Direction.NoChange;
        return standsStill && now.Status.IsOffTarget ? "It is off target and does not change." : null;
    }

    private static bool GotWorse(QuarterResult now) =>
        now.ShortTerm.Direction == Direction.GotWorse || now.LongTerm.Direction == Direction.GotWorse;

    // What is not yet defined, not applicable or without cases is not missing.
    private static bool IsMissing(QuarterResult result) =>
        result.Status.Reason is not (null or ReasonCode.NotYetDefined or ReasonCode.NotApplicable or ReasonCode.NoCases);
}
