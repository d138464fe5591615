using System.Text.RegularExpressions;
using Xunit;

namespace QuarterlyCycle.App.Tests.Plans;

/// <summary>What Rotherham's printed Section Five holds, typed from the document, against the sheets that stand for it.</summary>
public sealed partial class RotherhamDocumentTests
{
    private const string Existing = "Existing plans and strategies";
    private const string Additional = "Additional partnership actions";

    private static readonly SampleSheets Sheets = new("rotherham-2010");
    private static readonly IReadOnlyList<SheetRow> People = Sheets.Rows("people");
    private static readonly IReadOnlyList<SheetRow> Posts = Sheets.Rows("posts");
    private static readonly IReadOnlyList<SheetRow> Priorities = Sheets.Rows("priorities");
    private static readonly IReadOnlyList<SheetRow> Actions = Sheets.Rows("actions");
    private static readonly IReadOnlyList<SheetRow> Deliverables = Sheets.Rows("deliverables");
    private static readonly IReadOnlyList<SheetRow> Indicators = Sheets.Rows("indicators");
    private static readonly IReadOnlyList<SheetRow> Targets = Sheets.Rows("targets");
    private static readonly IReadOnlyList<SheetRow> Figures = Sheets.Rows("figures");
    private static readonly IReadOnlyList<SheetRow> Comparators = Sheets.Rows("comparators");
    private static readonly IReadOnlyList<SheetRow> Aliases = Sheets.Rows("aliases");

    private static readonly IReadOnlyList<PrintedAction> Printed = [.. ReadActions()];
    private static readonly IReadOnlyList<(string Code, string[] Cells)> Table = [.. RotherhamDocument.Codes.Zip(RotherhamDocument.Table(RotherhamDocument.Indicators))];

    [Fact]
    public void The_six_outcomes_and_their_thirty_two_aspirations_stand_in_the_printed_order()
    {
        (string Code, string Words, string Outcome)[] aspirations = [.. ReadAspirations()];

        Assert.Equal(
            RotherhamDocument.Table(RotherhamDocument.Aspirations).Where(row => row[0][0] == '#').Select(row => (row[0][2..], row[1])),
            Priorities.Where(row => row["kind"] == "outcome").Select(row => (row["code"], row["text"])));
        Assert.Equal(32, aspirations.Length);
        Assert.Equal(
            aspirations.Select(aspiration => (aspiration.Code, aspiration.Words.Replace("*", "", StringComparison.Ordinal), aspiration.Outcome)),
            Priorities.Where(row => row["kind"] == "aspiration").Select(row => (row["code"], row["text"], row["parent"])));
    }

    [Fact]
    public void Every_star_and_no_other_aspiration_is_linked_to_an_area_of_focus()
    {
        string[] starred = [.. ReadAspirations().Where(aspiration => aspiration.Words.Contains('*', StringComparison.Ordinal)).Select(aspiration => aspiration.Code)];

        Assert.Equal(["BH1", "BH2", "BH3", "BH4", "BH5", "SS3", "SS4", "SS5", "EA1", "PC4", "EWB1", "EWB2", "EWB4"], starred);
        Assert.Equal(starred, Priorities.Where(row => row["area_of_focus"] == "yes").Select(row => row["code"]));
    }

    [Fact]
    public void An_aspiration_printed_in_two_wordings_or_with_a_star_inside_is_one_and_keeps_the_other_words()
    {
        (string Words, string Code)[] inside = [.. ReadAspirations().Where(aspiration => aspiration.Words.TrimEnd('*').Contains('*', StringComparison.Ordinal)).Select(aspiration => (aspiration.Words, aspiration.Code))];
        (string Words, string Code)[] reworded =
        [
            .. RotherhamDocument.Table(RotherhamDocument.ActionPlans)
                .Where(row => row[0].StartsWith("# ", StringComparison.Ordinal))
                .Select(row => (Words: row[1], Code: row[0][2..]))
                .Where(heading => heading.Words.TrimEnd('.') != Single(Priorities, "code", heading.Code)["text"].TrimEnd('.')),
        ];

        Assert.Equal(["BH5", "PC4"], inside.Select(entry => entry.Code));
        Assert.Equal(["PC1", "PC2"], reworded.Select(entry => entry.Code));
        Assert.Equal(
            inside.Concat(reworded).OrderBy(entry => entry.Code, StringComparer.Ordinal),
            Aliases.Where(row => row["kind"] == "code").Select(row => (Words: row["as_written"], Code: row["means"])).OrderBy(entry => entry.Code, StringComparer.Ordinal));
    }

