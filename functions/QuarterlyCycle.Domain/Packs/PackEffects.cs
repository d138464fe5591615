namespace QuarterlyCycle.Domain.Packs;

/// <summary>What a changed figure did to its status, its directions and its year to date, by what either version printed.</summary>
public static class PackEffects
{
    /// <summary>The effect in sentences; null when nothing but the figure changed.</summary>
    public static string? Between(PackMeasure before, PackMeasure now)
    {
        string[] effects =
        [
            .. Effect("The status", before.Status.Words, now.Status.Words),
            .. Effect("The direction since last quarter", before.SinceLastQuarter?.Words, now.SinceLastQuarter?.Words),
            .. Effect("The direction since the same quarter last year", before.SinceLastYear?.Words, now.SinceLastYear?.Words),
            .. Effect("The year to date", before.YearToDate, now.YearToDate),
        ];
        return effects.Length == 0 ? null : string.Join(' ', effects);
    }

    private static IEnumerable<string> Effect(string what, string? before, string? now) =>
        string.Equals(before, now, StringComparison.Ordinal) ? [] : [$"{what} was \"{before ?? "none"}\" and is now \"{now ?? "none"}\"."];
}
