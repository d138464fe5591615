namespace QuarterlyCycle.Domain.Indicators;

/// <summary>What a revision of a figure did to everything that was worked out from it.</summary>
public static class RevisionEffect
{
    /// <summary>
    /// The effects on status, direction and year to date in sentences, by what may be printed of both results; empty when there is none. The year to date is named
    /// with its values only where <paramref name="showsValues"/>.
    /// </summary>
    public static IReadOnlyList<string> Of(QuarterResult before, QuarterResult after, bool showsValues)
    {
        List<string> effects = [];
        if (before.PrintedStatus.Words != after.PrintedStatus.Words)
        {
            effects.Add($"The status was \"{before.PrintedStatus.Words}\" and is now \"{after.PrintedStatus.Words}\".");
        }

        AddDirection(effects, "last quarter", before.PrintedShortTerm, after.PrintedShortTerm);
        AddDirection(effects, "the same quarter last year", before.PrintedLongTerm, after.PrintedLongTerm);
        if (showsValues && before.YearToDate?.Value != after.YearToDate?.Value && before.YearToDate is { } old && after.YearToDate is { } now)
        {
            effects.Add($"The year to date was {FigureText.InWords(old)} and is now {FigureText.InWords(now)}.");
        }

        return effects;
    }

    private static void AddDirection(List<string> effects, string since, DirectionOfTravel before, DirectionOfTravel after)
    {
        if (before.Direction != after.Direction)
        {
            effects.Add($"Since {since} it was \"{before.Words}\" and is now \"{after.Words}\".");
        }
    }
}
