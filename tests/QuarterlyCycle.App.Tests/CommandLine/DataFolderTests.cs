using System.Globalization;
using System.Net;
using System.Net.Sockets;
using QuarterlyCycle.App.Tests.Files;
using QuarterlyCycle.App.Tests.Killing;
using Xunit;

namespace QuarterlyCycle.App.Tests.CommandLine;

public sealed class DataFolderTests
{
    [Fact]
    public async Task The_data_of_a_demonstration_is_verified_and_copied()
    {
        using TemporaryFolder folder = new();
        await using (RunningDemo demo = await RunningDemo.Start(folder.At("data"), RunningDemo.FreePort()))
        {
            await demo.MoveOn();
        }

        Ran verified = await CommandProcess.Run("verify", "--data", folder.At("data"));
        Ran copied = await CommandProcess.Run("backup", folder.At("copy"), "--data", folder.At("data"));
        Ran again = await CommandProcess.Run("backup", folder.At("copy"), "--data", folder.At("data"));
        Ran copyVerified = await CommandProcess.Run("verify", "--data", folder.At("copy"));

        Assert.Equal((0, 0, 2, 0), (verified.Code, copied.Code, again.Code, copyVerified.Code));
        Assert.Contains("2008-09-Q2: 1 entries, all good.", verified.Output.Replace("1 entry", "1 entries", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(verified.Output, copyVerified.Output);
        Assert.Equal(Names(folder.At("data/mail")), Names(folder.At("copy/mail")));
        Assert.Equal(Names(folder.At("data/files")), Names(folder.At("copy/files")));
    }

    [Fact]
    public async Task A_demonstration_and_a_service_never_share_a_folder()
    {
        using TemporaryFolder folder = new();
        Ran imported = await CommandProcess.Run("import", "derby-2008-09", "--data", folder.At("real"));
        Directory.CreateDirectory(folder.At("demo"));
        await File.WriteAllTextAsync(folder.At("demo/clock.txt"), "2008-09-28T08:00:00.0000000Z 0", TestContext.Current.CancellationToken);

        Ran demo = await CommandProcess.Run("demo", "--data", folder.At("real"));
        Ran serve = await CommandProcess.Run("serve", "--data", folder.At("demo"));

        Assert.Equal((0, 2, 2), (imported.Code, demo.Code, serve.Code));
        Assert.Contains("holds the data of a real service", Assert.Single(demo.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Contains("holds a demonstration", Assert.Single(serve.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_without_a_plan_says_how_to_import_one()
    {
        using TemporaryFolder folder = new();

        Ran ran = await CommandProcess.Run("serve", "--data", folder.At("data"));

        Assert.Equal(2, ran.Code);
        Assert.Contains("import one first", Assert.Single(ran.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_is_one_clear_line()
    {
        using TemporaryFolder folder = new();
        using TcpListener other = new(IPAddress.Loopback, 0);
        other.Start();
        string port = ((IPEndPoint)other.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

        Ran ran = await CommandProcess.Run("demo", "--data", folder.At("data"), "--port", port);

        Assert.Equal(2, ran.Code);
        Assert.Contains($"Port {port} is in use", Assert.Single(ran.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    private static string[] Names(string folder) => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal)]
        : [];
}
