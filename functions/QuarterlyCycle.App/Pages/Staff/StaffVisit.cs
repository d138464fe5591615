using QuarterlyCycle.App.Plans;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Cycles;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Timetables;

namespace QuarterlyCycle.App.Pages.Staff;

/// <summary>Somebody who signed in, with the time of the visit.</summary>
public sealed record StaffVisit(Officer Person, DateTime NowUtc)
{
    public string By => Person.Number;

    public bool IsProjectManager => Person.IsProjectManager;

    public DateOnly Today => LondonTime.DateOf(NowUtc);
}

/// <summary>The quarter that a page is about.</summary>
public sealed record QuarterInView
{
    public required Cycle Cycle { get; init; }

    public required Plan Plan { get; init; }

    public required Timetable Timetable { get; init; }

    public string Code => Cycle.Code;

    public Quarter Quarter => Quarter.Parse(Cycle.Code);

    public bool IsRunning => Cycle.State is CycleState.Planned or CycleState.Open;

    /// <summary>What a measure or milestone is called.</summary>
    public string NameOf(string measure) => Plan.NameOf(measure) ?? measure;

    /// <summary>What a group or board is called.</summary>
    public string BodyName(string body) => Plan.Body(body)?.Name ?? body;
}

/// <summary>Finds the quarter that a page is about.</summary>
public sealed class QuartersInView(QuarterRecords records, PlanLibrary plans)
{
    /// <summary>The newest quarter that runs or, when none runs, the newest that was started; null before the first.</summary>
    public async Task<QuarterInView?> Newest()
    {
        IReadOnlyList<Cycle> all = await records.Cycles.All();
        Cycle? newest = all.LastOrDefault(cycle => cycle.State is CycleState.Planned or CycleState.Open) ?? (all.Count > 0 ? all[^1] : null);
        return newest is null ? null : await Of(newest);
    }

    /// <summary>The quarter with this code, or null.</summary>
    public async Task<QuarterInView?> Of(string code) => await records.Cycles.Get(code) is { } cycle ? await Of(cycle) : null;

    private async Task<QuarterInView> Of(Cycle cycle) => new()
    {
        Cycle = cycle,
        Plan = await plans.ForCycle(cycle.Code),
        Timetable = await records.Timetables.InForce(cycle),
    };
}
