using System.Diagnostics;
using System.Globalization;
using QuarterlyCycle.App.Cycles;
using QuarterlyCycle.App.Plans;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.App.Tests.CommandLine;
using QuarterlyCycle.App.Tests.Files;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Cycles;
using QuarterlyCycle.Local.Hosting;
using QuarterlyCycle.Local.Storage;
using Xunit;

namespace QuarterlyCycle.App.Tests.Killing;

public sealed class KilledServiceTests
{
    [Fact]
    public async Task A_killed_service_starts_again_with_everything_and_only_one_runs_on_the_same_data()
    {
        using TemporaryFolder folder = new();
        string data = folder.At("data");
        Quarter quarter = await PlanNextQuarter(data);
        string port = RunningDemo.FreePort().ToString(CultureInfo.InvariantCulture);

        using (Process first = CommandProcess.Start("serve", "--data", data, "--port", port))
        {
            await RunningDemo.Said(first, "QuarterlyCycle is at ");
            first.Kill();
            await first.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        using Process second = CommandProcess.Start("serve", "--data", data, "--port", port);
        await RunningDemo.Said(second, "QuarterlyCycle is at ");
        using HttpClient browser = new();
        using HttpResponseMessage answer = await browser.GetAsync(new Uri($"http://localhost:{port}/privacy"), TestContext.Current.CancellationToken);
        Ran third = await CommandProcess.Run("serve", "--data", data, "--port", RunningDemo.FreePort().ToString(CultureInfo.InvariantCulture));
        second.Kill();
        await second.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(answer.IsSuccessStatusCode);
        Assert.Equal(2, third.Code);
        Assert.Contains("is in use by another process", Assert.Single(third.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Installation installation = new(data);
        using SqliteRecordStore store = installation.OpenRecords();
        QuarterRecords records = new(store, new FolderFileStore(installation.FilesFolder));
        Cycle cycle = await records.Cycles.Of(quarter.Code, TestContext.Current.CancellationToken);
        Assert.Equal(CycleState.Open, cycle.State);
        Assert.Equal(156, (await records.Figures.All(quarter.Code, TestContext.Current.CancellationToken)).Count);
        Assert.Equal(70, (await records.DataRequests.All(quarter.Code, TestContext.Current.CancellationToken)).Count);
        Assert.Equal(0, (await CommandProcess.Run("verify", "--data", (await Copy(data, folder.At("copy")))!)).Code);
    }

    // A year ahead, so that nothing is due while the test runs.
    private static async Task<Quarter> PlanNextQuarter(string data)
    {
        ServiceSetup setup = await new Installation(data).Setup(TimeProvider.System, new Uri("http://localhost:7071"), "Test");
        using SqliteRecordStore store = (SqliteRecordStore)setup.Records;
        await using RunningService service = await RunningService.Open(setup);
        PlanLibrary plans = service.Get<PlanLibrary>();
        await plans.Save(SamplePlan.Read(), "test");
        Quarter quarter = Quarter.Containing(LondonTime.DateOf(TimeProvider.System.GetUtcNow().UtcDateTime).AddYears(1));
        Assert.Empty(await service.Get<CyclePlanner>().Plan(quarter, "o0001"));
        return quarter;
    }

    private static async Task<string?> Copy(string data, string target) =>
        (await CommandProcess.Run("backup", target, "--data", data)).Code == 0 ? target : null;
}
