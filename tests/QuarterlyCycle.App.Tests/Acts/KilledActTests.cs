using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Audits;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Tests.Records;
using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Submissions;
using QuarterlyCycle.Orchestrations.Events;
using Xunit;

namespace QuarterlyCycle.App.Tests.Acts;

/// <summary>A process that is killed at each step of an act in turn, and another whose sweep takes over.</summary>
public sealed class KilledActTests
{
    [Fact]
    public async Task Killed_at_any_step_sent_figures_are_stored_once_or_not_at_all()
    {
        for (int step = 1; ; step++)
        {
            using QuarterBench bench = await QuarterBench.Opened();
            SendFigures act = await bench.Sending(SmallPlan.Ann, Forms.Value("SS1", "68.2"), Forms.Value("SS4", "18"));
            bool wasKilled = await KilledAt(bench, act, step);

            // Before its row is stored nothing has happened; the officer presses again.
            bool isStored = await bench.Get<ActRows>().Get(act.Id) is not null;
            foreach (string code in new[] { "SS1", "SS4" })
            {
                RequestedFigure figure = await bench.Figure(code);
                Assert.Equal(isStored ? FigureStatus.Sent : FigureStatus.NotStarted, figure.Status);
                Assert.Equal(isStored ? 1 : 0, (await bench.Records.Submissions.All(SmallPlan.Cycle, code)).Count);
            }

            Assert.Equal(isStored ? 2 : 0, (await bench.Get<Audit>().List(SmallPlan.Cycle)).Count(row => row.Entry.Act == "FigureSent"));
            Assert.Equal(isStored ? 2 : 0, bench.Client.Heard.Select(each => (each.Instance, each.Signal.Id)).Distinct().Count());
            Assert.Equal(isStored ? 1 : 0, bench.Sent.Count);
            if (!wasKilled)
            {
                return;
            }
        }
    }

    [Fact]
    public async Task Killed_at_any_step_a_revision_is_stored_once_or_not_at_all()
    {
        for (int step = 1; ; step += 3)
        {
            using QuarterBench bench = await QuarterBench.Opened();
            await bench.Send(SmallPlan.Ann, Forms.Value("SS1", "68.2"));
            bench.Clock.NowUtc = QuarterBench.Morning(11, 3);
            ReviseFigure act = new()
            {
                Id = "revision",
                AtUtc = bench.Clock.NowUtc,
                By = await bench.Number(SmallPlan.Pat),
                Cycle = SmallPlan.Cycle,
                Form = Forms.Value("SS1", "69"),
                Reason = CorrectionReason.LateData,
                Why = "Late data.",
            };
            bool wasKilled = await KilledAt(bench, act, step);

            bool isStored = await bench.Get<ActRows>().Get(act.Id) is not null;
            Assert.Equal(isStored, (await bench.Figure("SS1")).RevisedUtc is not null);
            Assert.Equal(isStored ? 2 : 1, (await bench.Records.Submissions.All(SmallPlan.Cycle, "SS1")).Count);
            Assert.Equal(isStored ? 1 : 0, (await bench.Get<Audit>().List(SmallPlan.Cycle)).Count(row => row.Entry.Act == "FigureCorrected"));
            if (!wasKilled)
            {
                return;
            }
        }
    }

    [Fact]
    public async Task Killed_at_any_step_a_correction_undoes_the_agreement_once_or_not_at_all()
    {
        for (int step = 1; ; step += 3)
        {
            using QuarterBench bench = await QuarterBench.Opened();
            await bench.Send(SmallPlan.Ann, Forms.Value("SS1", "68.2"));
            await bench.Agree(SmallPlan.Lee, "SS1");
            CorrectFigure act = await bench.Correcting(SmallPlan.Ann, Forms.Value("SS1", "69"));
            bool wasKilled = await KilledAt(bench, act, step);

            bool isStored = await bench.Get<ActRows>().Get(act.Id) is not null;
            RequestedFigure figure = await bench.Figure("SS1");
            Assert.Equal(isStored, figure.LostItsAgreement);
            Assert.Equal(isStored ? 2 : 1, (await bench.Records.Submissions.All(SmallPlan.Cycle, "SS1")).Count);
            Assert.Equal(isStored ? 2 : 1, bench.Sent.Count);
            if (!wasKilled)
            {
                return;
            }
        }
    }