    [Fact]
    public void Every_plan_and_every_partnership_action_stands_under_its_aspiration_with_its_leads()
    {
        Assert.Equal(21, Printed.Count);
        Assert.Equal(
            Printed.Select(action => (action.Words, action.Aspiration, action.Heading)),
            Actions.Select(row => (row["text"], row["priorities"], row["group_heading"])));
        Assert.All(Printed.Zip(Actions), pair =>
        {
            Assert.Equal(PersonCalled(pair.First.StrategicLead)["email"], pair.Second["strategic_lead"]);
            Assert.Equal(LeadOf(pair.First), pair.Second["leads"]);
            Assert.Equal("make-a-positive-contribution", pair.Second["bodies"]);
        });
    }

    [Fact]
    public void Every_milestone_stands_in_its_year_with_its_words_and_its_leads()
    {
        (string Action, string Year, string Words)[] printed =
        [
            .. Printed.Zip(Actions).SelectMany(pair => pair.First.Milestones.Select(milestone => (pair.Second["code"], milestone.Year, milestone.Words))),
        ];

        Assert.Equal(35, printed.Count(milestone => milestone.Year == "2010-11"));
        Assert.Equal(3, printed.Count(milestone => milestone.Year == "2011-12"));
        Assert.Equal(printed, Deliverables.Select(row => (row["action"], row["plan_year"], row["text"])));
        Assert.All(Deliverables, row =>
        {
            SheetRow action = Single(Actions, "code", row["action"]);
            Assert.Equal((action["strategic_lead"], action["leads"]), (row["strategic_lead"], row["leads"]));
        });
    }

    [Fact]
    public void Where_the_document_prints_no_milestone_or_no_lead_officer_none_is_filled_in()
    {
        Assert.Equal(["PC2e4", "PC4n2", "PC6n1"], Actions.Select(row => row["code"]).Except(Deliverables.Select(row => row["action"])));
        Assert.Equal(["2011-12"], Deliverables.Where(row => row["action"] == "PC1e1").Select(row => row["plan_year"]));
        Assert.Equal(
            [("PC2e2", "alan.hazell@example.org"), ("PC3n1", "simon.perry@example.org"), ("PC4n1", "caroline.rollitt@example.org"), ("PC4n2", "caroline.rollitt@example.org")],
            Actions.Where(row => row["leads"].Length == 0).Select(row => (row["code"], row["strategic_lead"])));
    }

    [Fact]
    public void A_plan_or_strategy_is_named_for_every_existing_one_and_for_no_action()
    {
        Assert.Equal(10, Actions.Count(row => row["group_heading"] == Existing));
        Assert.Equal(11, Actions.Count(row => row["group_heading"] == Additional));
        Assert.All(Actions.Where(row => row["group_heading"] == Existing), row => Assert.All(List(row["linked_plans"]), plan => Assert.Contains(plan, row["text"], StringComparison.Ordinal)));
        Assert.All(Actions, row => Assert.Equal(row["group_heading"] == Existing, row["linked_plans"].Length > 0));
    }

    [Theory]
    [InlineData("PC1n2d1", "2010-12-31", "December 2010")]
    [InlineData("PC2e1d1", "2010-08-31", "August 2010")]
    [InlineData("PC2e1d2", "2011-04-30", "April 2011")]
    [InlineData("PC2e1d3", "2011-03-31", "by March 2011")]
    [InlineData("PC2e3d1", "2011-04-30", "April 2011")]
    [InlineData("PC2e3d2", "2011-04-30", "April 2011")]
    public void A_printed_date_is_kept_in_its_words(string code, string due, string words)
    {
        SheetRow deliverable = Single(Deliverables, "code", code);

        Assert.Equal((due, words), (deliverable["due"], deliverable["due_text"]));
        Assert.Contains(words, deliverable["text"], StringComparison.Ordinal);
    }

    [Fact]
    public void No_other_date_is_filled_in() => Assert.Equal(6, Deliverables.Count(row => row["due"].Length > 0 || row["due_text"].Length > 0));

