using System.Collections.Concurrent;
using Azure;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Azure.Identity;
using QuarterlyCycle.App.Records;

namespace QuarterlyCycle.AzureStorage;

/// <summary>The records in Azure Table storage; a prefix keeps several installations apart in one account.</summary>
public sealed class TableRecordStore(TableServiceClient service, string prefix = "") : IRecordStore
{
    private const int Conflict = 409;
    private const int NotFound = 404;
    private const int PreconditionFailed = 412;

    private readonly ConcurrentDictionary<string, TableClient> _tables = new(StringComparer.Ordinal);

    /// <summary>The store of a connection string.</summary>
    public static TableRecordStore Connect(string connection, string prefix = "") => new(new TableServiceClient(connection, Options()), prefix);

    /// <summary>The store of an account that this process's managed identity may use.</summary>
    public static TableRecordStore ConnectByIdentity(Uri account, string prefix = "") => new(new TableServiceClient(account, new DefaultAzureCredential(), Options()), prefix);

    /// <inheritdoc />
    public async Task<Row?> Get(string table, string partition, string key, CancellationToken cancellation = default)
    {
        Keys.Check(table, partition, key);
        TableClient client = await Client(table, cancellation);
        NullableResponse<TableEntity> found = await client.GetEntityIfExistsAsync<TableEntity>(TableKeys.Escape(partition), TableKeys.Escape(key), cancellationToken: cancellation);
        return found.HasValue ? ToRow(found.Value!) : null;
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<Row>> List(string table, string partition, CancellationToken cancellation = default)
    {
        Keys.CheckPartition(table, partition);
        TableClient client = await Client(table, cancellation);
        string escaped = TableKeys.Escape(partition);
        List<Row> rows = [];
        await foreach (TableEntity entity in client.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {escaped}"), cancellationToken: cancellation))
        {
            rows.Add(ToRow(entity));
        }

        // The service's order is that of the escaped keys.
        rows.Sort((one, other) => string.CompareOrdinal(one.Key, other.Key));
        return rows;
    }

    /// <inheritdoc />
    public async Task<Row?> Insert(string table, Row row, CancellationToken cancellation = default)
    {
        RowLimits.Check(table, row);
        TableClient client = await Client(table, cancellation);
        try
        {
            Response response = await client.AddEntityAsync(ToEntity(row), cancellation);
            return row with { ETag = response.Headers.ETag!.Value.ToString() };
        }
        catch (RequestFailedException taken) when (taken.Status == Conflict && taken.ErrorCode == TableErrorCode.EntityAlreadyExists)
        {
            return null;
        }
    }

    /// <inheritdoc />
    public async Task<Row?> Replace(string table, Row row, CancellationToken cancellation = default)
    {
        RowLimits.Check(table, row);
        // Anything but an ETag of this service matches nothing; above all not the star, which would match every row.
        if (!row.ETag.StartsWith("W/\"", StringComparison.Ordinal))
        {
            return null;
        }

        TableClient client = await Client(table, cancellation);
        try
        {
            Response response = await client.UpdateEntityAsync(ToEntity(row), new ETag(row.ETag), TableUpdateMode.Replace, cancellation);
            return row with { ETag = response.Headers.ETag!.Value.ToString() };
        }
        catch (RequestFailedException changed) when (changed.Status == PreconditionFailed
            || (changed.Status == NotFound && changed.ErrorCode == TableErrorCode.ResourceNotFound))
        {
            return null;
        }
    }

    /// <inheritdoc />
    public async Task<bool> Delete(string table, string partition, string key, CancellationToken cancellation = default)
    {
        Keys.Check(table, partition, key);
        TableClient client = await Client(table, cancellation);
        Response response = await client.DeleteEntityAsync(TableKeys.Escape(partition), TableKeys.Escape(key), ETag.All, cancellation);
        return response.Status != NotFound;
    }

    // The client tries again by itself on 429, 503 and a lost connection.
    private static TableClientOptions Options()
    {
        TableClientOptions options = new();
        options.Retry.Mode = RetryMode.Exponential;
        options.Retry.MaxRetries = 6;
        return options;
    }

    private static TableEntity ToEntity(Row row)
    {
        TableEntity entity = new(TableKeys.Escape(row.Partition), TableKeys.Escape(row.Key));
        foreach ((string name, string value) in row.Values)
        {
            entity[name] = value;
        }

        return entity;
    }

    private static Row ToRow(TableEntity entity)
    {
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        foreach ((string name, object value) in entity)
        {
            if (name is not ("PartitionKey" or "RowKey" or "Timestamp") && !name.StartsWith("odata.", StringComparison.Ordinal))
            {
                values[name] = (string)value;
            }
        }

        return new Row(TableKeys.Read(entity.PartitionKey), TableKeys.Read(entity.RowKey), entity.ETag.ToString(), values);
    }

    private async Task<TableClient> Client(string table, CancellationToken cancellation)
    {
        if (_tables.TryGetValue(table, out TableClient? known))
        {
            return known;
        }

        TableClient client = service.GetTableClient(prefix + table);
        await client.CreateIfNotExistsAsync(cancellation);
        return _tables.GetOrAdd(table, client);
    }
}
