using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Submissions;
using QuarterlyCycle.Orchestrations;
using QuarterlyCycle.Orchestrations.Calls;
using QuarterlyCycle.Orchestrations.Events;
using Xunit;

namespace QuarterlyCycle.App.Tests.Acts;

public sealed class CorrectingAFigureTests
{
    [Fact]
    public async Task A_correction_is_another_submission_and_the_first_one_stays()
    {
        using QuarterBench bench = await Sent();

        QuarterBench.Accepted(await bench.Do(await bench.Correcting(SmallPlan.Ann, Forms.Value("SS1", "69"))));

        IReadOnlyList<Submission> all = await bench.Records.Submissions.All(SmallPlan.Cycle, "SS1");
        Assert.Equal([69m, 68.2m], all.Select(submission => submission.Figure?.Value));
        Assert.Equal(1, all[0].Corrects);
        Assert.Equal(2, (await bench.Figure("SS1")).Submission);
        OutgoingMail receipt = Assert.Single(bench.Sent, mail => mail.Subject.StartsWith("We've recorded your correction", StringComparison.Ordinal));
        Assert.Contains("Was: 68.2%", receipt.Text, StringComparison.Ordinal);
        Assert.Contains("Recorded: 69.0%", receipt.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_figure_that_was_not_sent_is_not_corrected()
    {
        using QuarterBench bench = await QuarterBench.Opened();

        ActResult result = await bench.Do(await bench.Correcting(SmallPlan.Ann, Forms.Value("SS1", "69")));

        Assert.Equal("SS1 has not been sent yet, so there is nothing to correct. Send it instead.", QuarterBench.Words(result));
    }

    [Fact]
    public async Task A_correction_undoes_an_agreement_and_the_reviewer_is_told_once()
    {
        using QuarterBench bench = await Sent();
        string lee = await bench.Number(SmallPlan.Lee);
        QuarterBench.Accepted(await bench.Agree(SmallPlan.Lee, "SS1"));

        CorrectFigure act = await bench.Correcting(SmallPlan.Ann, Forms.Value("SS1", "69"), CorrectionReason.LateData);
        QuarterBench.Accepted(await bench.Do(act));

        RequestedFigure figure = await bench.Figure("SS1");
        Assert.Equal(FigureStatus.Sent, figure.Status);
        Assert.True(figure.LostItsAgreement);
        Assert.Equal(2, bench.Client.To<SubmissionReceived>(InstanceIds.Review(SmallPlan.Cycle, lee, 1)).Count());
        SendChangeAfterAgreement call = new(new ReviewKey(SmallPlan.Cycle, lee, 1), ["SS1"], act.Id);
        await bench.Call(call);
        await bench.Call(call);
        bench.Clock.NowUtc = QuarterBench.Morning(10, 7);
        OutgoingMail mail = Assert.Single(await bench.Deliver());
        Assert.Equal(SmallPlan.Lee, mail.ToAddress);
        Assert.Equal("SS1 changed after you agreed it", mail.Subject);
        Assert.Contains("late data", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_corrections_stop_a_correction_is_refused_with_the_date_and_who_decides()
    {
        using QuarterBench bench = await Sent();
        bench.Clock.NowUtc = new DateTime(2025, 10, 24, 16, 0, 0, DateTimeKind.Utc);

        ActResult result = await bench.Do(await bench.Correcting(SmallPlan.Ann, Forms.Value("SS1", "69")));

        Assert.Equal("Corrections closed at 5pm on Friday 24 October 2025. Pat Manager decides on reopening.", QuarterBench.Words(result));
    }

    [Fact]
    public async Task A_correction_of_a_questioned_figure_answers_the_question()
    {
        using QuarterBench bench = await Sent();
        string lee = await bench.Number(SmallPlan.Lee);
        QuarterBench.Accepted(await bench.Ask(SmallPlan.Lee, "SS1", "Is this right?"));

        QuarterBench.Accepted(await bench.Do(await bench.Correcting(SmallPlan.Ann, Forms.Value("SS1", "69"))));

        Assert.Equal(ChallengeState.Corrected, Assert.Single(await bench.Records.Challenges.OfFigure(SmallPlan.Cycle, "SS1")).State);
        Assert.Null((await bench.Figure("SS1")).OpenChallenge);
        Assert.Single(bench.Client.To<ChallengeAnswered>(InstanceIds.Review(SmallPlan.Cycle, lee, 1)));
    }

    [Fact]
    public async Task A_figure_that_a_pack_has_printed_is_revised_for_every_group_that_printed_it()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        await bench.Send(SmallPlan.Bob, Forms.Value("SS3", "80"));
        await bench.Records.Packs.Insert(Pack("stay-safe", PackState.Issued, bench.Clock.NowUtc));
        await bench.Records.Packs.Insert(Pack("be-healthy", PackState.Draft, null));

        QuarterBench.Accepted(await bench.Do(await bench.Correcting(SmallPlan.Bob, Forms.Value("SS3", "82"))));
        bench.Clock.NowUtc = QuarterBench.Morning(10, 7);
        await bench.Deliver();

        Assert.Single(bench.Client.To<FigureRevised>(InstanceIds.OutcomeGroup(SmallPlan.Cycle, "stay-safe")));
        Assert.Single(bench.Client.To<FigureRevised>(InstanceIds.OutcomeGroup(SmallPlan.Cycle, "be-healthy")));
        Assert.Contains(bench.Sent, mail => mail.ToAddress == SmallPlan.Bob && mail.Text.Contains("marked [r] next quarter", StringComparison.Ordinal));
        Assert.Contains(bench.Sent, mail => mail.ToAddress == SmallPlan.Pat && mail.Text.Contains("Stay Safe report, version 1", StringComparison.Ordinal));
    }

    private static async Task<QuarterBench> Sent()
    {
        QuarterBench bench = await QuarterBench.Opened();
        QuarterBench.Accepted(await bench.Send(SmallPlan.Ann, Forms.Value("SS1", "68.2")));
        return bench;
    }

    private static PackVersion Pack(string body, PackState state, DateTime? issuedUtc) => new()
    {
        Cycle = SmallPlan.Cycle,
        Body = body,
        Version = 1,
        State = state,
        BuiltUtc = QuarterBench.Morning(10, 6),
        Files = [],
        Seal = "seal",
        Cause = "test",
        IssuedUtc = issuedUtc,
    };
}
