using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using QuarterlyCycle.Documents.Packs;
using QuarterlyCycle.Domain.Packs;
using Xunit;

namespace QuarterlyCycle.Documents.Tests.Packs;

/// <summary>A report with standing text of its own, a business plan, and a board that reports to itself.</summary>
public sealed class CommitteeFormTests
{
    private static readonly Pack Committee = PackSamples.Board with
    {
        Numbering = PackNumbering.Straight,
        ImplicationsPosition = ImplicationsPosition.BeforeRecommendations,
        Sections =
        [
            new PackSection("The delivery plan", [new PackParagraph("The plan was made by:", ["asking people;", "holding workshops."]), new PackParagraph("The group meets monthly.", [])]),
            new PackSection("Progress", [new PackParagraph("All three are on target.", [])]),
        ],
        Conclusion = [new PackParagraph("The group goes on.", [])],
    };

    [Fact]
    public void Standing_sections_stand_between_the_recommendations_and_what_the_quarter_brought() =>
        Assert.Equal(
            ["Summary", "Implications", "Recommendations", "The delivery plan", "Progress", "Cross-cutting issues", "Risk management", "Contribution to outcomes", "All groups at a glance", "Stay Safe", "Be Healthy"],
            Sections(Committee).Take(11));

    [Fact]
    public void A_committees_own_report_numbers_its_paragraphs_from_the_first_section_on()
    {
        IHtmlDocument html = Open(Committee);

        Assert.Equal("1 The plan was made by:", Text(html.QuerySelector("#p1")!));
        Assert.Equal(["asking people;", "holding workshops."], html.QuerySelector("#p1")!.NextElementSibling!.Children.Select(Text));
        Assert.Equal("2 The group meets monthly.", Text(html.QuerySelector("#p2")!));
        Assert.Equal("3 All three are on target.", Text(html.QuerySelector("#p3")!));
        Assert.Contains("Financial: None", html.QuerySelectorAll("p.plain").Select(Text));
        Assert.Equal(html.QuerySelectorAll("p.numbered").Length, int.Parse(html.QuerySelectorAll("p.numbered .number")[^1].TextContent, null));
    }

    [Fact]
    public void With_numbers_by_section_the_opening_keeps_its_numbers()
    {
        IHtmlDocument html = Open(Committee with { Numbering = PackNumbering.Sectioned });

        Assert.StartsWith("2.1 Council priorities:", Text(html.QuerySelector("#p2-1")!), StringComparison.Ordinal);
        Assert.Equal("4.1 The plan was made by:", Text(html.QuerySelector("#p4-1")!));
    }

