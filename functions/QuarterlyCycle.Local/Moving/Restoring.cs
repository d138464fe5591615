using System.Globalization;
using QuarterlyCycle.App.Records;

namespace QuarterlyCycle.Local.Moving;

/// <summary>The row that stands in a store while a restore into it is not finished, so that nobody takes half a partnership for a whole one.</summary>
internal static class Restoring
{
    public const string Table = "Restores";

    private const string Key = "unfinished";
    private const string Began = "BeganUtc";

    /// <summary>When the restore was begun that is not finished, or null.</summary>
    public static async Task<DateTime?> BeganUtc(IRecordStore store) => await store.Get(Table, Key, Key) is { } row
        ? DateTime.Parse(row.Values[Began], CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind)
        : null;

    /// <summary>False when one has begun already.</summary>
    public static async Task<bool> Begin(IRecordStore store, DateTime nowUtc)
    {
        Dictionary<string, string> values = new(StringComparer.Ordinal) { [Began] = nowUtc.ToString("O", CultureInfo.InvariantCulture) };
        return await store.Insert(Table, new Row(Key, Key, "", values)) is not null;
    }

    public static Task Finish(IRecordStore store) => store.Delete(Table, Key, Key);
}
