using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using QuarterlyCycle.AzureStorage;
using QuarterlyCycle.Benchmarks.Storage;

namespace QuarterlyCycle.Benchmarks.Scenarios;

/// <summary>Five thousand officers' answers over Tables and Blobs on Azurite, 32 at once: what each costs in transactions. Azurite's speed says nothing of the service's.</summary>
internal static class Submissions
{
    private const int Count = 5_000;
    private const int AtOnce = 32;

    public static Task<Run> Measure(string root, TimeSpan atLeast) => Run.Repeated(atLeast, Measure);

    private static async Task<Run> Measure()
    {
        await using AzuriteServer azurite = await AzuriteServer.Start();
        CountedRequests tables = new();
        CountedRequests blobs = new();
        TableClientOptions tableOptions = PatientOptions.Tables();
        tableOptions.AddPolicy(tables, HttpPipelinePosition.PerRetry);
        BlobClientOptions blobOptions = PatientOptions.Blobs();
        blobOptions.AddPolicy(blobs, HttpPipelinePosition.PerRetry);
        string account = azurite.ConnectionTo(0);
        await using BusyPartnership partnership = await BusyPartnership.Open(
            new TableRecordStore(new TableServiceClient(account, tableOptions)),
            new BlobFileStore(new BlobContainerClient(account, "files", blobOptions)),
            Count);

        Run run = new();
        Stretch stretch = new(null);
        (long tablesBefore, long blobsBefore, long conflictsBefore) = (tables.All, blobs.All, tables.Conflicts);
        IReadOnlyList<double> took = [.. (await partnership.SendAll(AtOnce)).Select(each => each.TotalMilliseconds)];
        TimeSpan elapsed = stretch.Elapsed;
        run.Add("transactions of Tables, each", "requests", (double)(tables.All - tablesBefore) / Count);
        run.Add("transactions of Blobs, each", "requests", (double)(blobs.All - blobsBefore) / Count);
        run.Add("of these conflicts, each", "requests", (double)(tables.Conflicts - conflictsBefore) / Count);
        run.Add("turned away by the service", "requests", tables.Failures + blobs.Failures);
        run.Add("elapsed", "s", elapsed.TotalSeconds);
        run.Add("submissions per second", "submissions/s", Count / elapsed.TotalSeconds);
        run.Add("one submission, p50", "ms", Run.Percentile(took, 0.5));
        run.Add("one submission, p99", "ms", Run.Percentile(took, 0.99));
        stretch.End(run, elapsed);
        run.Add("submitted, as the store says", "figures", await partnership.Submitted());
        run.Add("audit entries, all good", "entries", await partnership.Verify() is { IsGood: true } good ? good.Entries : 0);
        return run;
    }
}
