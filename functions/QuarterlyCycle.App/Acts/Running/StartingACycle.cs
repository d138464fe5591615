using QuarterlyCycle.App.Cycles;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Cycles;
using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.App.Acts;

/// <summary>The project manager starts a quarter: its rows are written, and then its orchestration is started.</summary>
public sealed class StartingACycle(QuarterRecords records, CyclePlanner planner, Standing standing) : Deed<StartCycle>
{
    /// <inheritdoc />
    protected override async Task<ActResult?> Check(StartCycle act, CancellationToken cancellation)
    {
        if (await standing.WhyNotProjectManager(act.By, cancellation) is { } notTheirs)
        {
            return notTheirs;
        }

        if (!Quarter.TryParse(act.Cycle, out Quarter quarter) || quarter.Code != act.Cycle)
        {
            return new ActResult.Refused([new FieldError("cycle", "Enter a quarter, like 2025-26-Q2")]);
        }

        if (await records.Cycles.Get(act.Cycle, cancellation) is { } known)
        {
            return ActResult.Because(known.State == CycleState.Cancelled ? "This quarter was cancelled and cannot be started again." : "This quarter has already been started.");
        }

        IReadOnlyList<string> faults = (await planner.Draft(quarter, cancellation)).Faults;
        return faults.Count > 0 ? new ActResult.Refused([.. faults.Select(fault => new FieldError("", fault))]) : null;
    }

    /// <inheritdoc />
    protected override async Task<Effect> Do(StartCycle act, CancellationToken cancellation)
    {
        IReadOnlyList<string> faults = await planner.Plan(Quarter.Parse(act.Cycle), act.By, cancellation);
        return new Effect(act.Cycle)
        {
            StartsCycle = faults.Count == 0,
            NotTaken = [.. faults.Select(fault => new FieldError("", fault))],
        };
    }
}
