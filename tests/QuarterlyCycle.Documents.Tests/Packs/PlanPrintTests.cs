using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using QuarterlyCycle.Documents.Packs;
using QuarterlyCycle.Domain.Packs;
using Xunit;

namespace QuarterlyCycle.Documents.Tests.Packs;

/// <summary>What the plan says of actions, milestones, priorities and measures, where a reader finds it and where nothing stands.</summary>
public sealed class PlanPrintTests
{
    private static readonly PackPriority Safe = new("P1", "Aspiration", "Children under < 18 & all are safe")
    {
        Parent = "T1",
        PartOf = "Theme T1: Meeting needs",
        CrossedBy = ["X1: Community cohesion"],
        IsAreaOfFocus = true,
    };

    private static readonly PackKeyAction Charter = new()
    {
        Code = "AB1",
        Text = "Schools & settings commit to the Charter",
        Serves = ["P1"],
        GroupHeading = "Action to narrow the gap",
        StrategicLead = "Trish Head",
        Lead = "Vic Manager",
        OtherGroups = ["WSCB", "Anti-bullying, Strategy Group"],
        Partners = ["Schools", "Police"],
        LinkedPlans = ["Local area agreement"],
        Resources = "£3000 officer time & less",
        Commentary = "Going well.\nOn the whole.",
        Measures = ["SS1", "SS2"],
        Milestones = ["AB1d1"],
        NotAsked = [new PackMilestone { Code = "AB1d2", Text = "Charter renewed", Lead = "Vic Manager", Due = "2026-27", State = "Not due" }],
    };

    private static readonly PackMilestone Signed = new()
    {
        Code = "AB1d1",
        Text = "Charter signed",
        Lead = "Vic Manager",
        StrategicLead = "Trish Head",
        Due = "March 2026",
        State = "On track",
        Target = "all 40 schools",
    };

    [Fact]
    public void A_group_reads_each_action_under_its_priority_and_heading_with_who_what_and_milestones()
    {
        IHtmlDocument html = Open(Group(Charter, Signed));

        Assert.Equal(
            [
                ("H3", "Aspiration P1: Children under < 18 & all are safe"),
                ("H4", "Action to narrow the gap"),
                ("H5", "AB1 Schools & settings commit to the Charter"),
            ],
            html.QuerySelectorAll("h3, h4, h5")
                .Where(heading => Text(heading).StartsWith('A'))
                .Select(heading => (heading.TagName, Text(heading))));
        Assert.Equal(
            [
                "Part of: Theme T1: Meeting needs", "Cross-cutting theme: X1: Community cohesion", "Area of focus: Yes",
                "Strategic lead: Trish Head", "Lead: Vic Manager", "Other groups: WSCB; Anti-bullying, Strategy Group", "Partners: Schools; Police",
                "Linked plans: Local area agreement", "Resources: £3000 officer time & less", "Commentary: Going well. On the whole.",
                "Measures: SS1, SS2 (in appendix A)",
            ],
            Facts(html));
        IElement table = Table(html, "Milestones of AB1");
        Assert.Equal(["Code", "Milestone", "Target", "Due", "Where it is"], table.QuerySelectorAll("thead th").Select(Text));
        Assert.Equal(
            [
                ["AB1d1", "Charter signed", "all 40 schools", "March 2026", "On track"],
                ["AB1d2", "Charter renewed", "None given", "2026-27", "Not due"],
            ],
            Rows(table));
    }

    [Fact]
    public void What_the_plan_leaves_blank_prints_no_label_and_no_column()
    {
        PackKeyAction bare = new() { Code = "AB1", Text = "Schools commit", Milestones = ["AB1d1"] };
        IHtmlDocument html = Open(Group(bare, new PackMilestone { Code = "AB1d1", Text = "Charter signed", State = "On track" }));

        Assert.Contains(html.QuerySelectorAll("h3"), heading => Text(heading) == "AB1 Schools commit");
        Assert.Empty(Facts(html));
        Assert.Equal(["Code", "Milestone", "Where it is"], Table(html, "Milestones of AB1").QuerySelectorAll("thead th").Select(Text));
        Assert.DoesNotContain("About each measure", Text(html.Body!), StringComparison.Ordinal);
        Assert.DoesNotContain("Supported by", Text(html.Body!), StringComparison.Ordinal);
        Assert.DoesNotContain(html.QuerySelectorAll("h2"), heading => Text(heading) == "Priorities and actions of the plan");
    }

