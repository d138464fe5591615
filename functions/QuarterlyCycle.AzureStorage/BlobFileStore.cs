using Azure;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using QuarterlyCycle.App.Files;

namespace QuarterlyCycle.AzureStorage;

/// <summary>The files in one container of Azure Blob storage.</summary>
public sealed class BlobFileStore(BlobContainerClient container) : IFileStore
{
    private volatile bool _created;

    /// <summary>The store of a connection string.</summary>
    public static BlobFileStore Connect(string connection, string container = "files") => new(new BlobContainerClient(connection, container, PatientOptions.Blobs()));

    /// <summary>The store of an account that this process's identity may use.</summary>
    public static BlobFileStore ConnectByIdentity(Uri account, string container = "files") =>
        new(new BlobServiceClient(account, new DefaultAzureCredential(), PatientOptions.Blobs()).GetBlobContainerClient(container));

    /// <inheritdoc />
    public async Task<byte[]?> Read(string name, CancellationToken cancellation = default)
    {
        FileNames.Check(name);
        try
        {
            Response<BlobDownloadResult> read = await container.GetBlobClient(name).DownloadContentAsync(cancellation);
            return read.Value.Content.ToArray();
        }
        catch (RequestFailedException missing) when (IsMissing(missing))
        {
            return null;
        }
    }

    /// <inheritdoc />
    public async Task Write(string name, ReadOnlyMemory<byte> content, CancellationToken cancellation = default)
    {
        FileNames.Check(name);
        await Create(cancellation);
        await container.GetBlobClient(name).UploadAsync(new BinaryData(content), overwrite: true, cancellation);
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<string>> List(string prefix, CancellationToken cancellation = default)
    {
        FileNames.CheckPrefix(prefix);
        await Create(cancellation);
        List<string> names = [];
        await foreach (BlobItem blob in container.GetBlobsAsync(prefix: prefix, cancellationToken: cancellation))
        {
            names.Add(blob.Name);
        }

        names.Sort(StringComparer.Ordinal);
        return names;
    }

    /// <inheritdoc />
    public async Task<bool> Delete(string name, CancellationToken cancellation = default)
    {
        FileNames.Check(name);
        await Create(cancellation);
        return await container.GetBlobClient(name).DeleteIfExistsAsync(cancellationToken: cancellation);
    }

    /// <summary>Takes the container out of the account.</summary>
    public async Task Remove(CancellationToken cancellation = default)
    {
        await container.DeleteIfExistsAsync(cancellationToken: cancellation);
        _created = false;
    }

    private static bool IsMissing(RequestFailedException failure) =>
        failure.ErrorCode == BlobErrorCode.BlobNotFound || failure.ErrorCode == BlobErrorCode.ContainerNotFound;

    private async Task Create(CancellationToken cancellation)
    {
        if (!_created)
        {
            await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
            _created = true;
        }
    }
}
