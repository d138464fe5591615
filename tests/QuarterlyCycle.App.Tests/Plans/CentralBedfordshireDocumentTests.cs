using System.Text.RegularExpressions;
using Xunit;

namespace QuarterlyCycle.App.Tests.Plans;

/// <summary>What the report to the scrutiny committee holds, typed from the document, against the sheets that stand for it.</summary>
public sealed partial class CentralBedfordshireDocumentTests
{
    private static readonly SampleSheets Sheets = new("central-bedfordshire-2009-11");
    private static readonly IReadOnlyList<SheetRow> Sections = Sheets.Rows("sections");
    private static readonly IReadOnlyList<SheetRow> Actions = Sheets.Rows("actions");
    private static readonly IReadOnlyList<SheetRow> Deliverables = Sheets.Rows("deliverables");

    [Fact]
    public void The_front_block_stands_in_the_meeting_and_the_sections()
    {
        Dictionary<string, string> front = Rows(CentralBedfordshireDocument.Front).Select(row => row.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        SheetRow meeting = Assert.Single(Sheets.Rows("meetings"), row => row["date"] == "2010-04-27");

        Assert.Equal(front["Meeting"], Assert.Single(Sheets.Rows("bodies"), body => body["code"] == meeting["body"])["name"]);
        Assert.Equal(("yes", "scrutiny"), (meeting["public"], Assert.Single(Sheets.Rows("bodies"), body => body["code"] == meeting["body"])["kind"]));
        foreach ((string printed, string heading) in new[] { ("Subject", "Subject"), ("Report of", "Report of"), ("Summary", "Summary"), ("Contact Officer", "Contact officer"), ("Wards Affected", "Wards affected"), ("Function of", "Function of") })
        {
            Assert.Equal(front[printed], Section(heading));
        }

        Assert.Contains(Sheets.Rows("people"), person => (person["name"], person["job_titles"]) == ("Martin Pratt", "Deputy Director Children's Services"));
    }

    [Fact]
    public void Every_implication_has_its_heading_its_place_and_its_answer()
    {
        IReadOnlyList<SheetRow> written = Sheets.Rows("implications");
        List<(string Heading, string Answer)> printed = [];
        foreach (string row in Rows(CentralBedfordshireDocument.Implications))
        {
            if (row.EndsWith(':') && row.Length < 40)
            {
                printed.Add((row[..^1], ""));
            }
            else
            {
                printed[^1] = (printed[^1].Heading, $"{printed[^1].Answer}\n{row}".Trim());
            }
        }

        Assert.Equal(8, printed.Count);
        Assert.Equal(printed, written.OrderBy(row => int.Parse(row["order"], null)).Select(row => (row["heading"], row["standing_text"])));
        Assert.Equal(["Staffing (including Trades Unions)", "Sustainability"], written.Where(row => row["standing_text"] == "None").Select(row => row["heading"]));
    }

    [Fact]
    public void The_recommendation_is_there_word_for_word() => Assert.Equal(CentralBedfordshireDocument.Recommendation, Section("Recommendation"));

    [Fact]
    public void Every_numbered_paragraph_and_every_bullet_stands_in_its_section_and_its_order()
    {
        List<string> expected = [];
        int numbered = 0;
        foreach (string row in PrintedRows())
        {
            Match number = Numbered().Match(row);
            numbered += number.Success ? 1 : 0;
            Assert.Equal(number.Success ? $"{numbered}." : "", number.Groups["number"].Value);
            expected.Add(OneStyle(number.Success ? number.Groups["text"].Value : row));
        }

        string[] headings = ["The Stay Safe Delivery Plan", "Strategic Actions", "Progress with the Stay Safe Delivery Plan", "Conclusion and Next Steps"];
        Assert.Equal(35, numbered);
        Assert.Equal(expected, headings.SelectMany(heading => Section(heading).Split('\n').Prepend(heading)));
        Assert.Equal(headings, Sections.Where(section => headings.Contains(section["heading"])).OrderBy(section => int.Parse(section["order"], null)).Select(section => section["heading"]));
    }

    [Fact]
    public void Every_strategic_action_is_an_action_of_its_priority()
    {
        string[] rows = [.. PrintedRows().SkipWhile(row => row != "Strategic Actions").TakeWhile(row => row != "Progress with the Stay Safe Delivery Plan")];
        string priority = "";
        List<(string, string)> printed = [];
        foreach (string row in rows)
        {
            Match found = PriorityNumber().Match(row);
            priority = found.Success ? $"P{found.Groups["number"].Value}" : priority;
            if (row.StartsWith("- ", StringComparison.Ordinal))
            {
                printed.Add((priority, row[2..]));
            }
        }

        Assert.Equal(10, printed.Count);
        Assert.Equal(printed, Actions.Take(10).Select(action => (action["priorities"], action["text"])));
    }

    [Theory]
    [InlineData("P6", "priority", "Protect children and young people from harm by providing a co-ordinated and effective safeguarding process")]
    [InlineData("P7", "priority", "Reduce the impact of domestic abuse on children and young people")]
    [InlineData("P8", "priority", "Reduce the incidence and impact of bullying on children and young people")]
    [InlineData("X1", "cross-cutting", "Improve prevention, early identification and intervention")]
    [InlineData("C2", "strategic-outcome", "Educating, protecting and providing opportunities for children and young people")]
    public void Every_priority_is_there(string code, string kind, string text)
    {
        SheetRow priority = Assert.Single(Sheets.Rows("priorities"), row => row["code"] == code);

        Assert.Equal((kind, text), (priority["kind"], priority["text"]));
    }

    [Theory]
    [InlineData("NI59", "85", "at-least", "Ensuring 85% of initial assessments are completed within 7 working days of referral (NI59).")]
    [InlineData("NI65", "15", "at-most", "Reducing the percentage of children who became the subject of a child protection plan during the year, who had previously been the subject of a child protection plan to 15% (NI 65).")]
    [InlineData("NI67", "100", "at-least", "Ensuring that 100% of child protection cases that should have been reviewed during the year were reviewed (NI 67).")]
    public void An_indicator_in_prose_is_a_measure_with_its_target(string code, string value, string @operator, string printed)
    {
        SheetRow target = Assert.Single(Sheets.Rows("targets"), row => row["indicator"] == code);

        Assert.Equal((value, @operator), (target["value"], target["operator"]));
        Assert.Equal(printed, Assert.Single(Sheets.Rows("indicators"), row => row["code"] == code)["definition"]);
        Assert.Contains($"- {printed}", CentralBedfordshireDocument.Report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2009-07-14", "cfl-scrutiny", "SA6b")]
    [InlineData("2009-08-11", "cfl-scrutiny", "X1")]
    [InlineData("2010-02-11", "childrens-trust-board", "SA6b")]
    public void A_decision_that_the_report_cites_stands_with_its_meeting(string date, string body, string about)
    {
        Assert.Equal((body, about), Assert.Single(Sheets.Rows("decisions").Where(row => row["meeting"] == date).Select(row => (row["body"], row["about"]))));
        Assert.Equal(body, Assert.Single(Sheets.Rows("meetings"), row => row["date"] == date)["body"]);
    }

    [Theory]
    [InlineData("SA6b1", "by April 2010", "done")]
    [InlineData("SA7a3", "in 2010", "on-track")]
    [InlineData("SA7b2", "Autumn 2009", "done")]
    [InlineData("SA8a3", "by September 2010", "not-started")]
    [InlineData("SA7c1", "", "done")]
    public void Progress_that_the_report_tells_is_the_state_of_a_deliverable(string code, string due, string state)
    {
        SheetRow deliverable = Assert.Single(Deliverables, row => row["code"] == code);

        Assert.Equal((due, state), (deliverable["due_text"], deliverable["state"]));
    }

    [Theory]
    [InlineData("The Common Assessment Framework (CAF)")]
    [InlineData("The Lead Professional programme")]
    [InlineData("Targeted Mental Health in Schools (TaMHS)")]
    [InlineData("\"Think Family\"")]
    [InlineData("Family Group Meetings")]
    [InlineData("Family Intervention Projects (FIPs)")]
    [InlineData("Healthy Child Programme")]
    [InlineData("Targeted Youth Support")]
    public void Every_core_programme_is_named_by_the_action_that_maps_them(string programme) =>
        Assert.Contains(programme, Assert.Single(Actions, action => action["code"] == "SA9a")["linked_plans"].Split(';'));

    [Theory]
    [InlineData("Local Safeguarding Children Board (LSCB)")]
    [InlineData("Children's Trust Board")]
    [InlineData("Children's Trust Commissioning Group")]
    [InlineData("Community Safety Partnership")]
    [InlineData("Stay Safe Delivery Group")]
    [InlineData("Children, Families and Learning Overview and Scrutiny Committee")]
    public void Every_body_that_is_named_is_a_body(string name) => Assert.Contains(Sheets.Rows("bodies"), body => body["name"] == name);

    [Fact]
    public void Every_number_that_is_printed_stands_in_the_sheets()
    {
        string[] numbers = [.. Number().Matches(string.Join('\n', PrintedRows().Select(row => Numbered().Replace(row, "${text}")))).Select(match => match.Value).Distinct()];
        string written = string.Join('\n', Directory.GetFiles(Sheets.Folder, "*.csv").Select(File.ReadAllText));

        Assert.All(new[] { "6", "7", "8", "11", "14", "2009", "2010", "15%", "85%", "100%", "65", "59", "67", "5", "2010/11", "1" }, number => Assert.Contains(number, numbers));
        Assert.All(numbers, number => Assert.Contains(number, written, StringComparison.Ordinal));
    }

    // The empty bullet is no bullet.
    private static IEnumerable<string> PrintedRows() => Rows(CentralBedfordshireDocument.Report).Where(row => row != "-");

    // The report writes "Priority: 6 –" and "Priority 7 -"; the sheets have one way.
    private static string OneStyle(string words) => PriorityNumber().Replace(words, "Priority ${number} – ");

    private static string Section(string heading) => Assert.Single(Sections, section => section["heading"] == heading)["text"];

    private static IEnumerable<string> Rows(string table) => table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    [GeneratedRegex(@"^(?<number>\d+\.) (?<text>.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"Priority:? (?<number>\d) ?[–-] ", RegexOptions.ExplicitCapture)]
    private static partial Regex PriorityNumber();

    [GeneratedRegex(@"\d+(?:[./]\d+)*%?")]
    private static partial Regex Number();
}
