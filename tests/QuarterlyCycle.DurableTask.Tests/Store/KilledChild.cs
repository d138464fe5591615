using System.Diagnostics;
using System.Globalization;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using QuarterlyCycle.DurableTask.Engine;
using QuarterlyCycle.DurableTask.Tests.Stage;
using Xunit;

namespace QuarterlyCycle.DurableTask.Tests.Store;

/// <summary>A process of its own that starts orchestrations and notes which ones were answered, until somebody kills it.</summary>
public sealed class KilledChild
{
    private const string HubVariable = "DURABLE_HUB_UNTIL_KILLED";

    [Fact]
    public async Task Starts_orchestrations_until_it_is_killed()
    {
        // Played as an ordinary test it starts three, on a hub of its own.
        using Scratch scratch = new();
        string? shared = Environment.GetEnvironmentVariable(HubVariable);
        string path = shared ?? scratch.Hub;
        await using SqliteTaskHub hub = await Open(path);
        hub.Start();
        for (int i = 1; shared is not null || i <= 3; i++)
        {
            await hub.Client.ScheduleNewOrchestrationInstanceAsync("Counts", i, new StartOrchestrationOptions($"i{i}"));

            // Added and never written over: a kill between the two steps of writing over would leave nothing.
            await File.AppendAllTextAsync(path + ".answered", string.Create(CultureInfo.InvariantCulture, $"{i}\n"));
        }

        Assert.Equal(3, Answered(path));
    }

    internal static Task<SqliteTaskHub> Open(string path)
    {
        DurableTaskRegistry tasks = new();
        tasks.AddActivityFunc<int, int>("Next", (_, number) => number + 1);
        tasks.AddOrchestratorFunc("Waits", context => context.WaitForExternalEvent<string>("Never"));
        tasks.AddOrchestratorFunc<int, int>("Counts", async (context, number) =>
        {
            for (int i = 0; i < 5; i++)
            {
                number = await context.CallActivityAsync<int>("Next", number);
            }

            return number;
        });
        return SqliteTaskHub.OpenAsync(new TaskHubOptions { Path = path }, tasks, new ServiceCollection().BuildServiceProvider());
    }

    internal static Process Start(string path)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!) { UseShellExecute = false, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(KilledChild).Assembly.Location);
        }

        start.ArgumentList.Add("-method");
        start.ArgumentList.Add($"{typeof(KilledChild).FullName}.{nameof(Starts_orchestrations_until_it_is_killed)}");
        start.Environment[HubVariable] = path;
        return Process.Start(start)!;
    }

    internal static int Answered(string path)
    {
        string noted = File.Exists(path + ".answered") ? File.ReadAllText(path + ".answered") : string.Empty;
        string[] whole = noted[..(noted.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return whole.Length == 0 ? 0 : int.Parse(whole[^1], CultureInfo.InvariantCulture);
    }
}
