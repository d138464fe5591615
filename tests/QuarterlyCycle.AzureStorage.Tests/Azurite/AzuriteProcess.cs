using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using QuarterlyCycle.AzureStorage.Tests.Azurite;
using Xunit;

[assembly: AssemblyFixture(typeof(AzuriteProcess))]

namespace QuarterlyCycle.AzureStorage.Tests.Azurite;

/// <summary>Azurite in memory on free ports, for the whole test run; that it does not start is a failure.</summary>
public sealed class AzuriteProcess : IAsyncLifetime
{
    // The key that Azurite publishes for its one account; it opens nothing else.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private Process? _process;

    public string Connection { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        int[] ports = FreePorts(3);
        ProcessStartInfo start = new("node") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in new[]
        {
            Script(), "--inMemoryPersistence", "--skipApiVersionCheck", "--disableTelemetry", "--silent",
            "--blobPort", $"{ports[0]}", "--queuePort", $"{ports[1]}", "--tablePort", $"{ports[2]}",
        })
        {
            start.ArgumentList.Add(argument);
        }

        _process = Process.Start(start) ?? throw new InvalidOperationException("Azurite did not start.");
        StringBuilder said = new();
        _process.ErrorDataReceived += (_, line) => said.AppendLine(line.Data);
        _process.BeginErrorReadLine();
        int listening = 0;
        while (listening < 3)
        {
            string line = await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"Azurite did not start: {said}");
            said.AppendLine(line);
            listening += line.Contains("successfully listen", StringComparison.Ordinal) ? 1 : 0;
        }

        _ = _process.StandardOutput.ReadToEndAsync();
        Connection = $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};"
            + $"BlobEndpoint=http://127.0.0.1:{ports[0]}/{Account};TableEndpoint=http://127.0.0.1:{ports[2]}/{Account};";
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
            _process.Dispose();
        }
    }

    private static int[] FreePorts(int count)
    {
        TcpListener[] listeners = [.. Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0))];
        Array.ForEach(listeners, listener => listener.Start());
        int[] ports = [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        Array.ForEach(listeners, listener => listener.Stop());
        return ports;
    }

    private static string Script()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "QuarterlyCycle.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder!.FullName, "tests", "node_modules", "azurite", "dist", "src", "azurite.js");
    }
}
