using System.Globalization;
using QuarterlyCycle.Domain.DataRequests;

namespace QuarterlyCycle.App.Records;

/// <summary>The data requests of each cycle, in the chunks cut at planning.</summary>
public sealed class DataRequests(IRecordStore store, AssignmentFiles assignments)
{
    private readonly RecordTable<DataRequest> _rows = new(store, "DataRequests");

    /// <summary>The officer's data request, or null when nothing is asked of the officer.</summary>
    public async Task<DataRequest?> Get(string cycle, string officer, CancellationToken cancellation = default) =>
        await Partition(cycle, officer, cancellation) is { } partition ? (await _rows.Get(partition, officer, cancellation))?.Record : null;

    /// <summary>The officer's data request, which must be there.</summary>
    public async Task<DataRequest> Of(string cycle, string officer, CancellationToken cancellation = default) =>
        await Get(cycle, officer, cancellation) ?? throw new InvalidOperationException($"There is no data request to {officer} in {cycle}.");

    /// <summary>One chunk, in the order of the officers' numbers.</summary>
    public async Task<IReadOnlyList<DataRequest>> OfChunk(string cycle, int chunk, CancellationToken cancellation = default) =>
        [.. (await _rows.List(Partition(cycle, chunk), cancellation)).Select(row => row.Record)];

    /// <summary>Every data request of the cycle.</summary>
    public async Task<IReadOnlyList<DataRequest>> All(string cycle, CancellationToken cancellation = default)
    {
        List<DataRequest> all = [];
        int chunks = (await assignments.Of(cycle, cancellation)).Figures.Select(figure => figure.Chunk).DefaultIfEmpty(0).Max();
        for (int chunk = 1; chunk <= chunks; chunk++)
        {
            all.AddRange(await OfChunk(cycle, chunk, cancellation));
        }

        return all;
    }

    /// <summary>Stores a data request; a repeat leaves the one that is there.</summary>
    public Task Insert(DataRequest request, CancellationToken cancellation = default) =>
        _rows.Insert(Partition(request.Cycle, request.Chunk), request.Officer, request, cancellation);

    /// <summary>The data request as changed, or null when there is none or the decision was null.</summary>
    public async Task<DataRequest?> Change(string cycle, string officer, Func<DataRequest, DataRequest?> change, CancellationToken cancellation = default) =>
        await Partition(cycle, officer, cancellation) is { } partition ? await _rows.Update(partition, officer, change, cancellation) : null;

    private async Task<string?> Partition(string cycle, string officer, CancellationToken cancellation) =>
        (await assignments.Of(cycle, cancellation)).ChunkOf(officer) is { } chunk ? Partition(cycle, chunk) : null;

    private static string Partition(string cycle, int chunk) => $"{cycle}.{chunk.ToString(CultureInfo.InvariantCulture)}";
}