    [Fact]
    public void A_milestone_that_others_lead_on_says_so_and_one_of_no_action_stands_in_a_table_of_its_own()
    {
        PackMilestone other = new()
        {
            Code = "AB1d3",
            Text = "Training held",
            StrategicLead = "Sam Second",
            State = "Behind",
            Comment = "The room was shut.",
        };
        PackMilestone loose = new() { Code = "X9", Text = "Plan renewed", State = "Done" };
        IHtmlDocument html = Open(Group(Charter with { Milestones = ["AB1d1", "AB1d3"], NotAsked = [] }, Signed, other, loose));

        IElement table = Table(html, "Milestones of AB1");
        Assert.Equal(
            ["Code", "Milestone", "Target", "Lead", "Strategic lead", "Due", "Where it is", "Comment"],
            table.QuerySelectorAll("thead th").Select(Text));
        Assert.Equal(
            ["AB1d3", "Training held", "None given", "No lead named", "Sam Second", "No date given", "Behind", "The room was shut."],
            Rows(table)[1]);
        Assert.Equal([["X9", "Plan renewed", "No lead named", "Done"]], Rows(Table(html, "Milestones, Stay Safe")));
    }

    [Fact]
    public void A_boards_report_keeps_the_milestones_in_one_table_and_lists_priorities_and_actions_after_the_appendices()
    {
        PackPart part = PackSamples.Board.Parts[0] with
        {
            Milestones = [Signed],
            Priorities = [Safe],
            KeyActions = [Charter with { Commentary = null, NotAsked = [] }],
        };
        PackPriority theme = new("T1", "Theme", "Meeting needs");
        IHtmlDocument html = Open(PackSamples.Board with { Parts = [part, PackSamples.Board.Parts[1]], Priorities = [theme, Safe] });

        Assert.Equal(
            ["Appendix C: revisions and changes", "Priorities and actions of the plan", "How to read this report"],
            html.QuerySelectorAll("nav a").Select(Text).SkipWhile(title => !title.StartsWith("Appendix C", StringComparison.Ordinal)).Take(3));
        Assert.Equal(
            [["AB1d1", "Charter signed", "all 40 schools", "Vic Manager", "March 2026", "On track"]],
            Rows(Table(html, "Milestones, Stay Safe")));
        IElement priorities = Table(html, "Priorities of the plan");
        Assert.Equal(["Code", "Kind", "Priority", "Part of", "Area of focus"], priorities.QuerySelectorAll("thead th").Select(Text));
        Assert.Equal(
            [["T1", "Theme", "Meeting needs", "None", "No"], ["P1", "Aspiration", "Children under < 18 & all are safe", "T1", "Yes"]],
            Rows(priorities));
        IElement actions = Table(html, "Actions of the plan, Stay Safe");
        Assert.DoesNotContain("Commentary", actions.QuerySelectorAll("thead th").Select(Text));
        Assert.Equal(
            [
                "AB1", "Schools & settings commit to the Charter", "P1", "Action to narrow the gap", "Trish Head", "Vic Manager",
                "WSCB; Anti-bullying, Strategy Group", "Schools; Police",
                "Local area agreement", "£3000 officer time & less",
            ],
            Rows(actions)[0]);
        Assert.Empty(Facts(html));
    }

    [Fact]
    public void What_is_known_of_a_measure_stands_in_appendix_A_and_says_nothing_of_those_without()
    {
        PackPart part = PackSamples.Group.Parts[0];
        PackMeasure told = part.Measures[0] with
        {
            Definition = "All < 7 days",
            Scope = "National and local",
            Baseline = "64.5% in 2007-08 (Audit)",
            TargetSetBy = "The board, 1 April 2025",
        };
        part = part with { Measures = [told, part.Measures[1] with { Scope = "Local" }, part.Measures[2]] };
        IElement table = Table(Open(PackSamples.Group with { Parts = [part] }), "About each measure, Stay Safe");

        Assert.Equal(["Code", "Measure", "How it is counted", "Scope", "Baseline", "Target set by"], table.QuerySelectorAll("thead th").Select(Text));
        Assert.Equal(
            ["SS1", "Initial assessments on time", "All < 7 days", "National and local", "64.5% in 2007-08 (Audit)", "The board, 1 April 2025"],
            Rows(table)[0]);
        Assert.Equal([told.Code, part.Measures[1].Code], Rows(table).Select(row => row[0]));
        Assert.Equal("Not given", Rows(table)[1][2]);
    }

