using QuarterlyCycle.App.Activities;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Tests.Acts;
using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.Cycles;
using QuarterlyCycle.Orchestrations;
using QuarterlyCycle.Orchestrations.Calls;
using Xunit;

namespace QuarterlyCycle.App.Tests.Activities;

public sealed class ReviewActivitiesTests
{
    [Fact]
    public async Task The_review_request_says_what_to_look_at_first_and_what_is_still_to_come()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        await bench.Send(SmallPlan.Ann, Forms.Value("SS1", "6.82", "The team was on strike."), Forms.Value("SS4", "18"));
        bench.Clock.NowUtc = QuarterBench.Morning(10, 20);

        await bench.Call(new SendReviewRequest(await Review(bench)));
        OutgoingMail mail = Assert.Single(await bench.Deliver());

        Assert.Equal("6 figures to review by Friday 24 October", mail.Subject);
        Assert.Contains("2 of 6 quarter 2 figures are in", mail.Text, StringComparison.Ordinal);
        Assert.Contains("SS1 Initial assessments on time: a check found something unusual; off target", mail.Text, StringComparison.Ordinal);
        Assert.Contains("SS3 Referrals answered (from Bob Busy)", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("6.82", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lead_officer_with_nothing_to_agree_is_not_reminded()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        await bench.Send(SmallPlan.Bob, Forms.Value("SS3", "80"));
        await bench.Agree(SmallPlan.Lee, "SS3");
        bench.Clock.NowUtc = QuarterBench.Morning(10, 22);

        await bench.Call(new SendReviewReminder(await Review(bench)));

        Assert.DoesNotContain(await bench.Deliver(), mail => mail.ToAddress == SmallPlan.Lee);
    }

    [Fact]
    public async Task Late_figures_are_named_on_one_day_and_not_again_on_the_next()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        bench.Clock.NowUtc = new DateTime(2025, 10, 20, 10, 0, 0, DateTimeKind.Utc);
        await bench.Send(SmallPlan.Bob, Forms.Value("SS3", "80"));
        await bench.Deliver();

        bench.Clock.NowUtc = QuarterBench.Morning(10, 21);
        await bench.Call(new SendLateFigures(await Review(bench), new DateOnly(2025, 10, 21)));
        Assert.Equal("1 late figure has arrived", Assert.Single(await bench.Deliver()).Subject);
        bench.Clock.NowUtc = QuarterBench.Morning(10, 22);
        await bench.Call(new SendLateFigures(await Review(bench), new DateOnly(2025, 10, 22)));
        Assert.Empty(await bench.Deliver());
    }

    [Fact]
    public async Task When_corrections_stop_figures_are_locked_and_open_questions_stay_open()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        await bench.Send(SmallPlan.Ann, Forms.Value("SS1", "68.2"), Forms.Value("SS4", "18"));
        await bench.Agree(SmallPlan.Lee, "SS4");
        await bench.Ask(SmallPlan.Lee, "SS1", "Is this right?");
        bench.Clock.NowUtc = new DateTime(2025, 10, 24, 16, 0, 0, DateTimeKind.Utc);

        Assert.Equal(ReviewResult.QuestionsOpen, await bench.Call(new CloseReview(await Review(bench))));

        Assert.True((await bench.Figure("SS1")).Locked);
        Assert.Equal(ChallengeState.LeftOpen, Assert.Single(await bench.Records.Challenges.OfFigure(SmallPlan.Cycle, "SS1")).State);
        Assert.StartsWith("Corrections closed", QuarterBench.Words(await bench.Ask(SmallPlan.Lee, "SS4", "And this?")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_review_in_which_every_figure_is_agreed_ends_as_agreed()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        await bench.Send(SmallPlan.Bob, Forms.Value("SS3", "80"));
        bench.Clock.NowUtc = new DateTime(2025, 10, 24, 15, 0, 0, DateTimeKind.Utc);
        ReviewKey review = await Review(bench);

        Assert.Equal(ReviewResult.NotReviewed, await bench.Call(new CloseReview(review)));
        await bench.Agree(SmallPlan.Lee, "SS3");
        Assert.Equal(ReviewResult.Agreed, await bench.Call(new CloseReview(review)));
    }

    [Fact]
    public async Task The_project_manager_hears_the_day_before_answers_stop_what_is_missing()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        await bench.Send(SmallPlan.Bob, Forms.Value("SS3", "80"));
        await bench.Deliver();
        bench.Clock.NowUtc = QuarterBench.Morning(10, 21);

        await bench.Call(new SendClosingNotice(SmallPlan.Cycle));
        OutgoingMail mail = Assert.Single(await bench.Deliver());

        Assert.Equal(SmallPlan.Pat, mail.ToAddress);
        Assert.Contains("SS1 Initial assessments on time (from Ann Able)", mail.Text, StringComparison.Ordinal);
        Assert.Contains("1 of 6", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cycle_with_something_missing_closes_with_gaps()
    {
        using QuarterBench bench = await QuarterBench.Opened();

        CycleClosing closing = await bench.Call(new CloseCycle(SmallPlan.Cycle));

        // Six figures, two groups that nobody signed for, and no decision.
        Assert.Equal(9, closing.Gaps);
        Assert.Equal(CycleState.ClosedWithGaps, (await bench.Records.Cycles.Of(SmallPlan.Cycle)).State);
    }

    [Fact]
    public async Task A_step_that_failed_is_one_row_for_the_project_manager()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        RecordNeedsAttention call = new(SmallPlan.Cycle, "SendPapers", "The disk is full.", $"{SmallPlan.Cycle}.group.stay-safe");

        await bench.Call(call);
        await bench.Call(call);

        Assert.Equal("The disk is full.", Assert.Single(await bench.Records.NeedsAttention.Open(SmallPlan.Cycle)).Reason);
    }

    [Fact]
    public async Task The_lists_of_the_cycle_are_those_cut_at_planning()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        string[] officers = [await bench.Number(SmallPlan.Ann), await bench.Number(SmallPlan.Bob), await bench.Number(SmallPlan.Cas)];

        Assert.Equal(officers, (await bench.Call(new ListDataRequests(SmallPlan.Cycle, 1))).Officers);
        Assert.Equal([new ReviewPart(await bench.Number(SmallPlan.Lee), 1)], (await bench.Call(new ListReviews(SmallPlan.Cycle))).Reviews);
        Assert.Equal(1, (await bench.Call(new ReadTimetable(SmallPlan.Cycle, 1))).Version);
    }

    [Fact]
    public void Every_call_has_exactly_one_activity()
    {
        Assert.Equal(
            QuarterRegistration.Calls.Select(call => call.Name).Order(StringComparer.Ordinal),
            QuarterActivities.All.Select(each => each.Name).Order(StringComparer.Ordinal));
    }

    private static async Task<ReviewKey> Review(QuarterBench bench) => new(SmallPlan.Cycle, await bench.Number(SmallPlan.Lee), 1);
}
