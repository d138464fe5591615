using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using QuarterlyCycle.Functions;
using Xunit;

namespace QuarterlyCycle.Functions.Tests;

public sealed class HealthFunctionTests
{
    [Fact]
    public void A_probe_is_told_that_the_host_is_up_and_nothing_else()
    {
        OkObjectResult answer = Assert.IsType<OkObjectResult>(HealthFunction.Run(new DefaultHttpContext().Request));
        Assert.Equal("healthy", answer.Value);
    }

    [Fact]
    public void The_hosts_settings_name_the_hub_and_its_version_and_keep_inputs_out_of_traces()
    {
        using JsonDocument host = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "host.json")));
        JsonElement durable = host.RootElement.GetProperty("extensions").GetProperty("durableTask");
        Assert.Equal("QuarterlyCycleV1", durable.GetProperty("hubName").GetString());
        Assert.Equal("1.0", durable.GetProperty("defaultVersion").GetString());
        Assert.Equal("Reject", durable.GetProperty("versionFailureStrategy").GetString());
        Assert.False(durable.GetProperty("tracing").GetProperty("traceInputsAndOutputs").GetBoolean());
        Assert.True(durable.GetProperty("throwStatusExceptionsOnRaiseEvent").GetBoolean());
        Assert.Equal("", host.RootElement.GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString());
    }
}
