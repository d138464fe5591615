using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Audits;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Submissions;
using QuarterlyCycle.Orchestrations;
using QuarterlyCycle.Orchestrations.Events;
using Xunit;

namespace QuarterlyCycle.App.Tests.Acts;

public sealed class SendingFiguresTests
{
    [Fact]
    public async Task Figures_that_are_sent_are_stored_and_the_request_and_the_review_hear_of_them()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        string ann = await bench.Number(SmallPlan.Ann);

        string reference = QuarterBench.Accepted(await bench.Send(SmallPlan.Ann, Forms.Value("SS1", "68.2"), Forms.Value("SS4", "18"))).Reference;

        RequestedFigure figure = await bench.Figure("SS1");
        Assert.Equal(FigureStatus.Sent, figure.Status);
        Assert.Equal(ann, figure.SentBy);
        Assert.False(figure.Late);
        Submission stored = Assert.Single(await bench.Records.Submissions.All(SmallPlan.Cycle, "SS1"));
        Assert.Equal(68.2m, stored.Figure?.Value);
        Assert.Equal(reference, stored.Reference);
        SubmissionReceived toRequest = Assert.Single(bench.Client.To<SubmissionReceived>(InstanceIds.DataRequest(SmallPlan.Cycle, ann)));
        Assert.Equal(["SS1", "SS4"], toRequest.Measures);
        Assert.Single(bench.Client.To<SubmissionReceived>(InstanceIds.Review(SmallPlan.Cycle, figure.Reviewer, 1)));
        Assert.Equal(2, (await bench.Get<Audit>().List(SmallPlan.Cycle)).Count(row => row.Entry.Act == "FigureSent"));
    }

    [Fact]
    public async Task The_receipt_repeats_what_was_stored_and_keeps_sensitive_values_on_the_page()
    {
        using QuarterBench bench = await QuarterBench.Opened();

        await bench.Send(SmallPlan.Ann, Forms.Value("SS1", "68.2"), Forms.Value("SS4", "18"));

        OutgoingMail receipt = Assert.Single(bench.Sent);
        Assert.Equal("ann@example.org", receipt.ToAddress);
        Assert.Contains("Recorded: 68.2%", receipt.Text, StringComparison.Ordinal);
        Assert.Contains("SS4 Serious incidents", receipt.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Recorded: 18", receipt.Text, StringComparison.Ordinal);
        Assert.Contains("https://service.example.org/r/", receipt.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_small_count_stays_out_of_the_receipt()
    {
        using QuarterBench bench = await QuarterBench.Opened();

        await bench.Send(SmallPlan.Ann, Forms.Value("SS2", "4", "Two families moved here."));

        Assert.DoesNotContain("Recorded: 4", Assert.Single(bench.Sent).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pressing_send_twice_stores_once()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        SendFigures act = await bench.Sending(SmallPlan.Ann, Forms.Value("SS1", "68.2"));

        ActResult.Accepted first = QuarterBench.Accepted(await bench.Do(act));
        ActResult.Accepted second = QuarterBench.Accepted(await bench.Do(act with { Forms = [Forms.Value("SS1", "99")] }));

        Assert.Equal(first.Reference, second.Reference);
        Assert.Equal(68.2m, Assert.Single(await bench.Records.Submissions.All(SmallPlan.Cycle, "SS1")).Figure?.Value);
        Assert.Single(bench.Sent);
        Assert.Equal(2, bench.Client.Heard.Count);
    }

    [Fact]
    public async Task Somebody_elses_measure_is_refused()
    {
        using QuarterBench bench = await QuarterBench.Opened();

        ActResult result = await bench.Send(SmallPlan.Bob, Forms.Value("SS1", "68.2"));

        Assert.Equal("SS1 is Ann Able's measure, so you cannot answer it.", QuarterBench.Words(result));
        Assert.Empty(await bench.Records.Submissions.All(SmallPlan.Cycle, "SS1"));
        Assert.Empty(bench.Client.Heard);
    }

    [Fact]
    public async Task An_error_in_one_figure_stops_all_of_them_and_names_the_field()
    {
        using QuarterBench bench = await QuarterBench.Opened();

        ActResult result = await bench.Send(SmallPlan.Ann, Forms.Value("SS1", "168"), Forms.Value("SS4", "18"));

        Assert.Equal("SS1.value", Assert.Single(Assert.IsType<ActResult.Refused>(result).Errors).Field);
        Assert.Empty(await bench.Records.Submissions.All(SmallPlan.Cycle, "SS4"));
    }

    [Fact]
    public async Task An_unusual_figure_needs_an_explanation_and_is_then_flagged_to_the_reviewer()
    {
        using QuarterBench bench = await QuarterBench.Opened();

        ActResult.ToExplain asked = Assert.IsType<ActResult.ToExplain>(await bench.Send(SmallPlan.Ann, Forms.Value("SS1", "6.82")));
        Assert.Equal("SS1", Assert.Single(asked.Figures).Code);
        Assert.Contains(asked.Figures[0].Queries, query => query.Code == QueryCode.Q1);
        Assert.Equal(FigureStatus.NotStarted, (await bench.Figure("SS1")).Status);

        QuarterBench.Accepted(await bench.Send(SmallPlan.Ann, Forms.Value("SS1", "6.82", "The team was on strike.")));
        Assert.True((await bench.Figure("SS1")).Queried);
        Assert.Equal("The team was on strike.", (await bench.Records.Submissions.Of(SmallPlan.Cycle, "SS1", 1)).Explanation);
    }

    [Fact]
    public async Task A_reason_is_an_answer()
    {
        using QuarterBench bench = await QuarterBench.Opened();

        QuarterBench.Accepted(await bench.Send(SmallPlan.Bob, new SubmissionForm { Code = "SS3", Reason = ReasonCode.NotCollected, ReasonWords = "The survey is yearly." }));

        Assert.Equal(FigureStatus.NoFigureGiven, (await bench.Figure("SS3")).Status);
        Assert.False((await bench.Figure("SS3")).IsOutstanding);
    }

    [Fact]
    public async Task A_milestone_that_is_behind_needs_a_comment()
    {
        using QuarterBench bench = await QuarterBench.Opened();

        Assert.IsType<ActResult.Refused>(await bench.Send(SmallPlan.Ann, Forms.Milestone("SS5", DeliverableState.Behind)));
        QuarterBench.Accepted(await bench.Send(SmallPlan.Ann, Forms.Milestone("SS5", DeliverableState.Behind, "The consultation runs on until December.")));

        Assert.Equal(FigureStatus.Sent, (await bench.Figure("SS5")).Status);
        Assert.Contains("Recorded: Behind", Assert.Single(bench.Sent).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_due_instant_a_figure_is_taken_and_marked_late()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        bench.Clock.NowUtc = new DateTime(2025, 10, 17, 16, 0, 1, DateTimeKind.Utc);

        QuarterBench.Accepted(await bench.Send(SmallPlan.Ann, Forms.Value("SS1", "68.2")));

        Assert.True((await bench.Figure("SS1")).Late);
        Assert.True((await bench.Records.Submissions.Of(SmallPlan.Cycle, "SS1", 1)).Late);
    }

    [Fact]
    public async Task After_answers_stop_a_figure_is_refused_with_the_date_and_who_decides()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        bench.Clock.NowUtc = new DateTime(2025, 10, 22, 16, 0, 0, DateTimeKind.Utc);

        ActResult result = await bench.Send(SmallPlan.Ann, Forms.Value("SS1", "68.2"));

        Assert.Equal("Answers closed at 5pm on Wednesday 22 October 2025. Pat Manager decides on reopening.", QuarterBench.Words(result));
    }

    [Fact]
    public async Task A_figure_that_somebody_has_sent_is_not_sent_again()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        await bench.Send(SmallPlan.Lee, Forms.Value("BH1", "28"));
        bench.Clock.NowUtc = bench.Clock.NowUtc.AddHours(2);

        ActResult result = await bench.Send(SmallPlan.Cas, Forms.Value("BH1", "31"));

        Assert.Equal("Lee Lead sent BH1 at 9am on Monday 6 October 2025: 28. You entered 31. Correct the figure if yours is right.", QuarterBench.Words(result));
    }

    [Fact]
    public async Task Of_two_people_who_answer_at_once_the_first_is_kept()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        SendFigures slower = await bench.Sending(SmallPlan.Cas, Forms.Value("BH1", "31"));
        await bench.Get<ActRows>().Receive(slower);

        QuarterBench.Accepted(await bench.Send(SmallPlan.Lee, Forms.Value("BH1", "28")));
        await bench.Sweep();

        Submission kept = Assert.Single(await bench.Records.Submissions.All(SmallPlan.Cycle, "BH1"));
        Assert.Equal(28m, kept.Figure?.Value);
        ActResult.Accepted told = Assert.IsType<ActResult.Accepted>(await bench.Do(slower));
        Assert.StartsWith("Lee Lead sent BH1 at 9am", Assert.Single(told.NotTaken).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stand_in_answers_and_the_officer_is_told()
    {
        using QuarterBench bench = await QuarterBench.Opened();

        QuarterBench.Accepted(await bench.Send(SmallPlan.Lee, Forms.Value("BH1", "28")));
        await bench.Deliver();
        bench.Clock.NowUtc = QuarterBench.Morning(10, 7);
        await bench.Deliver();

        Submission stored = await bench.Records.Submissions.Of(SmallPlan.Cycle, "BH1", 1);
        Assert.Equal(await bench.Number(SmallPlan.Lee), stored.By);
        Assert.Equal(await bench.Number(SmallPlan.Cas), stored.OnBehalfOf);
        Assert.Contains(bench.Sent, mail => mail.ToAddress == SmallPlan.Lee && mail.Text.Contains("Here is what we recorded", StringComparison.Ordinal));
        Assert.Contains(bench.Sent, mail => mail.ToAddress == SmallPlan.Cas && mail.Subject == "Lee Lead has sent BH1 for you");
    }

    [Fact]
    public async Task The_project_manager_enters_a_figure_for_its_officer_and_gets_no_personal_link()
    {
        using QuarterBench bench = await QuarterBench.Opened();

        SendFigures act = await bench.Sending(SmallPlan.Pat, Forms.Value("SS1", "68.2"));
        QuarterBench.Accepted(await bench.Do(act with { Route = SubmissionRoute.EnteredForThem, OnBehalfOf = await bench.Number(SmallPlan.Ann) }));

        Assert.Equal(SubmissionRoute.EnteredForThem, (await bench.Records.Submissions.Of(SmallPlan.Cycle, "SS1", 1)).Route);
        Assert.DoesNotContain("/r/", Assert.Single(bench.Sent).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_kept_until_the_figure_is_sent()
    {
        using QuarterBench bench = await QuarterBench.Opened();

        Assert.True(await bench.Get<App.Cycles.Drafts>().Save(SmallPlan.Cycle, Forms.Value("SS1", "6")));
        Assert.Equal(FigureStatus.InProgress, (await bench.Figure("SS1")).Status);
        Assert.Equal("6", (await bench.Figure("SS1")).Draft?.Value);

        QuarterBench.Accepted(await bench.Send(SmallPlan.Ann, Forms.Value("SS1", "68.2")));
        Assert.Null((await bench.Figure("SS1")).Draft);
    }
}
