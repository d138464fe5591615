using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using QuarterlyCycle.App.Tests.Plans;
using QuarterlyCycle.Domain.Packs;
using Xunit;

namespace QuarterlyCycle.App.Tests.Rehearsals;

public sealed class CentralBedfordshireRehearsal() : RehearsedSample("central-bedfordshire-2009-11");

/// <summary>Central Bedfordshire's reports to its scrutiny committee: in the committee's form, and two quarters in a row.</summary>
public sealed class RehearsedCommitteeTests(CentralBedfordshireRehearsal rehearsed) : IClassFixture<CentralBedfordshireRehearsal>
{
    private const string April = "2009-10-Q3";
    private const string July = "2009-10-Q4";
    private const string Committee = "cs-scrutiny";

    [Fact]
    public void Everything_goes_as_the_scenario_expects() => Assert.Empty(rehearsed.Summary.Surprises);

    [Theory]
    [InlineData(April)]
    [InlineData(July)]
    public async Task The_delivery_groups_report_is_signed_and_the_committees_is_issued(string cycle)
    {
        Assert.Equal(PackState.SignedOff, (await rehearsed.Newest(cycle, "stay-safe")).State);
        Assert.Equal(PackState.Issued, (await rehearsed.Newest(cycle, Committee)).State);
    }

    [Fact]
    public async Task The_report_stands_in_the_documents_own_order()
    {
        IHtmlDocument pack = await rehearsed.Pack(April, Committee);

        Assert.Equal(
            ["Summary", "Implications", "Recommendations", "The Stay Safe Delivery Plan", "Strategic Actions", "Progress with the Stay Safe Delivery Plan"],
            pack.QuerySelectorAll("main > h2:not(#contents)").Select(heading => heading.TextContent).Take(6));
        Assert.Equal("Deputy Chief Executive and Director of Children's Services", Front(pack, "Report of"));
        Assert.Equal("Martin Pratt, Deputy Director Children's Services", Front(pack, "Contact officer"));
        Assert.Equal("Council", Front(pack, "Function of"));
        Assert.Equal("Tuesday 27 April 2010", Front(pack, "Date"));
        Assert.Contains(CentralBedfordshireDocument.Recommendation, pack.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_paragraphs_have_the_documents_numbers_and_words()
    {
        IHtmlDocument pack = await rehearsed.Pack(April, Committee);
        string[] printed =
        [
            .. CentralBedfordshireDocument.Report.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(row => row.Replace("Priority: ", "Priority ", StringComparison.Ordinal).Replace("6 -", "6 –", StringComparison.Ordinal).Replace("7 -", "7 –", StringComparison.Ordinal).Replace("8 -", "8 –", StringComparison.Ordinal))
                .Where(row => char.IsAsciiDigit(row[0])),
        ];

        // Paragraphs 34 and 35 are the conclusion, which what the quarter brought stands before.
        for (int number = 1; number <= 33; number++)
        {
            Assert.Equal(printed[number - 1].Replace(". ", " ", StringComparison.Ordinal), RehearsedSample.Plain(pack.QuerySelector($"#p{number}")!.TextContent).Replace(". ", " ", StringComparison.Ordinal));
        }

        string[] closing = [.. pack.QuerySelectorAll("p.numbered").Select(paragraph => RehearsedSample.Plain(paragraph.TextContent)).TakeLast(3)];
        Assert.EndsWith(printed[33][4..], closing[0], StringComparison.Ordinal);
        Assert.EndsWith(printed[34][4..], closing[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Implications_without_an_answer_say_None_and_stand_without_numbers()
    {
        IHtmlDocument pack = await rehearsed.Pack(April, Committee);

        Assert.Equal(2, pack.QuerySelectorAll("p.plain").Count(paragraph => paragraph.TextContent is "Staffing (including Trades Unions): None" or "Sustainability: None"));
    }

    [Fact]
    public async Task A_claim_to_be_on_target_with_no_figure_behind_it_is_to_be_looked_at()
    {
        PackVersion version = await rehearsed.Newest(April, Committee);

        Assert.Contains(version.ShouldCheck, finding => finding.Contains("All are on target to achieve or exceed the target at year end.", StringComparison.Ordinal));
        Assert.Empty(version.MustFix);
    }

    [Fact]
    public async Task What_the_committee_decided_in_April_returns_in_July_until_it_is_done()
    {
        string july = await rehearsed.Words(July, Committee);

        Assert.Contains("The Committee asked for the number of late reviews in its next report.", july, StringComparison.Ordinal);
        Assert.DoesNotContain("The Committee asked the Community Safety Partnership to report on the domestic abuse plan.", july, StringComparison.Ordinal);
        Assert.Contains("there should be early intervention where children were struggling", july, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_measure_that_got_worse_is_looked_at_in_a_clinic_and_another_is_declined_with_its_reason()
    {
        string july = await rehearsed.Words(July, "stay-safe");

        Assert.Contains("Got worse since last quarter", july, StringComparison.Ordinal);
        Assert.Contains("Declined: The committee looks at initial assessments in its own review of referrals.", july, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_action_without_an_answer_is_named_with_its_owner_and_every_reminder()
    {
        string april = await rehearsed.Words(April, Committee);

        Assert.Contains("SA7a1 Senior manager representation on both groups", april, StringComparison.Ordinal);
        Assert.Contains("Owner: Secretary, Community Safety Partnership", april, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_groups_report_says_how_each_strategic_action_goes_and_the_committees_says_it_once_in_its_own_words()
    {
        const string said = "Bullying awareness is incorporated into the Workforce Development Strategy.";
        string[] Places(IHtmlDocument pack) =>
        [
            .. pack.QuerySelectorAll("dd, p, li, td")
                .Where(place => RehearsedSample.Plain(place.TextContent).EndsWith(said, StringComparison.Ordinal))
                .Select(place => place.LocalName),
        ];
        IHtmlDocument group = await rehearsed.Pack(April, "stay-safe");
        IHtmlDocument committee = await rehearsed.Pack(April, Committee);

        Assert.Equal(["dd"], Places(group));
        Assert.Equal(["p"], Places(committee));
        Assert.Contains(
            "Priority P8: Reduce the incidence and impact of bullying on children and young people",
            group.QuerySelectorAll("h3").Select(heading => heading.TextContent));
        IElement row = Assert.Single(committee.QuerySelectorAll("tbody tr"), row => row.Children[0].TextContent == "SA8b" && row.Children.Length == 5);
        Assert.Equal(
            ["P8", "Deputy Director Children's Services", "Anti-bullying coordinator"],
            row.Children.Skip(2).Select(cell => cell.TextContent));
        Assert.Contains("SA6b3 The Children’s Trust Board confirms the governance", Spaced(group), StringComparison.Ordinal);
    }

    private static string Spaced(IHtmlDocument pack) =>
        string.Join(' ', pack.QuerySelectorAll("th, td, h3, h4, dd").Select(cell => RehearsedSample.Plain(cell.TextContent)));

    private static string Front(IHtmlDocument pack, string line) =>
        Assert.Single(pack.QuerySelectorAll("dl.front div"), pair => pair.QuerySelector("dt")!.TextContent == line).QuerySelector("dd")!.TextContent;
}
