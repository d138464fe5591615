using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.Domain.Indicators;

/// <summary>Why there is no figure to print.</summary>
public enum ReasonCode
{
    /// <summary>Not collected this quarter.</summary>
    NotCollected,

    /// <summary>Not applicable.</summary>
    NotApplicable,

    /// <summary>There were no cases to count.</summary>
    NoCases,

    /// <summary>Not ready.</summary>
    NotReady,

    /// <summary>Not known.</summary>
    NotKnown,

    /// <summary>No longer collected.</summary>
    NoLongerCollected,

    /// <summary>Too few to share: the value is given and hidden.</summary>
    TooFew,

    /// <summary>The measure is not yet defined.</summary>
    NotYetDefined,

    /// <summary>Nobody answered.</summary>
    NotSupplied,
}

/// <summary>The words and shorthand of reason codes, as the GSS symbols guidance has them.</summary>
public static class ReasonCodes
{
    /// <summary>The shorthand in a table: <c>[z]</c>, <c>[x]</c> or <c>[c]</c>.</summary>
    public static string Shorthand(ReasonCode reason) => reason switch
    {
        ReasonCode.TooFew => "[c]",
        ReasonCode.NotReady or ReasonCode.NotKnown or ReasonCode.NoLongerCollected or ReasonCode.NotSupplied => "[x]",
        _ => "[z]",
    };

    /// <summary>What a pack prints.</summary>
    public static string Printed(ReasonCode reason) => reason switch
    {
        ReasonCode.NotYetDefined => "Not yet defined",
        ReasonCode.NotSupplied => "Figure not supplied",
        ReasonCode.TooFew => "Hidden: too few to share",
        ReasonCode.NotReady or ReasonCode.NotKnown or ReasonCode.NoLongerCollected => "Not available",
        _ => "Not applicable",
    };

    /// <summary>What an officer chooses from.</summary>
    public static string Words(ReasonCode reason) => reason switch
    {
        ReasonCode.NotCollected => "Not collected this quarter",
        ReasonCode.NotApplicable => "Not applicable",
        ReasonCode.NoCases => "There were no cases to count",
        ReasonCode.NotReady => "Not ready",
        ReasonCode.NotKnown => "Not known",
        ReasonCode.NoLongerCollected => "No longer collected",
        ReasonCode.TooFew => "Too few to share",
        ReasonCode.NotYetDefined => "Not yet defined",
        _ => "Not supplied",
    };

    /// <summary>Whether an officer may give this reason; the others are the service's own.</summary>
    public static bool IsForOfficers(ReasonCode reason) => reason is not (ReasonCode.NotYetDefined or ReasonCode.NotSupplied);

    /// <summary>The reason that the plan's sheet names.</summary>
    public static ReasonCode Of(PlanFigureReason reason) => reason switch
    {
        PlanFigureReason.NotCollected => ReasonCode.NotCollected,
        PlanFigureReason.NotApplicable => ReasonCode.NotApplicable,
        PlanFigureReason.NoCases => ReasonCode.NoCases,
        PlanFigureReason.NotReady => ReasonCode.NotReady,
        PlanFigureReason.NotKnown => ReasonCode.NotKnown,
        PlanFigureReason.NoLongerCollected => ReasonCode.NoLongerCollected,
        PlanFigureReason.TooFew => ReasonCode.TooFew,
        PlanFigureReason.NotYetDefined => ReasonCode.NotYetDefined,
        _ => ReasonCode.NotSupplied,
    };
}
