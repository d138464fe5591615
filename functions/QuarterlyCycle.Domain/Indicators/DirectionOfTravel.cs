namespace QuarterlyCycle.Domain.Indicators;

/// <summary>Whether things got better or worse, not whether the number went up or down.</summary>
public enum Direction
{
    /// <summary>Got better.</summary>
    Improved,

    /// <summary>Got worse.</summary>
    GotWorse,

    /// <summary>The difference is smaller than print can show.</summary>
    NoChange,

    /// <summary>Rose, where neither way is better.</summary>
    Increased,

    /// <summary>Fell, where neither way is better.</summary>
    Decreased,

    /// <summary>Cannot be told, for a reason.</summary>
    NotComparable,
}

/// <summary>A direction of travel with its words, its arrow and, where it cannot be told, the reason.</summary>
/// <param name="Direction">The direction.</param>
/// <param name="Words">The words that are printed.</param>
/// <param name="Arrow">The arrow; null where there is none.</param>
/// <param name="Reason">Why it cannot be compared; else null.</param>
public sealed record DirectionOfTravel(Direction Direction, string Words, string? Arrow, string? Reason)
{
    /// <summary>There is nothing earlier.</summary>
    public const string FirstPeriod = "first period";

    /// <summary>The definition changed in between.</summary>
    public const string DefinitionChanged = "definition changed";

    /// <summary>The periods are of different length.</summary>
    public const string PeriodDiffers = "period differs";

    /// <summary>The units are different.</summary>
    public const string UnitDiffers = "unit differs";

    /// <summary>One of the two has no value.</summary>
    public const string ValueMissing = "value missing";

    /// <summary>One of the two is hidden.</summary>
    public const string ValueHidden = "value hidden";

    /// <summary>What is counted is no longer alike.</summary>
    public const string NoLongerLikeForLike = "no longer like for like";

    /// <summary>Both figures stand for the same data.</summary>
    public const string SameData = "the same data as before";

    /// <summary>A forecast is no result.</summary>
    public const string Forecast = "forecast only";

    /// <summary>An annual measure has no earlier quarter.</summary>
    public const string OnceAYear = "reported once a year";

    /// <summary>A range measure without a range to be near to.</summary>
    public const string NoRange = "no range is set";

    private static readonly DirectionOfTravel s_improved = new(Direction.Improved, "Improved", "↑", null);
    private static readonly DirectionOfTravel s_gotWorse = new(Direction.GotWorse, "Got worse", "↓", null);
    private static readonly DirectionOfTravel s_noChange = new(Direction.NoChange, "No change", "→", null);
    private static readonly DirectionOfTravel s_noChangeOfNeutral = new(Direction.NoChange, "No change", null, null);
    private static readonly DirectionOfTravel s_increased = new(Direction.Increased, "Increased", null, null);
    private static readonly DirectionOfTravel s_decreased = new(Direction.Decreased, "Decreased", null, null);

    /// <summary>A direction with its words; neutral measures have no arrow.</summary>
    public static DirectionOfTravel Of(Direction direction, bool isNeutral = false) => direction switch
    {
        Direction.Improved => s_improved,
        Direction.GotWorse => s_gotWorse,
        Direction.NoChange => isNeutral ? s_noChangeOfNeutral : s_noChange,
        Direction.Increased => s_increased,
        Direction.Decreased => s_decreased,
        _ => NotComparable(NoLongerLikeForLike),
    };

    /// <summary>Not comparable, with the reason.</summary>
    public static DirectionOfTravel NotComparable(string reason) => new(Direction.NotComparable, "Not comparable", null, reason);
}
