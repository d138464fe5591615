using AngleSharp.Dom;
using QuarterlyCycle.App.Acts;
using QuarterlyCycle.Domain.Decisions;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Orchestrations.Events;
using Xunit;

namespace QuarterlyCycle.App.Tests.Packs;

public sealed class BoardPackTests
{
    [Fact]
    public async Task The_board_pack_says_which_group_signed_and_which_did_not()
    {
        using PackScene scene = await PackScene.Open();
        await SignOne(scene);
        scene.Clock.NowUtc = (await scene.Timetable()).Board.BuildUtc;

        PackVersion board = await scene.Build(PackScene.Board);
        string text = await scene.Text(board);

        Assert.Contains("From version 1 of the group's report. Signed off by the chair at", text, StringComparison.Ordinal);
        Assert.Contains("The group's report has not been issued, and is not signed off.", text, StringComparison.Ordinal);
        Assert.Contains("SS3 Referrals answered is shared by Stay Safe and Be Healthy", text, StringComparison.Ordinal);
        Assert.Contains("Two social worker posts are vacant.", text, StringComparison.Ordinal);
        Assert.Contains("It serves: Children are safe.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("safe..", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_sign_off_is_due_an_unsigned_group_stops_the_board_pack_and_afterwards_it_is_printed_so()
    {
        using PackScene scene = await PackScene.Open();
        await SignOne(scene);

        Assert.Contains((await scene.Build(PackScene.Board)).MustFix, finding => finding.Contains("Be Healthy", StringComparison.Ordinal));
        scene.Clock.NowUtc = (await scene.Timetable()).Board.BuildUtc;
        PackVersion later = await scene.Build(PackScene.Board, "draft.2");

        Assert.DoesNotContain(later.MustFix, finding => finding.Contains("Be Healthy", StringComparison.Ordinal));
        Assert.Contains(later.ShouldCheck, finding => finding.Contains("Be Healthy", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_board_publishes_names_posts_and_not_people()
    {
        using PackScene scene = await PackScene.Open();
        await SignOne(scene, "SS4");
        scene.Clock.NowUtc = (await scene.Timetable()).Board.BuildUtc;

        string text = await scene.Text(await scene.Build(PackScene.Board));

        Assert.Contains("Owner: Health Analyst, Northtown Council", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Bob Busy", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Chris Chair", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_owner_typed_by_name_is_a_post_in_what_the_board_publishes()
    {
        using PackScene scene = await PackScene.Open();
        await SignOne(scene);
        PackScene.Accepted(await scene.Do(PackPlan.Secretary, (id, at, by) => new RecordDecisions
        {
            Id = id,
            AtUtc = at,
            By = by,
            Cycle = PackScene.Cycle,
            Body = PackScene.Board,
            MeetingOn = QuarterlyCycle.Domain.Calendar.LondonTime.DateOf(at),
            Decisions = [new DecisionForm(DecisionOutcome.Agreed, null, "Fund two posts.", "SS1", "lee lead", null), new DecisionForm(DecisionOutcome.Agreed, null, "Ask the schools.", "SS1", "Whoever is free", null)],
        }));
        scene.Clock.NowUtc = new DateTime(2009, 1, 5, 9, 0, 0, DateTimeKind.Utc);
        await scene.PlanCycle("2008-09-Q3");

        Pack next = (await scene.Models.Read(await scene.Builder.Build("2008-09-Q3", PackScene.Board, "draft.1")))!.Public;
        Assert.Equal(["Head of Safeguarding", "Whoever is free"], next.EarlierDecisions.Select(decision => decision.Owner));
    }

    [Fact]
    public async Task A_second_board_pack_replaces_the_first_and_one_withdrawn_is_marked()
    {
        using PackScene scene = await PackScene.Open();
        await SignOne(scene);
        scene.Clock.NowUtc = (await scene.Timetable()).Board.BuildUtc;
        await scene.BuildAndIssue(PackScene.Board);
        Assert.IsType<PackIssued>(scene.Client.Heard[^1].Signal);
        await scene.BuildAndIssue(PackScene.Board, "draft.2");
        Assert.IsType<PackReplaced>(scene.Client.Heard[^1].Signal);
        Assert.Equal("2008-09-Q2.board", scene.Client.Heard[^1].Instance);

        PackScene.Accepted(await scene.Do(PackPlan.Manager, (id, at, by) => new WithdrawPack { Id = id, AtUtc = at, By = by, Cycle = PackScene.Cycle, Body = PackScene.Board, Version = 2, Reason = "A table is wrong." }));

        Assert.IsType<PackWithdrawn>(scene.Client.Heard[^1].Signal);
        string page = System.Text.Encoding.UTF8.GetString((await scene.Reader.Html(PackScene.Cycle, PackScene.Board, 2, PackEdition.Public))!);
        Assert.Contains("WITHDRAWN", page, StringComparison.Ordinal);
        Assert.Contains("A table is wrong.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_decision_returns_in_the_next_quarters_pack_until_it_is_done()
    {
        using PackScene scene = await PackScene.Open();
        await scene.AnswerAllBut();
        scene.Clock.NowUtc = (await scene.Timetable()).Board.AskDecisionsUtc;
        PackScene.Accepted(await scene.Do(PackPlan.Secretary, (id, at, by) => new RecordDecisions
        {
            Id = id,
            AtUtc = at,
            By = by,
            Cycle = PackScene.Cycle,
            Body = PackScene.Board,
            MeetingOn = QuarterlyCycle.Domain.Calendar.LondonTime.DateOf(at),
            Decisions =
            [
                new DecisionForm(DecisionOutcome.Agreed, null, "Fund two posts for six months.", "SS1", PackPlan.Lead, new DateOnly(2009, 3, 31)),
                new DecisionForm(DecisionOutcome.Noted, null, "Performance is noted.", null, null, null),
            ],
        }));
        Assert.IsType<DecisionsRecorded>(scene.Client.Heard[^1].Signal);

        scene.Clock.NowUtc = new DateTime(2009, 1, 5, 9, 0, 0, DateTimeKind.Utc);
        await scene.PlanCycle("2008-09-Q3");
        Pack next = (await scene.Models.Read(await scene.Builder.Build("2008-09-Q3", PackScene.Group, "draft.1")))!.Public;
        PackDecision returned = Assert.Single(next.EarlierDecisions);
        Assert.Equal(("2008-09-Q2 1", "SS1: Fund two posts for six months.", "Lee Lead"), (returned.Code, returned.Text, returned.Owner));

        PackScene.Accepted(await scene.Do(PackPlan.Manager, (id, at, by) => new UpdateDecision { Id = id, AtUtc = at, By = by, Cycle = PackScene.Cycle, Number = 1, State = DecisionState.Done }));
        Assert.Empty((await scene.Models.Read(await scene.Builder.Build("2008-09-Q3", PackScene.Group, "draft.2")))!.Public.EarlierDecisions);
    }

    [Fact]
    public async Task What_the_board_answers_for_itself_stands_in_its_pack_after_the_groups()
    {
        Plan plan = PackPlan.Make();
        using PackScene scene = await PackScene.Open(plan with
        {
            Indicators = [.. plan.Indicators, plan.Indicators[0] with { Code = "CB1", Name = "Members who attend", Bodies = ["board"] }],
            Targets = [.. plan.Targets, plan.Targets[0] with { Indicator = "CB1", Value = 90 }],
            BusinessPlan =
            [
                new BusinessPlanLine { Code = "BP1", Section = "Funding", Activity = "Agree the budget", Responsible = [Owner.Parse("body:board")], SuccessText = "Budget in place", Indicator = "CB1" },
                new BusinessPlanLine { Code = "BP2", Section = "Funding", Activity = "Review contributions", State = DeliverableState.Done },
                new BusinessPlanLine { Code = "BP3", Section = "Safety", Activity = "Hold a workshop", Responsible = [Owner.Parse("body:stay-safe")] },
            ],
        });
        await SignOne(scene);
        await scene.Answer("CB1", 60m, "Two members left.");
        await scene.Answer("BP1", null, "The council agreed in August.", milestone: DeliverableState.OnTrack);
        scene.Clock.NowUtc = (await scene.Timetable()).Board.BuildUtc;

        IDocument pack = await scene.Open(await scene.Build(PackScene.Board));
        string text = string.Join(' ', pack.Body!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        Assert.Contains(pack.QuerySelectorAll("h2"), heading => heading.TextContent.EndsWith("Commissioning Board: its own work", StringComparison.Ordinal));
        Assert.Equal(["BP1", "Agree the budget", "Commissioning Board", "No date given", "On track", "The council agreed in August."], Cells(pack, "BP1"));
        Assert.Equal(["BP2", "Review contributions", "Nobody named", "No date given", "Done", "No comment"], Cells(pack, "BP2"));
        Assert.Equal("Not supplied", Cells(pack, "BP3")[4]);
        Assert.Contains("CB1 Members who attend: 60.0%. Off target.", text, StringComparison.Ordinal);
        Assert.Contains("That the Commissioning Board decide what is to be done about CB1 Members who attend.", text, StringComparison.Ordinal);
        Assert.Contains("The board is asked to agree one.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_anything_of_its_own_the_board_has_no_part()
    {
        using PackScene scene = await PackScene.Open();
        await scene.AnswerAllBut();

        Assert.DoesNotContain("its own work", await scene.Text(await scene.Build(PackScene.Board)), StringComparison.Ordinal);
    }

    private static string[] Cells(IDocument pack, string code) =>
        [.. pack.QuerySelectorAll("tbody tr").First(row => row.QuerySelector("th")!.TextContent == code && row.Children.Length == 6).Children.Select(cell => cell.TextContent)];

    private static async Task SignOne(PackScene scene, params string[] missing)
    {
        await scene.AnswerAllBut(missing);
        PackScene.Accepted(await scene.Sign(PackPlan.Chair, await scene.BuildAndIssue()));
    }
}
