using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;

namespace QuarterlyCycle.App.Tests.Plans;

/// <summary>What Worcestershire's printed plan holds, typed from the document, against the sheets that stand for it.</summary>
public sealed partial class WorcestershireDocumentTests
{
    private static readonly SampleSheets Sheets = new("worcestershire-2008-11");
    private static readonly IReadOnlyList<SheetRow> People = Sheets.Rows("people");
    private static readonly IReadOnlyList<SheetRow> Posts = Sheets.Rows("posts");
    private static readonly IReadOnlyList<SheetRow> Bodies = Sheets.Rows("bodies");
    private static readonly IReadOnlyList<SheetRow> Priorities = Sheets.Rows("priorities");
    private static readonly IReadOnlyList<SheetRow> Actions = Sheets.Rows("actions");
    private static readonly IReadOnlyList<SheetRow> Deliverables = Sheets.Rows("deliverables");
    private static readonly IReadOnlyList<SheetRow> Indicators = Sheets.Rows("indicators");
    private static readonly IReadOnlyList<SheetRow> Targets = Sheets.Rows("targets");
    private static readonly IReadOnlyList<SheetRow> Figures = Sheets.Rows("figures");
    private static readonly IReadOnlyList<SheetRow> Organisations = Sheets.Rows("organisations");
    private static readonly IReadOnlyList<SheetRow> Dependencies = Sheets.Rows("dependencies");

    [Fact]
    public void The_summary_is_the_theme_its_priority_its_group_and_its_partners()
    {
        string[] printed = Lines(WorcestershireDocument.Summary);

        SheetRow theme = Single(Priorities, "kind", "theme");
        SheetRow priority = Single(Priorities, "kind", "priority");
        SheetRow group = Single(Bodies, "code", priority["body"]);
        Assert.Equal([printed[0], printed[1], printed[5]], [theme["text"], priority["text"], Single(Priorities, "kind", "cross-cutting")["text"]]);
        Assert.Equal(theme["code"], priority["parent"]);
        Assert.Equal(printed[2], group["name"]);
        Assert.Equal(printed[4].Split(", "), List(group["supported_by"]));
        Assert.All(printed[4].Split(", "), partner => Single(Organisations, "name", partner));

        string[] lead = printed[3].Split(", ");
        SheetRow person = Single(People, "name", lead[0]);
        Assert.Equal(lead[1], Single(Organisations, "code", person["organisation"])["name"]);
        Assert.Equal("Management Group Lead", person["job_titles"]);
    }

    [Fact]
    public void The_indicator_has_both_surveys_both_targets_and_both_leads()
    {
        string[] printed = Lines(WorcestershireDocument.Indicator);
        SheetRow measure = Single(Indicators, "code", printed[0]);

        Assert.Equal(printed[1], measure["name"]);
        Assert.Equal("percent", measure["unit"]);
        Assert.Equal("low", measure["polarity"]);
        Assert.Contains(printed[6].ToLowerInvariant(), List(measure["scope"]));
        SheetRow[] figures = [.. Figures.Where(row => row["indicator"] == "LI2")];
        Assert.Equal([("2007-08", "35", "1"), ("2008-09", "45", "2")], figures.Select(row => (row["period"], row["value"], row["definition_version"])));
        Assert.Equal(printed[2..4], figures.Select(row => row["text"]));
        SheetRow[] targets = [.. Targets.Where(row => row["indicator"] == "LI2")];
        Assert.Equal([("2009-10", "34", "35"), ("2010-11", "33", "35")], targets.Select(row => (row["period"], row["value"], row["baseline"])));
        Assert.Equal(printed[4..6], targets.Select(row => row["text"]));

        string[] leads = [measure["lead"], measure["accountable"]];
        Assert.Equal(["Richard Keble", "Pete Sugg"], leads.Select(email => Single(People, "email", email)["name"]));
        Assert.Equal($"{string.Join('/', leads.Select(email => Single(People, "email", email)["name"]))} Worcestershire County Council", printed[7]);
        Assert.All(leads, email => Assert.Equal("worcestershire-county-council", Single(People, "email", email)["organisation"]));
    }

