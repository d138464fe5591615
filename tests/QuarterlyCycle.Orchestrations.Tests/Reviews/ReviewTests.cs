using QuarterlyCycle.Orchestrations.Calls;
using QuarterlyCycle.Orchestrations.Events;
using QuarterlyCycle.Orchestrations.Reviews;
using QuarterlyCycle.Orchestrations.Tests.Rehearsing;
using Xunit;

namespace QuarterlyCycle.Orchestrations.Tests.Reviews;

public sealed class ReviewTests
{
    private const string Lead = "o0009";
    private const string Officer = "o0002";
    private static readonly string Instance = InstanceIds.Review(Quarter2.Cycle, Lead, 1);

    [Fact]
    public async Task A_lead_officer_who_agrees_everything_before_the_reminder_gets_only_the_request()
    {
        await using Rehearsal quarter = Reviewed()
            .On(10, 10, 14, act => act.Answer(Officer, "SS1", "SS3"))
            .On(21, 10, 14, act => act.Agree("SS1", "SS3"));

        ReviewOutcome outcome = await Run(quarter);

        Assert.Equal(["9am 20 October: E30, 2 of 2 figures in", "5pm 24 October: figures locked, Agreed"], quarter.Trace.TimesAbout(Lead));
        Assert.Empty(quarter.Trace.About(Officer));
        Assert.Equal(new ReviewOutcome(ReviewResult.Agreed, 0), outcome);
    }

    [Fact]
    public async Task A_lead_officer_who_does_nothing_is_reminded_once_and_the_figures_are_locked_unreviewed()
    {
        await using Rehearsal quarter = Reviewed().On(10, 10, 14, act => act.Answer(Officer, "SS1", "SS3"));

        ReviewOutcome outcome = await Run(quarter);

        Assert.Equal(
            ["20 October: E30, 2 of 2 figures in", "22 October: E31, 0 of 2 agreed", "24 October: figures locked, NotReviewed"],
            quarter.Trace.About(Lead));
        Assert.Equal(ReviewResult.NotReviewed, outcome.Result);
    }

    [Fact]
    public async Task Late_figures_are_listed_the_next_morning_and_only_once()
    {
        await using Rehearsal quarter = Reviewed()
            .On(20, 10, 15, act => act.Answer(Officer, "SS1"))
            .On(22, 10, 15, act => act.Answer(Officer, "SS3"));

        await Run(quarter);

        Assert.Equal(
            [
                "20 October: E30, 0 of 2 figures in",
                "21 October: E33, 1 late figures (21 October)",
                "22 October: E31, 0 of 2 agreed",
                "23 October: E33, 1 late figures (23 October)",
                "24 October: figures locked, NotReviewed",
            ],
            quarter.Trace.About(Lead));
    }

    [Fact]
    public async Task A_question_may_be_asked_as_soon_as_the_figure_comes_and_goes_round_until_it_is_agreed()
    {
        await using Rehearsal quarter = Reviewed()
            .On(8, 10, 11, act => act.Answer(Officer, "SS1", "SS3"))
            .On(8, 10, 14, act => act.Question("SS1", 1))
            .On(9, 10, 10, act => act.AnswerQuestion("SS1", 1))
            .On(9, 10, 15, act => act.Question("SS1", 2))
            .On(10, 10, 10, act => act.AnswerQuestion("SS1", 2))
            .On(21, 10, 10, act => act.Agree("SS1", "SS3"));

        ReviewOutcome outcome = await Run(quarter);

        Assert.Equal(
            ["8 October: E20, question 1 about SS1", "9 October: E20, question 2 about SS1", "21 October: E21, SS1 is agreed"],
            quarter.Trace.About(Officer));
        Assert.Equal(
            ["9 October: E32, answer 1 about SS1", "10 October: E32, answer 2 about SS1"],
            quarter.Trace.About(Lead).Take(2));
        Assert.Equal(ReviewResult.Agreed, outcome.Result);
    }

    [Fact]
    public async Task A_question_still_open_when_corrections_stop_ends_as_question_open()
    {
        await using Rehearsal quarter = Reviewed()
            .On(8, 10, 11, act => act.Answer(Officer, "SS1", "SS3"))
            .On(21, 10, 10, act => act.Agree("SS3"))
            .On(24, 10, 15, act => act.Question("SS1", 1));

        ReviewOutcome outcome = await Run(quarter);

        Assert.Equal(ReviewResult.QuestionsOpen, outcome.Result);
        Assert.Equal(["24 October: E20, question 1 about SS1"], quarter.Trace.About(Officer));
    }

