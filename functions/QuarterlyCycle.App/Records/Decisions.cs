using System.Globalization;
using QuarterlyCycle.Domain.Decisions;

namespace QuarterlyCycle.App.Records;

/// <summary>What boards decided in each cycle.</summary>
public sealed class Decisions(IRecordStore store)
{
    private readonly RecordTable<Decision> _rows = new(store, "Decisions");

    public async Task<Decision?> Get(string cycle, int number, CancellationToken cancellation = default) =>
        (await _rows.Get(cycle, Key(number), cancellation))?.Record;

    /// <summary>Every decision of the cycle, the first one first.</summary>
    public async Task<IReadOnlyList<Decision>> All(string cycle, CancellationToken cancellation = default) =>
        [.. (await _rows.List(cycle, cancellation)).Select(row => row.Record)];

    /// <summary>The decision that stands under this number: this one, or the one that somebody else stored first.</summary>
    public async Task<Decision> Insert(Decision decision, CancellationToken cancellation = default) =>
        (await _rows.Insert(decision.Cycle, Key(decision.Number), decision, cancellation))?.Record
        ?? await Get(decision.Cycle, decision.Number, cancellation)
        ?? throw new InvalidOperationException($"Decision {Key(decision.Number)} of {decision.Cycle} is missing.");

    /// <summary>The decision as changed, or null when there is none or the decision was null.</summary>
    public Task<Decision?> Change(string cycle, int number, Func<Decision, Decision?> change, CancellationToken cancellation = default) =>
        _rows.Update(cycle, Key(number), change, cancellation);

    private static string Key(int number) => number.ToString("0000", CultureInfo.InvariantCulture);
}
