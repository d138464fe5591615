using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace QuarterlyCycle.Benchmarks.Storage;

/// <summary>Azurite in memory on free ports, with as many accounts as are asked for.</summary>
internal sealed class AzuriteServer : IAsyncDisposable
{
    // Made for this run, and gone with it.
    private readonly string _key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(64));
    private readonly int[] _ports = FreePorts(3);
    private readonly int _accounts;
    private readonly Process _process;

    private AzuriteServer(int accounts)
    {
        _accounts = accounts;
        ProcessStartInfo start = new("node") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["AZURITE_ACCOUNTS"] = string.Join(';', Enumerable.Range(0, accounts).Select(account => $"{NameOf(account)}:{_key}"));
        foreach (string argument in new[]
        {
            Script(), "--inMemoryPersistence", "--skipApiVersionCheck", "--disableTelemetry", "--silent",
            "--blobPort", $"{_ports[0]}", "--queuePort", $"{_ports[1]}", "--tablePort", $"{_ports[2]}",
        })
        {
            start.ArgumentList.Add(argument);
        }

        _process = Process.Start(start) ?? throw new InvalidOperationException("node did not start.");
    }

    /// <summary>Starts it and waits until it listens. Where it or node is not there, that is a failure.</summary>
    public static async Task<AzuriteServer> Start(int accounts = 1)
    {
        AzuriteServer server = new(accounts);
        Process process = server._process;
        StringBuilder said = new();
        process.ErrorDataReceived += (_, line) => said.AppendLine(line.Data);
        process.BeginErrorReadLine();
        int listening = 0;
        while (listening < 3)
        {
            string line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"Azurite did not start: {said}");
            said.AppendLine(line);
            listening += line.Contains("successfully listen", StringComparison.Ordinal) ? 1 : 0;
        }

        _ = process.StandardOutput.ReadToEndAsync();
        return server;
    }

    /// <summary>The connection string of one of the accounts.</summary>
    public string ConnectionTo(int account) => account < _accounts
        ? $"DefaultEndpointsProtocol=http;AccountName={NameOf(account)};AccountKey={_key};"
            + $"BlobEndpoint=http://127.0.0.1:{_ports[0]}/{NameOf(account)};TableEndpoint=http://127.0.0.1:{_ports[2]}/{NameOf(account)};"
        : throw new InvalidOperationException($"Azurite was begun with {_accounts} accounts: raise the number.");

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static string NameOf(int account) => "partnership" + account.ToString(CultureInfo.InvariantCulture);

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
