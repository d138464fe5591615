namespace QuarterlyCycle.Benchmarks;

/// <summary>What one run of a scenario has measured, in the order in which it is printed.</summary>
internal sealed class Run
{
    public List<(string Name, string Unit, double Value)> Measured { get; } = [];

    /// <summary>How long was measured, without what was set up for it.</summary>
    public TimeSpan Elapsed { get; set; }

    /// <summary>Does a piece of work again and again until so much time has been measured; of each figure the median stands for the run.</summary>
    public static async Task<Run> Repeated(TimeSpan atLeast, Func<Task<Run>> work)
    {
        List<Run> pieces = [];
        TimeSpan elapsed = TimeSpan.Zero;
        do
        {
            pieces.Add(await work());
            elapsed += pieces[^1].Elapsed;
        }
        while (elapsed < atLeast);

        Run run = new() { Elapsed = elapsed };
        for (int i = 0; i < pieces[0].Measured.Count; i++)
        {
            (string name, string unit, _) = pieces[0].Measured[i];
            run.Add(name, unit, Median([.. pieces.Select(piece => piece.Measured[i].Value)]));
        }

        run.Add("repeated in each run", "times", pieces.Count);
        return run;
    }

    public static double Median(IReadOnlyList<double> values)
    {
        double[] sorted = [.. values.Order()];
        int half = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    public void Add(string name, string unit, double value) => Measured.Add((name, unit, value));

    /// <summary>The value below which this share of the sorted values lies.</summary>
    public static double Percentile(IReadOnlyList<double> values, double share)
    {
        double[] sorted = [.. values.Order()];
        return sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];
    }
}
