using QuarterlyCycle.App.Access;
using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.Domain.Cycles;
using QuarterlyCycle.Domain.Timetables;
using QuarterlyCycle.Orchestrations.Calls;
using QuarterlyCycle.Orchestrations.Events;
using Xunit;

namespace QuarterlyCycle.App.Tests.Acts;

public sealed class RunningTests
{
    [Fact]
    public async Task Starting_a_quarter_writes_its_rows_and_starts_its_orchestration_once()
    {
        using QuarterBench bench = await QuarterBench.Imported(QuarterBench.Morning(9, 29));
        string pat = await bench.Number(SmallPlan.Pat);
        StartCycle act = new() { Id = "start", AtUtc = bench.Clock.NowUtc, By = pat, Cycle = SmallPlan.Cycle };

        QuarterBench.Accepted(await bench.Do(act));
        QuarterBench.Accepted(await bench.Do(act));

        Assert.Equal([SmallPlan.Cycle], bench.Client.Started);
        Assert.Equal(CycleState.Planned, (await bench.Records.Cycles.Of(SmallPlan.Cycle)).State);
        Assert.Equal("This quarter has already been started.", QuarterBench.Words(await bench.Do(act with { Id = "again" })));
    }

    [Fact]
    public async Task Only_a_project_manager_starts_a_quarter()
    {
        using QuarterBench bench = await QuarterBench.Imported(QuarterBench.Morning(9, 29));
        string ann = await bench.Number(SmallPlan.Ann);

        ActResult result = await bench.Do(new StartCycle { Id = "start", AtUtc = bench.Clock.NowUtc, By = ann, Cycle = SmallPlan.Cycle });

        Assert.Equal("Only a project manager can do this. Ask Pat Manager.", QuarterBench.Words(result));
    }

    [Fact]
    public async Task A_plan_in_which_nobody_signs_does_not_start()
    {
        Domain.Plans.Plan plan = SmallPlan.Make();
        using QuarterBench bench = await QuarterBench.Imported(
            QuarterBench.Morning(9, 29), plan with { Bodies = [.. plan.Bodies.Select(body => body with { Chair = null })] });
        string pat = await bench.Number(SmallPlan.Pat);

        ActResult result = await bench.Do(new StartCycle { Id = "start", AtUtc = bench.Clock.NowUtc, By = pat, Cycle = SmallPlan.Cycle });

        Assert.Equal(
            "Stay Safe has no chair and no vice-chair, so nobody can sign its report.\nBe Healthy has no chair and no vice-chair, so nobody can sign its report.",
            QuarterBench.Words(result));
        Assert.Empty(bench.Client.Started);
    }

    [Fact]
    public async Task A_cancelled_quarter_takes_no_more_answers_and_tells_those_who_were_asked()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        string pat = await bench.Number(SmallPlan.Pat);
        string ann = await bench.Number(SmallPlan.Ann);
        DataRequestKey request = new(SmallPlan.Cycle, 1, ann);
        await bench.Call(new SendChasingMail(request, ChasingStep.Request, 1));
        await bench.Deliver();

        QuarterBench.Accepted(await bench.Do((id, atUtc) => new CancelCycle { Id = id, AtUtc = atUtc, By = pat, Cycle = SmallPlan.Cycle, Reason = "The board is dissolved" }));
        await bench.Call(new WithdrawDataRequest(request));
        await bench.Call(new WithdrawCycle(SmallPlan.Cycle));
        bench.Clock.NowUtc = QuarterBench.Morning(10, 7);

