using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using QuarterlyCycle.Documents.Packs;
using QuarterlyCycle.Domain.Packs;
using Xunit;

namespace QuarterlyCycle.Documents.Tests.Packs;

public sealed class PackHtmlTests
{
    public static TheoryData<string> Packs => ["group", "board"];

    [Theory, MemberData(nameof(Packs))]
    public void A_pack_is_one_file_that_needs_nothing_else(string which)
    {
        IHtmlDocument html = Open(Sample(which));

        Assert.Empty(html.QuerySelectorAll("script, link, img, iframe, object, form"));
        Assert.DoesNotContain("url(", html.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", html.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("@media print", html.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
        Assert.All(html.QuerySelectorAll("a"), link => Assert.StartsWith("#", link.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Packs))]
    public void A_pack_has_language_title_and_one_first_heading(string which)
    {
        Pack pack = Sample(which);
        IHtmlDocument html = Open(pack);

        Assert.Equal("en-GB", html.DocumentElement.GetAttribute("lang"));
        Assert.Contains(pack.Title, html.Title, StringComparison.Ordinal);
        Assert.Equal(pack.Title, Assert.Single(html.QuerySelectorAll("h1")).TextContent);
        Assert.NotNull(html.QuerySelector("a.skip[href='#main']"));
        Assert.NotNull(html.QuerySelector("main#main"));
    }

    [Theory, MemberData(nameof(Packs))]
    public void Headings_skip_no_level_and_are_never_empty(string which)
    {
        int before = 0;
        foreach (IElement heading in Open(Sample(which)).QuerySelectorAll("h1, h2, h3, h4, h5, h6"))
        {
            int level = heading.LocalName[1] - '0';
            Assert.True(level <= before + 1, $"{heading.LocalName} \"{heading.TextContent}\" follows a heading of level {before}");
            Assert.NotEqual("", heading.TextContent.Trim());
            before = level;
        }
    }

    [Theory, MemberData(nameof(Packs))]
    public void Tables_have_captions_scopes_and_no_merged_or_empty_cells(string which)
    {
        IHtmlDocument html = Open(Sample(which));

        Assert.NotEmpty(html.QuerySelectorAll("table"));
        foreach (IHtmlTableElement table in html.QuerySelectorAll<IHtmlTableElement>("table"))
        {
            Assert.NotEqual("", table.Caption!.TextContent.Trim());
            int columns = table.QuerySelectorAll("thead th[scope=col]").Length;
            Assert.All(table.QuerySelectorAll("tbody tr"), row =>
            {
                Assert.Equal(columns, row.Children.Length);
                Assert.Equal("row", row.Children[0].GetAttribute("scope"));
            });
            Assert.All(table.QuerySelectorAll("th, td"), cell => Assert.NotEqual("", cell.TextContent.Trim()));
        }

        Assert.Empty(html.QuerySelectorAll("[colspan], [rowspan]"));
    }

    [Theory, MemberData(nameof(Packs))]
    public void Ids_are_unique_and_every_contents_line_leads_somewhere(string which)
    {
        IHtmlDocument html = Open(Sample(which));
        List<string> ids = html.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();

        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(html.QuerySelectorAll("nav a, a.skip"), link => Assert.Contains(link.GetAttribute("href")![1..], ids));
        Assert.Equal(html.QuerySelectorAll("main > h2, main > .landscape > h2").Select(Text), html.QuerySelectorAll("nav a").Select(Text));
    }

    [Theory, MemberData(nameof(Packs))]
    public void Symbols_stand_beside_their_words_and_are_not_read_out(string which)
    {
        IHtmlDocument html = Open(Sample(which));

        Assert.NotEmpty(html.QuerySelectorAll(".status .symbol"));
        Assert.All(html.QuerySelectorAll(".symbol, .arrow"), symbol => Assert.Equal("true", symbol.GetAttribute("aria-hidden")));
        Assert.All(html.QuerySelectorAll(".status"), status => Assert.Matches("[A-Z][a-z]+", status.TextContent));
    }

    [Fact]
    public void What_nobody_supplied_is_one_sentence_at_a_glance()
    {
        PackPart part = PackSamples.Group.Parts[0];
        Pack nothingMissing = PackSamples.Group with { Parts = [part with { Measures = [], Milestones = [] }] };
        Pack oneMilestone = PackSamples.Group with { Parts = [part with { Measures = [], Milestones = [new PackMilestone { Code = "A1", Text = "A strategy", State = PackMilestone.NotSupplied }] }] };

        Assert.Matches(@"\sEvery figure asked for was supplied or has a reason\. No figures are provisional\.", Open(nothingMissing).Body!.TextContent);
        Assert.Matches(@"\s1 milestone was not supplied\. No figures are provisional\.", Open(oneMilestone).Body!.TextContent);
    }

    [Fact]
    public void The_sections_of_a_group_pack_follow_the_committee_form()
    {
        Assert.Equal(
        [
            "1 Summary", "2 Recommendations", "3 Implications", "4 At a glance", "5 Figures not supplied", "6 Exceptions", "7 Questions on figures",
            "8 Actions and milestones", "9 Risks and dependencies", "10 Effect on black and minority ethnic, disabled and disadvantaged children", "11 Areas of concern",
            "12 Performance clinics", "13 Earlier decisions", "14 Sign-off", "15 Conclusion and next steps",
            "Appendix A: all measures", "Appendix B: comparators", "Appendix C: revisions and changes", "How to read this report", "Background papers", "Other languages and formats",
        ], Sections(PackSamples.Group));
    }

    [Fact]
    public void What_the_plan_says_of_equality_stands_after_the_dependencies_with_the_words_behind_its_codes()
    {
        PackPart part = PackSamples.Group.Parts[0] with
        {
            Dependencies = [new PackDependency("SS1", "Recruitment policy", "Human Resources", null, false, "Policy"), new PackDependency("SS1", "Old report", null, null, true)],
            Risks = [PackSamples.Group.Parts[0].Risks[0] with { ReviewOn = new DateOnly(2026, 1, 12) }],
            Subjects = [new PackSubject("OP1", "Children are <safe>."), new PackSubject("SS1", "Assess in time.")],
            Equality = [new PackEquality("OP1", "Disabled children are asked first.", "In progress", new DateOnly(2026, 3, 31), "Lee Lead"), new PackEquality("SS1", "None foreseen.", null, null, null)],
        };
        Pack pack = PackSamples.Group with { Parts = [part] };
        IHtmlDocument opened = Open(pack);

        Assert.Contains("10 Equality considerations", Sections(pack));
        Assert.Equal(["OP1", "Disabled children are asked first.", "In progress", "31 March 2026", "Lee Lead"], Row(Table(opened, "Equality considerations, Stay Safe"), "OP1"));
        Assert.Equal(["SS1", "None foreseen.", "Not given", "No date given", "No owner named"], Row(Table(opened, "Equality considerations, Stay Safe"), "SS1"));
        Assert.Equal(["Policy", "Not given"], Table(opened, "Dependencies, Stay Safe").QuerySelectorAll("tbody tr").Select(row => Text(row.Children[2])));
        Assert.Equal("12 January 2026", Text(Table(opened, "Risks, Stay Safe").QuerySelector("tbody tr")!.Children[6]));
        Assert.Equal(["OP1: Children are <safe>."], opened.QuerySelectorAll("li").Select(Text).Where(words => words.StartsWith("OP1: ", StringComparison.Ordinal)));
        Assert.Single(opened.QuerySelectorAll("li").Select(Text), words => words == "SS1: Assess in time.");
    }

    [Fact]
    public void An_appendix_without_comparators_says_so_and_keeps_its_letter()
    {
        Pack pack = PackSamples.Group with { Parts = [PackSamples.Group.Parts[0] with { Comparators = [] }] };

        Assert.Contains("Appendix B: comparators", Sections(pack));
        Assert.Contains("The plan compares none of these measures with others.", Open(pack).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_target_in_words_stands_in_the_notes_and_not_among_the_numbers()
    {
        const string target = "baseline to be set once the electronic system is operational";
        PackPart part = PackSamples.Group.Parts[0];
        Pack pack = PackSamples.Group with { Parts = [part with { Measures = [part.Measures[0] with { Target = target, Notes = [] }] }] };
        IReadOnlyList<string> row = Row(Table(Open(pack), "Performance, Stay Safe"), "SS1");

        Assert.Equal("In words: see notes", row[3]);
        Assert.StartsWith($"Target in the plan: “{target}”.", row[9], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Called", "None yet", "Not fixed")]
    [InlineData("Reported", "None yet", "Reported")]
    [InlineData("Declined: One bad month.", "None", "No report")]
    public void A_clinic_that_is_over_waits_for_nothing(string state, string findings, string reports)
    {
        PackPart part = PackSamples.Group.Parts[0];
        Pack pack = PackSamples.Group with { Parts = [part with { Clinics = [part.Clinics[0] with { State = state }] }] };
        IReadOnlyList<string> row = Row(Table(Open(pack), "Performance clinics, Stay Safe"), "SS1");

        Assert.Equal((findings, reports), (row[5], row[6]));
    }

    [Fact]
    public void Without_a_line_nothing_is_said_of_its_variation()
    {
        PackPart part = PackSamples.Group.Parts[0];
        PackMeasure measure = part.Exceptions[0].Measure with { Variation = new PackVariation { FromPeriod = "2025-26 Q1", Words = ["2 figures give a plain line."] } };
        string Words(int points) => Open(PackSamples.Group with
        {
            Parts =
            [
                part with
                {
                    Exceptions = [part.Exceptions[0] with { Measure = measure with { Past = [.. Enumerable.Range(1, points).Select(number => new PackPoint($"2025-26 Q{number}", "60%", "70%", 60, 70))] } }],
                },
            ],
        }).Body!.TextContent;

        Assert.DoesNotContain("plain line", Words(2), StringComparison.Ordinal);
        Assert.Contains("plain line", Words(3), StringComparison.Ordinal);
    }

    [Fact]
    public void The_board_pack_puts_what_belongs_to_all_groups_before_their_parts()
    {
        Assert.Equal(
            ["1 Summary", "2 Recommendations", "3 Implications", "4 Cross-cutting issues", "5 Risk management", "6 Contribution to outcomes", "7 All groups at a glance", "8 Stay Safe", "9 Be Healthy", "10 Earlier decisions", "11 Sign-off", "12 Conclusion and next steps"],
            Sections(PackSamples.Board).Take(12));
    }

    [Fact]
    public void Implications_can_stand_at_the_end()
    {
        List<string> sections = Sections(PackSamples.Group with { ImplicationsPosition = ImplicationsPosition.End });

        Assert.Equal("3 At a glance", sections[2]);
        Assert.Equal(["13 Sign-off", "14 Implications", "15 Conclusion and next steps"], sections[12..15]);
    }

    [Fact]
    public void The_performance_table_prints_every_column_in_order()
    {
        IElement table = Table(Open(PackSamples.Group), "Performance, Stay Safe");

        Assert.Equal(
            ["Code", "Measure", "Good is", "Target", "Figure", "Status", "Since last quarter", "Since same quarter last year", "Year to date", "Notes"],
            table.QuerySelectorAll("thead th").Select(Text));
        Assert.Equal(
            ["SS1", "Initial assessments on time", "High", "70%", "61.2% [p]", "▲ Off target", "↓ Got worse", "↑ Improved", "63.4%", "Provisional. Question open. Also in the report of Be Healthy."],
            Row(table, "SS1"));
        Assert.Equal("Not comparable: definition changed", Row(table, "SS2")[7]);
        Assert.Equal("Re-referrals in < 12 months & later", Row(table, "SS3")[1]);
        Assert.Equal("Figure not supplied [x]", Row(table, "SS5")[4]);
        Assert.Equal("Not supplied", Row(table, "SS5")[5]);
        Assert.All(table.QuerySelectorAll("tbody td:nth-child(4), tbody td:nth-child(5)"), cell => Assert.Contains("figure", cell.ClassList));
    }

    [Theory, MemberData(nameof(Packs))]
    public void A_missing_figure_names_its_owner_and_every_attempt(string which)
    {
        string text = Text(Open(Sample(which)).Body!);

        Assert.Contains("SS5 Missing children found within a day", text, StringComparison.Ordinal);
        Assert.Contains("Owner: Ann O'Neill, Information Officer, Example Police", text, StringComparison.Ordinal);
        Assert.Contains("9am on Monday 6 October 2025: data request sent; delivered", text, StringComparison.Ordinal);
        Assert.Contains("9am on Monday 20 October 2025: overdue reminder sent; delivered", text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Packs))]
    public void Every_pack_prints_what_is_needed_to_read_it(string which)
    {
        Pack pack = Sample(which);
        string text = Text(Open(pack).Body!);

        Assert.Contains("The arrow shows whether things got better or worse, not whether the number went up or down.", text, StringComparison.Ordinal);
        Assert.Contains("Set by the Commissioning Board on 1 April 2025.", text, StringComparison.Ordinal);
        Assert.Contains(pack.SmallNumbers, text, StringComparison.Ordinal);
        Assert.Contains("5pm on Friday 31 October 2025", text, StringComparison.Ordinal);
        Assert.Contains("These figures are provisional and may change: SS1.", text, StringComparison.Ordinal);
        IElement legend = Table(Open(pack), "Status words, symbols");
        Assert.Equal(pack.Legend.Select(entry => entry.Meaning), legend.QuerySelectorAll("tbody td").Select(Text));
        IElement shorthand = Table(Open(pack), "Shorthand");
        Assert.Equal(["[p]", "[c]", "[x]"], shorthand.QuerySelectorAll("tbody th").Select(Text));
    }

    [Fact]
    public void An_exception_prints_status_figures_commentary_action_and_the_decision_wanted()
    {
        string text = Text(Open(PackSamples.Group).Body!);

        Assert.Contains("▲ Off target Figure 61.2% [p], target 70%. Since last quarter: got worse. Since same quarter last year: improved.", text, StringComparison.Ordinal);
        Assert.Contains("Why it is here: Off target by 8.8 points, and worse than last quarter. Rule: Off target by more than 5% of the target.", text, StringComparison.Ordinal);
        Assert.Contains("Commentary: Two posts were vacant from May. Both are filled now.", text, StringComparison.Ordinal);
        Assert.Contains("Action: Bring two assessors back from secondment. Who and when: Lee Lead, by Monday 1 December 2025.", text, StringComparison.Ordinal);
        Assert.Contains("Decision wanted: That the board calls a performance clinic.", text, StringComparison.Ordinal);
        Assert.Contains("SS1 Initial assessments on time: Question open", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_are_given_as_sentences_and_a_shared_measure_counts_once()
    {
        Assert.Contains("Stay Safe has 5 measures. Against target: 1 Target met, 1 Just off target, 1 Off target, 1 No target set and 1 Not supplied.", Text(Open(PackSamples.Group).Body!), StringComparison.Ordinal);
        string board = Text(Open(PackSamples.Board).Body!);
        Assert.Contains("The plan has 6 measures. Against target: 2 Target met, 1 Just off target, 1 Off target, 1 No target set and 1 Not supplied.", board, StringComparison.Ordinal);
        IElement table = Table(Open(PackSamples.Board), "Measures of each group");
        Assert.Equal(["Stay Safe", "1", "1", "1", "1", "1", "5"], Row(table, "Stay Safe"));
        Assert.Equal(["Be Healthy", "1", "0", "1", "0", "0", "2"], Row(table, "Be Healthy"));
    }

    [Fact]
    public void A_report_that_nobody_signed_is_printed_as_not_signed()
    {
        IElement table = Table(Open(PackSamples.Board), "Sign-off of each report");

        Assert.Equal(["Stay Safe", "2", "Signed off", "Chair", "10am on Wednesday 12 November 2025"], Row(table, "Stay Safe"));
        Assert.Equal(["Be Healthy", "1", "Not signed off", "Nobody", "Not signed off"], Row(table, "Be Healthy"));
        Assert.Equal("Vice-chair, for the chair", Row(Table(Open(PackSamples.Group), "Sign-off of each report"), "Stay Safe")[3]);
    }

    [Fact]
    public void The_names_of_those_who_signed_stand_in_the_exempt_edition_and_on_the_secretarys_sheet_only()
    {
        Pack pack = PackSamples.Group;
        IHtmlDocument sheet = new HtmlParser().ParseDocument(Encoding.UTF8.GetString(SignOffSheetHtml.Render(pack)));

        Assert.DoesNotContain("Val Vice", Text(Open(pack).Body!), StringComparison.Ordinal);
        Assert.Contains("Val Vice, Vice-chair, for Chris Chair", Text(Open(pack with { Edition = PackEdition.Exempt }).Body!), StringComparison.Ordinal);
        Assert.Contains("Val Vice, Vice-chair, for Chris Chair", sheet.Body!.TextContent, StringComparison.Ordinal);
        Assert.Single(sheet.QuerySelectorAll("h1"));
    }

    [Fact]
    public void Changed_definitions_and_the_reason_for_urgency_are_printed()
    {
        Pack pack = PackSamples.Group with { DefinitionChanges = ["SS2 from 2025-26 Q1: unborn children are counted."], Front = PackSamples.Group.Front with { UrgencyReason = "The figures came after publication." } };
        string text = Text(Open(pack).Body!);

        Assert.Contains("SS2 from 2025-26 Q1: unborn children are counted.", text, StringComparison.Ordinal);
        Assert.Contains("Why it is urgent The figures came after publication.", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PackState.Draft, "DRAFT – not for publication")]
    [InlineData(PackState.Replaced, "REPLACED – use the later version")]
    [InlineData(PackState.Withdrawn, "WITHDRAWN – do not use")]
    public void A_version_not_in_force_is_marked(PackState state, string mark)
    {
        Assert.Equal(mark, Open(PackSamples.Group with { State = state }).QuerySelector(".watermark")!.TextContent);
    }

    [Fact]
    public void A_version_in_force_carries_no_mark_and_an_exempt_edition_always_does()
    {
        Assert.Null(Open(PackSamples.Board).QuerySelector(".watermark"));
        Pack exempt = PackSamples.Board with { Edition = PackEdition.Exempt, Front = PackSamples.Board.Front with { ExemptParagraph = "paragraph 2 of Schedule 12A, Local Government Act 1972" } };

        Assert.Equal("EXEMPT – for members only", Open(exempt).QuerySelector(".watermark")!.TextContent);
        Assert.Contains("Exempt under paragraph 2 of Schedule 12A", Text(Open(exempt).QuerySelector(".front")!), StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_cannot_end_the_style_sheet()
    {
        const string Title = "Q2 \"; } </style><script>alert(1)</script> \\";
        IHtmlDocument html = Open(PackSamples.Group with { Title = Title });

        Assert.Empty(html.QuerySelectorAll("script"));
        Assert.Equal(Title, html.QuerySelector("h1")!.TextContent);
        Assert.Contains("@bottom-left", html.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_languages_carry_their_language_and_direction()
    {
        IHtmlDocument html = Open(PackSamples.Group);

        Assert.Equal("rtl", html.QuerySelector("[lang=ur]")!.GetAttribute("dir"));
        Assert.Null(html.QuerySelector("[lang=pl]")!.GetAttribute("dir"));
    }

    [Fact]
    public void Paragraphs_are_numbered_by_section_or_straight_through()
    {
        Assert.StartsWith("2.1 To decide: That the group agrees an action on SS1.", Text(Open(PackSamples.Group).QuerySelector("#p2-1")!), StringComparison.Ordinal);
        Assert.StartsWith("3 To decide: That the group agrees an action on SS1.", Text(Open(PackSamples.Group with { Numbering = PackNumbering.Straight }).QuerySelector("#p3")!), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_builds_of_one_version_give_the_same_bytes()
    {
        Assert.Equal(PackHtml.Render(PackSamples.Board), PackHtml.Render(PackSamples.Board));
    }

    private static Pack Sample(string which) => which == "board" ? PackSamples.Board : PackSamples.Group;

    private static IHtmlDocument Open(Pack pack)
    {
        IHtmlDocument html = new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(Encoding.UTF8.GetString(PackHtml.Render(pack)));
        foreach (IElement end in html.QuerySelectorAll("br, p, li, dd, dt, th, td, caption, h1, h2, h3, h4"))
        {
            end.After(html.CreateTextNode(" "));
        }

        return html;
    }

    private static List<string> Sections(Pack pack) => Open(pack).QuerySelectorAll("nav a").Select(Text).ToList();

    private static IElement Table(IHtmlDocument html, string caption) =>
        html.QuerySelectorAll("table").Single(table => table.QuerySelector("caption")!.TextContent.Contains(caption, StringComparison.Ordinal));

    private static string[] Row(IElement table, string code) =>
        table.QuerySelectorAll("tbody tr").Single(row => Text(row.Children[0]) == code).Children.Select(Text).ToArray();

    private static string Text(IElement element) =>
        string.Join(' ', element.TextContent.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
