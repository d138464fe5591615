using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Cycles;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.App.Tests.Mail;
using Xunit;

namespace QuarterlyCycle.Functions.Tests;

/// <summary>Pages, health and timers, each called as the worker calls it.</summary>
public sealed class TriggerTests : IDisposable
{
    private readonly FunctionsBench _bench = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_probe_is_told_that_the_host_is_up_and_nothing_else()
    {
        OkObjectResult answer = Assert.IsType<OkObjectResult>(HealthFunction.Run(new DefaultHttpContext().Request));
        Assert.Equal("healthy", answer.Value);
    }

    [Theory]
    [InlineData("/assets/site.css", 200, "text/css; charset=utf-8")]
    [InlineData("/nothing/here", 404, "text/html; charset=utf-8")]
    public async Task A_page_is_written_by_the_pages_and_nothing_is_added(string path, int status, string contentType)
    {
        DefaultHttpContext http = new();
        http.Request.Method = "GET";
        http.Request.Path = path;
        using MemoryStream body = new();
        http.Response.Body = body;
        Assert.IsType<EmptyResult>(await _bench.Function<PageFunction>().Run(http.Request, _bench.Client));
        Assert.Equal(status, http.Response.StatusCode);
        Assert.Equal(contentType, http.Response.ContentType);
        Assert.True(body.Length > 0);
    }

    [Fact]
    public async Task Every_timer_runs_its_sweep()
    {
        SweepFunctions sweeps = _bench.Function<SweepFunctions>();
        TimerInfo timer = new();
        await sweeps.SweepOutages(timer, _bench.Client, Token);
        await sweeps.SweepActs(timer, _bench.Client, Token);
        await sweeps.SweepMail(timer, Token);
        await sweeps.OpenDueCycles(timer, _bench.Client, Token);
        await sweeps.PostSummaries(timer, Token);
        await sweeps.SweepSilence(timer, _bench.Client, Token);
        await sweeps.Purge(timer, Token);
        Assert.NotNull(await _bench.Store.Get("LastPurges", "purge", "purge", Token));
        Assert.NotNull(await _bench.Store.Get("Heartbeats", "service", "service", Token));
    }

    [Fact]
    public async Task The_mails_timer_finds_an_email_that_a_crash_left_half_sent()
    {
        OutboxRow row = TestMail.Row("E1") with { State = MailState.Sending, ClaimedUntilUtc = TestMail.Monday9Am.AddMinutes(-1) };
        await new RecordTable<OutboxRow>(_bench.Store, "Outbox").Insert(row.Instance, row.Key, row, Token);
        await OpenWork.OfOutbox(_bench.Store).Open(new OpenWorkRow { Partition = row.Instance, Key = row.Key, OpenedUtc = TestMail.Monday9Am, DueUtc = TestMail.Monday9Am }, Token);
        await _bench.Function<SweepFunctions>().SweepMail(new TimerInfo(), Token);
        Assert.Equal(MailState.Uncertain, (await _bench.Read(row)).State);
    }

    [Fact]
    public void Every_sweep_of_the_other_host_has_a_timer_here()
    {
        IEnumerable<Type> others = typeof(Sweeps).GetConstructors().Single().GetParameters().Select(parameter => parameter.ParameterType).Except([typeof(Outbox)]);
        IEnumerable<Type> own = typeof(SweepFunctions).GetConstructors().Single().GetParameters().Select(parameter => parameter.ParameterType);
        Assert.Empty(others.Except(own));
        Assert.Contains(typeof(OutageSweep), own);
    }

    [Fact]
    public void Every_function_has_a_name_of_its_own()
    {
        string[] names = [.. typeof(PageFunction).Assembly.GetTypes()
            .Where(type => type.Namespace?.StartsWith("QuarterlyCycle.Functions", StringComparison.Ordinal) == true)
            .SelectMany(type => type.GetMethods())
            .Select(method => method.GetCustomAttribute<FunctionAttribute>()?.Name)
            .OfType<string>()];
        Assert.Equal(names.Length, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Theory]
    [InlineData(typeof(PageFunction), "{*path}")]
    [InlineData(typeof(HealthFunction), "health")]
    [InlineData(typeof(Functions.SendGrid.DeliveryWebhook), "webhooks/sendgrid/events")]
    [InlineData(typeof(Functions.SendGrid.InboundWebhook), "webhooks/sendgrid/inbound")]
    public void A_request_needs_no_key_in_its_address(Type function, string route)
    {
        HttpTriggerAttribute trigger = function.GetMethod("Run")!.GetParameters()[0].GetCustomAttribute<HttpTriggerAttribute>()!;
        Assert.Equal(AuthorizationLevel.Anonymous, trigger.AuthLevel);
        Assert.Equal(route, trigger.Route);
    }

    public void Dispose() => _bench.Dispose();
}
