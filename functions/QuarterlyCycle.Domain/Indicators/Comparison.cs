namespace QuarterlyCycle.Domain.Indicators;

/// <summary>How our figure stands beside others'.</summary>
public enum ComparisonBand
{
    /// <summary>Better than theirs.</summary>
    Better,

    /// <summary>About the same as theirs.</summary>
    Same,

    /// <summary>Worse than theirs.</summary>
    Worse,

    /// <summary>Cannot be compared, for a reason.</summary>
    NotComparable,
}

/// <summary>Our figure beside a comparator's: the words that are printed, with the rule, or the reason why the two cannot be compared.</summary>
/// <param name="Band">Better, about the same, worse or not comparable.</param>
/// <param name="Words">The words that are printed.</param>
/// <param name="Symbol">The symbol; null where nothing is compared.</param>
/// <param name="Rule">The rule in a sentence; null where nothing is compared.</param>
/// <param name="Reason">Why they cannot be compared, in a sentence; else null.</param>
public sealed record Comparison(ComparisonBand Band, string Words, string? Symbol, string? Rule, string? Reason)
{
    /// <summary>Our figure is hidden, so that its rating is withheld.</summary>
    public static readonly Comparison Withheld = NotComparable("Our figure is hidden.");

    /// <summary>Not comparable, with the reason.</summary>
    public static Comparison NotComparable(string reason) => new(ComparisonBand.NotComparable, "Not comparable", null, null, reason);

    /// <summary>A rating with its words and symbol.</summary>
    public static Comparison Of(ComparisonBand band, string whom, string rule) => band switch
    {
        ComparisonBand.Better => new Comparison(band, $"Better than {whom}", "★", rule, null),
        ComparisonBand.Worse => new Comparison(band, $"Worse than {whom}", "▲", rule, null),
        _ => new Comparison(ComparisonBand.Same, $"About the same as {whom}", "●", rule, null),
    };
}
