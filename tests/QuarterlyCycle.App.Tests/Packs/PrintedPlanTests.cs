using AngleSharp.Dom;
using QuarterlyCycle.App.Acts;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Plans;
using Xunit;

namespace QuarterlyCycle.App.Tests.Packs;

/// <summary>What a plan holds beside measures and milestones, and what of it a report prints.</summary>
public sealed class PrintedPlanTests
{
    [Fact]
    public async Task A_groups_report_names_people_and_the_boards_names_their_posts()
    {
        using PackScene scene = await PackScene.Open(WithAction(action => action with
        {
            StrategicLead = Owner.Parse(PackPlan.Lead),
            Leads = [Owner.Parse(PackPlan.Ann), Owner.Parse(PackPlan.Bob)],
            Partners = ["Police", "Schools"],
            LinkedPlans = ["Missing children protocol"],
            ResourceText = "£3000 officer time",
            Commentary = "The protocol was renewed in May.",
        }));
        await scene.AnswerAllBut();

        IDocument group = await scene.Open(await scene.BuildAndIssue());
        Assert.Equal(
            [
                "Strategic lead: Lee Lead", "Lead: Ann Able and Bob Busy", "Partners: Police; Schools", "Linked plans: Missing children protocol",
                "Resources: £3000 officer time", "Commentary: The protocol was renewed in May.",
            ],
            Facts(group));

        IDocument board = await scene.Open(await scene.Build(PackScene.Board));
        string[] row = Assert.Single(Rows(board, "Actions of the plan, Stay Safe"));
        Assert.Equal(
            ["SS", "Keep children safe", "OP1", "Head of Safeguarding", "Data Officer and Health Analyst", "Police; Schools",
                "Missing children protocol", "£3000 officer time",
                "The protocol was renewed in May."],
            row);
        Assert.Equal([["OP1", "Priority", "Children are safe."]], Rows(board, "Priorities of the plan"));
    }

