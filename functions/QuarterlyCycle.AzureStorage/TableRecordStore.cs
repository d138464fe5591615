using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Azure.Identity;
using QuarterlyCycle.App.Records;

namespace QuarterlyCycle.AzureStorage;

/// <summary>The records in Azure Table storage. A prefix sets their tables apart from what else is in the account, such as the tables of a task hub.</summary>
public sealed class TableRecordStore(TableServiceClient service, string prefix = TableRecordStore.UsualPrefix) : IRecordStore
{
    /// <summary>What the names of the tables begin with, unless a rehearsal or a test takes another prefix.</summary>
    public const string UsualPrefix = "Records";

    private const int Conflict = 409;
    private const int NotFound = 404;
    private const int PreconditionFailed = 412;

    private readonly ConcurrentDictionary<string, TableClient> _tables = new(StringComparer.Ordinal);

    /// <summary>The store of a connection string.</summary>
    public static TableRecordStore Connect(string connection, string prefix = UsualPrefix) => new(new TableServiceClient(connection, PatientOptions.Tables()), prefix);

    /// <summary>The store of an account that this process's identity may use.</summary>
    public static TableRecordStore ConnectByIdentity(Uri account, string prefix = UsualPrefix) =>
        new(new TableServiceClient(account, new DefaultAzureCredential(), PatientOptions.Tables()), prefix);

    /// <inheritdoc />
    public async Task<Row?> Get(string table, string partition, string key, CancellationToken cancellation = default)
    {
        Keys.Check(table, partition, key);
        return await Find(await Client(table, cancellation), partition, key, cancellation) is { } found ? TableRows.Read(found) : null;
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
            rows.Add(TableRows.Read(entity));
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
        TableEntity entity = TableRows.Write(row, Guid.NewGuid());
        try
        {
            Response response = await client.AddEntityAsync(entity, cancellation);
            return row with { ETag = response.Headers.ETag!.Value.ToString() };
        }
        catch (RequestFailedException taken) when (taken.Status == Conflict && taken.ErrorCode == TableErrorCode.EntityAlreadyExists)
        {
            return await IfOurs(client, row, entity, cancellation);
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
        TableEntity entity = TableRows.Write(row, Guid.NewGuid());
        try
        {
            Response response = await client.UpdateEntityAsync(entity, new ETag(row.ETag), TableUpdateMode.Replace, cancellation);
            return row with { ETag = response.Headers.ETag!.Value.ToString() };
        }
        catch (RequestFailedException changed) when (changed.Status == PreconditionFailed)
        {
            return await IfOurs(client, row, entity, cancellation);
        }
        catch (RequestFailedException gone) when (gone.Status == NotFound && gone.ErrorCode == TableErrorCode.ResourceNotFound)
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

    /// <inheritdoc />
    public async IAsyncEnumerable<(string Table, Row Row)> All([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (string name in Names(cancellation))
        {
            await foreach (TableEntity entity in service.GetTableClient(name).QueryAsync<TableEntity>(cancellationToken: cancellation))
            {
                yield return (name[prefix.Length..], TableRows.Read(entity));
            }
        }
    }

    /// <summary>Takes every table of this store out of the account.</summary>
    public async Task Remove(CancellationToken cancellation = default)
    {
        await foreach (string name in Names(cancellation))
        {
            await service.DeleteTableAsync(name, cancellation);
        }

        _tables.Clear();
    }

    // The client tries again by itself, so that a write whose answer was lost on the way meets its own row: that is no conflict.
    private static async Task<Row?> IfOurs(TableClient client, Row row, TableEntity written, CancellationToken cancellation) =>
        await Find(client, row.Partition, row.Key, cancellation) is { } stored && TableRows.IsSameWrite(stored, written) ? TableRows.Read(stored) : null;

    private static async Task<TableEntity?> Find(TableClient client, string partition, string key, CancellationToken cancellation)
    {
        NullableResponse<TableEntity> found = await client.GetEntityIfExistsAsync<TableEntity>(TableKeys.Escape(partition), TableKeys.Escape(key), cancellationToken: cancellation);
        return found.HasValue ? found.Value : null;
    }

    private async IAsyncEnumerable<string> Names([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (TableItem table in service.QueryAsync(cancellationToken: cancellation))
        {
            if (table.Name.StartsWith(prefix, StringComparison.Ordinal))
            {
                yield return table.Name;
            }
        }
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
