using Microsoft.DurableTask;

namespace QuarterlyCycle.DurableTask.Tests.Stage;

/// <summary>An orchestrator that takes so many letters, says in its status how many it has, and gives them back in a row.</summary>
internal static class Collector
{
    public static void Register(DurableTaskRegistry tasks) => tasks.AddOrchestratorFunc<int, string>("Collects", async (context, count) =>
    {
        string all = string.Empty;
        for (int i = 0; i < count; i++)
        {
            all += await context.WaitForExternalEvent<string>("Letter");
            context.SetCustomStatus($"{i + 1}");
        }

        return all;
    });
}
