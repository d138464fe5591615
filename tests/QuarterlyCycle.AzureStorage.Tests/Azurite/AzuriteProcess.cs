using System.ComponentModel;
using QuarterlyCycle.AzureStorage.Tests.Azurite;
using QuarterlyCycle.Benchmarks.Storage;
using Xunit;

[assembly: AssemblyFixture(typeof(AzuriteProcess))]

namespace QuarterlyCycle.AzureStorage.Tests.Azurite;

/// <summary>Azurite for the whole test run. That it does not start is a failure in tests/run; a plain dotnet test says that these tests are left out.</summary>
public sealed class AzuriteProcess : IAsyncLifetime
{
    private const int Accounts = 24;

    private AzuriteServer? _server;
    private string _whyAbsent = "";
    private int _given;

    /// <summary>The account that tests share, each with names of its own.</summary>
    public string Connection => ConnectionTo(0);

    /// <summary>An account that nobody else uses.</summary>
    public string NewAccount() => ConnectionTo(Interlocked.Increment(ref _given));

    public async ValueTask InitializeAsync()
    {
        try
        {
            _server = await AzuriteServer.Start(Accounts);
        }
        catch (Exception absent) when (absent is Win32Exception or InvalidOperationException && Environment.GetEnvironmentVariable("LEAVE_NO_TEST_OUT") is null)
        {
            _whyAbsent = $"Left out, because Azurite did not start; tests/run installs it. {absent.Message}";
        }
    }

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>The same account behind another address, such as a listener's that stands in front of it.</summary>
    public static string Through(string connection, Uri? blobs = null, Uri? tables = null) => string.Concat(
        connection.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=', 2) switch
        {
            ["BlobEndpoint", string address] when blobs is not null => $"BlobEndpoint={new Uri(blobs, new Uri(address).AbsolutePath)};",
            ["TableEndpoint", string address] when tables is not null => $"TableEndpoint={new Uri(tables, new Uri(address).AbsolutePath)};",
            _ => part + ";",
        }));

    private string ConnectionTo(int account)
    {
        Assert.SkipWhen(_server is null, _whyAbsent);
        return _server!.ConnectionTo(account);
    }
}
