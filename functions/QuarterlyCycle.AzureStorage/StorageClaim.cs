using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace QuarterlyCycle.AzureStorage;

/// <summary>One service's right to run on an account: a lease that is renewed while it runs and free a minute after it died.</summary>
public sealed class StorageClaim : IAsyncDisposable
{
    private const string Container = "claims";

    // The longest that a lease may last.
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(1);

    private readonly BlobLeaseClient _lease;
    private readonly TimeSpan _every;
    private readonly CancellationTokenSource _lost = new();
    private readonly CancellationTokenSource _released = new();
    private readonly Task _renewing;

    private StorageClaim(BlobLeaseClient lease, TimeSpan every)
    {
        _lease = lease;
        _every = every;
        _renewing = Renew();
    }

    /// <summary>Cancelled as soon as somebody else may have the account.</summary>
    public CancellationToken Lost => _lost.Token;

    /// <summary>The claim, or null while another owner has it. The same owner takes it again at once, as after a crash.</summary>
    internal static async Task<StorageClaim?> Take(BlobServiceClient blobs, string owner, TimeSpan renewedEvery, CancellationToken cancellation)
    {
        BlobContainerClient container = blobs.GetBlobContainerClient(Container);
        await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
        BlobClient blob = container.GetBlobClient("service");
        try
        {
            await blob.UploadAsync(BinaryData.Empty, overwrite: false, cancellation);
        }
        catch (RequestFailedException there) when (there.Status is 409 or 412)
        {
            // The blob is kept; only its lease says whether somebody is here.
        }

        BlobLeaseClient lease = blob.GetBlobLeaseClient(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(owner)).AsSpan(0, 16)).ToString());
        try
        {
            await lease.AcquireAsync(Length, cancellationToken: cancellation);
        }
        catch (RequestFailedException taken) when (taken.ErrorCode == BlobErrorCode.LeaseAlreadyPresent)
        {
            return null;
        }

        return new StorageClaim(lease, renewedEvery);
    }

    /// <summary>Gives the account free.</summary>
    public async ValueTask DisposeAsync()
    {
        await _released.CancelAsync();
        await _renewing;
        if (!_lost.IsCancellationRequested)
        {
            try
            {
                await _lease.ReleaseAsync();
            }
            catch (Exception away) when (away is RequestFailedException or AggregateException)
            {
                // It ends by itself within a minute.
            }
        }

        _released.Dispose();
        _lost.Dispose();
    }

    private async Task Renew()
    {
        long heldSince = Stopwatch.GetTimestamp();
        using PeriodicTimer timer = new(_every);
        try
        {
            while (await timer.WaitForNextTickAsync(_released.Token))
            {
                long asked = Stopwatch.GetTimestamp();
                Renewal renewal = await RenewOnce();
                heldSince = renewal == Renewal.Held ? asked : heldSince;
                if (renewal == Renewal.Gone || Stopwatch.GetElapsedTime(heldSince) + _every >= Length)
                {
                    await _lost.CancelAsync();
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (_released.IsCancellationRequested)
        {
            // It is given free.
        }
    }

    private async Task<Renewal> RenewOnce()
    {
        using CancellationTokenSource late = CancellationTokenSource.CreateLinkedTokenSource(_released.Token);
        late.CancelAfter(_every);
        try
        {
            await _lease.RenewAsync(cancellationToken: late.Token);
            return Renewal.Held;
        }
        catch (RequestFailedException gone) when (gone.Status is 404 or 409 or 412)
        {
            return Renewal.Gone;
        }
        catch (Exception unanswered) when (unanswered is RequestFailedException or AggregateException or OperationCanceledException
            && !_released.IsCancellationRequested)
        {
            return Renewal.Unanswered;
        }
    }

    private enum Renewal
    {
        Held,
        Gone,
        Unanswered,
    }
}
