using System.Globalization;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.Domain.Indicators;

/// <summary>Figures as they are printed: rounded half away from zero here and nowhere else, with thousands separators and a real minus.</summary>
public static class FigureText
{
    private const string Minus = "\u2212";

    /// <summary>A number rounded to so many decimals: <c>1,406.0</c>.</summary>
    public static string Number(decimal value, int decimals)
    {
        decimal rounded = Round(value, decimals);
        string digits = Math.Abs(rounded).ToString("#,##0" + (decimals > 0 ? "." + new string('0', decimals) : ""), CultureInfo.InvariantCulture);
        return rounded < 0 ? Minus + digits : digits;
    }

    /// <summary>A number as it is, without trailing zeros: for limits and rules, which are not rounded.</summary>
    public static string Exact(decimal value)
    {
        string digits = Math.Abs(value).ToString("#,##0.############", CultureInfo.InvariantCulture);
        return value < 0 ? Minus + digits : digits;
    }

    /// <summary>A value with the sign of its unit, for tables: <c>68.2%</c>, <c>£5,000</c>, <c>Yes</c>.</summary>
    public static string WithUnit(decimal value, IndicatorUnit unit, int decimals) =>
        unit == IndicatorUnit.YesNo ? YesOrNo(value) : WithSign(Number(value, decimals), unit);

    /// <summary>A value with its unit in words, for sentences: <c>42.1 per 1,000</c>, <c>13 days</c>.</summary>
    public static string InFull(decimal value, IndicatorUnit unit, int decimals, decimal? multiplier = null) => unit switch
    {
        IndicatorUnit.Rate when multiplier is { } per and not 1m => $"{Number(value, decimals)} per {Exact(per)}",
        IndicatorUnit.Days => Round(value, decimals) == 1m ? $"{Number(value, decimals)} day" : $"{Number(value, decimals)} days",
        _ => WithUnit(value, unit, decimals),
    };

    /// <summary>An unrounded value with the sign of its unit.</summary>
    public static string ExactWithUnit(decimal value, IndicatorUnit unit) =>
        unit == IndicatorUnit.YesNo ? YesOrNo(value) : WithSign(Exact(value), unit);

    /// <summary>A figure in a table: its value, or the shorthand of its reason. Whoever prints decides first whether it is hidden.</summary>
    public static string InTable(Figure figure) =>
        figure.Value is { } value ? WithUnit(value, figure.Unit, figure.Decimals) : ReasonCodes.Shorthand(figure.Reason ?? ReasonCode.NotSupplied);

    /// <summary>A figure in a sentence: its value with its unit, or the printed words of its reason.</summary>
    public static string InWords(Figure figure) =>
        figure.Value is { } value ? InFull(value, figure.Unit, figure.Decimals, figure.Multiplier) : ReasonCodes.Printed(figure.Reason ?? ReasonCode.NotSupplied);

    /// <summary>The marks that stand behind a figure, such as <c>[p]</c>, in order; <c>[low]</c> for a value that only rounds to zero.</summary>
    public static IReadOnlyList<string> Marks(Figure figure)
    {
        List<string> marks = [];
        if (figure.Finality != Finality.Final)
        {
            marks.Add(figure.Finality switch
            {
                Finality.Provisional => "[p]",
                Finality.Estimated => "[e]",
                _ => "[r]",
            });
        }

        if (figure.IsForecast)
        {
            marks.Add("[f]");
        }

        if (figure.Value is { } value && value != 0 && Round(value, figure.Decimals) == 0)
        {
            marks.Add("[low]");
        }

        if (figure.IsUnreliable)
        {
            marks.Add("[u]");
        }

        return marks;
    }

    /// <summary>Half of the smallest step that print can show.</summary>
    public static decimal HalfUnit(int decimals) => new(5, 0, 0, false, (byte)(decimals + 1));

    private static decimal Round(decimal value, int decimals) => Math.Round(value, decimals, MidpointRounding.AwayFromZero);

    private static string YesOrNo(decimal value) => value == 0 ? "No" : "Yes";

    private static string WithSign(string number, IndicatorUnit unit) => unit switch
    {
        IndicatorUnit.Percent => number + "%",
        IndicatorUnit.Money => number.StartsWith(Minus, StringComparison.Ordinal) ? $"{Minus}£{number[1..]}" : "£" + number,
        _ => number,
    };
}
