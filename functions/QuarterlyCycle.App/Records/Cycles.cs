using QuarterlyCycle.Domain.Cycles;

namespace QuarterlyCycle.App.Records;

/// <summary>A cycle, null when it was not planned, and those before it that were not cancelled, the oldest first.</summary>
public sealed record CycleAndPast(Cycle? Cycle, IReadOnlyList<Cycle> Past);

/// <summary>The quarters that were planned.</summary>
public sealed class Cycles(IRecordStore store)
{
    private const string Partition = "cycles";

    private readonly RecordTable<Cycle> _rows = new(store, "Cycles");

    public async Task<Cycle?> Get(string cycle, CancellationToken cancellation = default) =>
        (await _rows.Get(Partition, cycle, cancellation))?.Record;

    /// <summary>The cycle, which must be there.</summary>
    public async Task<Cycle> Of(string cycle, CancellationToken cancellation = default) =>
        await Get(cycle, cancellation) ?? throw new InvalidOperationException($"There is no cycle {cycle}.");

    /// <summary>Every cycle, the oldest first.</summary>
    public async Task<IReadOnlyList<Cycle>> All(CancellationToken cancellation = default) =>
        [.. (await _rows.List(Partition, cancellation)).Select(row => row.Record)];

    /// <summary>The cycle, or null, and those before it that were not cancelled, the oldest first.</summary>
    public async Task<CycleAndPast> WithPast(string cycle, CancellationToken cancellation = default)
    {
        IReadOnlyList<Cycle> all = await All(cancellation);
        return new CycleAndPast(
            all.FirstOrDefault(each => each.Code == cycle),
            [.. all.Where(each => each.State != CycleState.Cancelled && string.CompareOrdinal(each.Code, cycle) < 0)]);
    }

    /// <summary>The cycles that are planned or open.</summary>
    public async Task<IReadOnlyList<Cycle>> Running(CancellationToken cancellation = default) =>
        [.. (await All(cancellation)).Where(cycle => cycle.State is CycleState.Planned or CycleState.Open)];

    /// <summary>False when the cycle is already there.</summary>
    public async Task<bool> Insert(Cycle cycle, CancellationToken cancellation = default) =>
        await _rows.Insert(Partition, cycle.Code, cycle, cancellation) is not null;

    /// <summary>The cycle as changed, or null when there is none or the decision was null.</summary>
    public Task<Cycle?> Change(string cycle, Func<Cycle, Cycle?> change, CancellationToken cancellation = default) =>
        _rows.Update(Partition, cycle, change, cancellation);
}
