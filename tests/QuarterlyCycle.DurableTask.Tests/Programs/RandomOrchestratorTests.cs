using FsCheck;
using FsCheck.Fluent;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using QuarterlyCycle.DurableTask.Tests.Stage;
using Xunit;

namespace QuarterlyCycle.DurableTask.Tests.Programs;

public sealed class RandomOrchestratorTests
{
    [Theory, InEveryWeather]
    public void Whatever_an_orchestrator_does_comes_out_as_the_reference_says(Weather weather) =>
        Prop.ForAll(RandomPrograms.Any(), program => Comes(program, weather)).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    // FsCheck waits for each program; there is nothing to be gained by not waiting.
    private static void Comes(OrchestratorProgram program, Weather weather) => Task.Run(() => Played(program, weather)).GetAwaiter().GetResult();

    private static Task Played(OrchestratorProgram program, Weather weather) => Play.Scene(
        weather,
        tasks => Register(tasks, program),
        async play =>
        {
            await play.Start("Program", new Round(program.Rounds, string.Empty));
            foreach ((TimeSpan after, string name, string payload) in program.Raised())
            {
                await play.SkipTo(Play.Opening + after);
                try
                {
                    await play.Raise(name, payload);
                }
                catch (InvalidOperationException)
                {
                    // It has ended before this letter came.
                }
            }

            await play.RunOut();
            OrchestrationMetadata instance = await play.Get();
            string? expected = new ReferenceInterpreter(program, Play.Opening).Output();
            Assert.Equal(expected, instance.RuntimeStatus == OrchestrationRuntimeStatus.Completed ? instance.ReadOutputAs<string>() : null);
            Assert.Equal(expected is null ? OrchestrationRuntimeStatus.Running : OrchestrationRuntimeStatus.Completed, instance.RuntimeStatus);
            await play.Replays();
        });

    private static void Register(DurableTaskRegistry tasks, OrchestratorProgram program)
    {
        Dictionary<int, Child> children = [];
        Collect(program.Steps, children);
        tasks
            .AddActivityFunc<Deed, string>("Do", (_, deed) => deed.Fails ? throw new InvalidOperationException("told to fail") : $"done{deed.Number}")
            .AddOrchestratorFunc<int, string>("Child", (context, number) => Sequence(context, children[number].Steps))
            .AddOrchestratorFunc<Round, string>("Program", async (context, round) =>
            {
                // The letters that were carried over come with the beginning; after this step they are there, whatever waits for them.
                await context.CallActivityAsync<string>("Do", new Deed(-1, false));
                string all = $"{round.SoFar}[{await Sequence(context, program.Steps)}]";
                if (round.Left > 1)
                {
                    context.ContinueAsNew(new Round(round.Left - 1, all));
                }

                return all;
            });
    }

    private static void Collect(IEnumerable<Step> steps, Dictionary<int, Child> children)
    {
        foreach (Step step in steps)
        {
            if (step is Child child)
            {
                children.Add(child.Number, child);
            }

            Collect(
                step switch
                {
                    Child inner => inner.Steps,
                    Any any => any.Branches,
                    All all => all.Branches.SelectMany(branch => branch),
                    _ => [],
                },
                children);
        }
    }

    private static async Task<string> Sequence(TaskOrchestrationContext context, IReadOnlyList<Step> steps)
    {
        List<string> results = [];
        foreach (Step step in steps)
        {
            results.Add(await One(context, step, CancellationToken.None));
        }

        return string.Join(' ', results);
    }

    private static async Task<string> One(TaskOrchestrationContext context, Step step, CancellationToken cancellation)
    {
        string result = step switch
        {
            Do activity => await Done(context, activity),
            Sleep sleep => await Slept(context, sleep, cancellation),
            Hear hear => await context.WaitForExternalEvent<string>(hear.Event, CancellationToken.None),
            Child child => $"({await context.CallSubOrchestratorAsync<string>("Child", child.Number)})",
            All all => $"all({string.Join(" | ", await Task.WhenAll(all.Branches.Select(branch => Sequence(context, branch))))})",
            Any any => await First(context, any),
            _ => throw new InvalidOperationException($"{step} is not known."),
        };
        return $"{result}@{(context.CurrentUtcDateTime - Play.Opening).TotalMilliseconds}";
    }

    private static async Task<string> Done(TaskOrchestrationContext context, Do activity)
    {
        try
        {
            return await context.CallActivityAsync<string>("Do", new Deed(activity.Number, activity.Fails));
        }
        catch (TaskFailedException)
        {
            return $"failed{activity.Number}";
        }
    }

    private static async Task<string> Slept(TaskOrchestrationContext context, Sleep sleep, CancellationToken cancellation)
    {
        await context.CreateTimer(sleep.Length, cancellation);
        return "slept";
    }

    private static async Task<string> First(TaskOrchestrationContext context, Any any)
    {
        using CancellationTokenSource unneeded = new();
        List<Task<string>> branches = [.. any.Branches.Select(branch => One(context, branch, unneeded.Token))];
        Task<string> first = await Task.WhenAny(branches);
        if (any.Cancels)
        {
            unneeded.Cancel();
        }

        return $"any{branches.IndexOf(first)}:{await first}";
    }

    private sealed record Round(int Left, string SoFar);

    private sealed record Deed(int Number, bool Fails);
}
