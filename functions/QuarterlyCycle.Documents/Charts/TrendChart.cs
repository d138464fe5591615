using System.Globalization;
using QuarterlyCycle.Documents.Components;
using QuarterlyCycle.Domain.Packs;

namespace QuarterlyCycle.Documents.Charts;

/// <summary>A line of a measure's figures with its target, as SVG. The table beside it carries the same figures.</summary>
internal static class TrendChart
{
    private const int FewestPoints = 3;
    private const int PointsOnSmallScreens = 5;
    private const decimal Top = 16;
    private const decimal Bottom = 208;
    private const decimal Left = 52;
    private const decimal LabelGap = 16;

    /// <summary>Writes the figure, or nothing where fewer than three values may be shown.</summary>
    public static void Write(HtmlWriter html, string id, string finding, string caption, IReadOnlyList<PackPoint> points)
    {
        List<decimal> shown = points.SelectMany(point => new[] { point.Value, point.TargetValue }).OfType<decimal>().ToList();
        if (points.Count(point => point.Value is not null) < FewestPoints)
        {
            return;
        }

        Scale scale = Scale.Over(shown);
        string note = scale.From > 0 ? " The scale does not start at zero." : "";
        html.Add($"<figure class=\"chart\">\n<p class=\"finding\">{finding}</p>\n");
        Drawing(html, $"{id}-wide", "wide-screen", finding, caption, points, scale, 640);
        Drawing(html, $"{id}-small", "small-screen", finding, caption, points.TakeLast(PointsOnSmallScreens).ToList(), scale, 340);
        html.Add($"<figcaption>{caption}{note}</figcaption>\n</figure>\n");
    }

    private static void Drawing(HtmlWriter html, string id, string className, string finding, string caption, IReadOnlyList<PackPoint> points, Scale scale, int width)
    {
        decimal right = width - 96;
        decimal X(int index) => points.Count == 1 ? Left : Left + ((right - Left) * index / (points.Count - 1));
        decimal Y(decimal value) => Bottom - ((Bottom - Top) * (value - scale.From) / (scale.To - scale.From));

        html.Add($"<svg class=\"{className}\" viewBox=\"0 0 {width} 240\" role=\"img\" aria-labelledby=\"{id}-title {id}-text\">\n<title id=\"{id}-title\">{finding}</title>\n<desc id=\"{id}-text\">{caption} The figures are in the table that follows.</desc>\n");
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

        Line(html, "target", points.Select((point, index) => (X(index), point.TargetValue is { } target ? Y(target) : (decimal?)null)).ToList());
        Line(html, "line", points.Select((point, index) => (X(index), point.Value is { } value ? Y(value) : (decimal?)null)).ToList());
        for (int index = 0; index < points.Count; index++)
        {
            if (points[index].Value is { } value)
            {
                html.Add($"<circle class=\"point\" cx=\"{At(X(index))}\" cy=\"{At(Y(value))}\" r=\"4\"/>\n");
            }
        }

        EndLabels(html, points, right, Y);
        html.Add($"</svg>\n");
    }

    // A missing or hidden figure leaves a gap: joining across it would claim a value.
    private static void Line(HtmlWriter html, string className, IReadOnlyList<(decimal X, decimal? Y)> places)
    {
        List<string> run = [];
        foreach ((decimal x, decimal? y) in places.Append((0, null)))
        {
            if (y is { } height)
            {
                run.Add($"{At(x)},{At(height)}");
                continue;
            }

            if (run.Count > 1)
            {
                html.Add($"<polyline class=\"{className}\" points=\"{string.Join(' ', run)}\"/>\n");
            }

            run.Clear();
        }
    }

    private static void EndLabels(HtmlWriter html, IReadOnlyList<PackPoint> points, decimal right, Func<decimal, decimal> y)
    {
        PackPoint last = points[^1];
        decimal? figureAt = last.Value is { } value ? y(value) : null;
        decimal? targetAt = last.TargetValue is { } target ? y(target) : null;
        if (figureAt is { } figureY && targetAt is { } targetY && Math.Abs(figureY - targetY) < LabelGap)
        {
            decimal shift = (LabelGap - Math.Abs(figureY - targetY)) / 2;
            bool figureIsBelow = figureY >= targetY;
            figureAt = figureIsBelow ? figureY + shift : figureY - shift;
            targetAt = figureIsBelow ? targetY - shift : targetY + shift;
        }

        if (figureAt is { } figureLabel)
        {
            html.Add($"<text class=\"figure-label\" x=\"{At(right + 10)}\" y=\"{At(figureLabel + 4)}\">{last.Figure}</text>\n");
        }

        if (targetAt is { } targetLabel)
        {
            html.Add($"<text class=\"target-label\" x=\"{At(right + 10)}\" y=\"{At(targetLabel + 4)}\">Target {last.Target}</text>\n");
        }
    }

    private static string At(decimal place) => Math.Round(place, 1, MidpointRounding.AwayFromZero).ToString("0.#", CultureInfo.InvariantCulture);

    private static string Value(decimal tick) => tick.ToString("#,0.####", CultureInfo.InvariantCulture);
}
