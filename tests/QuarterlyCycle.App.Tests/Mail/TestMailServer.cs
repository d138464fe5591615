using System.Net;
using System.Net.Sockets;
using System.Text;

namespace QuarterlyCycle.App.Tests.Mail;

/// <summary>A mail server on this machine that takes one command per line (RFC 5321) and answers as it is told.</summary>
internal sealed class TestMailServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();

    public TestMailServer()
    {
        _listener.Start();
        _ = Serve();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public List<string> Messages { get; } = [];

    /// <summary>Answers by the first word of the command or "." for the end of the message; null hangs up, "silent" says nothing.</summary>
    public Dictionary<string, string?> Answers { get; } = [];

    public void Stop()
    {
        _stop.Cancel();
        _listener.Stop();
    }

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task Serve()
    {
        try
        {
            while (true)
            {
                using TcpClient connection = await _listener.AcceptTcpClientAsync(_stop.Token);
                await Talk(connection.GetStream());
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or IOException or ObjectDisposedException or SocketException)
        {
            // The test is over, or the client hung up.
        }
    }

    private async Task Talk(NetworkStream stream)
    {
        using StreamReader reader = new(stream, Encoding.Latin1);
        await using StreamWriter writer = new(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 test");
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            if (line == "QUIT")
            {
                await writer.WriteLineAsync("221 bye");
                return;
            }

            string command = line.Split(' ', ':')[0].ToUpperInvariant();
            if (!await Answer(writer, command, command == "DATA" ? "354 go on" : "250 ok"))
            {
                return;
            }

            if (command == "DATA" && !Answers.ContainsKey("DATA"))
            {
                StringBuilder message = new();
                while (await reader.ReadLineAsync(_stop.Token) is { } text && text != ".")
                {
                    message.Append(text.StartsWith("..", StringComparison.Ordinal) ? text[1..] : text).Append("\r\n");
                }

                Messages.Add(message.ToString());
                if (!await Answer(writer, ".", "250 taken"))
                {
                    return;
                }
            }
        }
    }

    private async Task<bool> Answer(StreamWriter writer, string command, string usual)
    {
        string? answer = Answers.GetValueOrDefault(command, usual);
        if (answer is null)
        {
            return false;
        }

        if (answer == "silent")
        {
            await Task.Delay(Timeout.Infinite, _stop.Token);
        }

        await writer.WriteLineAsync(answer);
        return true;
    }
}
