namespace QuarterlyCycle.Benchmarks;

/// <summary>What one run of a scenario has measured, in the order in which it is printed.</summary>
internal sealed class Run
{
    public List<(string Name, string Unit, double Value)> Measured { get; } = [];

    public void Add(string name, string unit, double value) => Measured.Add((name, unit, value));

    /// <summary>The value below which this share of the sorted values lies.</summary>
    public static double Percentile(IReadOnlyList<double> values, double share)
    {
        double[] sorted = [.. values.Order()];
        return sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];
    }
}
