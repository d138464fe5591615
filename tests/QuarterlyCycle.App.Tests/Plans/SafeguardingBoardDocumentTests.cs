using System.Text.RegularExpressions;
using Xunit;

namespace QuarterlyCycle.App.Tests.Plans;

/// <summary>What the printed business plan holds, typed from the document, against the sheets that stand for it.</summary>
public sealed partial class SafeguardingBoardDocumentTests
{
    private static readonly SampleSheets Sheets = new("safeguarding-board-2009-10");
    private static readonly IReadOnlyList<SheetRow> Lines = Sheets.Rows("business_plan");
    private static readonly IReadOnlyList<SheetRow> Indicators = Sheets.Rows("indicators");
    private static readonly IReadOnlyList<SheetRow> Targets = Sheets.Rows("targets");
    private static readonly IReadOnlyList<SheetRow> Figures = Sheets.Rows("figures");
    private static readonly Dictionary<string, string> Owners = Rows(SafeguardingBoardDocument.Owners).Select(row => Cells(row)).ToDictionary(cells => cells[0], cells => cells[1]);

    [Fact]
    public void Every_activity_of_every_priority_area_has_its_own_line_with_target_responsible_and_success_criteria()
    {
        int next = 0;
        foreach ((string heading, string responsible, string[] cells) in PriorityAreas())
        {
            string[] activities = Of('A', cells);
            foreach (string activity in activities)
            {
                SheetRow line = Lines[next++];
                Assert.Equal($"Board Priorities Action Plan: {heading}", line["section"]);
                Assert.Equal(activity, line["activity"]);
                Assert.Equal(Owners[responsible], line["responsible"]);
            }

            SheetRow[] area = [.. Lines.Skip(next - activities.Length).Take(activities.Length)];
            Assert.Equal(Of('T', cells), area.SelectMany(line => line["target"].Split('\n')).Distinct());
            Assert.Equal(Of('S', cells), area.SelectMany(line => line["success_text"].Split('\n')).Distinct());
        }

        Assert.Equal(15, next);
    }

    [Fact]
    public void Every_line_of_the_work_programme_stands_in_its_section_with_its_lead_and_its_success_criterion()
    {
        int next = 15;
        string section = "";
        foreach (string row in Rows(SafeguardingBoardDocument.WorkProgramme))
        {
            if (row[0] == '#')
            {
                section = row[2..];
                continue;
            }

            string[] cells = Cells(row);
            SheetRow line = Lines[next++];
            Assert.Equal($"Board work programme: {section}", line["section"]);
            Assert.Equal(cells[0], line["activity"]);
            Assert.Equal(cells[1].Length == 0 ? "" : Owners[cells[1]], line["responsible"]);
            Assert.Equal(cells[2], line["success_text"]);
        }

        Assert.Equal(34, next);
        Assert.Equal(next, Lines.Count);
    }

