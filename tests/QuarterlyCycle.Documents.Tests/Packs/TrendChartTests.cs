using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using QuarterlyCycle.Documents.Packs;
using QuarterlyCycle.Domain.Packs;
using Xunit;

namespace QuarterlyCycle.Documents.Tests.Packs;

public sealed class TrendChartTests
{
    [Fact]
    public void A_chart_states_its_finding_and_is_followed_by_its_table()
    {
        IHtmlDocument html = Open(Points(68m, 66.1m, 61.2m));
        IElement figure = Assert.Single(html.QuerySelectorAll("figure"));

        string finding = figure.QuerySelector(".finding")!.TextContent;
        Assert.Equal("SS1: off target, got worse since last quarter", finding);
        Assert.InRange(finding.Split(' ').Length, 1, 10);
        Assert.Contains("The scale does not start at zero.", figure.QuerySelector("figcaption")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(figure.NextElementSibling!.QuerySelector("table"));
        Assert.All(figure.QuerySelectorAll("svg"), svg =>
        {
            Assert.Equal("img", svg.GetAttribute("role"));
            Assert.All(svg.GetAttribute("aria-labelledby")!.Split(' '), id => Assert.NotEqual("", html.GetElementById(id)!.TextContent));
        });
    }

    [Fact]
    public void A_missing_figure_leaves_a_gap()
    {
        IElement svg = Open(Points(68m, 66m, null, 61m, 60m)).QuerySelector("svg.wide-screen")!;

        Assert.Equal(2, svg.QuerySelectorAll("polyline.line").Length);
        Assert.Equal(4, svg.QuerySelectorAll("circle").Length);
        Assert.Single(svg.QuerySelectorAll("polyline.target"));
    }

    [Theory]
    [InlineData(70, 70)]
    [InlineData(70, 69.9)]
    [InlineData(69.9, 70)]
    public void The_labels_at_the_end_of_the_lines_are_at_least_15_pixels_apart(double figure, double target)
    {
        PackPoint[] points = Points(40m, 55m, (decimal)figure).Select(point => point with { TargetValue = (decimal)target }).ToArray();
        IElement svg = Open(points).QuerySelector("svg.wide-screen")!;

        decimal apart = Place(svg.QuerySelector(".figure-label")!) - Place(svg.QuerySelector(".target-label")!);
        Assert.InRange(Math.Abs(apart), 15m, 200m);
    }

    [Theory]
    [InlineData("svg.wide-screen", 640)]
    [InlineData("svg.small-screen", 340)]
    public void The_words_at_the_end_of_a_line_have_room_inside_the_drawing(string drawing, int width)
    {
        PackPoint[] points = Points(24m, 25m, 26.8m).Select(point => point with { Target = "35% or more", TargetValue = 35m }).ToArray();
        IElement label = Open(points).QuerySelector($"{drawing} .target-label")!;

        Assert.Equal("Target 35% or more", label.TextContent);
        Assert.True(decimal.Parse(label.GetAttribute("x")!, CultureInfo.InvariantCulture) + (label.TextContent.Length * 7) <= width, label.OuterHtml);
    }

    [Fact]
    public void Every_point_lies_inside_the_drawing_even_when_all_are_equal_or_negative()
    {
        foreach (PackPoint[] points in new[] { Points(0m, 0m, 0m), Points(-10.1m, -3m, 4m), Points(1406m, 1425m, 99000m), Points(0.01m, 0.02m, 0.015m) })
        {
            Assert.All(Open(points).QuerySelectorAll("svg.wide-screen circle"), circle =>
            {
                Assert.InRange(decimal.Parse(circle.GetAttribute("cy")!, CultureInfo.InvariantCulture), 15m, 209m);
                Assert.InRange(decimal.Parse(circle.GetAttribute("cx")!, CultureInfo.InvariantCulture), 50m, 640m);
            });
        }
    }

    [Fact]
    public void Fewer_than_three_values_give_a_table_and_no_chart()
    {
        IHtmlDocument html = Open(Points(68m, null, 61m));

        Assert.Empty(html.QuerySelectorAll("svg"));
        Assert.Contains(html.QuerySelectorAll("caption"), caption => caption.TextContent.Contains("SS1, figures so far", StringComparison.Ordinal));
    }

    [Fact]
    public void Small_screens_get_the_last_five_points()
    {
        IHtmlDocument html = Open(Points(1m, 2m, 3m, 4m, 5m, 6m, 7m, 8m));

        Assert.Equal(8, html.QuerySelectorAll("svg.wide-screen circle").Length);
        Assert.Equal(5, html.QuerySelectorAll("svg.small-screen circle").Length);
    }

    [Fact]
    public void Limits_are_dotted_lines_from_where_they_hold_with_their_words()
    {
        PackVariation variation = new()
        {
            FromPeriod = "Q2",
            Centre = new PackLine("Average 66.0%", 66),
            Upper = new PackLine("Upper 72.0%", 72),
            Lower = new PackLine("Lower 60.0%", 60),
            Words = ["The average is 66.0%, and the expected range is 60.0% to 72.0%."],
        };
        IElement svg = Open(Points(65m, 66m, 67m, 66m), variation).QuerySelector("svg.wide-screen")!;

        Assert.Equal(["Lower 60.0%", "Average 66.0%", "Upper 72.0%"], svg.QuerySelectorAll(".line-label").OrderByDescending(Place).Select(label => label.TextContent));
        Assert.Equal(2, svg.QuerySelectorAll("line.limit").Length);
        Assert.All(svg.QuerySelectorAll("line.limit, line.centre"), line => Assert.Equal(svg.QuerySelectorAll("circle")[1].GetAttribute("cx"), line.GetAttribute("x1")));
        Assert.Contains("the expected range is 60.0% to 72.0%", svg.QuerySelector("desc")!.TextContent, StringComparison.Ordinal);
        List<decimal> places = [.. svg.QuerySelectorAll(".line-label, .figure-label, .target-label").Select(Place).Order()];
        Assert.All(places.Zip(places.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, 15m, 200m));
        Assert.InRange(places[^1], 16m, 212m);
    }

    [Fact]
    public void Limits_are_kept_inside_the_drawing()
    {
        PackVariation variation = new() { FromPeriod = "Q1", Upper = new PackLine("Upper 90%", 90), Lower = new PackLine("Lower 10%", 10) };

        Assert.All(Open(Points(65m, 66m, 67m), variation).QuerySelectorAll("svg.wide-screen line.limit"), line =>
            Assert.InRange(decimal.Parse(line.GetAttribute("y1")!, CultureInfo.InvariantCulture), 15m, 209m));
    }

    [Fact]
    public void A_signal_is_a_hollow_diamond_and_is_told_in_words()
    {
        PackPoint[] points = Points(65m, 66m, 80m);
        points[2] = points[2] with { Signal = "outside the expected range, above it: a signal of improvement" };
        IHtmlDocument html = Open(points);

        Assert.Single(html.QuerySelectorAll("svg.wide-screen path.signal"));
        Assert.Equal(2, html.QuerySelectorAll("svg.wide-screen circle").Length);
        Assert.Contains("Q3 is outside the expected range, above it: a signal of improvement.", html.QuerySelector("desc")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("outside the expected range, above it: a signal of improvement", html.QuerySelectorAll("td").Select(cell => cell.TextContent));
    }

    [Fact]
    public void A_break_in_series_cuts_the_lines_and_is_named()
    {
        PackPoint[] points = Points(65m, 66m, 80m, 81m);
        points[2] = points[2] with { Break = "Definition changed from Q3" };
        IElement svg = Open(points).QuerySelector("svg.wide-screen")!;

        Assert.Equal(2, svg.QuerySelectorAll("polyline.line").Length);
        Assert.Equal(2, svg.QuerySelectorAll("polyline.target").Length);
        Assert.Single(svg.QuerySelectorAll("line.break"));
        Assert.Contains("Definition changed from Q3", svg.QuerySelectorAll("text").Select(text => text.TextContent));
        Assert.Contains("Definition changed from Q3: the line is cut there.", svg.QuerySelector("desc")!.TextContent, StringComparison.Ordinal);
    }

    private static PackPoint[] Points(params decimal?[] values) =>
        values.Select((value, index) => new PackPoint($"Q{(index + 1).ToString(CultureInfo.InvariantCulture)}", value?.ToString(CultureInfo.InvariantCulture) ?? "Figure not supplied", "70%", value, 70m)).ToArray();

    private static decimal Place(IElement label) => decimal.Parse(label.GetAttribute("y")!, CultureInfo.InvariantCulture);

    private static IHtmlDocument Open(IReadOnlyList<PackPoint> points, PackVariation? variation = null)
    {
        PackPart part = PackSamples.Group.Parts[0];
        PackException exception = part.Exceptions[0];
        Pack pack = PackSamples.Group with { Parts = [part with { Exceptions = [exception with { Measure = exception.Measure with { Past = points, Variation = variation } }] }] };
        return new HtmlParser().ParseDocument(Encoding.UTF8.GetString(PackHtml.Render(pack)));
    }
}
