using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using QuarterlyCycle.App.Tests.Files;
using QuarterlyCycle.App.Tests.Killing;
using QuarterlyCycle.Local.Hosting;
using Xunit;

namespace QuarterlyCycle.App.Tests.CommandLine;

/// <summary>Who can reach the pages. 127.0.0.2 is this machine as well, but an address of its own.</summary>
public sealed class ListenTests
{
    private const string Own = "127.0.0.1";
    private const string Another = "127.0.0.2";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("localhost", true, false)]
    [InlineData(Another, false, true)]
    [InlineData("any", true, true)]
    public async Task Only_the_address_that_was_named_is_listened_on(string listen, bool own, bool another)
    {
        Assert.SkipWhen(OperatingSystem.IsMacOS(), $"Left out, because this system has no {Another}.");
        int port = RunningDemo.FreePort();
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(new ListeningPlace(listen, port).Open);
        await using WebApplication web = builder.Build();
        web.Run(http => http.Response.WriteAsync("here"));
        await web.StartAsync(Token);

        Assert.Equal((own, another), (await Answers(Own, port), await Answers(Another, port)));
    }

    [Fact]
    public async Task The_command_line_opens_the_service_to_others_only_when_it_is_asked_to()
    {
        Assert.SkipWhen(OperatingSystem.IsMacOS(), $"Left out, because this system has no {Another}.");
        using TemporaryFolder folder = new();
        int port = RunningDemo.FreePort();
        string typed = port.ToString(CultureInfo.InvariantCulture);
        using Process demo = CommandProcess.Start("demo", "--data", folder.At("data"), "--port", typed, "--listen", Another);
        try
        {
            await RunningDemo.Said(demo, "Sign in as:");

            Assert.Equal((false, true), (await Answers(Own, port), await Answers(Another, port)));
        }
        finally
        {
            demo.Kill();
            await demo.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static async Task<bool> Answers(string address, int port)
    {
        using TcpClient caller = new();
        try
        {
            await caller.ConnectAsync(IPAddress.Parse(address), port, Token);
            return true;
        }
        catch (SocketException refused) when (refused.SocketErrorCode == SocketError.ConnectionRefused)
        {
            return false;
        }
    }
}
