using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Cycles;
using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.Cycles;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Submissions;
using QuarterlyCycle.Orchestrations.Events;
using Xunit;

namespace QuarterlyCycle.App.Tests.Acts;

public sealed class RevisingAFigureTests
{
    private const string Why = "Two assessments were recorded late.";

    [Fact]
    public async Task A_revision_is_another_submission_with_its_class_and_reason_and_the_first_one_stays()
    {
        using QuarterBench bench = await Closed();

        QuarterBench.Accepted(await bench.Revise(Forms.Value("SS1", "69"), Why));

        IReadOnlyList<Submission> all = await bench.Records.Submissions.All(SmallPlan.Cycle, "SS1");
        Assert.Equal([69m, 68.2m], all.Select(submission => submission.Figure?.Value));
        Assert.Equal((1, true, CorrectionReason.LateData, Why), (all[0].Corrects, all[0].IsRevision, all[0].CorrectionReason, all[0].Explanation));
        Assert.Equal(await bench.Number(SmallPlan.Ann), all[0].OnBehalfOf);
        RequestedFigure figure = await bench.Figure("SS1");
        Assert.Equal((2, bench.Clock.NowUtc, FigureStatus.Sent), (figure.Submission, figure.RevisedUtc, figure.Status));
    }

    [Fact]
    public async Task A_figure_of_a_quarter_that_has_ended_can_be_revised_and_is_marked_from_then_on()
    {
        using QuarterBench bench = await Closed();
        await bench.Records.Cycles.Change(SmallPlan.Cycle, cycle => cycle with { State = CycleState.Closed, EndedUtc = bench.Clock.NowUtc });

        QuarterBench.Accepted(await bench.Revise(Forms.Value("SS1", "69"), Why));

        IndicatorHistory history = await bench.Get<FigureHistory>().Before("2025-26-Q3", SmallPlan.Make(), SmallPlan.Make().Indicator("SS1")!);
        Figure marked = history.Figures[^1];
        Assert.Equal((69m, Finality.Revised), (marked.Value, marked.Finality));
        Assert.DoesNotContain(bench.Client.Heard, heard => heard.Signal is FigureRevised);
    }

    [Fact]
    public async Task A_figure_that_nobody_supplied_can_be_revised_when_it_comes_at_last()
    {
        using QuarterBench bench = await Closed();

        QuarterBench.Accepted(await bench.Revise(Forms.Value("SS3", "80"), "The survey came in November."));

        Submission late = Assert.Single(await bench.Records.Submissions.All(SmallPlan.Cycle, "SS3"));
        Assert.Equal((1, null, true), (late.Number, late.Corrects, late.IsRevision));
    }

    [Theory]
    [InlineData(SmallPlan.Ann, "69", Why, "Only a project manager can do this. Ask Pat Manager.")]
    [InlineData(SmallPlan.Pat, "69", " ", "Enter why the figure is revised; the next report prints it")]
    [InlineData(SmallPlan.Pat, "169", Why, "Percentage must be between 0 and 100")]
    [InlineData(SmallPlan.Pat, "68.2", Why, "That is the answer that stands already. Change the figure or the comment.")]
    public async Task A_revision_is_refused_with_what_to_do(string by, string value, string why, string words)
    {
        using QuarterBench bench = await Closed();

        ActResult result = await bench.Revise(Forms.Value("SS1", value), why, by);

        Assert.IsType<ActResult.Refused>(result);
        Assert.Equal(words, QuarterBench.Words(result));
        Assert.Single(await bench.Records.Submissions.All(SmallPlan.Cycle, "SS1"));
    }

    [Fact]
    public async Task While_corrections_are_open_a_figure_is_corrected_and_not_revised()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        QuarterBench.Accepted(await bench.Send(SmallPlan.Ann, Forms.Value("SS1", "68.2")));

        Assert.Equal("SS1 can be corrected until 5pm on Friday 24 October 2025. Correct it instead.", QuarterBench.Words(await bench.Revise(Forms.Value("SS1", "69"), Why)));
    }

    [Fact]
    public async Task A_revision_of_what_was_never_asked_or_of_a_cancelled_quarter_is_refused()
    {
        using QuarterBench bench = await Closed();
        Assert.Equal("XX9 was not asked for in 2025-26-Q2, or the quarter was cancelled.", QuarterBench.Words(await bench.Revise(Forms.Value("XX9", "1"), Why)));

        await bench.Records.Cycles.Change(SmallPlan.Cycle, cycle => cycle with { State = CycleState.Cancelled });
        Assert.Equal("SS1 was not asked for in 2025-26-Q2, or the quarter was cancelled.", QuarterBench.Words(await bench.Revise(Forms.Value("SS1", "69"), Why)));
    }

    // Corrections stopped at 5pm on 24 October.
    private static async Task<QuarterBench> Closed()
    {
        QuarterBench bench = await QuarterBench.Opened();
        QuarterBench.Accepted(await bench.Send(SmallPlan.Ann, Forms.Value("SS1", "68.2")));
        bench.Clock.NowUtc = QuarterBench.Morning(11, 3);
        return bench;
    }
}
