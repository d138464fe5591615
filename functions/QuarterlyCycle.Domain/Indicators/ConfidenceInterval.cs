using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.Domain.Indicators;

/// <summary>The range in which a figure made of counts could lie by chance alone, at 95% confidence.</summary>
public sealed record ConfidenceInterval(decimal Low, decimal High)
{
    // The normal deviate of 95% confidence.
    private const decimal Z = 1.96m;

    /// <summary>The interval of a figure; null where it is not made of counts of cases.</summary>
    public static ConfidenceInterval? Of(Figure figure, bool isPartOfWhole) => figure switch
    {
        { Unit: IndicatorUnit.Percent, Numerator: { } part, Denominator: { } whole } when isPartOfWhole && whole > 0 && part >= 0 && part <= whole => Wilson(part, whole).Times(100m),
        { Unit: IndicatorUnit.Rate, Numerator: { } cases, Denominator: { } population } when population > 0 && cases >= 0 => Byar(cases).Times(Figure.Factor(figure.Unit, figure.Multiplier) / population),
        { Unit: IndicatorUnit.Count, Value: { } count } when count >= 0 => Byar(count),
        _ => null,
    };

    /// <summary>Wilson's interval for a part of a whole, as a share of 1.</summary>
    public static ConfidenceInterval Wilson(decimal part, decimal whole)
    {
        const decimal square = Z * Z;
        decimal middle = (2m * part) + square;
        decimal half = Z * DecimalRoots.Square(square + (4m * part * (1m - (part / whole))));
        decimal scale = 2m * (whole + square);
        return new ConfidenceInterval((middle - half) / scale, (middle + half) / scale);
    }

    /// <summary>Byar's interval for a count.</summary>
    public static ConfidenceInterval Byar(decimal count)
    {
        decimal next = count + 1m;
        decimal low = count == 0 ? 0m : count * Cube(1m - (1m / (9m * count)) - (Z / (3m * DecimalRoots.Square(count))));
        return new ConfidenceInterval(low, next * Cube(1m - (1m / (9m * next)) + (Z / (3m * DecimalRoots.Square(next)))));
    }

    /// <summary>Whether a value lies in the interval, ends included.</summary>
    public bool Holds(decimal value) => value >= Low && value <= High;

    private ConfidenceInterval Times(decimal factor) => new(Low * factor, High * factor);

    private static decimal Cube(decimal value) => value * value * value;
}
