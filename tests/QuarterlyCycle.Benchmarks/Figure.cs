namespace QuarterlyCycle.Benchmarks;

/// <summary>One figure of a scenario over its runs.</summary>
internal sealed record Figure(string Scenario, string Name, string Unit, IReadOnlyList<double> Values)
{
    public double Min => Values.Min();

    public double Max => Values.Max();

    public double Median => Run.Median(Values);
}