        Assert.Equal("The board is dissolved", Assert.Single(bench.Client.To<CycleCancelled>(SmallPlan.Cycle)).Reason);
        Assert.Equal("Pat Manager cancelled quarter 2 of 2025-26. Reason: The board is dissolved", QuarterBench.Words(await bench.Send(SmallPlan.Ann, Forms.Value("SS1", "68.2"))));
        OutgoingMail mail = Assert.Single(await bench.Deliver());
        Assert.Equal("Quarter 2 figures: you do not need to send them", mail.Subject);
        Assert.Equal(Domain.Challenges.FigureStatus.Withdrawn, (await bench.Figure("SS1")).Status);
    }

    [Fact]
    public async Task Closing_the_collection_now_is_a_new_timetable_and_a_repeat_makes_no_other()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        bench.Clock.NowUtc = new DateTime(2025, 10, 20, 11, 0, 0, DateTimeKind.Utc);
        MoveStage act = await Moving(bench, StageMove.CloseCollection);

        QuarterBench.Accepted(await bench.Do(act));
        await bench.Get<ActRows>().Receive(act);
        QuarterBench.Accepted(await bench.Do(act));

        Timetable timetable = await bench.Records.Timetables.InForce(SmallPlan.Cycle);
        Assert.Equal(2, timetable.Version);
        Assert.Equal(bench.Clock.NowUtc, timetable.AnswersStopUtc);
        Assert.Equal("Everything is in", timetable.Reason);
        Assert.Equal(2, Assert.Single(bench.Client.To<TimetableRevised>(SmallPlan.Cycle)).Version);
        Assert.StartsWith("Answers closed at midday on Monday 20 October 2025", QuarterBench.Words(await bench.Send(SmallPlan.Ann, Forms.Value("SS1", "68.2"))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StageMove.CloseReview, "Answers have not stopped yet. Close the collection first.")]
    [InlineData(StageMove.StartCollation, "Figures can still change. Close the review first.")]
    [InlineData(StageMove.StartBoardPack, "The outcome groups' reports come first. Start putting them together.")]
    public async Task A_stage_does_not_start_before_the_one_it_needs(StageMove move, string words)
    {
        using QuarterBench bench = await QuarterBench.Opened();

        Assert.Equal(words, QuarterBench.Words(await bench.Do(await Moving(bench, move))));
    }

    [Fact]
    public async Task A_reminder_now_goes_at_once_to_those_who_owe_figures()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        string pat = await bench.Number(SmallPlan.Pat);
        string ann = await bench.Number(SmallPlan.Ann);
        string bob = await bench.Number(SmallPlan.Bob);
        await bench.Send(SmallPlan.Bob, Forms.Value("SS3", "80"));
        bench.Clock.NowUtc = bench.Clock.NowUtc.AddHours(6);

        SendReminderNow act = new() { Id = "remind", AtUtc = bench.Clock.NowUtc, By = pat, Cycle = SmallPlan.Cycle, Officers = [ann, bob] };
        Assert.Equal("Bob Busy has nothing left to send.", QuarterBench.Words(await bench.Do(act)));
        QuarterBench.Accepted(await bench.Do(act with { Officers = [ann] }));

        OutgoingMail mail = Assert.Single(await bench.Deliver());
        Assert.Equal("Reminder: 4 figures due Friday 17 October", mail.Subject);
    }

    [Fact]
    public async Task A_new_link_ends_the_earlier_one()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        string ann = await bench.Number(SmallPlan.Ann);
        string first = Token(await bench.Get<App.Mail.Composing.RequestLinks>().Url(SmallPlan.Cycle, ann));
        RenewLink act = new() { Id = "renew", AtUtc = bench.Clock.NowUtc, By = ann, Cycle = SmallPlan.Cycle, Officer = ann };

        QuarterBench.Accepted(await bench.Do(act));
        QuarterBench.Accepted(await bench.Do(act));

        Links links = bench.Get<Links>();
        Assert.Equal(LinkStatus.Replaced, (await links.Find(first)).Status);
        OutgoingMail mail = Assert.Single(bench.Sent);
        string second = Token(mail.Text.Split('\n').Single(line => line.Contains("/r/", StringComparison.Ordinal)).Trim());
        Assert.Equal(LinkStatus.Live, (await links.Find(second)).Status);
        Assert.Equal(2, (await bench.Records.DataRequests.Of(SmallPlan.Cycle, ann)).LinkRound);
    }

    [Fact]
    public async Task Nobody_renews_somebody_elses_link()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        string ann = await bench.Number(SmallPlan.Ann);
        string bob = await bench.Number(SmallPlan.Bob);

        ActResult result = await bench.Do(new RenewLink { Id = "renew", AtUtc = bench.Clock.NowUtc, By = bob, Cycle = SmallPlan.Cycle, Officer = ann });

        Assert.Equal("Only Ann Able or Pat Manager can ask for this link.", QuarterBench.Words(result));
    }

    private static string Token(string url) => url[(url.LastIndexOf('/') + 1)..];

    private static async Task<MoveStage> Moving(QuarterBench bench, StageMove move) => new()
    {
        Id = "move",
        AtUtc = bench.Clock.NowUtc,
        By = await bench.Number(SmallPlan.Pat),
        Cycle = SmallPlan.Cycle,
        Move = move,
        Reason = "Everything is in",
    };
}