    [Theory]
    [InlineData("PC2e1d3", "10 schools")]
    [InlineData("PC2e1d4", "Baseline, 28 in primary, 2 in secondary")]
    [InlineData("PC6n2d1", "100 pieces")]
    public void A_milestone_that_counts_something_is_a_target_in_the_printed_words(string code, string words)
    {
        SheetRow deliverable = Single(Deliverables, "code", code);

        Assert.Equal("target", deliverable["kind"]);
        Assert.Contains(words, deliverable["target_text"], StringComparison.Ordinal);
        Assert.Contains(deliverable["target_text"], deliverable["text"], StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_has_a_name_who_is_not_in_the_document_and_all_who_are_have_one()
    {
        HashSet<string> printed = [.. Printed.SelectMany(action => new[] { action.StrategicLead, action.Lead }).Where(name => name.Length > 0).Select(name => PersonCalled(name)["name"])];
        HashSet<string> posts = [.. Posts.Select(post => post["title"])];

        Assert.Equal(16, printed.Count);
        Assert.Equal(printed.Order(StringComparer.Ordinal), People.Select(person => person["name"]).Except(posts).Order(StringComparer.Ordinal));
        Assert.All(People, person => Assert.EndsWith("@example.org", person["email"], StringComparison.Ordinal));
    }

    [Fact]
    public void A_job_title_says_no_more_of_a_person_than_what_they_lead()
    {
        Assert.All(People.Where(person => Printed.Any(action => IsNamed(person, action.StrategicLead) || IsNamed(person, action.Lead))), person =>
        {
            string[] titles = [.. List(person["job_titles"]).Where(title => title != "Inspector")];
            Assert.NotEmpty(titles);
            Assert.All(titles, title => Assert.Matches("^(Strategic Lead|Lead Officer), ", title));
            Assert.Equal(Printed.Any(action => IsNamed(person, action.StrategicLead)), titles.Any(title => title.StartsWith("Strategic Lead", StringComparison.Ordinal)));
            Assert.Equal(Printed.Any(action => IsNamed(person, action.Lead)), titles.Any(title => title.StartsWith("Lead Officer", StringComparison.Ordinal)));
        });
    }

    [Fact]
    public void The_inspector_whose_name_is_broken_over_two_pages_is_one_person()
    {
        SheetRow inspector = PersonCalled("Gwyn Thomas");

        Assert.Contains("Inspector", List(inspector["job_titles"]));
        Assert.Equal(inspector, PersonCalled("Inspector Gwyn Thomas"));
        Assert.Equal(["PC3e1", "PC4e1"], Actions.Where(row => row["leads"] == inspector["email"]).Select(row => row["code"]));
    }

    [Fact]
    public void Policy_is_kept_where_it_is_printed_and_confirmed_to_mean_the_police()
    {
        SheetRow alias = Single(Aliases, "as_written", "South Yorkshire Policy");

        Assert.Equal("South Yorkshire Police", Single(Sheets.Rows("organisations"), "code", alias["means"])["name"]);
        Assert.Equal(2, Actions.Count(row => row["text"].StartsWith("South Yorkshire Policy", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_row_of_the_indicator_table_is_a_measure_with_its_number_reference_definition_and_polarity()
    {
        Assert.Equal(15, Table.Count);
        Assert.Equal(Table.Select(row => row.Code), Indicators.Select(row => row["code"]));
        Assert.All(Table.Zip(Indicators), pair =>
        {
            (string[] cells, SheetRow measure) = (pair.First.Cells, pair.Second);
            Assert.Equal(16, cells.Length);
            bool isPart = cells[0] is "a" or "b";
            SheetRow? parent = isPart ? Single(Indicators, "code", measure["parent"]) : null;
            Assert.Equal(isPart ? "" : cells[0], measure["number"]);
            Assert.Equal(cells[1], measure["ref"]);
            Assert.Equal(isPart ? cells[2] : "", measure["definition"]);
            Assert.Equal(isPart ? $"{parent!["name"]}: {cells[2]}" : cells[2], measure["name"]);

            // The parts of NI 111 leave the column blank below a parent that fills it.
            Assert.Equal(cells[3].Length > 0 ? cells[3].ToLowerInvariant() : parent?["polarity"] ?? "", measure["polarity"]);
            Assert.Equal("make-a-positive-contribution", measure["bodies"]);
            Assert.Equal("national", measure["scope"]);
        });
        Assert.Equal(["NI111a", "NI111b", "NI113a", "NI113b"], Indicators.Where(row => row["parent"].Length > 0).Select(row => row["code"]));
        Assert.Equal("", Single(Indicators, "code", "NI22")["number"]);
    }

    [Fact]
    public void Every_figure_is_kept_as_it_is_printed_blanks_included() =>
        Assert.Equal(
            Table.Where(row => !IsParent(row.Code)).SelectMany(row => new[] { (row.Code, "2008-09", row.Cells[4]), (row.Code, "2009-10", row.Cells[6]) }),
            Figures.Select(row => (row["indicator"], row["period"], row["text"])));

    [Fact]
    public void Every_target_is_kept_as_it_is_printed_and_a_blank_is_none() =>
        Assert.Equal(
            Table.SelectMany(row => new[] { (row.Code, Year: "2009-10", Text: row.Cells[5]), (row.Code, Year: "2010-11", Text: row.Cells[14]), (row.Code, Year: "2011-12", Text: row.Cells[15]) })
                .Where(target => target.Text.Length > 0),
            Targets.Select(row => (row["indicator"], row["period"], row["text"])));

    [Fact]
    public void Every_comparator_is_kept_as_it_is_printed() =>
        Assert.Equal(
            Table.Where(row => !IsParent(row.Code)).SelectMany(row => new[] { (row.Code, "statistical-neighbours", row.Cells[10]), (row.Code, "england", row.Cells[12]) }),
            Comparators.Select(row => (row["indicator"], row["name"], row["text"])));

    [Fact]
    public void A_value_is_the_number_of_the_printed_text_and_never_more() =>
        Assert.All(Figures.Concat(Targets).Concat(Comparators), row =>
            Assert.Equal(Number().IsMatch(row["text"]) ? row["text"].Replace(",", "", StringComparison.Ordinal).TrimEnd('%') : "", row["value"]));

    [Fact]
    public void A_parent_has_blank_cells_only_and_carries_nothing()
    {
        Assert.Equal(["NI111", "NI113"], Table.Where(row => IsParent(row.Code)).Select(row => row.Code));
        Assert.All(Table.Where(row => IsParent(row.Code)), row => Assert.All(row.Cells[4..], cell => Assert.Equal("", cell)));
        Assert.DoesNotContain(Figures.Concat(Targets).Concat(Comparators), row => IsParent(row["indicator"]));
    }

    [Fact]
    public void Every_number_and_every_name_of_the_tables_stands_in_some_cell()
    {
        string everything = string.Join('\n', Directory.GetFiles(Sheets.Folder, "*.csv").Select(File.ReadAllText));
        string typed = string.Join('\n', RotherhamDocument.Aspirations, RotherhamDocument.ActionPlans, RotherhamDocument.Indicators);

        string[] tokens = [.. NumbersAndNames().Matches(typed).Select(match => match.Value).Distinct()];

        Assert.True(tokens.Length > 150, $"Only {tokens.Length} were found.");
        Assert.All(tokens, token => Assert.Contains(token, everything, StringComparison.Ordinal));
    }

    [Fact]
    public void Nobody_is_named_for_a_measure_so_every_measure_is_asked_of_a_post()
    {
        HashSet<string> posts = [.. Posts.Select(post => "post:" + post["code"])];

        Assert.All(Indicators.Where(row => !IsParent(row["code"])), row =>
        {
            Assert.Contains(row["compiling"], posts);
            Assert.Contains(row["lead"], posts);
        });
    }

    [Theory]
    [InlineData("LO-YOUTH-JUSTICE-PLAN", "Lead Officer, Youth Justice Plan", "Paul Grimwood")]
    [InlineData("LO-TEENAGE-PREGNANCY-STRATEGY", "Lead Officer, Teenage Pregnancy Strategy for Rotherham", "Melanie Simmonds")]
    [InlineData("LO-SEXUAL-HEALTH-STRATEGY", "Lead Officer, Promoting and Improving the Sexual Health of Rotherham People", "Melanie Simmonds")]
    [InlineData("LO-PARENTING-STRATEGY", "Lead Officer, Parenting Strategy", "Catherine Ratcliffe")]
    [InlineData("SL-POSITIVE-ACTIVITIES", "Strategic Lead, opportunities in informal settings", "Simon Perry")]
    public void A_post_that_the_document_fills_is_held_by_whom_it_names(string code, string title, string name)
    {
        SheetRow post = Single(Posts, "code", code);

        Assert.Equal(title, post["title"]);
        Assert.Equal(PersonCalled(name)["email"], post["holder"]);
        Assert.Contains(title, List(PersonCalled(name)["job_titles"]));
    }

    [Fact]
    public void The_board_hears_each_quarter_and_calls_clinics_where_the_direction_is_not_positive()
    {
        SheetRow section = Single(Sheets.Rows("sections"), "heading", "Monitoring performance");

        Assert.Equal(("board", RotherhamDocument.MonitoringPerformance), (section["body"], section["text"]));
        Assert.Equal("worse", Setting("clinic_triggers"));
        Assert.Equal("star-circle-triangle", Setting("status_scheme"));
        Assert.Equal("quarterly-with-clinics", Setting("template"));
        Assert.Equal("Children and Young People's Board", Single(Sheets.Rows("bodies"), "kind", "board")["name"]);
        Assert.Equal("board", Single(Aliases, "as_written", "Children and Young People's Trust Board")["means"]);
    }

    [Fact]
    public void The_timetable_is_the_plans_own_in_all_seven_stages() =>
        Assert.Equal(
            ["collect 1-10", "late-answers 11-13", "review 11-15", "collate 16-20", "meet 21-25", "sign-off 26-28", "board 29-45"],
            Sheets.Rows("stages").Where(row => row["template"] == "quarterly-with-clinics").Select(row => $"{row["stage"]} {row["opens_day"]}-{row["closes_day"]}"));

    private static IEnumerable<(string Code, string Words, string Outcome)> ReadAspirations()
    {
        string outcome = "";
        int number = 0;
        foreach (string[] row in RotherhamDocument.Table(RotherhamDocument.Aspirations))
        {
            if (row[0][0] == '#')
            {
                (outcome, number) = (row[0][2..], 0);
                continue;
            }

            yield return ($"{outcome}{++number}", row[0], outcome);
        }
    }

    private static IEnumerable<PrintedAction> ReadActions()
    {
        string aspiration = "";
        string heading = "";
        foreach (string[] row in RotherhamDocument.Table(RotherhamDocument.ActionPlans))
        {
            if (row[0].StartsWith("## ", StringComparison.Ordinal))
            {
                heading = row[0][3..];
            }
            else if (row[0].StartsWith("# ", StringComparison.Ordinal))
            {
                aspiration = row[0][2..];
            }
            else
            {
                yield return new PrintedAction(aspiration, heading, row[0], [.. MilestonesOf("2010-11", row[1]), .. MilestonesOf("2011-12", row[2])], row[3], row[4]);
            }
        }
    }

    private static IEnumerable<(string Year, string Words)> MilestonesOf(string year, string cell) =>
        cell.Split(" ++ ", StringSplitOptions.RemoveEmptyEntries).Select(words => (year, words));

    private static string LeadOf(PrintedAction action) => action.Lead.Length == 0 ? "" : PersonCalled(action.Lead)["email"];

    private static bool IsParent(string code) => Indicators.Any(row => row["parent"] == code);

    private static string Setting(string key) => Single(Sheets.Rows("partnership"), "key", key)["value"];

    private static SheetRow PersonCalled(string name) => Assert.Single(People, person => IsNamed(person, name));

    private static bool IsNamed(SheetRow person, string name) => person["name"] == name || List(person["also_known_as"]).Contains(name);

    private static SheetRow Single(IReadOnlyList<SheetRow> sheet, string column, string value) => Assert.Single(sheet, row => row[column] == value);

    private static string[] List(string cell) => cell.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    [GeneratedRegex(@"\d")]
    private static partial Regex Number();

    [GeneratedRegex(@"-?\d[\d,./–-]*%?|[A-Z][A-Za-z'-]+( [A-Z][A-Za-z'-]+)+")]
    private static partial Regex NumbersAndNames();

    private sealed record PrintedAction(string Aspiration, string Heading, string Words, IReadOnlyList<(string Year, string Words)> Milestones, string StrategicLead, string Lead);
}