    [Fact]
    public void Everybody_who_is_responsible_is_a_body_or_a_post_and_the_first_of_two_is_asked()
    {
        string[] known = [.. Sheets.Rows("bodies").Select(body => $"body:{body["code"]}"), .. Sheets.Rows("posts").Select(post => $"post:{post["code"]}")];

        Assert.All(Owners.Values.SelectMany(owners => owners.Split(';')), owner => Assert.Contains(owner, known));
        Assert.StartsWith("body:cate;", Owners["CATE group / Jt commissioning"], StringComparison.Ordinal);
        Assert.StartsWith("post:PCT;", Owners["PCT/CDOP"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Serious Case Review Panel (SCRCP)", "panel")]
    [InlineData("Child Death Overview Panel (CDOP)", "panel")]
    [InlineData("SCRIP", "panel")]
    [InlineData("Safeguarding Children Board (SCB)", "board")]
    [InlineData("Children's Trust", "board")]
    [InlineData("CATE group", "lead-group")]
    [InlineData("Think Family Steering Group", "lead-group")]
    [InlineData("E safety group", "lead-group")]
    [InlineData("Safer Schools Partnership (SSP)", "lead-group")]
    [InlineData("DA Steering group", "lead-group")]
    [InlineData("Agenda Group", "lead-group")]
    [InlineData("SCB training sub group", "sub-group")]
    public void Every_group_that_is_named_is_a_body(string name, string kind) =>
        Assert.Equal(kind, Assert.Single(Sheets.Rows("bodies"), body => body["name"] == name)["kind"]);

    [Theory]
    [InlineData("SSP1a", "2.9", "2008-09 Q1", "")]
    [InlineData("SSP1b", "3.7", "2008-09 Q1", "")]
    [InlineData("SSP2", "27", "2009-03-31", "")]
    [InlineData("DA1", "64.5", "", "70")]
    [InlineData("DA2", "", "", "100")]
    public void A_baseline_and_a_target_stand_where_they_are_printed(string code, string baseline, string when, string value)
    {
        SheetRow target = Assert.Single(Targets, row => row["indicator"] == code);

        Assert.Equal((baseline, when, value), (target["baseline"], target["baseline_period"], target["value"]));
    }

    [Theory]
    [InlineData("SSP1a", "2.9", "TellUs survey, June 2008")]
    [InlineData("SSP1b", "3.7", "TellUs survey, June 2008")]
    [InlineData("SSP2", "27", "Business Plan 2009/10")]
    public void A_baseline_with_a_date_is_a_figure_too(string code, string value, string source)
    {
        SheetRow figure = Assert.Single(Figures, row => row["indicator"] == code);

        Assert.Equal((value, source), (figure["value"], figure["source"]));
    }

    [Fact]
    public void Two_percentages_in_one_sentence_are_two_parts_of_one_measure() =>
        Assert.Equal(["SSP1a", "SSP1b"], Indicators.Where(indicator => indicator["parent"] == "SSP1").Select(indicator => indicator["code"]));

    [Theory]
    [InlineData("CATE1", "Performance measures to be developed for service")]
    [InlineData("TF1", "Awaiting detail from DCSF")]
    public void What_waits_for_detail_is_not_yet_defined_and_has_no_target(string code, string words)
    {
        SheetRow indicator = Assert.Single(Indicators, row => row["code"] == code);

        Assert.Equal(("not-yet-defined", words), (indicator["state"], indicator["definition"]));
        Assert.DoesNotContain(Targets, target => target["indicator"] == code);
    }

    [Theory]
    [InlineData("Approve (April 2009) and implement E safety strategy (see separate action plan)", "April 2009")]
    [InlineData("Respond to any specific requirements in respect of SCBs in revised guidance(Dec 09)", "Dec 09")]
    public void A_date_in_the_words_of_an_activity_is_kept_in_words(string activity, string due) =>
        Assert.Equal(due, Assert.Single(Lines, line => line["activity"] == activity)["due_text"]);

    [Fact]
    public void The_young_peoples_priority_is_marked()
    {
        Assert.Equal("Establish a multi agency strategic partnership to identify and address local issues", Assert.Single(Lines, line => line["young_peoples"] == "yes")["activity"]);
        Assert.Equal("Safer Schools Partnership", Assert.Single(Sheets.Rows("priorities"), priority => priority["young_peoples"] == "yes")["text"]);
    }

    [Fact]
    public void Every_priority_area_is_a_priority_of_the_group_that_answers_for_it()
    {
        string[] printed = [.. PriorityAreas().Select(area => $"{area.Heading} {Owners[area.Responsible].Split(';')[0]}")];

        Assert.Equal(printed, Sheets.Rows("priorities").Select(priority => $"{priority["text"]} body:{priority["body"]}"));
    }

    [Fact]
    public void The_introduction_is_standing_text_word_for_word() =>
        Assert.Equal(
            string.Join(' ', Rows(SafeguardingBoardDocument.Introduction)),
            Assert.Single(Sheets.Rows("sections"), section => section["heading"] == "Introduction")["text"].Replace('\n', ' '));

    [Fact]
    public void Every_number_that_is_printed_stands_in_the_sheets()
    {
        string printed = string.Join(' ', SafeguardingBoardDocument.PriorityAreas, SafeguardingBoardDocument.WorkProgramme, SafeguardingBoardDocument.Introduction);
        string[] numbers = [.. Number().Matches(printed).Select(match => match.Value).Distinct()];
        string written = string.Join('\n', Directory.GetFiles(Sheets.Folder, "*.csv").Select(File.ReadAllText));

        Assert.All(new[] { "2.9%", "3.7%", "27", "31.3.09", "70%", "64.5%", "100%", "2008", "2009", "09", "10", "2009/10", "2008/9" }, number => Assert.Contains(number, numbers));
        Assert.All(numbers, number => Assert.Contains(number, written, StringComparison.Ordinal));
    }

    private static IEnumerable<(string Heading, string Responsible, string[] Cells)> PriorityAreas()
    {
        foreach (string area in SafeguardingBoardDocument.PriorityAreas.Split("# ", StringSplitOptions.RemoveEmptyEntries))
        {
            string[] rows = [.. Rows(area)];
            string[] heading = Cells(rows[0]);
            yield return (heading[0], heading[1], rows[1..]);
        }
    }

    private static string[] Of(char cell, string[] rows) => [.. rows.Where(row => row[0] == cell).Select(row => row[2..])];

    private static IEnumerable<string> Rows(string table) => table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string[] Cells(string row) => [.. row.Split('|').Select(cell => cell.Trim())];

    [GeneratedRegex(@"\d+(?:[./]\d+)*%?")]
    private static partial Regex Number();
}
