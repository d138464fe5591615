namespace QuarterlyCycle.Domain.ControlCharts;

/// <summary>The limits of a chart of individual values, by its average and its mean moving range.</summary>
public sealed record ProcessLimits(decimal Mean, decimal MovingRange)
{
    // 3 / 1.128 and the upper limit of moving ranges: the constants of XmR charts.
    private const decimal Width = 2.66m;
    private const decimal Outlier = 3.267m;

    /// <summary>The lower limit.</summary>
    public decimal Lower => Mean - (Width * MovingRange);

    /// <summary>The upper limit.</summary>
    public decimal Upper => Mean + (Width * MovingRange);

    /// <summary>Two thirds of the way from the average to the lower limit.</summary>
    public decimal NearLower => Mean - (Width * MovingRange * 2m / 3m);

    /// <summary>Two thirds of the way from the average to the upper limit.</summary>
    public decimal NearUpper => Mean + (Width * MovingRange * 2m / 3m);

    /// <summary>The limits of these values in their order; the screen drops outlying moving ranges once.</summary>
    public static ProcessLimits Of(IReadOnlyList<decimal> values, bool outlierScreen)
    {
        if (values.Count < 2)
        {
            throw new ArgumentException("A moving range needs two values.", nameof(values));
        }

        List<decimal> ranges = [.. values.Zip(values.Skip(1), (earlier, later) => Math.Abs(later - earlier))];
        decimal average = ranges.Average();
        List<decimal> kept = outlierScreen ? [.. ranges.Where(range => range < Outlier * average)] : ranges;
        return new ProcessLimits(values.Average(), kept.Count == 0 ? average : kept.Average());
    }
}
