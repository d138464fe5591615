namespace QuarterlyCycle.Documents.Emails;

/// <summary>The form inside a data request that is answered by replying.</summary>
public static class ReplyForm
{
    // Longer lines are broken by mail programs, and a broken line cannot be compared with the line sent.
    public const int LongestLine = 66;

    public const int MostMeasures = 12;

    /// <summary>Two lines for each measure: the figure and the comment, each ending in a colon.</summary>
    public static IReadOnlyList<string> Lines(IReadOnlyList<AskedMeasure> measures) =>
        measures.SelectMany(measure => new[] { FigureLine(measure), $"{measure.Code} comment:" }).ToList();

    private static string FigureLine(AskedMeasure measure)
    {
        string ending = measure.IsMilestone ? " (Not started/On track/Behind/Done):" : $"{Unit(measure)}{Last(measure)}:";
        int room = LongestLine - measure.Code.Length - 1 - ending.Length;
        string name = SubjectLine.Shorten(measure.Name.ReplaceLineEndings(" ").Replace(':', ' '), Math.Max(room, 0));
        return $"{measure.Code} {name}".TrimEnd() + ending;
    }

    private static string Unit(AskedMeasure measure) => measure.Unit is { } unit ? $", {unit}" : "";

    private static string Last(AskedMeasure measure) => measure.LastFigure is { } last ? $" (last {last})" : "";
}