    [Fact]
    public async Task A_correction_before_corrections_stop_undoes_the_agreement_and_the_lead_officer_hears()
    {
        await using Rehearsal quarter = Reviewed()
            .On(10, 10, 14, act => act.Answer(Officer, "SS1", "SS3"))
            .On(20, 10, 14, act => act.Agree("SS1", "SS3"))
            .On(23, 10, 14, act => act.Answer(Officer, "SS3"))
            .On(24, 10, 10, act => act.Agree("SS3"));

        ReviewOutcome outcome = await Run(quarter);

        Assert.Contains("23 October: E34, SS3 changed after agreement", quarter.Trace.About(Lead));
        Assert.Equal(ReviewResult.Agreed, outcome.Result);
    }

    [Fact]
    public async Task An_agreed_figure_that_was_never_questioned_is_not_announced()
    {
        await using Rehearsal quarter = Reviewed()
            .On(10, 10, 14, act => act.Answer(Officer, "SS1", "SS3"))
            .On(21, 10, 14, act => act.Agree("SS1"));

        await Run(quarter);

        Assert.Empty(quarter.Trace.About(Officer));
    }

    [Fact]
    public async Task A_review_that_starts_late_sends_the_request_without_a_reminder_and_only_the_newest_late_figures()
    {
        await using Rehearsal quarter = Reviewed(Rehearsal.BeginAt(Quarter2.At(23, 10, 12)));
        foreach (AskedMeasure measure in quarter.Records.Measures)
        {
            measure.AnsweredUtc = Quarter2.At(21, 10, 12);
        }

        await Run(quarter);

        Assert.Equal(
            ["23 October: E30, 2 of 2 figures in", "23 October: E33, 2 late figures (23 October)", "24 October: figures locked, NotReviewed"],
            quarter.Trace.About(Lead));
    }

    [Fact]
    public async Task After_corrections_have_stopped_nothing_stale_is_sent()
    {
        await using Rehearsal quarter = Reviewed(Rehearsal.BeginAt(Quarter2.At(25, 10, 12)));

        await Run(quarter);

        Assert.Equal(["25 October: figures locked, Agreed"], quarter.Trace.About(Lead));
    }

    [Fact]
    public async Task When_the_outage_has_moved_the_end_the_figures_are_not_locked_before_the_signal_arrives()
    {
        await using Rehearsal quarter = Reviewed().On(10, 10, 14, act => act.Answer(Officer, "SS1", "SS3"));
        quarter.On(24, 10, 16, act =>
        {
            act.StoreTimetable(dates => dates with { CorrectionsStopUtc = Quarter2.At(27, 10, 17) });
            return Task.CompletedTask;
        })
            .On(27, 10, 10, act => act.Agree("SS1", "SS3"));

        ReviewOutcome outcome = await Run(quarter);

        Assert.Equal("5pm 27 October: figures locked, Agreed", quarter.Trace.TimesAbout(Lead)[^1]);
        Assert.Equal(ReviewResult.Agreed, outcome.Result);
    }

    [Fact]
    public async Task A_question_heard_twice_is_sent_once()
    {
        await using Rehearsal quarter = Reviewed().On(8, 10, 11, act => act.Answer(Officer, "SS1", "SS3"));
        ChallengeRaised signal = new("same", Quarter2.At(8, 10, 12), Lead, "SS1", 1);
        quarter.On(8, 10, 12, _ => quarter.Raise(Instance, signal)).On(8, 10, 13, _ => quarter.Raise(Instance, signal));

        await Run(quarter);

        Assert.Equal(["8 October: E20, question 1 about SS1"], quarter.Trace.About(Officer));
    }

    [Fact]
    public async Task Two_questions_in_the_same_moment_are_both_sent()
    {
        await using Rehearsal quarter = Reviewed().On(8, 10, 11, act => act.Answer(Officer, "SS1", "SS3"));
        quarter.On(8, 10, 12, async act =>
        {
            await act.Question("SS1", 1);
            await act.Question("SS3", 1);
        });

        await Run(quarter);

        Assert.Equal(["8 October: E20, question 1 about SS1", "8 October: E20, question 1 about SS3"], quarter.Trace.About(Officer));
    }

    private static Rehearsal Reviewed(Rehearsal? quarter = null) => (quarter ?? Rehearsal.Begin()).Ask(Officer, Lead, "SS1", "SS3");

    private static Task<ReviewOutcome> Run(Rehearsal quarter) => quarter.Run<ReviewOutcome>(
        nameof(ReviewAndChallengeOrchestrator),
        Instance,
        new ReviewBrief(new ReviewKey(Quarter2.Cycle, Lead, 1), 1, ReviewDates.Of(Quarter2.Timetable)));
}