    [Fact]
    public void The_groups_that_support_a_body_stand_on_its_front()
    {
        PackFront front = PackSamples.Group.Front with { SupportedBy = ["Equality Impact Group", "Homes, Health & Care"] };
        IHtmlDocument html = Open(PackSamples.Group with { Front = front });

        Assert.Contains("Supported by Equality Impact Group; Homes, Health & Care", Text(html.QuerySelector(".front")!), StringComparison.Ordinal);
    }

    [Fact]
    public void Headings_tables_and_ids_are_in_order_with_all_of_it()
    {
        Pack board = PackSamples.Board;
        PackPart part = board.Parts[0] with { KeyActions = [Charter], Priorities = [Safe] };
        foreach (Pack pack in new[] { Group(Charter, Signed), board with { Parts = [part, board.Parts[1]], Priorities = [Safe] } })
        {
            IHtmlDocument html = Open(pack);
            int before = 0;
            foreach (IElement heading in html.QuerySelectorAll("h1, h2, h3, h4, h5, h6"))
            {
                int level = heading.LocalName[1] - '0';
                Assert.True(level <= before + 1, $"{heading.LocalName} \"{heading.TextContent}\" follows a heading of level {before}");
                before = level;
            }

            Assert.All(html.QuerySelectorAll("th, td, dd, dt"), cell => Assert.NotEqual("", cell.TextContent.Trim()));
            Assert.Empty(html.QuerySelectorAll("[colspan], [rowspan]"));
            Assert.All(html.QuerySelectorAll("tbody tr"), row => Assert.Equal("row", row.Children[0].GetAttribute("scope")));
            List<string> ids = [.. html.QuerySelectorAll("[id]").Select(element => element.Id!)];
            Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        }
    }

    [Fact]
    public void Words_of_the_plan_are_never_mark_up()
    {
        const string words = "<b>x</b> & \"y\"";
        PackKeyAction action = Charter with
        {
            Text = words,
            GroupHeading = words,
            StrategicLead = words,
            Lead = words,
            OtherGroups = [words],
            Partners = [words],
            LinkedPlans = [words],
            Resources = words,
            Commentary = words,
        };
        PackMilestone milestone = Signed with { Text = words, Lead = "Ann", StrategicLead = "Bob", Due = words, Target = words };
        PackPriority priority = Safe with { Text = words, PartOf = words, CrossedBy = [words] };
        PackPart part = PackSamples.Group.Parts[0];
        part = part with
        {
            KeyActions = [action],
            Priorities = [priority],
            Milestones = [milestone],
            Measures = [part.Measures[0] with { Definition = words, Reference = words, Scope = words, Baseline = words, TargetSetBy = words }],
        };
        Pack group = PackSamples.Group with { Parts = [part], Front = PackSamples.Group.Front with { SupportedBy = [words] } };

        Pack board = group with { Kind = PackKind.Board, Parts = [part, part], Priorities = [priority] };
        foreach ((Pack pack, int times) in new[] { (group, 21), (board, 35) })
        {
            IHtmlDocument html = Open(pack);
            Assert.Empty(html.QuerySelectorAll("b"));
            Assert.True(Text(html.Body!).Split(words).Length - 1 >= times, Text(html.Body!));
        }
    }

    public static TheoryData<string, string> Columns => new()
    {
        { "supported_by", "Front, supported by" },
        { "priority", "Stay Safe, P1, priority" },
        { "action", "Stay Safe, action AB1" },
        { "group_heading", "Stay Safe, action AB1, group heading" },
        { "partners", "Stay Safe, action AB1, partners" },
        { "linked_plans", "Stay Safe, action AB1, linked plans" },
        { "resource_text", "Stay Safe, action AB1, resources" },
        { "commentary", "Stay Safe, action AB1, commentary" },
        { "milestone", "Stay Safe, milestone AB1d2" },
        { "target_text", "Stay Safe, milestone AB1d1, target" },
        { "due_text", "Stay Safe, milestone AB1d1, due" },
        { "definition", "Stay Safe, SS1, definition" },
        { "ref", "Stay Safe, SS1, reference" },
        { "source", "Stay Safe, SS1, baseline" },
        { "set_by", "Stay Safe, SS1, who set the target" },
    };

