using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.Domain.Submissions;

/// <summary>What a measure's fields are called on its page and in its errors.</summary>
public sealed class FieldWords(Indicator indicator)
{
    /// <summary>The figure itself: "percentage", "number", "amount".</summary>
    public string Value => indicator.Unit switch
    {
        IndicatorUnit.Percent => "percentage",
        IndicatorUnit.Count => "number",
        IndicatorUnit.Rate => "rate",
        IndicatorUnit.Ratio => "ratio",
        IndicatorUnit.Money => "amount",
        IndicatorUnit.Days => "number of days",
        _ => "answer",
    };

    /// <summary>The count above the line, as the plan labels it.</summary>
    public string Numerator => indicator.NumeratorLabel is { Length: > 0 } label ? LowerFirst(label) : "count";

    /// <summary>The count below the line, as the plan labels it.</summary>
    public string Denominator => indicator.DenominatorLabel is { Length: > 0 } label ? LowerFirst(label) : "total";

    /// <summary>An example of the figure.</summary>
    public string Example => indicator.Unit switch
    {
        IndicatorUnit.Count => "112",
        IndicatorUnit.Money => "5,000",
        IndicatorUnit.Days => "13",
        _ => "68.2",
    };

    /// <summary>The error for a figure that cannot be read.</summary>
    public string MustBeANumber => indicator.Unit == IndicatorUnit.YesNo ? "Answer must be yes or no" : $"{Capital(Value)} must be a number, like {Example}";

    /// <summary>A label at the start of a sentence.</summary>
    public static string Capital(string label) => label.Length == 0 ? label : char.ToUpperInvariant(label[0]) + label[1..];

    // "Number of children" becomes "number of children", and "NEET young people" stays.
    private static string LowerFirst(string label) =>
        label.Length > 1 && char.IsUpper(label[0]) && char.IsLower(label[1]) ? char.ToLowerInvariant(label[0]) + label[1..] : label;
}
