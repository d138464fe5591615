using Microsoft.DurableTask;
using QuarterlyCycle.Orchestrations.Calls;
using QuarterlyCycle.Orchestrations.Events;
using QuarterlyCycle.Orchestrations.Waiting;

namespace QuarterlyCycle.Orchestrations.Boards;

/// <summary>The board's weeks: pack, publication, meeting and decisions.</summary>
[DurableTask(nameof(BoardPackOrchestrator))]
public sealed class BoardPackOrchestrator : TaskOrchestrator<BoardPackBrief, BoardPackOutcome>
{
    private const int Request = 1;
    private const int Reminder = 2;

    /// <inheritdoc/>
    public override async Task<BoardPackOutcome> RunAsync(TaskOrchestrationContext context, BoardPackBrief input)
    {
        Doorbell<PackIssued> issue = new(context);
        Doorbell<PackReplaced> replacement = new(context);
        Doorbell<PackWithdrawn> withdrawal = new(context);
        Doorbell<DecisionsRecorded> decisions = new(context);
        Doorbell<TimetableRevised> timetable = new(context);
        Doorbell<CycleCancelled> cancellation = new(context);
        Steps steps = new(context);
        PackKey pack = input.Pack;
        DatesInUse dates = new(steps, pack.Cycle, input.TimetableVersion);
        Agenda<BoardStep> agenda = new(BoardSteps.Of(input.Dates));
        DateTime publicationUtc = input.Dates.PublicationUtc;
        DateTime lastUtc = input.Dates.LastUtc;

        context.SetCustomStatus("Waiting for the sign-offs");
        while (true)
        {
            await context.Until(
                agenda.NextUtc, issue.Ring, replacement.Ring, withdrawal.Ring, decisions.Ring, timetable.Ring, cancellation.Ring);
            DateTime nowUtc = context.CurrentUtcDateTime;

            if (issue.HasRung)
            {
                if (await issue.Answer() is { } issued)
                {
                    context.SetCustomStatus("Pack with the secretary");
                    await steps.Attempt(new SendToSecretary(pack, issued.Version));
                }
            }
            else if (replacement.HasRung)
            {
                if (await replacement.Answer() is { } replaced)
                {
                    await steps.Attempt(new SendReplacement(pack, replaced.Version));
                }
            }
            else if (withdrawal.HasRung)
            {
                if (await withdrawal.Answer() is { } withdrawn)
                {
                    context.SetCustomStatus("Pack withdrawn");
                    await steps.Attempt(new SendWithdrawal(pack, withdrawn.Version));
                }
            }
            else if (decisions.HasRung)
            {
                if (await decisions.Answer() is { } recorded)
                {
                    await steps.Attempt(new SendDecisions(pack, recorded.Id));
                    return new BoardPackOutcome(BoardPackResult.DecisionsRecorded, steps.Failed);
                }
            }
            else if (timetable.HasRung)
            {
                if (await dates.Newer(await timetable.Answer()) is { } revised)
                {
                    agenda.Move(BoardSteps.Of(revised.Board));
                    (publicationUtc, lastUtc) = (revised.Board.PublicationUtc, revised.Board.LastUtc);
                }
            }
            else if (cancellation.HasRung)
            {
                await steps.Attempt(new WithdrawPacks(pack));
                return new BoardPackOutcome(BoardPackResult.Cancelled, steps.Failed);
            }
            else if (nowUtc >= lastUtc)
            {
                if (await dates.Newest() is { } moved)
                {
                    agenda.Move(BoardSteps.Of(moved.Board));
                    (publicationUtc, lastUtc) = (moved.Board.PublicationUtc, moved.Board.LastUtc);
                    continue;
                }

                BoardPackResult result = await context.CallActivity(new CloseBoardPack(pack));
                return new BoardPackOutcome(result, steps.Failed);
            }
            else if (agenda.Take(nowUtc) is { } due)
            {
                switch (due.Step)
                {
                    case BoardStep.WarnSecretary when nowUtc < publicationUtc:
                        await steps.Attempt(new WarnSecretary(pack));
                        break;
                    case BoardStep.Build:
                        await Build(context, steps, pack);
                        break;
                    case BoardStep.AskDecisions:
                        context.SetCustomStatus("Waiting for the board's decisions");
                        // A reminder that is overdue together with the request has nothing to remind of.
                        agenda.DropIfDue(BoardStep.RemindDecisions, nowUtc);
                        await steps.Attempt(new AskForDecisions(pack, Request));
                        break;
                    case BoardStep.RemindDecisions:
                        await steps.Attempt(new AskForDecisions(pack, Reminder));
                        break;
                }
            }
        }
    }

    private static async Task Build(TaskOrchestrationContext context, Steps steps, PackKey pack)
    {
        context.SetCustomStatus("Pack ready to check");
        if (await steps.Ask<BuiltPack?>(new BuildPack(pack, Draft: 1), otherwise: null) is { } built)
        {
            await steps.Attempt(new SendDraftReady(pack, built.Version));
        }
    }
}