    [Theory, MemberData(nameof(Columns))]
    public void A_placeholder_in_what_the_plan_says_stops_the_report_where_it_stands(string column, string place)
    {
        const string left = "about £*** a year";
        Pack clean = Group(Charter, Signed);
        PackPart part = clean.Parts[0];
        PackMeasure measure = part.Measures[0];
        Pack With(PackMeasure changed) => clean with { Parts = [part with { Measures = [changed, .. part.Measures.Skip(1)] }] };
        Pack pack = column switch
        {
            "supported_by" => clean with { Front = clean.Front with { SupportedBy = [left] } },
            "priority" => clean with { Parts = [part with { Priorities = [Safe with { Text = left }] }] },
            "action" => Group(Charter with { Text = left }, Signed),
            "group_heading" => Group(Charter with { GroupHeading = left }, Signed),
            "partners" => Group(Charter with { Partners = ["Schools", left] }, Signed),
            "linked_plans" => Group(Charter with { LinkedPlans = [left] }, Signed),
            "resource_text" => Group(Charter with { Resources = left }, Signed),
            "commentary" => Group(Charter with { Commentary = left }, Signed),
            "milestone" => Group(Charter with { NotAsked = [Charter.NotAsked[0] with { Text = left }] }, Signed),
            "target_text" => Group(Charter, Signed with { Target = left }),
            "due_text" => Group(Charter, Signed with { Due = left }),
            "definition" => With(measure with { Definition = left }),
            "ref" => With(measure with { Reference = left }),
            "source" => With(measure with { Baseline = left }),
            _ => With(measure with { TargetSetBy = left }),
        };

        Assert.Contains("£***", Text(Open(pack).Body!), StringComparison.Ordinal);
        Leftover found = Assert.Single(Leftovers.Find(pack), leftover => leftover.Weight == LeftoverWeight.MustFix);
        Assert.Equal((place, "£***", "An amount is not filled in."), (found.Place, found.Text, found.Problem));
        Assert.DoesNotContain(Leftovers.Find(clean), leftover => leftover.Weight == LeftoverWeight.MustFix);
    }

    [Fact]
    public void A_placeholder_in_a_priority_of_the_plan_stops_the_boards_report()
    {
        Pack pack = PackSamples.Board with { SignOffs = [], Priorities = [Safe with { Text = "TBC" }] };

        Assert.Equal("Priorities, P1, priority", Assert.Single(Leftovers.Find(pack), leftover => leftover.Weight == LeftoverWeight.MustFix).Place);
    }

    private static Pack Group(PackKeyAction action, params PackMilestone[] milestones) =>
        PackSamples.Group with { Parts = [PackSamples.Group.Parts[0] with { KeyActions = [action], Priorities = [Safe], Milestones = milestones }] };

    private static IHtmlDocument Open(Pack pack)
    {
        string written = Encoding.UTF8.GetString(PackHtml.Render(pack));
        IHtmlDocument html = new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(written);
        foreach (IElement end in html.QuerySelectorAll("br, p, li, dd, dt, th, td, caption, h1, h2, h3, h4, h5, h6"))
        {
            end.After(html.CreateTextNode(" "));
        }

        return html;
    }

    private static IElement Table(IHtmlDocument html, string caption) =>
        html.QuerySelectorAll("table").Single(table => table.QuerySelector("caption")!.TextContent.Contains(caption, StringComparison.Ordinal));

    private static string[][] Rows(IElement table) => [.. table.QuerySelectorAll("tbody tr").Select(row => row.Children.Select(Text).ToArray())];

    private static IEnumerable<string> Facts(IHtmlDocument html) =>
        html.QuerySelectorAll("dl.facts div").Select(pair => $"{Text(pair.QuerySelector("dt")!)}: {Text(pair.QuerySelector("dd")!)}");

    private static string Text(IElement element) => string.Join(' ', element.TextContent.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
