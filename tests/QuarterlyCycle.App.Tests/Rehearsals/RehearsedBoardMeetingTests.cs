using AngleSharp.Dom;
using QuarterlyCycle.App.Tests.Plans;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Local.Rehearsals;
using Xunit;

namespace QuarterlyCycle.App.Tests.Rehearsals;

public sealed class SafeguardingBoardRehearsal() : RehearsedSample("safeguarding-board-2009-10");

/// <summary>Two meetings of the safeguarding board: its lead groups report, their secretaries answer for the business plan.</summary>
public sealed class RehearsedBoardMeetingTests(SafeguardingBoardRehearsal rehearsed) : IClassFixture<SafeguardingBoardRehearsal>
{
    private const string September = "2009-10-Q1";
    private const string December = "2009-10-Q2";

    [Fact]
    public void Everything_goes_as_the_scenario_expects() => Assert.Empty(rehearsed.Summary.Surprises);

    [Theory]
    [InlineData(September)]
    [InlineData(December)]
    public async Task Every_lead_groups_report_is_signed_and_the_boards_is_issued(string cycle)
    {
        foreach (string group in new[] { "cate", "think-family", "e-safety", "ssp", "da", "agenda" })
        {
            Assert.Equal((group, PackState.SignedOff), (group, (await rehearsed.Newest(cycle, group)).State));
        }

        Assert.Equal(PackState.Issued, (await rehearsed.Newest(cycle, "scb")).State);
    }

    [Fact]
    public void A_groups_secretary_is_asked_for_the_groups_lines_by_one_email()
    {
        string text = Assert.Single(rehearsed.Mail, mail => RehearsalFolder.Purpose(mail.Summary.Key) == "E1" && mail.Summary.To.Contains("secretary.cate@", StringComparison.Ordinal) && mail.Summary.SentUtc.Month == 8).Text;

        Assert.Contains("BP1 Hold stakeholders workshop to establish existing services", text, StringComparison.Ordinal);
        Assert.Contains("BP4 Explore options for linking with SARCs", text, StringComparison.Ordinal);
        Assert.Contains("Not started, On track, Behind or Done", text, StringComparison.Ordinal);
        Assert.DoesNotContain("BP5", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_board_reads_its_priority_areas_and_where_the_targets_start_from()
    {
        IEnumerable<IElement> cells = (await rehearsed.Pack(September, "scb")).QuerySelectorAll("th, td");
        string board = string.Join(' ', cells.Select(cell => RehearsedSample.Plain(cell.TextContent)));

        Assert.Contains("PA4 Priority Safer Schools Partnership Yes PA5 Priority Impact of domestic abuse No", board, StringComparison.Ordinal);
        Assert.Contains(
            "SSP1a children who felt very unsafe going to and from school TellUs survey Local 2.9% in 2008-09 Q1 (TellUs survey, June 2008)",
            board,
            StringComparison.Ordinal);
        Assert.Contains("27 on 31 March 2009 (Business Plan 2009/10)", board, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_board_reads_every_line_of_its_business_plan_with_where_it_is()
    {
        IElement[] rows = [.. (await rehearsed.Pack(September, "scb")).QuerySelectorAll("tbody tr").Where(row => row.QuerySelector("th")!.TextContent.StartsWith("BP", StringComparison.Ordinal) && row.Children.Length == 6)];
        string[] printed =
        [
            .. SafeguardingBoardDocument.PriorityAreas.Split('\n', StringSplitOptions.TrimEntries).Where(row => row.StartsWith("A ", StringComparison.Ordinal)).Select(row => row[2..]),
            .. SafeguardingBoardDocument.WorkProgramme.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(row => row[0] != '#').Select(row => row.Split(" |")[0].Trim()),
        ];

        Assert.Equal(printed, rows.Select(row => row.Children[1].TextContent));
        Assert.Equal("Not supplied", rows[20].Children[4].TextContent);
        Assert.Equal("PCT and Child Death Overview Panel (CDOP)", rows[23].Children[2].TextContent);
        Assert.Equal("Nobody named", rows[33].Children[2].TextContent);
        Assert.Contains("That the Safeguarding Children Board (SCB) discuss why 1 milestone was not supplied.", await rehearsed.Words(September, "scb"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_reads_its_target_and_how_success_will_be_known_beside_the_figures()
    {
        string words = await rehearsed.Words(September, "da");

        Assert.Contains("Target: Identify children where there is domestic abuse and improved provision and co-ordinated support (CT/CYPP priority)", words, StringComparison.Ordinal);
        Assert.Contains("How success will be known: Identify the proportion of children involved in MARAC who have a support plan and increase this to 100%", words, StringComparison.Ordinal);
        Assert.Contains("DA1 children and young people whose need for a protection plan which involved concerns around domestic abuse ceases within one year: 68.0%. Just off target.", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_for_detail_is_not_yet_defined_and_not_missing()
    {
        string words = await rehearsed.Words(September, "think-family");

        Assert.Contains("TF1 Improvement in range of outcomes for children: Not yet defined.", words, StringComparison.Ordinal);
        Assert.Contains("Every figure asked for was supplied or has a reason.", words, StringComparison.Ordinal);
        Assert.Contains((await rehearsed.Newest(September, "think-family")).ShouldCheck, finding => finding.Contains("\"Awaiting detail\". Detail is still awaited.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_boards_own_work_stands_after_its_groups_and_asks_no_standing_question()
    {
        AngleSharp.Html.Dom.IHtmlDocument pack = await rehearsed.Pack(September, "scb");
        string[] sections = [.. pack.QuerySelectorAll("main > h2:not(#contents)").Select(heading => RehearsedSample.Plain(heading.TextContent))];

        int own = Array.FindIndex(sections, section => section.EndsWith("Safeguarding Children Board (SCB): its own work", StringComparison.Ordinal));
        Assert.EndsWith("Agenda Group", sections[own - 1], StringComparison.Ordinal);
        Assert.Equal(6, pack.QuerySelectorAll("h3").Count(heading => heading.TextContent == "Areas of concern"));
    }

    [Fact]
    public async Task The_clinic_that_one_meeting_hears_of_reports_to_the_next_and_is_closed()
    {
        Assert.Contains("Called", await rehearsed.Words(September, "ssp"), StringComparison.Ordinal);
        Assert.Contains("Small settings left because the audit form was long.", await rehearsed.Words(December, "ssp"), StringComparison.Ordinal);
        Assert.Equal(QuarterlyCycle.Domain.Clinics.ClinicState.Closed, Assert.Single(await rehearsed.Records.Clinics.All(TestContext.Current.CancellationToken), clinic => clinic.Cycle == September && clinic.Measure == "SSP2").State);
    }

    [Fact]
    public async Task What_the_board_decided_returns_at_its_next_meeting()
    {
        string december = await rehearsed.Words(December, "scb");

        Assert.Contains("BP22: The Board deferred the section 10 budget until the legal teams report.", december, StringComparison.Ordinal);
        Assert.DoesNotContain("The Board agreed the audit template and asked for a reporting schedule.", december, StringComparison.Ordinal);
    }
}
