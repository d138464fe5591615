using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace QuarterlyCycle.Browser.Tests;

/// <summary>The demonstration as anybody would start it: a process of its own on a free port and an empty folder.</summary>
internal sealed class DemonstrationProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _data;

    private DemonstrationProcess(Process process, string data, string address)
    {
        _process = process;
        _data = data;
        Address = address;
    }

    public string Address { get; }

    public static async Task<DemonstrationProcess> Start()
    {
        string data = Path.Combine(Directory.CreateTempSubdirectory("quarterlycycle-browser-").FullName, "data");
        int port = FreePort();
        string program = Path.Combine(AppContext.BaseDirectory, "QuarterlyCycle.Local.dll");
        ProcessStartInfo start = new("dotnet", [program, "demo", "--data", data, "--port", port.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true, UseShellExecute = false };
        Process process = Process.Start(start) ?? throw new InvalidOperationException("The demonstration did not start.");
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains("The demonstration is at", StringComparison.Ordinal))
            {
                return new DemonstrationProcess(process, data, $"http://localhost:{port}");
            }
        }

        throw new InvalidOperationException($"The demonstration ended with code {process.ExitCode}.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(Path.GetDirectoryName(_data)!, recursive: true);
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
