using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace QuarterlyCycle.AzureStorage;

/// <summary>How the clients of the service behave: on 429, 503 and a lost connection they try again, as late as the service asks.</summary>
internal static class PatientOptions
{
    /// <summary>How often a request is tried again: with the pauses in between, for most of a minute.</summary>
    public const int UsualRetries = 6;

    public static TableClientOptions Tables(int retries = UsualRetries)
    {
        TableClientOptions options = new();
        Set(options.Retry, retries);
        return options;
    }

    public static BlobClientOptions Blobs(int retries = UsualRetries)
    {
        BlobClientOptions options = new();
        Set(options.Retry, retries);
        return options;
    }

    private static void Set(RetryOptions options, int retries)
    {
        options.Mode = RetryMode.Exponential;
        options.MaxRetries = retries;
    }
}
