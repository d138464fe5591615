using System.Globalization;
using QuarterlyCycle.Documents.Components;
using QuarterlyCycle.Domain.Packs;

namespace QuarterlyCycle.Documents.Charts;

/// <summary>A line of a measure's figures with its target, its average and limits, its signals and breaks, as SVG. The table beside it carries the same figures.</summary>
internal static class TrendChart
{
    /// <summary>Fewer values make no line.</summary>
    public const int FewestPoints = 3;

    private const int PointsOnSmallScreens = 5;
    private const decimal Top = 16;
    private const decimal Bottom = 208;
    private const decimal Left = 52;
    private const decimal SignalSize = 6;
    private const decimal LetterWidth = 7;
    private const decimal UsualRoom = 96;

    /// <summary>Writes the figure, or nothing where fewer than three values may be shown.</summary>
    public static void Write(HtmlWriter html, string id, string finding, string caption, IReadOnlyList<PackPoint> points, PackVariation? variation = null)
    {
        IEnumerable<decimal?> lines = new[] { variation?.Centre, variation?.Upper, variation?.Lower }.Select(line => line?.Value);
        List<decimal> shown = points.SelectMany(point => new[] { point.Value, point.TargetValue }).Concat(lines).OfType<decimal>().ToList();
        if (points.Count(point => point.Value is not null) < FewestPoints)
        {
            return;
        }

        Scale scale = Scale.Over(shown);
        string note = scale.From > 0 ? " The scale does not start at zero." : "";
        html.Add($"<figure class=\"chart\">\n<p class=\"finding\">{finding}</p>\n");
        Drawing(html, $"{id}-wide", "wide-screen", finding, caption, points, variation, scale, 640);
        Drawing(html, $"{id}-small", "small-screen", finding, caption, points.TakeLast(PointsOnSmallScreens).ToList(), variation, scale, 340);
        html.Add($"<figcaption>{caption}{note}</figcaption>\n</figure>\n");
    }

    private static void Drawing(HtmlWriter html, string id, string className, string finding, string caption, IReadOnlyList<PackPoint> points, PackVariation? variation, Scale scale, int width)
    {
        decimal right = width - RoomFor(points, variation, width);
        decimal X(int index) => points.Count == 1 ? Left : Left + ((right - Left) * index / (points.Count - 1));
        decimal Y(decimal value) => Bottom - ((Bottom - Top) * (value - scale.From) / (scale.To - scale.From));

        html.Add($"<svg class=\"{className}\" viewBox=\"0 0 {width} 240\" role=\"img\" aria-labelledby=\"{id}-title {id}-text\">\n<title id=\"{id}-title\">{finding}</title>\n<desc id=\"{id}-text\">{Described(caption, points, variation)} The figures are in the table that follows.</desc>\n");
        foreach (decimal tick in scale.Ticks())
        {
            html.Add($"<line class=\"grid\" x1=\"{At(Left)}\" x2=\"{At(right)}\" y1=\"{At(Y(tick))}\" y2=\"{At(Y(tick))}\"/><text class=\"tick\" text-anchor=\"end\" x=\"{At(Left - 8)}\" y=\"{At(Y(tick) + 4)}\">{Value(tick)}</text>\n");
        }

        int every = Math.Max(1, (points.Count + 5) / 6);
        for (int index = 0; index < points.Count; index++)
        {
            if ((points.Count - 1 - index) % every == 0)
            {
                html.Add($"<text class=\"tick\" text-anchor=\"middle\" x=\"{At(X(index))}\" y=\"{At(Bottom + 22)}\">{points[index].Period}</text>\n");
            }
        }

        Breaks(html, points, X);
        foreach ((PackLine line, string kind) in LinesOf(variation))
        {
            int from = Math.Max(0, points.ToList().FindIndex(point => point.Period == variation!.FromPeriod));
            html.Add($"<line class=\"{kind}\" x1=\"{At(X(from))}\" x2=\"{At(right)}\" y1=\"{At(Y(line.Value))}\" y2=\"{At(Y(line.Value))}\"/>\n");
        }

        Line(html, "target", points, point => point.TargetValue, X, Y);
        Line(html, "line", points, point => point.Value, X, Y);
        for (int index = 0; index < points.Count; index++)
        {
            if (points[index].Value is { } value)
            {
                Point(html, points[index].Signal is not null, X(index), Y(value));
            }
        }

        EndLabels(html, points, variation, right, Y);
        html.Add($"</svg>\n");
    }

