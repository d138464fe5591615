namespace QuarterlyCycle.Documents.Charts;

/// <summary>A label at the end of a line.</summary>
internal sealed record EndLabel(string ClassName, string Words, decimal Y)
{
    private const decimal Gap = 16;

    /// <summary>The labels moved apart so that none covers another, each as near to its line as that leaves, within the drawing.</summary>
    public static IReadOnlyList<EndLabel> Spread(IEnumerable<EndLabel> labels, decimal top, decimal bottom)
    {
        List<EndLabel> spread = [.. labels.OrderBy(label => label.Y)];
        for (int place = 1; place < spread.Count; place++)
        {
            if (spread[place].Y - spread[place - 1].Y < Gap)
            {
                // The upper one gives way as far as there is room, and the lower one takes the rest.
                decimal shift = (Gap - (spread[place].Y - spread[place - 1].Y)) / 2;
                decimal least = place > 1 ? spread[place - 2].Y + Gap : top;
                decimal upper = Math.Max(Math.Min(least, spread[place - 1].Y), spread[place - 1].Y - shift);
                spread[place - 1] = spread[place - 1] with { Y = upper };
                spread[place] = spread[place] with { Y = upper + Gap };
            }
        }

        decimal over = spread.Count == 0 ? 0 : spread[^1].Y - bottom;
        for (int place = spread.Count - 1; place >= 0 && over > 0; place--)
        {
            spread[place] = spread[place] with { Y = Math.Min(spread[place].Y, bottom - (Gap * (spread.Count - 1 - place))) };
        }

        return spread;
    }
}
