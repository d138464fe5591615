using Azure.Core.Serialization;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using QuarterlyCycle.App.Files;
using QuarterlyCycle.App.Pages;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.AzureStorage;
using QuarterlyCycle.Functions.Tests.Settings;
using QuarterlyCycle.Orchestrations.Calls;
using Xunit;

namespace QuarterlyCycle.Functions.Tests.Hosting;

public sealed class ProgramTests
{
    [Fact]
    public void The_host_is_put_together_over_Tables_and_Blobs()
    {
        using IHost host = Build();
        Assert.IsType<TableRecordStore>(host.Services.GetRequiredService<IRecordStore>());
        Assert.IsType<BlobFileStore>(host.Services.GetRequiredService<IFileStore>());
        Assert.NotNull(host.Services.GetRequiredService<PageServer>());
    }

    [Fact]
    public void By_identity_it_reaches_the_account_that_the_settings_name()
    {
        using IHost host = Build("--Storage:Emulator=", "--Storage:Tables=https://data.table.core.windows.net", "--Storage:Blobs=https://data.blob.core.windows.net");
        Assert.IsType<TableRecordStore>(host.Services.GetRequiredService<IRecordStore>());
        Assert.IsType<BlobFileStore>(host.Services.GetRequiredService<IFileStore>());
    }

    [Fact]
    public void Inputs_are_written_as_the_other_host_writes_them()
    {
        using IHost host = Build();
        JsonObjectSerializer serializer = Assert.IsType<JsonObjectSerializer>(host.Services.GetRequiredService<IOptions<WorkerOptions>>().Value.Serializer);
        Assert.Equal("\"SignedOff\"", serializer.Serialize(OutcomeGroupResult.SignedOff).ToString());
    }

    private static IHost Build(params string[] others) => Program.Build([.. SampleSettings.Filled().Select(setting => $"--{setting.Key}={setting.Value}"), .. others]);
}
