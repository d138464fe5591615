using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.Domain.Submissions;

/// <summary>The queries that look at the figure: Q1 to Q5, Q7, Q9 and Q14.</summary>
internal static class FigureQueries
{
    private const int LastFigures = 8;
    private const int FewestForARange = 4;

    public static IEnumerable<FiredQuery> Of(Figure figure, QuarterResult result, SubmissionContext context)
    {
        if (figure.Value is not { } value || figure.Unit == IndicatorUnit.YesNo)
        {
            return [];
        }

        List<decimal> earlier = Earlier(context);
        decimal? last = LastQuarter(context)?.Value;
        FiredQuery?[] queries =
        [
            TenTimes(value, last, figure, earlier),
            OutsideRange(value, figure, earlier),
            ZeroAfter(value, last, figure),
            ThirdTime(value, figure, context),
            FallingYear(result, context),
            FarFromTarget(result),
            OnLastYear(value, figure, context),
            ProvisionalAgain(figure, context),
        ];
        return queries.OfType<FiredQuery>();
    }

    private static FiredQuery? TenTimes(decimal value, decimal? last, Figure figure, List<decimal> earlier)
    {
        if (last is not { } before || before == 0)
        {
            return null;
        }

        decimal ratio = value / before;
        bool slippedPoint = ratio is >= 9.5m and <= 10.5m or >= 0.095m and <= 0.105m;
        bool fraction = figure.Unit != IndicatorUnit.Count && Math.Abs(value) is > 0 and < 1 && Math.Abs(before) > 1;
        return slippedPoint || fraction
            ? new FiredQuery(QueryCode.Q1, $"You entered {Show(value, figure)}. Last quarter was {Show(before, figure)}{LastEight(figure, earlier)}. Check the decimal point.")
            : null;
    }

    private static FiredQuery? OutsideRange(decimal value, Figure figure, List<decimal> earlier)
    {
        if (earlier.Count < FewestForARange)
        {
            return null;
        }

        decimal low = earlier.Min();
        decimal high = earlier.Max();
        decimal range = high - low;
        return value > high + range || value < low - range
            ? new FiredQuery(QueryCode.Q2, $"You entered {Show(value, figure)}. The last {earlier.Count} were between {Show(low, figure)} and {Show(high, figure)}.")
            : null;
    }

    private static FiredQuery? ZeroAfter(decimal value, decimal? last, Figure figure) =>
        value == 0 && last is { } before && before != 0
            ? new FiredQuery(QueryCode.Q3, $"You entered 0. Last quarter was {Show(before, figure)}.")
            : null;

    // Running means the two times before this one, and not the last two that had a figure.
    private static FiredQuery? ThirdTime(decimal value, Figure figure, SubmissionContext context)
    {
        Quarter last = Before(context.Quarter, context.History.Indicator);
        return context.History.At(last)?.Value == value && context.History.At(Before(last, context.History.Indicator))?.Value == value
            ? new FiredQuery(QueryCode.Q4, $"You entered {Show(value, figure)} for the third time running. Check that it was counted again.")
            : null;
    }

    private static FiredQuery? FallingYear(QuarterResult result, SubmissionContext context)
    {
        if (!YearToDate.IsSum(context.History.Indicator) || context.Quarter.Number == 1 || result.YearToDate?.Value is not { } now)
        {
            return null;
        }

        return context.History.YearToDateAt(context.Quarter.Previous)?.Value is { } before && now < before
            ? new FiredQuery(QueryCode.Q5, $"With this figure the year to date falls from {Show(before, result.YearToDate)} to {Show(now, result.YearToDate)}.")
            : null;
    }

    private static FiredQuery? FarFromTarget(QuarterResult result)
    {
        if (result is not { Judged: { Value: { } value } judged, Target.Aim.Value: { } target } || target == 0)
        {
            return null;
        }

        decimal ratio = value / target;
        return ratio is >= 10m or (<= 0.1m and >= 0m)
            ? new FiredQuery(QueryCode.Q7, $"The result is {Show(value, judged)} and the target is {FigureText.ExactWithUnit(target, judged.Unit)}. Check that both are counted the same way.")
            : null;
    }

    private static FiredQuery? OnLastYear(decimal value, Figure figure, SubmissionContext context)
    {
        bool isChange = context.History.Indicator.IsChange;
        return !isChange && context.History.At(context.Quarter.SameLastYear)?.Value is { } before && before != 0 && Math.Abs(value - before) > 0.2m * Math.Abs(before)
            ? new FiredQuery(QueryCode.Q9, $"You entered {Show(value, figure)}. The same quarter last year was {Show(before, figure)}.")
            : null;
    }

    private static FiredQuery? ProvisionalAgain(Figure figure, SubmissionContext context)
    {
        if (figure.Finality != Finality.Provisional)
        {
            return null;
        }

        if (context.Standing is { Value: not null, Finality: Finality.Final })
        {
            return new FiredQuery(QueryCode.Q14, "The figure was sent as final before and is provisional now.");
        }

        return LastQuarter(context) is { Value: not null, Finality: Finality.Final }
            ? new FiredQuery(QueryCode.Q14, "The figure was final last quarter and is provisional now.")
            : null;
    }

    private static Figure? LastQuarter(SubmissionContext context) => context.History.At(Before(context.Quarter, context.History.Indicator));

    private static Quarter Before(Quarter quarter, Indicator indicator) => indicator.Frequency switch
    {
        Frequency.Annual => quarter.SameLastYear,
        Frequency.HalfYearly => quarter.Previous.Previous,
        _ => quarter.Previous,
    };

    // The newest first; quarters without a value are passed over.
    private static List<decimal> Earlier(SubmissionContext context)
    {
        List<decimal> values = [];
        Quarter quarter = context.Quarter;
        for (int back = 0; back < 4 * LastFigures && values.Count < LastFigures; back++)
        {
            quarter = quarter.Previous;
            if (context.History.At(quarter)?.Value is { } value)
            {
                values.Add(value);
            }
        }

        return values;
    }

    private static string LastEight(Figure figure, List<decimal> earlier) =>
        earlier.Count >= FewestForARange ? $", and the last {earlier.Count} were between {Show(earlier.Min(), figure)} and {Show(earlier.Max(), figure)}" : "";

    // As many decimals as were typed, so that 6.82 is not shown as 6.8.
    private static string Show(decimal value, Figure figure) =>
        FigureText.ExactWithUnit(Math.Round(value, Math.Max(figure.Decimals, 2), MidpointRounding.AwayFromZero), figure.Unit);
}
