namespace QuarterlyCycle.Documents.Charts;

/// <summary>An axis of round numbers that holds every value.</summary>
internal sealed record Scale(decimal From, decimal To, decimal Step)
{
    /// <summary>About four steps of 1, 2 or 5 times a power of ten.</summary>
    public static Scale Over(IReadOnlyList<decimal> values)
    {
        decimal lowest = values.Min();
        decimal highest = values.Max();
        if (lowest == highest)
        {
            lowest -= Math.Max(1, Math.Abs(lowest) / 10);
            highest += Math.Max(1, Math.Abs(highest) / 10);
        }

        decimal step = Round((highest - lowest) / 4);
        decimal from = Math.Floor(lowest / step) * step;
        decimal to = Math.Ceiling(highest / step) * step;
        return new Scale(from, to, step);
    }

    public IEnumerable<decimal> Ticks()
    {
        for (decimal tick = From; tick <= To; tick += Step)
        {
            yield return tick;
        }
    }

    private static decimal Round(decimal rough)
    {
        decimal power = 1;
        while (rough >= power * 10)
        {
            power *= 10;
        }

        while (rough < power)
        {
            power /= 10;
        }

        return (rough / power) switch
        {
            <= 1 => power,
            <= 2 => power * 2,
            <= 5 => power * 5,
            _ => power * 10,
        };
    }
}