    [Fact]
    public void The_standing_conclusion_stands_before_the_next_steps()
    {
        IElement heading = Open(Committee).QuerySelectorAll("h2").Single(heading => Text(heading) == "Conclusion and next steps");

        Assert.EndsWith("The group goes on.", Text(heading.NextElementSibling!), StringComparison.Ordinal);
        Assert.EndsWith("The board receives this report on Tuesday 25 November 2025.", Text(heading.NextElementSibling!.NextElementSibling!), StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_of_one_group_sets_nothing_side_by_side() =>
        Assert.Equal(
            ["Summary", "Implications", "Recommendations", "The delivery plan", "Progress", "Stay Safe"],
            Sections(Committee with { Parts = [Committee.Parts[0]], CrossCuttingIssues = [], RiskManagement = [], ContributionToOutcomes = [] }).Take(6));

    [Fact]
    public void A_business_plan_prints_each_section_with_target_lines_success_and_measures()
    {
        string text = Text(Open(PackSamples.Group with { Parts = [PackSamples.Group.Parts[0] with { BusinessPlan = [Funding] }] }).Body!);

        Assert.Contains("Milestones and business plan: 1 On track, 1 Behind and 1 Not supplied.", text, StringComparison.Ordinal);
        Assert.Contains("Target: A budget that lasts", text, StringComparison.Ordinal);
        Assert.Contains("BP1 Establish a pooled budget Joint commissioning December Behind With the lawyers.", text, StringComparison.Ordinal);
        Assert.Contains("BP2 Review contributions Nobody named No date given Not supplied No comment", text, StringComparison.Ordinal);
        Assert.Contains("How success will be known: Budget in place", text, StringComparison.Ordinal);
        Assert.Contains("What the measures say in this quarter.", text, StringComparison.Ordinal);
        Assert.Contains("FU1 Pounds pooled: £40,000. Target met.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_of_a_business_plan_count_among_what_was_not_supplied()
    {
        PackPart part = PackSamples.Group.Parts[0] with { BusinessPlan = [Funding] };

        Assert.Equal(1, part.Counts.MissingMilestones);
        Assert.Equal("1 figure and 1 milestone", part.Counts.MissingWords);
    }

    [Fact]
    public void A_board_that_alone_reports_to_itself_has_its_subjects_as_sections_and_no_standing_questions()
    {
        PackPart own = new() { BodyCode = "board", BodyName = "Commissioning Board", Measures = [], BusinessPlan = [Funding], IsBoardsOwn = true };
        Pack pack = PackSamples.Board with { Parts = [own], SignOffs = [], CrossCuttingIssues = [], RiskManagement = [], ContributionToOutcomes = [] };

        Assert.Equal(
            ["1 Summary", "2 Recommendations", "3 Implications", "4 At a glance", "5 Figures not supplied", "6 Exceptions", "7 Questions on figures", "8 Business plan", "9 Earlier decisions", "10 Conclusion and next steps"],
            Sections(pack).Take(10));
        Assert.Contains("Commissioning Board has no measures.", Text(Open(pack).Body!), StringComparison.Ordinal);
    }

    [Fact]
    public void A_claim_in_standing_text_without_a_figure_behind_it_is_to_be_looked_at()
    {
        Assert.Contains(
            Leftovers.Find(Committee),
            leftover => leftover is { Weight: LeftoverWeight.ShouldCheck, Place: "Progress", Text: "All three are on target.", Problem: "The text says \"on target\" and names no measure with a figure behind it." });
        Assert.DoesNotContain(
            Leftovers.Find(Committee with { Sections = [new PackSection("Progress", [new PackParagraph("SS 1 is on target.", [])])] }),
            leftover => leftover.Place == "Progress");
    }

    [Fact]
    public void A_placeholder_in_standing_text_or_the_business_plan_stops_the_issue()
    {
        Assert.Contains(Leftovers.Find(Committee with { Sections = [new PackSection("Progress", [new PackParagraph("See below:", ["Figures TBC"])])] }), leftover => leftover is { Weight: LeftoverWeight.MustFix, Place: "Progress", Text: "TBC" });
        Assert.Contains(
            Leftovers.Find(PackSamples.Group with { Parts = [PackSamples.Group.Parts[0] with { BusinessPlan = [Funding with { Success = ["£*** saved"] }] }] }),
            leftover => leftover is { Weight: LeftoverWeight.MustFix, Place: "Stay Safe, Funding, success criteria" });
    }

    private static PackPlanSection Funding => new()
    {
        Heading = "Funding",
        Targets = ["A budget that lasts"],
        Success = ["Budget in place"],
        Measures = ["FU1 Pounds pooled: £40,000. Target met."],
        Lines =
        [
            new PackMilestone { Code = "BP1", Text = "Establish a pooled budget", Lead = "Joint commissioning", Due = "December", State = "Behind", Comment = "With the lawyers." },
            new PackMilestone { Code = "BP2", Text = "Review contributions", State = PackMilestone.NotSupplied },
        ],
    };

    private static List<string> Sections(Pack pack) => [.. Open(pack).QuerySelectorAll("main > h2:not(#contents)").Select(Text)];

    private static IHtmlDocument Open(Pack pack) => new HtmlParser().ParseDocument(Encoding.UTF8.GetString(PackHtml.Render(pack)));

    private static string Text(IElement element) => string.Join(' ', string.Concat(Words(element)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // Cells and list entries stand apart on the page, so their words stand apart here.
    private static IEnumerable<string> Words(INode node) => node is IText text ? [text.Data] : node.ChildNodes.SelectMany(Words).Append(node is IElement { LocalName: "td" or "th" or "li" or "p" or "h2" or "h3" } ? " " : "");
}
