using Microsoft.DurableTask.Client;
using QuarterlyCycle.App.Cycles;
using QuarterlyCycle.App.Plans;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Clinics;
using QuarterlyCycle.Domain.Timetables;
using QuarterlyCycle.Orchestrations;
using QuarterlyCycle.Orchestrations.Clinics;

namespace QuarterlyCycle.App.Packs;

/// <summary>Starts the orchestration of each clinic that is called. Run by the page that called one, and every five minutes.</summary>
public sealed class ClinicStart(QuarterRecords records, PlanLibrary plans)
{
    private static readonly TimeOnly Morning = new(9, 0);

    // Half a year sees the findings through two boards.
    private static readonly TimeSpan LongestClinic = TimeSpan.FromDays(182);

    public async Task Run(DurableTaskClient client, CancellationToken cancellation = default)
    {
        foreach (Clinic clinic in (await records.Clinics.All(cancellation)).Where(clinic => clinic.State is ClinicState.Called or ClinicState.Held))
        {
            await OnceOnly.Start(client, nameof(PerformanceClinicOrchestrator), InstanceIds.Clinic(clinic.Code), await Brief(clinic, cancellation), cancellation);
        }
    }

    private async Task<PerformanceClinicBrief> Brief(Clinic clinic, CancellationToken cancellation)
    {
        DateOnly holdBy = clinic.HoldByDate ?? throw new InvalidOperationException($"The clinic {clinic.Code} is called without a date.");
        WorkingDays workingDays = new((await plans.ForCycle(clinic.Cycle, cancellation)).Calendar);
        Timetable timetable = await records.Timetables.InForce(clinic.Cycle, cancellation);
        DateTime heldUtc = LondonTime.ToUtc(holdBy, Morning);
        DateTime findingsUtc = timetable.Board.BuildUtc > heldUtc ? timetable.Board.BuildUtc : LondonTime.ToUtc(workingDays.After(holdBy), Morning);
        return new PerformanceClinicBrief(
            clinic.Code,
            clinic.Measure,
            clinic.Cycle,
            timetable.Version,
            LondonTime.ToUtc(workingDays.Before(holdBy), Morning),
            [],
            findingsUtc,
            heldUtc + LongestClinic);
    }
}
