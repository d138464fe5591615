using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Azure.Identity;
using Azure.Storage.Blobs;

namespace QuarterlyCycle.AzureStorage;

/// <summary>A storage account as one setting names it: by the address of its blobs, opened by this process's identity, or by a connection string.</summary>
public sealed class StorageAccount
{
    private const string UsualContainer = "files";

    private readonly TableServiceClient _tables;
    private readonly BlobServiceClient _blobs;

    private StorageAccount(string account, int retries)
    {
        if (account.Contains('=', StringComparison.Ordinal))
        {
            try
            {
                _tables = new TableServiceClient(account, PatientOptions.Tables(retries));
                _blobs = new BlobServiceClient(account, PatientOptions.Blobs(retries));
                return;
            }
            catch (Exception unreadable) when (unreadable is FormatException or InvalidOperationException or ArgumentException)
            {
                // The text holds a key, so it is not repeated.
                throw new FormatException("It is not a connection string of a storage account with blobs and tables.", unreadable);
            }
        }

        if (!Uri.TryCreate(account, UriKind.Absolute, out Uri? address) || address.Scheme != Uri.UriSchemeHttps || address.Host.Split('.') is not [_, "blob", _, ..])
        {
            throw new FormatException($"\"{account}\" is neither the address of an account's blobs, like https://NAME.blob.core.windows.net, nor a connection string.");
        }

        DefaultAzureCredential identity = new();
        _blobs = new BlobServiceClient(address, identity, PatientOptions.Blobs(retries));
        _tables = new TableServiceClient(new UriBuilder(address) { Host = address.Host.Replace(".blob.", ".table.", StringComparison.Ordinal) }.Uri, identity, PatientOptions.Tables(retries));
    }

    /// <summary>The account; a <see cref="FormatException"/> with one sentence when the text names none.</summary>
    public static StorageAccount Of(string account) => new(account, PatientOptions.UsualRetries);

    /// <summary>Why the account cannot be used, in one sentence, or null when it can.</summary>
    public static async Task<string?> WhyNot(string account, CancellationToken cancellation = default)
    {
        try
        {
            StorageAccount asked = new(account, retries: 1);
            await asked._blobs.GetBlobContainerClient(UsualContainer).CreateIfNotExistsAsync(cancellationToken: cancellation);
            await foreach (TableItem _ in asked._tables.QueryAsync(maxPerPage: 1, cancellationToken: cancellation))
            {
                break;
            }

            return null;
        }
        catch (Exception refusal) when (refusal is FormatException or RequestFailedException or AuthenticationFailedException or AggregateException)
        {
            return (refusal is AggregateException several ? several.InnerExceptions[^1] : refusal).Message.Split('\n')[0].Trim();
        }
    }

    /// <summary>The right of one service to run on this account, or null while another owner has it.</summary>
    public Task<StorageClaim?> Claim(string owner, CancellationToken cancellation = default) => Claim(owner, TimeSpan.FromSeconds(20), cancellation);

    internal Task<StorageClaim?> Claim(string owner, TimeSpan renewedEvery, CancellationToken cancellation) =>
        StorageClaim.Take(_blobs, owner, renewedEvery, cancellation);

    /// <summary>The records; a name sets them apart from those of the service.</summary>
    public TableRecordStore Records(string name = TableRecordStore.UsualPrefix) => new(_tables, name);

    /// <summary>The files; a name sets them apart from those of the service.</summary>
    public BlobFileStore Files(string name = UsualContainer) => new(_blobs.GetBlobContainerClient(name));
}
