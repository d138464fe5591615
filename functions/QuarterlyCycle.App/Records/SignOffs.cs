using System.Globalization;
using QuarterlyCycle.Domain.Packs;

namespace QuarterlyCycle.App.Records;

/// <summary>What chairs and vice-chairs did with each version. One version may be sent back and signed later, so the act's id stands behind the version's number.</summary>
public sealed class SignOffs(IRecordStore store)
{
    private readonly RecordTable<SignOff> _rows = new(store, "SignOffs");

    /// <summary>Everything done with the body's versions, the first version first.</summary>
    public async Task<IReadOnlyList<SignOff>> All(string cycle, string body, CancellationToken cancellation = default) =>
        [.. (await _rows.List(Partition(cycle, body), cancellation)).Select(row => row.Record).OrderBy(signOff => signOff.Version).ThenBy(signOff => signOff.AtUtc)];

    /// <summary>The signature on exactly this version and seal, or null.</summary>
    public async Task<SignOff?> Signature(string cycle, string body, int version, string seal, CancellationToken cancellation = default) =>
        (await All(cycle, body, cancellation)).FirstOrDefault(signOff => signOff.SignedOff && signOff.Version == version && signOff.Seal == seal);

    /// <summary>Stores what was done; a repeat leaves the one that is there.</summary>
    public Task Insert(SignOff signOff, CancellationToken cancellation = default) =>
        _rows.Insert(Partition(signOff.Cycle, signOff.Body), $"{signOff.Version.ToString("0000", CultureInfo.InvariantCulture)}.{signOff.Id}", signOff, cancellation);

    private static string Partition(string cycle, string body) => $"{cycle}.{body}";
}
