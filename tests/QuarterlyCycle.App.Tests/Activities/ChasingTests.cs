using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Cycles;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Tests.Acts;
using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Timetables;
using QuarterlyCycle.Orchestrations.Calls;
using Xunit;

namespace QuarterlyCycle.App.Tests.Activities;

public sealed class ChasingTests
{
    [Fact]
    public async Task The_request_lists_every_measure_of_the_officer_and_keeps_back_what_may_not_be_said()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        string ann = await bench.Number(SmallPlan.Ann);

        await Chase(bench, ann, ChasingStep.Request);
        OutgoingMail mail = Assert.Single(await bench.Deliver());

        Assert.Equal("Quarter 2 figures: 4 measures due Friday 17 October", mail.Subject);
        Assert.Contains("SS1 Initial assessments on time", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Last quarter: 66.1%", mail.Text, StringComparison.Ordinal);
        Assert.Contains("SS5 Missing children plan agreed", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Last quarter: 17", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Last quarter: 3", mail.Text, StringComparison.Ordinal);
        Assert.Equal("due-date.ics", Assert.Single(mail.Attachments).FileName);
        DataRequest request = await bench.Records.DataRequests.Of(SmallPlan.Cycle, ann);
        Assert.Equal(DataRequestState.Asked, request.State);
        Assert.Equal(bench.Clock.NowUtc, request.AskedUtc);
    }

    [Fact]
    public async Task A_step_that_is_repeated_sends_one_mail()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        string ann = await bench.Number(SmallPlan.Ann);

        await Chase(bench, ann, ChasingStep.Request);
        await bench.Deliver();
        await Chase(bench, ann, ChasingStep.Request);

