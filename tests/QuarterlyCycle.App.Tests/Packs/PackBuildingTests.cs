using AngleSharp.Dom;
using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Packs;
using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Submissions;
using Xunit;

namespace QuarterlyCycle.App.Tests.Packs;

public sealed class PackBuildingTests
{
    [Fact]
    public async Task A_missing_figure_names_its_officer_and_every_attempt_to_get_it()
    {
        using PackScene scene = await PackScene.Open();
        await scene.AnswerAllBut("SS4");
        await scene.Chased(PackPlan.Bob, "E1", new DateTime(2008, 9, 29, 8, 0, 0, DateTimeKind.Utc));
        await scene.Chased(PackPlan.Bob, "E4", new DateTime(2008, 10, 13, 8, 0, 0, DateTimeKind.Utc), App.Mail.MailState.Bounced);

        string text = await scene.Text(await scene.Build());

        Assert.Contains("SS4 Bullying incidents", text, StringComparison.Ordinal);
        Assert.Contains("Owner: Bob Busy, Health Analyst, Northtown Council", text, StringComparison.Ordinal);
        Assert.Contains("9am on Monday 29 September 2008: Request for the figures (delivered)", text, StringComparison.Ordinal);
        Assert.Contains("9am on Monday 13 October 2008: Reminder that figures were overdue (did not arrive)", text, StringComparison.Ordinal);
        Assert.Contains("Answers stopped without it", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_milestone_that_was_done_is_not_asked_again_and_stays_in_the_report_until_its_year_is_over()
    {
        using PackScene scene = await PackScene.Open();
        await scene.AnswerAllBut("SS9");
        await scene.Answer("SS9", null, "Agreed in September.", milestone: DeliverableState.Done);
        await scene.PlanCycle("2008-09-Q3");
        await scene.PlanCycle("2009-10-Q1");

        string next = await scene.Text(await scene.Builder.Build("2008-09-Q3", PackScene.Group, "draft.1"));
        string nextYear = await scene.Text(await scene.Builder.Build("2009-10-Q1", PackScene.Group, "draft.1"));

        Assert.Null(await scene.Records.Figures.Get("2008-09-Q3", "SS9", TestContext.Current.CancellationToken));
        Assert.Contains("Milestones: 1 Done.", next, StringComparison.Ordinal);
        Assert.Contains("Reported in quarter 2 of 2008-09. Agreed in September.", next, StringComparison.Ordinal);
        Assert.DoesNotContain("Missing children plan agreed", nextYear, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_count_of_schools_is_printed_though_it_is_small_and_the_report_says_so()
    {
        Plan plan = PackPlan.Make();
        using PackScene scene = await PackScene.Open(plan with
        {
            Indicators = [.. plan.Indicators.Select(indicator => indicator with { CountsPeople = indicator.Code is not ("BH1" or "SS3") })],
        });
        await scene.AnswerAllBut("BH1");
        await scene.Answer("BH1", 3m, "Only three schools are left.");

        PackVersion version = await scene.Build("be-healthy");
        string text = await scene.Text(version);

        PackModel model = (await scene.Models.Read(version))!;
        Assert.Equal("3", Assert.Single(model.Public.Measures, measure => measure.Code == "BH1").Figure);
        Assert.Contains("Zero is shown. What does not count people is shown: SS3, BH1.", text, StringComparison.Ordinal);
        Assert.Contains("Only three schools are left.", text, StringComparison.Ordinal);
        Assert.Empty(version.MustFix);
        Assert.DoesNotContain(version.Files, file => file.Edition == PackEdition.Exempt);
    }

    [Fact]
    public async Task A_standard_implication_is_None_only_where_the_report_itself_names_nothing()
    {
        Plan plan = PackPlan.Make();
        EqualityStatement statement = new("SS", "Disabled children are asked first.", EqualityAssessment.Done, null, null);
        using PackScene scene = await PackScene.Open(plan with { Equality = [statement] });
        await scene.AnswerAllBut();

        string[] Said(Pack pack) =>
            [.. pack.Implications.Where(said => said.Heading is "Risk management" or "Equalities and human rights").Select(said => said.Answer)];
        Pack safe = (await scene.Models.Read(await scene.Build()))!.Public;
        Pack healthy = (await scene.Models.Read(await scene.Build("be-healthy")))!.Public;

        Assert.Equal(
            ["The risks and how they are managed stand under Risks and dependencies.", "What the plan says stands under Equality considerations."],
            Said(safe));
        Assert.Equal(["None.", "None."], Said(healthy));
        Assert.Equal([new PackSubject("SS", "Keep children safe")], safe.Parts[0].Subjects);
    }

    [Theory]
    [InlineData(DeliverableState.Behind)]
    [InlineData(DeliverableState.NotStarted)]
    public async Task A_milestone_is_asked_again_while_its_newest_answer_leaves_it_open(DeliverableState newest)
    {
        using PackScene scene = await PackScene.Open();
        await scene.AnswerAllBut("SS9");
        await scene.Answer("SS9", null, milestone: DeliverableState.Done);
        await scene.Answer("SS9", null, milestone: newest, reason: CorrectionReason.TypingMistake);

        await scene.PlanCycle("2008-09-Q3");

        Assert.NotNull(await scene.Records.Figures.Get("2008-09-Q3", "SS9", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_measure_prints_its_figure_target_status_and_both_directions()
    {
        using PackScene scene = await PackScene.Open();
        await scene.AnswerAllBut();

        IDocument page = await scene.Open(await scene.Build());
        string[] row = [.. page.QuerySelectorAll("tr").First(row => row.QuerySelector("th")?.TextContent == "SS1" && row.Children.Length == 10).Children.Select(cell => cell.TextContent)];

        Assert.Equal("75% or more", row[3]);
        Assert.Equal("68.2%", row[4]);
        Assert.Contains("Off target", row[5], StringComparison.Ordinal);
        Assert.Contains("Got worse", row[6], StringComparison.Ordinal);
        Assert.Contains("Not comparable: first period", row[7], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shared_measure_names_the_other_group()
    {
        using PackScene scene = await PackScene.Open();
        await scene.AnswerAllBut();

        Assert.Contains("Also in the report of Be Healthy.", await scene.Text(await scene.Build()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_small_count_is_hidden_in_the_public_edition_and_shown_in_the_exempt_one()
    {
        using PackScene scene = await PackScene.Open();
        await scene.AnswerAllBut("SS2");
        await scene.Answer("SS2", 3m);
        PackVersion version = await scene.Build();

        IDocument open = await scene.Open(version);
        string[] hidden = [.. Performance(open, "SS2")];
        Assert.Equal("[c]", hidden[4]);
        Assert.DoesNotContain(open.QuerySelectorAll("td, li, p"), cell => cell.TextContent.Trim() is "3");

        IDocument exempt = await scene.Open(version, PackEdition.Exempt);
        Assert.Equal("3", Performance(exempt, "SS2")[4]);
        Assert.Contains("Schedule 12A", exempt.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_small_counts_there_is_no_exempt_edition()
    {
        using PackScene scene = await PackScene.Open();
        await scene.AnswerAllBut();

        Assert.Equal([PackEdition.Public], (await scene.Build()).Files.Select(file => file.Edition));
    }

    [Fact]
    public async Task A_comment_that_states_a_hidden_count_stops_issue()
    {
        using PackScene scene = await PackScene.Open();
        await scene.AnswerAllBut("SS2");
        await scene.Answer("SS2", 3m, "Three children were missing overnight.");

        PackVersion version = await scene.Build();

        Assert.Contains(version.MustFix, finding => finding.Contains("states a number that the report hides", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_placeholder_stops_issue_and_says_where_it_is()
    {
        using PackScene scene = await PackScene.Open();
        await scene.AnswerAllBut("SS4");
        await scene.Answer("SS4", 95m, "Action plan TBC.");
        PackVersion version = await scene.Build();

        string refusal = PackScene.Refusal(await scene.Do(PackPlan.Manager, (id, at, by) => new IssuePack { Id = id, AtUtc = at, By = by, Cycle = PackScene.Cycle, Body = PackScene.Group, Version = version.Version }));

        Assert.Contains("SS4", refusal, StringComparison.Ordinal);
        Assert.Contains("TBC", refusal, StringComparison.Ordinal);
        Assert.Equal(PackState.Draft, (await scene.Records.Packs.Get(PackScene.Cycle, PackScene.Group, 1))!.State);
    }

    [Fact]
    public async Task An_open_question_prints_with_its_thread()
    {
        using PackScene scene = await PackScene.Open();
        await scene.AnswerAllBut();
        RequestedFigure figure = await scene.Records.Figures.Of(PackScene.Cycle, "SS4");
        await scene.Records.Challenges.Insert(new Challenge
        {
            Cycle = PackScene.Cycle,
            Code = "SS4",
            Number = 1,
            ActId = "ask",
            Reviewer = figure.Reviewer,
            RaisedBy = figure.Reviewer,
            Officer = figure.Officer,
            Submission = 1,
            Reason = ChallengeReason.Period,
            Words = "Does it cover August?",
            AnswerByDate = new DateOnly(2008, 10, 22),
            RaisedUtc = scene.Clock.NowUtc.AddDays(-5),
            State = ChallengeState.LeftOpen,
            ClosedUtc = scene.Clock.NowUtc,
        });

        string text = await scene.Text(await scene.Build());

        Assert.Contains("SS4 Bullying incidents: Question open", text, StringComparison.Ordinal);
        Assert.Contains("Lee Lead asked on", text, StringComparison.Ordinal);
        Assert.Contains("Does it cover August?", text, StringComparison.Ordinal);
        Assert.Contains("The question was open when corrections stopped", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_draft_built_twice_is_one_version_with_the_same_bytes()
    {
        using PackScene scene = await PackScene.Open();
        await scene.AnswerAllBut();
        PackVersion first = await scene.Build();
        byte[]? before = await scene.Files.Read(first.Files[0].StoredAs);

        scene.Clock.NowUtc = scene.Clock.NowUtc.AddHours(3);
        PackVersion again = await scene.Build();

        Assert.Equal((first.Version, first.Seal), (again.Version, again.Seal));
        Assert.Equal(before, await scene.Files.Read(again.Files[0].StoredAs));
        Assert.Single(await scene.Records.Packs.All(PackScene.Cycle, PackScene.Group));
        Assert.Equal(before, Documents.Packs.PackHtml.Render((await scene.Models.Read(again))!.Public));
    }

    [Fact]
    public async Task The_next_version_lists_what_changed_since_the_one_before()
    {
        using PackScene scene = await PackScene.Open();
        await scene.AnswerAllBut("SS1");
        await scene.Answer("SS1", 68.2m, finality: Finality.Provisional);
        await scene.BuildAndIssue();
        scene.Clock.NowUtc = scene.Clock.NowUtc.AddDays(2);
        await scene.Answer("SS1", 76m, reason: CorrectionReason.LateData);

        PackVersion next = await scene.Build(cause: "draft.2");
        PackChange change = Assert.Single((await scene.Models.Read(next))!.Public.Changes);

        Assert.Equal(("SS1", "68.2% [p]", "76.0%", "Provisional to final"), (change.Code, change.Old, change.New, change.Class));
        Assert.Equal("The status was \"Off target\" and is now \"Target met\". The direction since last quarter was \"Got worse\" and is now \"Improved\".", change.Effect);
        Assert.Contains("r", (await scene.Models.Read(next))!.Public.Measures.First(measure => measure.Code == "SS1").Marks);
    }

    [Fact]
    public async Task The_summary_is_the_project_managers_or_is_drafted_from_the_counts()
    {
        using PackScene scene = await PackScene.Open();
        await scene.AnswerAllBut("SS4");

        Pack drafted = (await scene.Models.Read(await scene.Build()))!.Public;
        Assert.Contains("Stay Safe reports on 4 measures", drafted.Summary[0], StringComparison.Ordinal);
        Assert.Contains("1 figure was not supplied", drafted.Summary[1], StringComparison.Ordinal);

        PackScene.Accepted(await scene.Do(PackPlan.Manager, (id, at, by) => new WriteSummary { Id = id, AtUtc = at, By = by, Cycle = PackScene.Cycle, Body = PackScene.Group, Text = "Assessments slipped.\nUrgent: data came late." }));
        Pack written = (await scene.Models.Read(await scene.Build(cause: "draft.2")))!.Public;
        Assert.Equal(["Assessments slipped."], written.Summary);
    }

    [Fact]
    public async Task Every_pack_prints_the_legend_the_rule_the_implications_and_the_offer_of_other_formats()
    {
        Plan plan = PackPlan.Make();
        using PackScene scene = await PackScene.Open(plan with { Partnership = plan.Partnership with { OtherFormats = "Ask us for this in another form.\n\nUrdu\n\nمعلومات ہم\n\nFor help, telephone us." } });
        await scene.AnswerAllBut();

        PackVersion version = await scene.Build();
        IDocument page = await scene.Open(version);
        string text = await scene.Text(version);

        Assert.Contains("The tolerance is 5% of the target", text, StringComparison.Ordinal);
        Assert.Contains("The arrow shows whether things got better or worse, not whether the number went up or down.", text, StringComparison.Ordinal);
        Assert.Contains("Staffing (including trades unions): None.", text, StringComparison.Ordinal);
        Assert.Contains("counts from 1 to 5", text, StringComparison.Ordinal);
        Assert.Equal("معلومات ہم", page.QuerySelector("[lang=ur]")!.TextContent);
        Assert.Contains("For help, telephone us.", page.QuerySelectorAll("p[lang='en-GB']").Single().TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Milestones_stand_with_their_state()
    {
        using PackScene scene = await PackScene.Open();
        await scene.AnswerAllBut();

        PackMilestone milestone = Assert.Single((await scene.Models.Read(await scene.Build()))!.Public.Parts[0].Milestones);

        Assert.Equal(("SS9", "On track", "Ann Able"), (milestone.Code, milestone.State, milestone.Lead));
    }

    private static string[] Performance(IDocument page, string code) =>
        [.. page.QuerySelectorAll("tr").First(row => row.QuerySelector("th")?.TextContent == code && row.Children.Length == 10).Children.Select(cell => cell.TextContent)];
}
