using QuarterlyCycle.App.Records;
using QuarterlyCycle.Local.Commands;

namespace QuarterlyCycle.Local.Moving;

/// <summary>Every row of a store at one moment, and the way of them into another store.</summary>
internal sealed class RecordCopy
{
    // A service that nobody uses at the time writes a row a minute; one that is in use does not come to rest.
    private const int MostReadings = 5;
    private const int AtOnce = 16;

    private readonly IReadOnlyDictionary<(string Table, string Partition, string Key), Row> _rows;

    private RecordCopy(IReadOnlyDictionary<(string Table, string Partition, string Key), Row> rows) => _rows = rows;

    private int Rows => _rows.Count;

    /// <summary>How many rows in how many tables, in words.</summary>
    public string Described => $"{PlanReport.Count(Rows, "row")} in {PlanReport.Count(Tables, "table")}";

    private int Tables => _rows.Keys.Select(key => key.Table).Distinct(StringComparer.Ordinal).Count();

    /// <summary>Reads until two readings are the same: then they are the rows of one moment, although a store may be read a page at a time.</summary>
    public static async Task<RecordCopy> Take(IRecordStore store)
    {
        RecordCopy before = await Read(store);
        for (int reading = 1; reading < MostReadings; reading++)
        {
            RecordCopy now = await Read(store);
            if (now.Rows == before.Rows && now._rows.All(row => before._rows.TryGetValue(row.Key, out Row? earlier) && earlier.ETag == row.Value.ETag))
            {
                return now;
            }

            before = now;
        }

        throw new RefusedArgument("The records change while they are read: stop the service, then do this again.");
    }

    public async Task Write(IRecordStore store) =>
        await Parallel.ForEachAsync(_rows, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (row, cancellation) =>
        {
            if (await store.Insert(row.Key.Table, row.Value, cancellation) is null)
            {
                throw new InvalidOperationException($"Row '{row.Key.Partition}', '{row.Key.Key}' of table {row.Key.Table} is there already: somebody else writes into the same place.");
            }
        });

    /// <summary>What the other store lacks, has besides or has otherwise, a line each; nothing when both hold the same.</summary>
    public async Task<IReadOnlyList<string>> Differences(IRecordStore store)
    {
        RecordCopy other = await Read(store);
        return
        [
            .. _rows.Where(row => !other._rows.TryGetValue(row.Key, out Row? copied) || !AreSame(row.Value, copied)).Select(row => Name(row.Key) + " is missing or not the same."),
            .. other._rows.Keys.Where(key => !_rows.ContainsKey(key)).Select(key => Name(key) + " was not there before."),
        ];
    }

    /// <summary>Takes every row out of a store.</summary>
    public static async Task Clear(IRecordStore store)
    {
        RecordCopy rows = await Read(store);
        await Parallel.ForEachAsync(rows._rows.Keys, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (key, cancellation) =>
            await store.Delete(key.Table, key.Partition, key.Key, cancellation));
    }

    private static async Task<RecordCopy> Read(IRecordStore store)
    {
        Dictionary<(string, string, string), Row> rows = [];
        await foreach ((string table, Row row) in store.All())
        {
            if (table != Restoring.Table)
            {
                rows[(table, row.Partition, row.Key)] = row;
            }
        }

        return new RecordCopy(rows);
    }

    private static bool AreSame(Row one, Row other) =>
        one.Values.Count == other.Values.Count && one.Values.All(value => other.Values.TryGetValue(value.Key, out string? copied) && copied == value.Value);

    private static string Name((string Table, string Partition, string Key) key) => $"Row '{key.Partition}', '{key.Key}' of table {key.Table}";
}
