using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using QuarterlyCycle.App.Files;
using QuarterlyCycle.App.Records;

namespace QuarterlyCycle.App.Acts;

/// <summary>Every act under its id, and the list of those that are not done yet.</summary>
public sealed class ActRows(IRecordStore store, IFileStore files, TimeProvider clock)
{
    private static readonly Dictionary<string, Type> Kinds = typeof(Act).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Act)) && !type.IsAbstract)
        .ToDictionary(type => type.Name, StringComparer.Ordinal);

    private readonly RecordTable<ActRow> _rows = new(store, "Acts");
    private readonly OpenWork _open = OpenWork.OfActs(store);

    public Task<Stored<ActRow>?> Get(string id, CancellationToken cancellation = default) => _rows.Get(PartitionOf(id), id, cancellation);

    /// <summary>Stores the act, unless its id is there already; gives the row that stands, and whether it is new.</summary>
    public async Task<(Stored<ActRow> Row, bool IsNew)> Receive(Act act, CancellationToken cancellation = default)
    {
        string payload = JsonSerializer.Serialize(act, act.GetType(), RecordRows.Json);
        bool isLong = payload.Length > RowLimits.LongestValue;
        ActRow row = new()
        {
            Id = act.Id,
            Kind = act.GetType().Name,
            ReceivedUtc = act.AtUtc,
            Payload = isLong ? null : payload,
            File = isLong ? $"acts/{act.Id}.json" : null,
        };
        if (row.File is { } file)
        {
            await files.Write(file, Encoding.UTF8.GetBytes(payload), cancellation);
        }

        string partition = PartitionOf(act.Id);
        DateTime nowUtc = clock.GetUtcNow().UtcDateTime;
        await _open.Open(new OpenWorkRow { Partition = partition, Key = act.Id, OpenedUtc = nowUtc, DueUtc = nowUtc }, cancellation);
        return await _rows.Insert(partition, act.Id, row, cancellation) is { } inserted
            ? (inserted, true)
            : (await Get(act.Id, cancellation) ?? throw new InvalidOperationException($"The act {act.Id} is neither new nor there."), false);
    }

    /// <summary>The act of a row.</summary>
    public async Task<Act> Read(ActRow row, CancellationToken cancellation = default)
    {
        Type kind = Kinds.GetValueOrDefault(row.Kind) ?? throw new InvalidOperationException($"There is no act {row.Kind}, of which {row.Id} is one.");
        byte[]? content = row.File is { } file ? await files.Read(file, cancellation) : Encoding.UTF8.GetBytes(row.Payload ?? "");
        return content is not null && JsonSerializer.Deserialize(content, kind, RecordRows.Json) is Act act
            ? act
            : throw new InvalidOperationException($"The file of act {row.Id} is gone.");
    }

    /// <summary>Notes that the act is done.</summary>
    public async Task<ActRow> Finish(Stored<ActRow> row, Effect effect, CancellationToken cancellation = default)
    {
        string id = row.Record.Id;
        ActRow? done = await _rows.Update(
            PartitionOf(id),
            id,
            row,
            stored => stored.IsDone ? stored : stored with { IsDone = true, Reference = effect.Reference, NotTaken = effect.NotTaken },
            cancellation);
        await _open.Close(PartitionOf(id), id, cancellation);
        return done ?? throw new InvalidOperationException($"The act {id} is gone.");
    }

    /// <summary>The acts that were stored before this instant and are not done.</summary>
    internal async Task<IReadOnlyList<Stored<ActRow>>> Unfinished(DateTime beforeUtc, CancellationToken cancellation)
    {
        List<Stored<ActRow>> unfinished = [];
        foreach (OpenWorkRow entry in (await _open.List(cancellation)).Where(entry => entry.OpenedUtc <= beforeUtc).OrderBy(entry => entry.OpenedUtc))
        {
            Stored<ActRow>? row = await Get(entry.Key, cancellation);
            if (row is { Record.IsDone: false })
            {
                unfinished.Add(row);
            }
            else if (row is not null || OpenWork.IsAbandoned(entry, clock.GetUtcNow().UtcDateTime))
            {
                await _open.Close(entry.Partition, entry.Key, cancellation);
            }
        }

        return unfinished;
    }

    private static string PartitionOf(string id) =>
        $"act.{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, 1))}";
}