    [Fact]
    public void The_widened_categories_are_a_break_from_the_second_survey_on()
    {
        SheetRow change = Assert.Single(Sheets.Rows("definition_changes"));

        Assert.Equal(("LI2", "2008-09", "break"), (change["indicator"], change["from_period"], change["kind"]));
        Assert.Contains("categories have widened since TellUs2 – CYP are now asked if they have been bullied during the last year, as well as if it has happened within the last four weeks", change["reason"], StringComparison.Ordinal);
        Assert.Contains("during the last year", Single(Indicators, "code", "LI2")["definition"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_theme_groups_are_related_and_nothing_depends_on_them()
    {
        string[] printed = Lines(WorcestershireDocument.OtherPriorities);

        SheetRow[] groups = [.. Dependencies.Where(row => row["on_kind"] == "priority")];
        Assert.Equal(printed[1..3], groups.Select(row => row["on"]));
        Assert.All(groups, row => Assert.Equal($"{printed[0]}. {printed[3]}", row["arrangement"]));
        Assert.All(printed[1..3], name => Assert.Equal("theme-group", Single(Bodies, "name", name)["kind"]));
    }

    [Fact]
    public void The_policies_plans_and_strategies_name_who_is_responsible()
    {
        SheetRow[] rows = [.. Dependencies.Where(row => row["on_kind"] != "priority")];

        Assert.Equal(Lines(WorcestershireDocument.Policies), rows.Select(row => $"{row["on"]} | {row["responsible"]}"));
        Assert.All(rows, row => Assert.Equal(WorcestershireDocument.PolicyArrangement, row["arrangement"]));
    }

    [Fact]
    public void No_dependency_is_critical() => Assert.All(Dependencies, row => Assert.Equal(("P1", "no"), (row["about"], row["critical"])));

    [Fact]
    public void The_risk_stays_prose_and_has_no_score()
    {
        SheetRow risk = Assert.Single(Sheets.Rows("risks"));

        Assert.Equal(Lines(WorcestershireDocument.Risk), new[] { risk["risk"], risk["impact"], risk["likelihood"], risk["how_managed"] });
        Assert.Equal("P1", risk["about"]);
        Assert.DoesNotContain("score", File.ReadLines(Path.Combine(Sheets.Folder, "risks.csv")).First(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_equality_impact_assessment_is_in_progress_and_its_mark_up_is_gone()
    {
        SheetRow row = Assert.Single(Sheets.Rows("equality"));

        Assert.Equal(WorcestershireDocument.Equality.Replace("<p>", "", StringComparison.Ordinal).Replace("</p>", "", StringComparison.Ordinal), row["statement"]);
        Assert.Equal(("P1", "in-progress", "body:anti-bullying-strategy-group"), (row["about"], row["eia"], row["owner"]));
    }

    [Fact]
    public void The_performance_improvement_group_reviews_and_the_strategic_partnership_receives()
    {
        string[] printed = Lines(WorcestershireDocument.Arrangements);
        SheetRow group = Single(Bodies, "kind", "outcome-group");

        SheetRow section = Single(Sheets.Rows("sections"), "heading", printed[0]);
        Assert.Equal((group["code"], printed[1]), (section["body"], section["text"]));
        Assert.Equal("Performance Improvement Group", group["name"]);
        Assert.Equal("Children and Young People's Strategic Partnership", Single(Bodies, "code", group["parent"])["name"]);
        Assert.Equal("board", Single(Bodies, "code", group["parent"])["kind"]);
    }

    [Fact]
    public void The_plan_names_its_author_and_its_month()
    {
        string[] printed = Lines(WorcestershireDocument.Head);

        Assert.All(Sheets.Rows("sections").Where(row => row["heading"] == "Delivery plan"), row => Assert.Equal($"{printed[0]}. {printed[1]}, {printed[2]}", row["text"]));
        Single(People, "name", "Chris Golbourn");
    }

    [Fact]
    public void Every_action_stands_under_its_heading_with_its_partners_its_money_and_its_plans()
    {
        List<string> codes = [];
        SheetRow action = Actions[0];
        foreach (string[] row in ActivityPlan().Where(row => row.Length > 1))
        {
            switch (row[0])
            {
                case "who":
                    Assert.Equal(Parts(row[1]), List(action["partners"]));
                    Assert.All(Parts(row[1]), partner => Single(Organisations, "name", partner));
                    break;
                case "when":
                    Assert.Equal(row[2], action["resource_text"]);
                    Assert.Contains(Deliverables, deliverable => deliverable["action"] == action["code"] && deliverable["due_text"] == row[1]);
                    break;
                case "plans":
                    string[] groups = Parts(row[2]);
                    Assert.Equal(Parts(row[1]), List(action["linked_plans"]));
                    Assert.All(Parts(row[1]).Concat(groups), words => Assert.Contains(words, action["commentary"], StringComparison.Ordinal));
                    Assert.Equal(groups.Select(name => Single(Bodies, "name", name)["code"]).Append("performance-improvement-group").Order(), List(action["bodies"]).Order());
                    break;
                default:
                    action = Single(Actions, "code", row[0][2..]);
                    codes.Add(action["code"]);
                    Assert.Equal((row[1], row[2], "P1"), (action["group_heading"], action["text"], action["priorities"]));
                    break;
            }
        }

        Assert.Equal(["AB1", "AB2", "AB3", "AB4", "AB5", "AB6", "AB7"], codes);
        Assert.Equal(codes, Actions.Select(row => row["code"]));
    }

    [Fact]
    public void Every_milestone_stands_in_its_place_in_its_words_and_nothing_else_does()
    {
        string action = "";
        int next = 0;
        foreach (string[] row in ActivityPlan())
        {
            action = row[0].StartsWith("# ", StringComparison.Ordinal) ? row[0][2..] : action;
            if (row.Length == 1)
            {
                Assert.Equal((action, "milestone", row[0]), (Deliverables[next]["action"], Deliverables[next]["kind"], Deliverables[next]["text"]));
                next++;
            }
        }

        Assert.Equal(19, next);
        Assert.Equal(next, Deliverables.Count);
    }

    [Fact]
    public void One_post_leads_every_action_and_every_milestone_in_either_spelling()
    {
        SheetRow post = Single(Posts, "title", WorcestershireDocument.Lead);

        Assert.All(Actions, row => Assert.Equal($"post:{post["code"]}", row["leads"]));
        Assert.All(Deliverables, row => Assert.Equal($"post:{post["code"]}", row["leads"]));
        Assert.All(Actions, row => Assert.Equal("trish.haines@example.org", row["strategic_lead"]));
        SheetRow alias = Single(Sheets.Rows("aliases"), "as_written", WorcestershireDocument.OtherSpellingOfLead);
        Assert.Equal(("person", post["holder"]), (alias["kind"], alias["means"]));
    }

    [Theory]
    [InlineData("AB1a", "2009-10", "75", "80", "2010-04-30")]
    [InlineData("AB2a", "2009-10", "33", "60", "2010-03-31")]
    [InlineData("AB2b", "2009-10", "21", "50", "2010-03-31")]
    [InlineData("AB2c", "2009-10", "11", "40", "2010-03-31")]
    [InlineData("AB4a", "2009-10", "", "20", "")]
    [InlineData("AB5a", "2009-10", "0", "125", "2010-01-31")]
    [InlineData("AB5b", "2009-10", "", "20", "2009-12-31")]
    [InlineData("AB6a", "2010-11", "6", "20", "")]
    [InlineData("AB7a", "2009-10", "9", "", "")]
    [InlineData("AB7a", "2010-11", "9", "", "2010-09-30")]
    [InlineData("AB5c", "2009-10", "", "", "")]
    [InlineData("AB5d", "2009-10", "", "", "")]
    [InlineData("AB6b", "2009-10", "", "", "")]
    public void A_measure_of_the_activity_plan_has_the_printed_baseline_target_and_date(string code, string period, string baseline, string value, string by)
    {
        SheetRow target = Assert.Single(Targets, row => row["indicator"] == code && row["period"] == period);
        SheetRow measure = Single(Indicators, "code", code);

        Assert.Equal((baseline, value, by), (target["baseline"], target["value"], target["by"]));
        Assert.Contains(Deliverables, row => row["action"] == measure["action"] && row["text"] == measure["definition"] && row["text"].Contains(target["text"], StringComparison.Ordinal));
    }

    [Fact]
    public void No_other_target_is_filled_in() => Assert.Equal(15, Targets.Count);

    [Theory]
    [InlineData("AB1a", "75", "75 % in March 2009")]
    [InlineData("AB2a", "33", "33% in March 2009")]
    [InlineData("AB2b", "21", "21% in March 2009")]
    [InlineData("AB2c", "11", "11% in March 2009")]
    [InlineData("AB3a", "1", "1 in 2008/09")]
    [InlineData("AB4a", "", "none known in 2008/09")]
    [InlineData("AB5a", "0", "0 in 2008/09")]
    [InlineData("AB7a", "9", "9 in 2008/09")]
    public void Where_a_measure_started_is_its_figure_for_2008_09(string code, string value, string text)
    {
        SheetRow figure = Assert.Single(Figures, row => row["indicator"] == code);

        Assert.Equal(("2008-09", value, text), (figure["period"], figure["value"], figure["text"]));
        Assert.Equal(value.Length == 0 ? "not-known" : "", figure["reason"]);
        Assert.Contains(Deliverables, row => row["text"].Contains($"from {text}", StringComparison.Ordinal));
    }

    [Fact]
    public void No_other_figure_is_filled_in() => Assert.Equal(10, Figures.Count);

    [Fact]
    public void What_has_no_baseline_or_no_measure_yet_is_not_yet_defined() =>
        Assert.Equal(["AB2d", "AB3a", "AB5c", "AB5d", "AB6b"], Indicators.Where(row => row["state"] == "not-yet-defined").Select(row => row["code"]));

    [Fact]
    public void The_milestone_whose_measure_is_not_set_is_kept_in_its_words_and_asked_of_nobody()
    {
        SheetRow milestone = Assert.Single(Deliverables, row => row["ask"] == "no");

        Assert.EndsWith("to * in 20**/** - Chris to liaise with Police and also to set performance measure", milestone["text"], StringComparison.Ordinal);
        Assert.DoesNotContain(Targets, row => row["indicator"] == "AB3a");
    }

    [Fact]
    public void Milestones_are_asked_each_quarter_and_figures_once_a_year_but_for_the_one_with_a_step_each_quarter() =>
        Assert.Equal(["AB7a"], Indicators.Where(row => row["frequency"] != "annual").Select(row => row["code"]));

    [Fact]
    public void Every_stage_of_the_delivery_plan_s_own_timetable_is_there()
    {
        IReadOnlyList<SheetRow> stages = Sheets.Rows("stages");

        Assert.Equal("delivery-plan", Single(Sheets.Rows("partnership"), "key", "template")["value"]);
        Assert.All(stages, row => Assert.Equal("delivery-plan", row["template"]));
        Assert.Equal(["collect", "late-answers", "review", "collate", "meet", "sign-off", "board"], stages.Select(row => row["stage"]));
        Assert.Equal("Performance Improvement Group", Single(stages, "stage", "meet")["role"]);
    }

    [Fact]
    public void Everybody_is_named_in_the_document_or_holds_a_post()
    {
        HashSet<string> named = ["Chris Golbourn", "Trish Haines", "Richard Keble", "Pete Sugg"];
        HashSet<string> titles = [.. Posts.Select(post => post["title"])];

        Assert.All(People, person => Assert.True(named.Contains(person["name"]) || titles.Contains(person["name"]), person["name"]));
        Assert.All(People, person => Assert.EndsWith("@example.org", person["email"], StringComparison.Ordinal));
        Assert.All(Indicators, row => Assert.Contains(Posts, post => row["compiling"] == $"post:{post["code"]}"));
    }

    [Fact]
    public void Every_number_and_every_gap_of_the_document_is_somewhere_in_the_sheets()
    {
        string cells = string.Join('\n', Directory.GetFiles(Sheets.Folder, "*.csv").Select(File.ReadAllText));
        HashSet<string> tokens = [.. WorcestershireDocument.Everything.SelectMany(text => Numbers().Matches(text).Select(match => match.Value))];

        Assert.Equal(49, tokens.Count);
        Assert.All(tokens, token => Assert.Matches(string.Create(CultureInfo.InvariantCulture, $@"(?<![\w£]){Regex.Escape(token)}(?!\d)"), cells));
    }

    [Fact]
    public void Every_word_of_the_document_is_somewhere_in_the_sheets()
    {
        string[] cells = [.. Directory.GetFiles(Sheets.Folder, "*.csv").Select(File.ReadAllText)];
        HashSet<string> held = [.. cells.SelectMany(text => Words().Matches(text).Select(match => match.Value))];
        HashSet<string> labels = ["p", "who", "when", "plans"];

        Assert.All(WorcestershireDocument.Everything.SelectMany(text => Words().Matches(text)).Select(match => match.Value).Where(word => !labels.Contains(word)), word => Assert.Contains(word, held));
    }

    private static IEnumerable<string[]> ActivityPlan() => Lines(WorcestershireDocument.ActivityPlan).Select(line => line.Split('|', StringSplitOptions.TrimEntries));

    private static string[] Parts(string cell) => cell.Split(" + ", StringSplitOptions.TrimEntries);

    private static string[] Lines(string text) => text.Split('\n');

    private static SheetRow Single(IReadOnlyList<SheetRow> sheet, string column, string value) => Assert.Single(sheet, row => row[column] == value);

    private static string[] List(string cell) => cell.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    [GeneratedRegex(@"£?\*{3}|20\*\*/\*\*|[£\w]*\d+(,\d{3})*( ?%)?", RegexOptions.ExplicitCapture)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\p{L}+", RegexOptions.ExplicitCapture)]
    private static partial Regex Words();
}
