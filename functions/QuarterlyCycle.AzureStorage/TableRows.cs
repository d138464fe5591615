using Azure.Data.Tables;
using QuarterlyCycle.App.Records;

namespace QuarterlyCycle.AzureStorage;

/// <summary>Rows as entities of Table storage, each with the number of the write that wrote it.</summary>
internal static class TableRows
{
    private const string WriteId = "WriteId";

    public static TableEntity Write(Row row, Guid write)
    {
        TableEntity entity = new(TableKeys.Escape(row.Partition), TableKeys.Escape(row.Key));
        foreach ((string name, string value) in row.Values)
        {
            entity[name] = value;
        }

        // A row as wide as the service allows has no room for it; its own write may then be taken for a stranger's.
        if (row.Values.Count < RowLimits.MostValues)
        {
            entity[WriteId] = write.ToString("N");
        }

        return entity;
    }

    public static bool IsSameWrite(TableEntity stored, TableEntity written) =>
        stored.TryGetValue(WriteId, out object? id) && written.TryGetValue(WriteId, out object? ours) && Equals(id, ours);

    public static Row Read(TableEntity entity)
    {
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        foreach ((string name, object value) in entity)
        {
            if (name is not ("PartitionKey" or "RowKey" or "Timestamp" or WriteId) && !name.StartsWith("odata.", StringComparison.Ordinal))
            {
                values[name] = (string)value;
            }
        }

        return new Row(TableKeys.Read(entity.PartitionKey), TableKeys.Read(entity.RowKey), entity.ETag.ToString(), values);
    }
}