    [Fact]
    public async Task Killed_at_any_step_a_question_is_raised_once_or_not_at_all()
    {
        for (int step = 1; ; step++)
        {
            using QuarterBench bench = await QuarterBench.Opened();
            await bench.Send(SmallPlan.Ann, Forms.Value("SS1", "68.2"));
            RaiseChallenge act = new()
            {
                Id = "ask",
                AtUtc = bench.Clock.NowUtc,
                By = await bench.Number(SmallPlan.Lee),
                Cycle = SmallPlan.Cycle,
                Measure = "SS1",
                Reason = ChallengeReason.Period,
                Words = "",
                AnswerByDate = new DateOnly(2025, 10, 8),
            };
            bool wasKilled = await KilledAt(bench, act, step);

            bool isStored = await bench.Get<ActRows>().Get(act.Id) is not null;
            Assert.Equal(isStored ? 1 : 0, (await bench.Records.Challenges.OfFigure(SmallPlan.Cycle, "SS1")).Count);
            Assert.Equal(isStored ? 1 : null, (await bench.Figure("SS1")).OpenChallenge);
            Assert.Equal(isStored, bench.Client.Heard.Any(each => each.Signal is ChallengeRaised));
            if (!wasKilled)
            {
                return;
            }
        }
    }

    [Fact]
    public async Task Killed_at_any_step_a_quarter_is_planned_whole()
    {
        for (int step = 1; ; step += 2)
        {
            using QuarterBench bench = await QuarterBench.Imported(QuarterBench.Morning(9, 29));
            StartCycle act = new() { Id = "start", AtUtc = bench.Clock.NowUtc, By = await bench.Number(SmallPlan.Pat), Cycle = SmallPlan.Cycle };
            bool wasKilled = await KilledAt(bench, act, step);

            if (await bench.Get<ActRows>().Get(act.Id) is not null)
            {
                await bench.Get<App.Cycles.CycleStart>().Run(bench.Client);
                Assert.Equal(6, (await bench.Records.Figures.All(SmallPlan.Cycle)).Count);
                Assert.Equal(3, (await bench.Records.DataRequests.All(SmallPlan.Cycle)).Count);
                Assert.Equal([SmallPlan.Cycle], bench.Client.Started);
            }
            else
            {
                Assert.Empty(await bench.Records.Cycles.All());
            }

            if (!wasKilled)
            {
                return;
            }
        }
    }

    [Fact]
    public async Task What_nobody_can_hear_any_more_is_shown_to_the_project_manager()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        string ann = await bench.Number(SmallPlan.Ann);
        RequestedFigure figure = await bench.Figure("SS1");
        bench.Client.Ended.UnionWith([$"{SmallPlan.Cycle}.request.{ann}", $"{SmallPlan.Cycle}.review.{figure.Reviewer}"]);

        QuarterBench.Accepted(await bench.Send(SmallPlan.Ann, Forms.Value("SS1", "68.2")));

        Assert.Single(await bench.Records.NeedsAttention.Open(SmallPlan.Cycle));
    }

    private static async Task<bool> KilledAt(QuarterBench bench, Act act, int step)
    {
        Fuse fuse = new(step);
        bench.DieWith(fuse);
        try
        {
            await bench.Do(act);
        }
        catch (KilledException)
        {
            Assert.True(fuse.HasBlown);
        }

        bench.Restart();
        await bench.Sweep();
        await bench.Deliver();
        return fuse.HasBlown;
    }
}
