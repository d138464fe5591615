using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using QuarterlyCycle.App.Tests.CommandLine;

namespace QuarterlyCycle.App.Tests.Killing;

/// <summary>A demonstration in a process of its own, driven over HTTP as a browser would and killed without warning.</summary>
internal sealed partial class RunningDemo : IAsyncDisposable
{
    private readonly Process _process;
    private readonly HttpClient _browser;
    private readonly string _clockFile;

    private RunningDemo(Process process, int port, string data)
    {
        _process = process;
        _browser = new HttpClient { BaseAddress = new Uri($"http://localhost:{port}") };
        _clockFile = Path.Combine(data, "clock.txt");
    }

    /// <summary>The demonstration's time, as it would be after a restart.</summary>
    public DateTime NowUtc => DateTime.Parse(File.ReadAllText(_clockFile).Split(' ')[0], CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    public static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public static async Task<RunningDemo> Start(string data, int port)
    {
        Process process = CommandProcess.Start("demo", "--data", data, "--port", port.ToString(CultureInfo.InvariantCulture));
        await Said(process, "Sign in as:");
        return new RunningDemo(process, port, data);
    }

    /// <summary>Reads what the process prints until a line holds these words.</summary>
    public static async Task Said(Process process, string words)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains(words, StringComparison.Ordinal))
            {
                // What comes later must not fill the pipe.
                _ = process.StandardOutput.ReadToEndAsync();
                return;
            }
        }

        throw new InvalidOperationException($"The process ended without saying \"{words}\": {await process.StandardError.ReadToEndAsync()}");
    }

    /// <summary>Presses "Move on", with the people of the sample quarter acting.</summary>
    public async Task MoveOn()
    {
        string page = await _browser.GetStringAsync("/demo");
        string form = page.Split("action=\"/demo/next\"")[1].Split("</form>")[0];
        List<KeyValuePair<string, string>> fields =
        [
            .. HiddenField().Matches(form).Select(field => KeyValuePair.Create(field.Groups[1].Value, WebUtility.HtmlDecode(field.Groups[2].Value))),
            KeyValuePair.Create("others", "act"),
        ];
        using FormUrlEncodedContent content = new(fields);
        using HttpResponseMessage answer = await _browser.PostAsync("/demo/next", content);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Presses "Move on" and kills the process after this long, whatever it is doing.</summary>
    public async Task MoveOnAndKill(TimeSpan after)
    {
        Task moving = MoveOn();
        await Task.WhenAny(moving, Task.Delay(after));
        await Kill();
        try
        {
            await moving;
        }
        catch (HttpRequestException)
        {
            // Nobody answers any more, which is what was wanted.
        }
    }

    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await Kill();
        }

        _process.Dispose();
        _browser.Dispose();
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex HiddenField();
}
