using Microsoft.DurableTask;
using QuarterlyCycle.Orchestrations.Calls;
using QuarterlyCycle.Orchestrations.Events;
using QuarterlyCycle.Orchestrations.Waiting;

namespace QuarterlyCycle.Orchestrations.Clinics;

/// <summary>One performance clinic, from the invitation to the report back. It outlives its quarter, so it begins again after each milestone.</summary>
[DurableTask(nameof(PerformanceClinicOrchestrator))]
public sealed class PerformanceClinicOrchestrator : TaskOrchestrator<PerformanceClinicBrief, PerformanceClinicOutcome>
{
    private const int Invitation = 1;
    private const int Reminder = 2;

    /// <inheritdoc/>
    public override async Task<PerformanceClinicOutcome> RunAsync(TaskOrchestrationContext context, PerformanceClinicBrief input)
    {
        Doorbell<ClinicHeld> holding = new(context);
        Doorbell<ClinicClosed> closing = new(context);
        Doorbell<TimetableRevised> timetable = new(context);
        Doorbell<CycleCancelled> cancellation = new(context);
        Steps steps = new(context);
        DatesInUse dates = new(steps, input.Cycle, input.TimetableVersion);
        PerformanceClinicBrief clinic = input;
        ClinicProgress progress = input.Progress ?? ClinicProgress.None;
        bool beginAgain = false;

        PerformanceClinicOutcome Ended(ClinicResult result) => new(result, progress.FailedSteps + steps.Failed);

        while (true)
        {
            context.SetCustomStatus(progress.Held ? "Held" : "Called");
            if (!beginAgain)
            {
                await context.Until(NextUtc(clinic, progress), holding.Ring, closing.Ring, timetable.Ring, cancellation.Ring);
            }

            DateTime nowUtc = context.CurrentUtcDateTime;

            if (holding.HasRung)
            {
                if (await holding.Answer() is { } held)
                {
                    progress = progress with { Held = true };
                    clinic = clinic with { Milestones = held.Milestones ?? clinic.Milestones };
                }
            }
            else if (closing.HasRung)
            {
                await closing.Answer();
                return Ended(ClinicResult.Closed);
            }
            else if (timetable.HasRung)
            {
                if (await dates.Newer(await timetable.Answer()) is { } revised)
                {
                    clinic = clinic with { TimetableVersion = revised.Version, FindingsUtc = revised.Board.BuildUtc };
                }
            }
            else if (cancellation.HasRung)
            {
                await steps.Attempt(new WithdrawClinic(clinic.Clinic));
                return Ended(ClinicResult.Cancelled);
            }
            else if (beginAgain)
            {
                // Only here, with every bell answered and no timer or activity open: a signal taken but not answered would be lost.
                context.ContinueAsNew(new ContinueAsNewOptions
                {
                    NewInput = clinic with { Progress = progress with { FailedSteps = progress.FailedSteps + steps.Failed } },
                    NewVersion = QuarterRegistration.Version,
                    PreserveUnprocessedEvents = true,
                });
                return Ended(ClinicResult.NotClosed);
            }
            else if (nowUtc >= clinic.LastUtc)
            {
                return Ended(ClinicResult.NotClosed);
            }
            else if (!progress.Invited)
            {
                progress = progress with { Invited = true };
                await steps.Attempt(new InviteToClinic(clinic.Clinic, Invitation));
            }
            else if (!progress.Held && !progress.Reminded && nowUtc >= clinic.RemindUtc)
            {
                progress = progress with { Reminded = true };
                await steps.Attempt(new InviteToClinic(clinic.Clinic, Reminder));
            }
            else if (NextMilestone(clinic, progress) is { } milestone && nowUtc >= milestone.AtUtc)
            {
                progress = progress with { Checked = [.. progress.Checked, milestone.Number] };
                await steps.Attempt(new CheckMilestone(clinic.Clinic, milestone.Number));
                beginAgain = true;
            }
            else if (progress.Held && !progress.FindingsSent && nowUtc >= clinic.FindingsUtc)
            {
                progress = progress with { FindingsSent = true };
                await steps.Attempt(new SendFindingsToBoard(clinic.Clinic));
            }
        }
    }

    private static ClinicMilestone? NextMilestone(PerformanceClinicBrief clinic, ClinicProgress progress) =>
        clinic.Milestones.Where(milestone => !progress.Checked.Contains(milestone.Number)).MinBy(milestone => milestone.AtUtc);

    private static DateTime NextUtc(PerformanceClinicBrief clinic, ClinicProgress progress)
    {
        DateTime nextUtc = clinic.LastUtc;
        void Consider(bool wanted, DateTime? atUtc) => nextUtc = wanted && atUtc < nextUtc ? atUtc.Value : nextUtc;

        Consider(!progress.Invited, DateTime.MinValue);
        Consider(!progress.Held && !progress.Reminded, clinic.RemindUtc);
        Consider(true, NextMilestone(clinic, progress)?.AtUtc);
        Consider(progress.Held && !progress.FindingsSent, clinic.FindingsUtc);
        return nextUtc;
    }
}