    // The words at the lines' ends stand to the right of the drawing; half of it is always left for the lines.
    private static decimal RoomFor(IReadOnlyList<PackPoint> points, PackVariation? variation, int width)
    {
        int longest = LabelsOf(points, variation, value => value).Max(label => (int?)label.Words.Length) ?? 0;
        return Math.Min(Math.Max(UsualRoom, (longest * LetterWidth) + 16), width / 2m);
    }

    private static string Described(string caption, IReadOnlyList<PackPoint> points, PackVariation? variation)
    {
        IEnumerable<string> signals = points.Where(point => point.Signal is not null).Select(point => $"{point.Period} is {point.Signal}.");
        IEnumerable<string> breaks = points.Where(point => point.Break is not null).Select(point => $"{point.Break}: the line is cut there.");
        return string.Join(' ', signals.Concat(breaks).Prepend(string.Join(' ', variation?.Words ?? [])).Prepend(caption).Where(words => words.Length > 0));
    }

    private static IEnumerable<(PackLine Line, string ClassName)> LinesOf(PackVariation? variation) =>
        new (PackLine? Line, string ClassName)[] { (variation?.Centre, "centre"), (variation?.Upper, "limit"), (variation?.Lower, "limit") }
            .Where(entry => entry.Line is not null)
            .Select(entry => (entry.Line!, entry.ClassName));

    // A signal is a hollow diamond, so that shape and not colour tells it.
    private static void Point(HtmlWriter html, bool isSignal, decimal x, decimal y)
    {
        if (isSignal)
        {
            html.Add($"<path class=\"signal\" d=\"M{At(x)} {At(y - SignalSize)} L{At(x + SignalSize)} {At(y)} L{At(x)} {At(y + SignalSize)} L{At(x - SignalSize)} {At(y)} Z\"/>\n");
        }
        else
        {
            html.Add($"<circle class=\"point\" cx=\"{At(x)}\" cy=\"{At(y)}\" r=\"4\"/>\n");
        }
    }

    private static void Breaks(HtmlWriter html, IReadOnlyList<PackPoint> points, Func<int, decimal> x)
    {
        for (int index = 1; index < points.Count; index++)
        {
            if (points[index].Break is { } words)
            {
                decimal between = (x(index - 1) + x(index)) / 2;
                html.Add($"<line class=\"break\" x1=\"{At(between)}\" x2=\"{At(between)}\" y1=\"{At(Top)}\" y2=\"{At(Bottom)}\"/><text class=\"tick\" text-anchor=\"middle\" x=\"{At(between)}\" y=\"{At(Top - 4)}\">{words}</text>\n");
            }
        }
    }

    // A missing or hidden figure leaves a gap: joining across it would claim a value. Nor is it joined across a break in series.
    private static void Line(HtmlWriter html, string className, IReadOnlyList<PackPoint> points, Func<PackPoint, decimal?> valueOf, Func<int, decimal> x, Func<decimal, decimal> y)
    {
        List<string> run = [];
        for (int index = 0; index <= points.Count; index++)
        {
            decimal? value = index < points.Count ? valueOf(points[index]) : null;
            if (value is null || points[index].Break is not null)
            {
                if (run.Count > 1)
                {
                    html.Add($"<polyline class=\"{className}\" points=\"{string.Join(' ', run)}\"/>\n");
                }

                run.Clear();
            }

            if (value is { } height)
            {
                run.Add($"{At(x(index))},{At(y(height))}");
            }
        }
    }

    private static void EndLabels(HtmlWriter html, IReadOnlyList<PackPoint> points, PackVariation? variation, decimal right, Func<decimal, decimal> y)
    {
        foreach (EndLabel label in EndLabel.Spread(LabelsOf(points, variation, y), Top, Bottom))
        {
            html.Add($"<text class=\"{label.ClassName}\" x=\"{At(right + 10)}\" y=\"{At(label.Y + 4)}\">{label.Words}</text>\n");
        }
    }

    private static List<EndLabel> LabelsOf(IReadOnlyList<PackPoint> points, PackVariation? variation, Func<decimal, decimal> y)
    {
        PackPoint last = points[^1];
        List<EndLabel> labels = [.. LinesOf(variation).Select(entry => new EndLabel("line-label", entry.Line.Words, y(entry.Line.Value)))];
        labels.AddRange(last.Value is { } value ? [new EndLabel("figure-label", last.Figure, y(value))] : []);
        labels.AddRange(last.TargetValue is { } target ? [new EndLabel("target-label", $"Target {last.Target}", y(target))] : []);
        return labels;
    }

    private static string At(decimal place) => Math.Round(place, 1, MidpointRounding.AwayFromZero).ToString("0.#", CultureInfo.InvariantCulture);

    private static string Value(decimal tick) => tick.ToString("#,0.####", CultureInfo.InvariantCulture);
}
