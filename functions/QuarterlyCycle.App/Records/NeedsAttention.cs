using System.Security.Cryptography;
using System.Text;

namespace QuarterlyCycle.App.Records;

/// <summary>Something that did not happen as it should and that the project manager should see.</summary>
public sealed record Attention
{
    public required string Cycle { get; init; }

    /// <summary>Made from the instance and the step, so that the same fault is one row.</summary>
    public required string Id { get; init; }

    /// <summary>The instance in which it happened, or null.</summary>
    public string? Instance { get; init; }

    /// <summary>What did not happen, such as the name of the step.</summary>
    public required string Step { get; init; }

    public required string Reason { get; init; }

    public required DateTime SinceUtc { get; init; }

    /// <summary>When the project manager put it aside, or null.</summary>
    public DateTime? SettledUtc { get; init; }

    public string? SettledBy { get; init; }
}

/// <summary>What needs the project manager's attention in each cycle.</summary>
public sealed class NeedsAttention(IRecordStore store)
{
    private readonly RecordTable<Attention> _rows = new(store, "NeedsAttention");

    /// <summary>What is not settled, the oldest first.</summary>
    public async Task<IReadOnlyList<Attention>> Open(string cycle, CancellationToken cancellation = default) =>
        [.. (await _rows.List(cycle, cancellation)).Select(row => row.Record).Where(attention => attention.SettledUtc is null).OrderBy(attention => attention.SinceUtc)];

    /// <summary>Records a fault; true when it was not known before.</summary>
    public async Task<bool> Record(string cycle, string? instance, string step, string reason, DateTime sinceUtc, CancellationToken cancellation = default)
    {
        string id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{instance}|{step}")))[..32];
        Attention attention = new() { Cycle = cycle, Id = id, Instance = instance, Step = step, Reason = reason, SinceUtc = sinceUtc };
        return await _rows.Insert(cycle, id, attention, cancellation) is not null;
    }

    /// <summary>Puts a fault aside.</summary>
    public Task Settle(string cycle, string id, string by, DateTime atUtc, CancellationToken cancellation = default) =>
        _rows.Update(cycle, id, attention => attention.SettledUtc is null ? attention with { SettledUtc = atUtc, SettledBy = by } : null, cancellation);
}
