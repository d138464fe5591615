using System.Globalization;
using QuarterlyCycle.Domain.Packs;

namespace QuarterlyCycle.App.Records;

/// <summary>The versions of each body's packs.</summary>
public sealed class Packs(IRecordStore store)
{
    private readonly RecordTable<PackVersion> _rows = new(store, "Packs");

    public async Task<PackVersion?> Get(string cycle, string body, int version, CancellationToken cancellation = default) =>
        (await _rows.Get(Partition(cycle, body), Key(version), cancellation))?.Record;

    /// <summary>Every version, the first one first.</summary>
    public async Task<IReadOnlyList<PackVersion>> All(string cycle, string body, CancellationToken cancellation = default) =>
        [.. (await _rows.List(Partition(cycle, body), cancellation)).Select(row => row.Record)];

    /// <summary>The newest version that was issued and stands, or null.</summary>
    public async Task<PackVersion?> Issued(string cycle, string body, CancellationToken cancellation = default) =>
        (await All(cycle, body, cancellation)).LastOrDefault(version => version.State is PackState.Issued or PackState.SignedOff);

    /// <summary>The version that stands under this number: this one, or the one that was stored first.</summary>
    public async Task<PackVersion> Insert(PackVersion version, CancellationToken cancellation = default) =>
        (await _rows.Insert(Partition(version.Cycle, version.Body), Key(version.Version), version, cancellation))?.Record
        ?? await Get(version.Cycle, version.Body, version.Version, cancellation)
        ?? throw new InvalidOperationException($"Version {Key(version.Version)} of the {version.Body} pack of {version.Cycle} is missing.");

    /// <summary>The version as changed, or null when there is none or the decision was null.</summary>
    public Task<PackVersion?> Change(string cycle, string body, int version, Func<PackVersion, PackVersion?> change, CancellationToken cancellation = default) =>
        _rows.Update(Partition(cycle, body), Key(version), change, cancellation);

    private static string Partition(string cycle, string body) => $"{cycle}.{body}";

    private static string Key(int version) => version.ToString("0000", CultureInfo.InvariantCulture);
}
