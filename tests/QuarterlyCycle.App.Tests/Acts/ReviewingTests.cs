using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Orchestrations;
using QuarterlyCycle.Orchestrations.Calls;
using QuarterlyCycle.Orchestrations.Events;
using Xunit;

namespace QuarterlyCycle.App.Tests.Acts;

public sealed class ReviewingTests
{
    [Fact]
    public async Task Nobody_asks_about_a_figure_before_it_is_sent()
    {
        using QuarterBench bench = await QuarterBench.Opened();

        Assert.Equal("SS1 has not been sent yet, so there is nothing to ask about.", QuarterBench.Words(await bench.Ask(SmallPlan.Lee, "SS1", "Is this right?")));
    }

    [Fact]
    public async Task Only_the_reviewer_or_a_project_manager_asks()
    {
        using QuarterBench bench = await Sent();

        Assert.Equal("Lee Lead reviews SS1, so you cannot ask about it.", QuarterBench.Words(await bench.Ask(SmallPlan.Bob, "SS1", "Is this right?")));
        QuarterBench.Accepted(await bench.Ask(SmallPlan.Pat, "SS1", "Is this right?"));
    }

    [Fact]
    public async Task A_question_unlocks_exactly_that_figure_and_goes_to_its_officer()
    {
        using QuarterBench bench = await Sent();
        ReviewKey review = await Review(bench);
        await bench.Send(SmallPlan.Ann, Forms.Value("SS4", "18"));

        QuarterBench.Accepted(await bench.Ask(SmallPlan.Lee, "SS1", "Does this cover September?"));
        await bench.Call(new SendChallenge(review, "SS1", 1));
        bench.Clock.NowUtc = QuarterBench.Morning(10, 7);

        Assert.Equal(FigureStatus.QuestionRaised, (await bench.Figure("SS1")).Status);
        Assert.Equal(FigureStatus.Sent, (await bench.Figure("SS4")).Status);
        Assert.Single(bench.Client.To<ChallengeRaised>(InstanceIds.Review(SmallPlan.Cycle, review.Officer, 1)));
        OutgoingMail mail = Assert.Single(await bench.Deliver());
        Assert.Equal(SmallPlan.Ann, mail.ToAddress);
        Assert.Contains("Does this cover September?", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_on_the_last_afternoon_does_not_wait_for_the_morning()
    {
        using QuarterBench bench = await Sent();
        bench.Clock.NowUtc = new DateTime(2025, 10, 24, 11, 0, 0, DateTimeKind.Utc);
        string lee = await bench.Number(SmallPlan.Lee);

        QuarterBench.Accepted(await bench.Do((id, atUtc) => new RaiseChallenge
        {
            Id = id, AtUtc = atUtc, By = lee, Cycle = SmallPlan.Cycle, Measure = "SS1", Reason = ChallengeReason.Period, Words = "", AnswerByDate = new DateOnly(2025, 10, 24),
        }));
        await bench.Call(new SendChallenge(await Review(bench), "SS1", 1));

        Assert.Contains("Does SS1 cover July to September 2025?", Assert.Single(await bench.Deliver()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_figure_that_is_sent_back_needs_changing()
    {
        using QuarterBench bench = await Sent();
        ReviewKey review = await Review(bench);

        Assert.Equal("Enter what needs changing", QuarterBench.Words(await bench.Ask(SmallPlan.Lee, "SS1", " ", sendBack: true)));
        QuarterBench.Accepted(await bench.Ask(SmallPlan.Lee, "SS1", "It is the year's figure", sendBack: true));
        await bench.Call(new SendChallenge(review, "SS1", 1));
        bench.Clock.NowUtc = QuarterBench.Morning(10, 7);

        Assert.Equal("SS1 needs changing", Assert.Single(await bench.Deliver()).Subject);
    }

    [Fact]
    public async Task An_answer_goes_back_to_who_asked_and_a_question_answered_meanwhile_is_not_sent()
    {
        using QuarterBench bench = await Sent();
        ReviewKey review = await Review(bench);
        await bench.Ask(SmallPlan.Pat, "SS1", "Is this right?");
        await bench.Call(new SendChallenge(review, "SS1", 1));

        Assert.Equal("Enter your answer", QuarterBench.Words(await Answer(bench, "")));
        QuarterBench.Accepted(await Answer(bench, "Yes, we checked it twice."));
        await bench.Call(new SendChallengeAnswer(review, "SS1", 1, "act9"));
        bench.Clock.NowUtc = QuarterBench.Morning(10, 7);

        Assert.Equal(FigureStatus.Sent, (await bench.Figure("SS1")).Status);
        OutgoingMail mail = Assert.Single(await bench.Deliver());
        Assert.Equal(SmallPlan.Pat, mail.ToAddress);
        Assert.Contains("Yes, we checked it twice.", mail.Text, StringComparison.Ordinal);
        Assert.Equal("This question is already answered.", QuarterBench.Words(await Answer(bench, "Again")));
    }

    [Fact]
    public async Task Agreeing_locks_the_figure_and_closes_its_question()
    {
        using QuarterBench bench = await Sent();
        ReviewKey review = await Review(bench);
        await bench.Ask(SmallPlan.Lee, "SS1", "Is this right?");
        await Answer(bench, "Yes.");

        QuarterBench.Accepted(await bench.Agree(SmallPlan.Lee, "SS1"));
        FigureAgreed agreed = Assert.Single(bench.Client.To<FigureAgreed>(InstanceIds.Review(SmallPlan.Cycle, review.Officer, 1)));
        await bench.Call(new SendAgreed(review, agreed.Measures, agreed.Id));
        bench.Clock.NowUtc = QuarterBench.Morning(10, 7);

        Assert.Equal(FigureStatus.Agreed, (await bench.Figure("SS1")).Status);
        Assert.Equal(ChallengeState.Closed, Assert.Single(await bench.Records.Challenges.OfFigure(SmallPlan.Cycle, "SS1")).State);
        Assert.Equal("SS1 is agreed", Assert.Single(await bench.Deliver()).Subject);
        Assert.Equal("Lee Lead has already agreed SS1.", QuarterBench.Words(await bench.Agree(SmallPlan.Lee, "SS1")));
    }

    [Fact]
    public async Task Nobody_agrees_a_figure_they_sent_and_the_next_reviewer_is_asked()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        QuarterBench.Accepted(await bench.Send(SmallPlan.Lee, Forms.Value("BH1", "28")));

        ActResult result = await bench.Agree(SmallPlan.Lee, "BH1");
        bench.Clock.NowUtc = QuarterBench.Morning(10, 7);
        await bench.Deliver();

        Assert.Equal("You sent this figure, so someone else has to agree it. We've asked Pat Manager.", QuarterBench.Words(result));
        Assert.Contains(bench.Sent, mail => mail.ToAddress == SmallPlan.Pat && mail.Subject == "1 figure to review by Friday 24 October");
        QuarterBench.Accepted(await bench.Agree(SmallPlan.Pat, "BH1"));
    }

    [Fact]
    public async Task Nobody_agrees_a_figure_that_was_sent_for_them()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        await bench.Send(SmallPlan.Lee, Forms.Value("BH1", "28"));

        Assert.StartsWith("You sent this figure", QuarterBench.Words(await bench.Agree(SmallPlan.Cas, "BH1")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_agrees_a_figure_they_have_not_seen()
    {
        using QuarterBench bench = await Sent();
        string lee = await bench.Number(SmallPlan.Lee);
        await bench.Do(await bench.Correcting(SmallPlan.Ann, Forms.Value("SS1", "69")));

        ActResult result = await bench.Do((id, atUtc) => new AgreeFigures
        {
            Id = id, AtUtc = atUtc, By = lee, Cycle = SmallPlan.Cycle, Measures = ["SS1"], Seen = new Dictionary<string, int> { ["SS1"] = 1 },
        });

        Assert.Equal("SS1 changed since you looked at it. Look at the new figure.", QuarterBench.Words(result));
    }

    private static async Task<QuarterBench> Sent()
    {
        QuarterBench bench = await QuarterBench.Opened();
        QuarterBench.Accepted(await bench.Send(SmallPlan.Ann, Forms.Value("SS1", "68.2")));
        return bench;
    }

    private static async Task<ReviewKey> Review(QuarterBench bench) => new(SmallPlan.Cycle, await bench.Number(SmallPlan.Lee), 1);

    private static async Task<ActResult> Answer(QuarterBench bench, string words)
    {
        string ann = await bench.Number(SmallPlan.Ann);
        return await bench.Do((id, atUtc) => new AnswerChallenge { Id = id, AtUtc = atUtc, By = ann, Cycle = SmallPlan.Cycle, Measure = "SS1", Challenge = 1, Answer = words });
    }
}