        Assert.Empty(await bench.Deliver());
    }

    [Fact]
    public async Task A_compiling_officer_who_has_answered_is_not_reminded()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        string bob = await bench.Number(SmallPlan.Bob);
        await bench.Send(SmallPlan.Bob, Forms.Value("SS3", "80"));
        bench.Clock.NowUtc = QuarterBench.Morning(10, 14);

        await Chase(bench, bob, ChasingStep.Reminder);

        Assert.Empty(await bench.Deliver());
    }

    [Fact]
    public async Task Who_answers_between_the_posting_and_the_sending_is_not_reminded()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        string bob = await bench.Number(SmallPlan.Bob);
        bench.Clock.NowUtc = QuarterBench.Morning(10, 14);
        await Chase(bench, bob, ChasingStep.Reminder);
        await bench.Send(SmallPlan.Bob, Forms.Value("SS3", "80"));

        Assert.Empty(await bench.Deliver());
    }

    [Fact]
    public async Task Who_has_more_time_for_everything_owed_is_not_reminded_by_the_old_date()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        string bob = await bench.Number(SmallPlan.Bob);
        await bench.Do((id, atUtc) => new AskForMoreTime { Id = id, AtUtc = atUtc, By = bob, Cycle = SmallPlan.Cycle, Measures = ["SS3"], UntilDate = new DateOnly(2025, 10, 21), Why = "The survey ends late" });
        await bench.Deliver();

        bench.Clock.NowUtc = QuarterBench.Morning(10, 14);
        await bench.Deliver();
        await Chase(bench, bob, ChasingStep.Reminder);
        Assert.Empty(await bench.Deliver());
        bench.Clock.NowUtc = QuarterBench.Morning(10, 20);
        await Chase(bench, bob, ChasingStep.Overdue);
        Assert.Empty(await bench.Deliver());

        bench.Clock.NowUtc = QuarterBench.Morning(10, 21);
        await Chase(bench, bob, ChasingStep.DueToday, round: 2);
        Assert.Equal("Due today at 5pm: 1 figure", bench.Sent[^1].Subject);
    }

    [Fact]
    public async Task While_an_officer_is_away_only_the_stand_in_is_asked()
    {
        using QuarterBench bench = await QuarterBench.Opened();

        await Chase(bench, await bench.Number(SmallPlan.Cas), ChasingStep.Request);

        OutgoingMail mail = Assert.Single(await bench.Deliver());
        Assert.Equal(SmallPlan.Lee, mail.ToAddress);
        Assert.Contains("BH1", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_call_tells_the_lead_officer_with_every_attempt_so_far()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        string ann = await bench.Number(SmallPlan.Ann);
        await Chase(bench, ann, ChasingStep.Request);
        await bench.Deliver();
        await bench.Send(SmallPlan.Ann, Forms.Value("SS4", "18"));
        bench.Clock.NowUtc = QuarterBench.Morning(10, 21);

        await Chase(bench, ann, ChasingStep.LastCall);
        IReadOnlyList<OutgoingMail> mails = await bench.Deliver();

        OutgoingMail lastCall = Assert.Single(mails, mail => mail.ToAddress == SmallPlan.Ann);
        Assert.Equal("We need 3 figures by Wednesday 22 October", lastCall.Subject);
        OutgoingMail toLead = Assert.Single(mails, mail => mail.ToAddress == SmallPlan.Lee);
        Assert.Equal("3 figures are late from Ann Able", toLead.Subject);
        Assert.Contains("9am on Monday 6 October 2025: Request for the figures (sent)", toLead.Text, StringComparison.Ordinal);
        Assert.Contains("9am on Monday 6 October 2025: SS4 came", toLead.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_answers_stop_what_is_missing_is_not_supplied_and_the_officer_is_told_once()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        string ann = await bench.Number(SmallPlan.Ann);
        DataRequestKey key = new(SmallPlan.Cycle, 1, ann);
        await bench.Send(SmallPlan.Ann, Forms.Value("SS1", "68.2"));
        await bench.Deliver();
        bench.Clock.NowUtc = new DateTime(2025, 10, 22, 16, 0, 0, DateTimeKind.Utc);

        Closing closing = await bench.Call(new CloseDataRequest(key));
        Assert.Equal(closing, await bench.Call(new CloseDataRequest(key)));
        bench.Clock.NowUtc = QuarterBench.Morning(10, 23);

        Assert.Equal(DataRequestResult.ReturnedInPart, closing.Result);
        Assert.Equal(FigureStatus.Sent, (await bench.Figure("SS1")).Status);
        Assert.Equal(FigureStatus.NotSupplied, (await bench.Figure("SS2")).Status);
        Assert.Equal("Quarter 2 closed without 3 figures of yours", Assert.Single(await bench.Deliver()).Subject);
        Assert.Equal(DataRequestState.ReturnedInPart, (await bench.Records.DataRequests.Of(SmallPlan.Cycle, ann)).State);
    }

    [Fact]
    public async Task A_data_request_with_more_time_closes_when_that_is_over()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        string ann = await bench.Number(SmallPlan.Ann);
        string pat = await bench.Number(SmallPlan.Pat);
        DataRequestKey key = new(SmallPlan.Cycle, 1, ann);
        await bench.Do((id, atUtc) => new GiveMoreTime { Id = id, AtUtc = atUtc, By = pat, Cycle = SmallPlan.Cycle, Officer = ann, Measures = ["SS1"], UntilDate = new DateOnly(2025, 10, 23), Why = "Late data" });
        bench.Clock.NowUtc = new DateTime(2025, 10, 22, 16, 0, 0, DateTimeKind.Utc);

        Closing closing = await bench.Call(new CloseDataRequest(key));

        Assert.Null(closing.Result);
        Assert.Equal(new DateTime(2025, 10, 23, 16, 0, 0, DateTimeKind.Utc), closing.AnswersStopUtc);
        Assert.Equal(FigureStatus.NotStarted, (await bench.Figure("SS1")).Status);
        bench.Clock.NowUtc = closing.AnswersStopUtc!.Value;
        Assert.Equal(DataRequestResult.NotReturned, (await bench.Call(new CloseDataRequest(key))).Result);
    }

    [Fact]
    public async Task A_data_request_is_returned_when_nothing_is_owed()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        string bob = await bench.Number(SmallPlan.Bob);
        DataRequestKey key = new(SmallPlan.Cycle, 1, bob);

        Assert.Equal(1, await bench.Call(new CountOutstanding(key)));
        await bench.Send(SmallPlan.Bob, Forms.Value("SS3", "80"));

        Assert.Equal(0, await bench.Call(new CountOutstanding(key)));
        Assert.Equal(DataRequestState.Returned, (await bench.Records.DataRequests.Of(SmallPlan.Cycle, bob)).State);
    }

    [Fact]
    public async Task Every_line_of_the_history_stands_in_the_order_of_time()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        string ann = await bench.Number(SmallPlan.Ann);
        await bench.Do((id, atUtc) => new AskForMoreTime { Id = id, AtUtc = atUtc, By = ann, Cycle = SmallPlan.Cycle, Measures = ["SS1"], UntilDate = new DateOnly(2025, 10, 21), Why = "The survey ends late" });
        bench.Clock.NowUtc = QuarterBench.Morning(10, 14);
        await Chase(bench, ann, ChasingStep.Reminder);

        IReadOnlyList<Domain.Packs.ChasingLine> lines = await bench.Get<ChasingHistory>().Of(SmallPlan.Cycle, ann);

        Assert.Equal(
            ["More time asked and given for SS1, until 5pm on Tuesday 21 October 2025", "Reminder before the due date (being sent)"],
            lines.Select(line => line.Words));
    }

    private static Task<Done> Chase(QuarterBench bench, string officer, ChasingStep step, int round = 1) =>
        bench.Call(new SendChasingMail(new DataRequestKey(SmallPlan.Cycle, 1, officer), step, round));
}
