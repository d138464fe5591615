using Microsoft.DurableTask;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.Cycles;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Timetables;
using QuarterlyCycle.Orchestrations.Calls;

namespace QuarterlyCycle.App.Activities;

public sealed class OpeningTheCycle(QuarterRecords records) : TaskActivity<OpenCycle, Done>
{
    public override async Task<Done> RunAsync(TaskActivityContext context, OpenCycle input)
    {
        await records.Cycles.Change(input.Cycle, cycle => cycle.State == CycleState.Planned ? cycle with { State = CycleState.Open } : null);
        return new Done();
    }
}

public sealed class ClosingTheCycle(QuarterRecords records, TimeProvider clock) : TaskActivity<CloseCycle, CycleClosing>
{
    public override async Task<CycleClosing> RunAsync(TaskActivityContext context, CloseCycle input)
    {
        int gaps = await Gaps(input.Cycle);
        DateTime nowUtc = clock.GetUtcNow().UtcDateTime;
        await records.Cycles.Change(
            input.Cycle,
            cycle => cycle.State is CycleState.Planned or CycleState.Open
                ? cycle with { State = gaps == 0 ? CycleState.Closed : CycleState.ClosedWithGaps, EndedUtc = nowUtc }
                : null);
        return new CycleClosing(gaps);
    }

    private async Task<int> Gaps(string cycle)
    {
        IReadOnlyList<RequestedFigure> figures = await records.Figures.All(cycle);
        int gaps = figures.Count(figure => figure.Status == FigureStatus.NotSupplied || figure.IsOutstanding);
        Timetable timetable = await records.Timetables.InForce(cycle);
        foreach (GroupDates group in timetable.Groups)
        {
            gaps += await IsSigned(cycle, group.Body) ? 0 : 1;
        }

        return gaps + ((await records.Decisions.All(cycle)).Count > 0 ? 0 : 1);
    }

    private async Task<bool> IsSigned(string cycle, string body) =>
        await records.Packs.Issued(cycle, body) is { } issued
        && await records.SignOffs.Signature(cycle, body, issued.Version, issued.Seal) is not null;
}

public sealed class WithdrawingTheCycle(QuarterRecords records, TimeProvider clock) : TaskActivity<WithdrawCycle, Done>
{
    public override async Task<Done> RunAsync(TaskActivityContext context, WithdrawCycle input)
    {
        DateTime nowUtc = clock.GetUtcNow().UtcDateTime;
        await records.Cycles.Change(
            input.Cycle,
            cycle => cycle.State == CycleState.Cancelled ? null : cycle with { State = CycleState.Cancelled, EndedUtc = nowUtc });
        return new Done();
    }
}

public sealed class RecordingAttention(QuarterRecords records, TimeProvider clock) : TaskActivity<RecordNeedsAttention, Done>
{
    public override async Task<Done> RunAsync(TaskActivityContext context, RecordNeedsAttention input)
    {
        await records.NeedsAttention.Record(input.Cycle, input.Instance ?? context.InstanceId, input.Step, input.Reason, clock.GetUtcNow().UtcDateTime);
        return new Done();
    }
}