    [Fact]
    public async Task What_the_words_beside_it_say_already_is_not_printed_again()
    {
        Plan plan = WithAction(action => action with
        {
            Text = "Keep children safe by the Safety Plan",
            Bodies = ["stay-safe", "be-healthy"],
            LinkedPlans = ["Safety Plan", "Sustainable Community Strategy"],
            Commentary = "Sustainable Community Strategy Safety Plan\nBe Healthy",
        });
        Deliverable promise = plan.Deliverables[0] with { TargetText = "plan agreed" };
        using PackScene scene = await PackScene.Open(plan with
        {
            Deliverables = [promise, promise with { Code = "SS8", TargetText = "by all six agencies" }],
            Indicators =
            [
                .. plan.Indicators.Select(indicator =>
                    indicator.Code == "SS1" ? indicator with { Definition = "assessments on  time.", Ref = "SS1" } : indicator),
            ],
        });
        await scene.AnswerAllBut();

        IDocument page = await scene.Open(await scene.Build());

        Assert.Equal(["Other groups: Be Healthy", "Linked plans: Sustainable Community Strategy"], Facts(page));
        Assert.Equal(["None given", "by all six agencies"], Rows(page, "Milestones of SS").Select(row => row[2]));
        Assert.DoesNotContain("About each measure", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_of_the_boards_own_words_does_not_repeat_the_plans_commentary()
    {
        Plan plan = WithAction(action => action with { Commentary = "The protocol was renewed in May." });
        ReportSection said = new("board", 1, "Progress", "Good progress is made.\n- The  protocol was renewed in May.");
        using PackScene scene = await PackScene.Open(plan with { Sections = [said] });
        await scene.AnswerAllBut();

        Assert.Contains("Commentary: The protocol was renewed in May.", Facts(await scene.Open(await scene.BuildAndIssue())));
        IDocument board = await scene.Open(await scene.Build(PackScene.Board));

        Assert.Single(board.QuerySelectorAll("li, td"), words => words.TextContent.Contains("protocol was renewed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_promised_for_later_was_done_before_or_goes_by_another_code_stands_beside_what_is_asked()
    {
        Plan plan = PackPlan.Make();
        Deliverable asked = plan.Deliverables[0];
        using PackScene scene = await PackScene.Open(plan with
        {
            Deliverables =
            [
                asked with
                {
                    Due = new DateOnly(2009, 3, 31),
                    DueText = "by March 2009",
                    Leads = [Owner.Parse(PackPlan.Ann), Owner.Parse(PackPlan.Bob)],
                },
                asked with
                {
                    Code = "SS9b",
                    Text = "Plan tested",
                    Due = new DateOnly(2008, 12, 31),
                    DueText = "in 2008",
                    State = DeliverableState.Done,
                },
                asked with { Code = "SS9c", Text = "Plan renewed", PlanYear = Period.OfYear(2010) },
                asked with { Code = "SS9d", Text = "Plan agreed by all", SameAs = "SS9" },
                asked with
                {
                    Code = "SS9e",
                    Text = "Leaflet kept up to date",
                    Kind = DeliverableKind.Activity,
                    Ask = false,
                    StrategicLead = Owner.Parse(PackPlan.Bob),
                },
                asked with { Code = "SS9f", Text = "Assessments in time", Indicator = "SS1" },
                asked with { Code = "SS9g", Text = "Done long ago", PlanYear = Period.OfYear(2006), State = DeliverableState.Done },
            ],
        });
        await scene.AnswerAllBut();

        PackVersion version = await scene.Build();
        IDocument page = await scene.Open(version);

        Assert.Equal(
            [
                ["SS9", "Missing children plan agreed", "Ann Able and Bob Busy", "Lee Lead", "31 March 2009", "On track"],
                ["SS9b", "Plan tested", "Ann Able", "Lee Lead", "31 December 2008 (in the plan: in 2008)", "Done"],
                ["SS9c", "Plan renewed", "Ann Able", "Lee Lead", "2010-11", "Not due"],
                ["SS9d", "Plan agreed by all", "Ann Able", "Lee Lead", "No date given", "Reported as SS9"],
                ["SS9e", "Leaflet kept up to date", "Ann Able", "Bob Busy", "No date given", "Not asked"],
            ],
            Rows(page, "Milestones of SS"));
        Assert.Equal(["Measures: SS1 (in appendix A)"], Facts(page));
        Assert.Contains("Milestones: 1 On track.", await scene.Text(version), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2009-03-31", "by Mar 2009", "31 March 2009")]
    [InlineData("2009-03-31", "31 March 2009", "31 March 2009")]
    [InlineData("2009-03-31", "Sept 2009", "31 March 2009 (in the plan: Sept 2009)")]
    [InlineData("2009-03-30", "March 2009", "30 March 2009 (in the plan: March 2009)")]
    [InlineData(null, "Autumn 2009", "Autumn 2009")]
    [InlineData("2009-03-31", null, "31 March 2009")]
    public async Task A_date_stands_with_the_plans_words_unless_they_say_the_same(string? due, string? words, string printed)
    {
        Plan plan = PackPlan.Make();
        DateOnly? day = due is null ? null : DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture);
        using PackScene scene = await PackScene.Open(plan with { Deliverables = [plan.Deliverables[0] with { Due = day, DueText = words }] });
        await scene.AnswerAllBut();

        Assert.Equal(printed, (await scene.Models.Read(await scene.Build()))!.Public.Parts[0].Milestones[0].Due);
    }

    [Fact]
    public async Task A_promise_shared_with_another_groups_action_stands_with_the_action_of_either()
    {
        Plan plan = PackPlan.Make();
        using PackScene scene = await PackScene.Open(plan with
        {
            Actions = [.. plan.Actions, new KeyAction { Code = "BH", Text = "Keep children well", Bodies = ["be-healthy"] }],
            Deliverables = [.. plan.Deliverables, plan.Deliverables[0] with { Code = "BH9", Action = "BH", SameAs = "SS9" }],
        });
        await scene.AnswerAllBut();

        Assert.Equal(["SS9"], Rows(await scene.Open(await scene.Build("be-healthy")), "Milestones of BH").Select(row => row[0]));
    }

    [Fact]
    public async Task A_measure_has_its_definition_reference_scope_and_the_baseline_of_its_target_with_who_set_it()
    {
        Plan plan = PackPlan.Make();
        Indicator whole = plan.Indicators[0] with
        {
            Code = "N1",
            Name = "Assessments",
            HasFigure = false,
            Compiling = null,
            Lead = null,
            Ref = "NI 59",
            Number = 7,
        };
        using PackScene scene = await PackScene.Open(plan with
        {
            Indicators =
            [
                whole,
                .. plan.Indicators.Select(indicator => indicator.Code != "SS1" ? indicator : indicator with
                {
                    Parent = "N1",
                    Ref = "a",
                    Definition = "Done within 7 days, of all <started>.",
                    Scope = [IndicatorScope.Laa, IndicatorScope.Statutory],
                }),
            ],
            Targets =
            [
                .. plan.Targets.Select(target => target.Indicator != "SS1" ? target : target with
                {
                    Baseline = 64.5m,
                    BaselinePeriod = Period.OfDay(new DateOnly(2008, 3, 31)),
                    SetBy = "Commissioning Board",
                    SetOn = new DateOnly(2008, 4, 1),
                }),
            ],
            Figures = [.. plan.Figures, new PlanFigure { Indicator = "SS1", Period = Period.OfYear(2007), Value = 64.5m, Source = "Audit of cases" }],
        });
        await scene.AnswerAllBut();

        string[][] rows = Rows(await scene.Open(await scene.Build()), "About each measure, Stay Safe");

        Assert.Equal(
            [
                ["N1", "Assessments", "Not given", "NI 59, number 7 in the plan", "Not given", "Not given", "Not given"],
                ["SS1", "Initial assessments on time", "Done within 7 days, of all <started>.", "NI 59, part a", "Local area agreement and statutory",
                    "64.5% on 31 March 2008 (Audit of cases)", "Commissioning Board, 1 April 2008"],
            ],
            rows);
    }

    [Theory]
    [InlineData(3, "[c] in 2007-08", "3 in 2007-08")]
    [InlineData(31, "31 in 2007-08", null)]
    public async Task A_small_baseline_is_hidden_in_the_public_edition_and_shown_in_the_exempt_one(int baseline, string open, string? exempt)
    {
        Plan plan = PackPlan.Make();
        using PackScene scene = await PackScene.Open(plan with
        {
            Targets =
            [
                .. plan.Targets.Select(target =>
                    target.Indicator == "SS2" ? target with { Baseline = baseline, BaselinePeriod = Period.OfYear(2007) } : target),
            ],
        });
        await scene.AnswerAllBut();

        PackVersion version = await scene.Build();

        Assert.Equal(open, Rows(await scene.Open(version), "About each measure, Stay Safe")[0][2]);
        Assert.Equal(exempt is not null, version.Files.Any(file => file.Edition == PackEdition.Exempt));
        if (exempt is not null)
        {
            Assert.Equal(exempt, Rows(await scene.Open(version, PackEdition.Exempt), "About each measure, Stay Safe")[0][2]);
            Assert.Contains("[c]", Rows(await scene.Open(version), "Shorthand used in this report").Select(row => row[0]));
        }
    }

    [Fact]
    public async Task A_baseline_from_which_a_parts_small_one_could_be_worked_out_is_hidden_too()
    {
        Plan plan = PackPlan.Make();
        using PackScene scene = await PackScene.Open(plan with
        {
            Indicators = [.. plan.Indicators.Select(indicator => indicator.Code == "SS2" ? indicator with { Parent = "SS4" } : indicator)],
            Targets =
            [
                .. plan.Targets.Select(target => target.Indicator switch
                {
                    "SS2" => target with { Baseline = 3, BaselinePeriod = Period.OfYear(2007) },
                    "SS4" => target with { Baseline = 300, BaselinePeriod = Period.OfYear(2007) },
                    _ => target,
                }),
            ],
        });
        await scene.AnswerAllBut();

        string[][] rows = Rows(await scene.Open(await scene.Build()), "About each measure, Stay Safe");
        Assert.Equal(["[c] in 2007-08", "[c] in 2007-08"], rows.Select(row => row[2]));
    }

    [Fact]
    public async Task A_placeholder_in_the_resources_of_an_action_stops_the_issue_and_says_where_it_is()
    {
        using PackScene scene = await PackScene.Open(WithAction(action => action with { ResourceText = "£***" }));
        await scene.AnswerAllBut();
        PackVersion version = await scene.Build();

        string refusal = PackScene.Refusal(await scene.Do(
            PackPlan.Manager,
            (id, at, by) => new IssuePack
            {
                Id = id,
                AtUtc = at,
                By = by,
                Cycle = PackScene.Cycle,
                Body = PackScene.Group,
                Version = version.Version,
            }));

        Assert.Equal("Stay Safe, action SS, resources: \"£***\". An amount is not filled in.", refusal);
    }

    [Theory]
    [InlineData("Three children were missing from home.", true)]
    [InlineData("Three leaflets were printed.", false)]
    public async Task A_hidden_number_of_children_in_the_plans_commentary_stops_the_issue(string commentary, bool stops)
    {
        using PackScene scene = await PackScene.Open(WithAction(action => action with { Commentary = commentary }));
        await scene.AnswerAllBut("SS2");
        await scene.Answer("SS2", 3m);

        PackVersion version = await scene.Build();

        Assert.Equal(
            stops ? [$"Stay Safe, action SS, commentary: \"{commentary}\". The text states a number that the report hides."] : [],
            version.MustFix);
    }

    [Fact]
    public async Task The_groups_that_support_a_body_stand_in_its_own_report()
    {
        Plan plan = PackPlan.Make();
        using PackScene scene = await PackScene.Open(plan with
        {
            Bodies =
            [
                .. plan.Bodies.Select(body =>
                    body.Code == "stay-safe" ? body with { SupportedBy = ["Equality Impact Group", "Locality Steering Group"] } : body),
            ],
        });
        await scene.AnswerAllBut();

        string front = Words((await scene.Open(await scene.Build())).QuerySelector(".front")!);
        Assert.Contains("Supported by Equality Impact Group; Locality Steering Group", front, StringComparison.Ordinal);
        Assert.DoesNotContain("Supported by", (await scene.Open(await scene.Build("be-healthy"))).Body!.TextContent, StringComparison.Ordinal);
    }

    private static Plan WithAction(Func<KeyAction, KeyAction> change)
    {
        Plan plan = PackPlan.Make();
        return plan with { Actions = [.. plan.Actions.Select(change)] };
    }

    private static IEnumerable<string> Facts(IDocument page) =>
        page.QuerySelectorAll("dl.facts div").Select(pair => $"{Words(pair.QuerySelector("dt")!)}: {Words(pair.QuerySelector("dd")!)}");

    private static string[][] Rows(IDocument page, string caption) =>
    [
        .. page.QuerySelectorAll("table").Single(table => table.QuerySelector("caption")!.TextContent.EndsWith(caption, StringComparison.Ordinal))
            .QuerySelectorAll("tbody tr").Select(row => row.Children.Select(Words).ToArray()),
    ];

    private static string Words(IElement element)
    {
        string words = string.Join(' ', element.QuerySelectorAll("dt, dd").Select(part => part.TextContent));
        return string.Join(' ', (words.Length > 0 ? words : element.TextContent).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
