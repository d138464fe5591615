using Microsoft.DurableTask;
using QuarterlyCycle.Orchestrations.Events;

namespace QuarterlyCycle.Orchestrations.Waiting;

/// <summary>What a parent must see end before it returns: its children, and steps that it does not wait for one by one.</summary>
public sealed class Children(TaskOrchestrationContext context, Steps steps)
{
    private readonly List<Task> _all = [];
    private readonly List<(string InstanceId, Task Call)> _children = [];

    /// <summary>How many children ended with a failure instead of an outcome.</summary>
    public int Failed { get; private set; }

    /// <summary>How many steps failed in the children and in what they started.</summary>
    public int FailedSteps { get; private set; }

    /// <summary>Whether every child and every step beside them has ended.</summary>
    public bool AllEnded => _all.TrueForAll(task => task.IsCompleted);

    /// <summary>Ends when everything begun so far has ended.</summary>
    public Task End => Task.WhenAll(_all);

    /// <summary>Starts a child under an id of its own and in the parent's version; a failure is recorded, and its outcome is null.</summary>
    public Task<TOutcome?> Start<TOutcome>(string orchestrator, string instanceId, object brief)
        where TOutcome : Outcome
    {
        Task<TOutcome> call = context.CallSubOrchestratorAsync<TOutcome>(
            orchestrator, brief, new SubOrchestrationOptions { InstanceId = instanceId, Version = context.Version });
        _children.Add((instanceId, call));
        Task<TOutcome?> outcome = OutcomeOf(instanceId, call);
        _all.Add(outcome);
        return outcome;
    }

    /// <summary>Takes a step beside the children, so that its retries hold up no stage.</summary>
    public void Begin(Task step) => _all.Add(step);

    /// <summary>Hands a signal on to the children that are open.</summary>
    public void Forward(Signal? signal)
    {
        if (signal is null)
        {
            return;
        }

        foreach ((string instanceId, _) in _children.Where(child => !child.Call.IsCompleted))
        {
            context.SendEvent(instanceId, signal.GetType().Name, signal);
        }
    }

    /// <summary>Waits for everything begun so far, and hands on what it hears meanwhile.</summary>
    public async Task WaitForAll(Doorbell<TimetableRevised> timetable, Doorbell<CycleCancelled> cancellation)
    {
        while (!AllEnded)
        {
            await Task.WhenAny(End, timetable.Ring, cancellation.Ring);
            if (timetable.HasRung)
            {
                Forward(await timetable.Answer());
            }
            else if (cancellation.HasRung)
            {
                Forward(await cancellation.Answer());
            }
        }

        await End;
    }

    private async Task<TOutcome?> OutcomeOf<TOutcome>(string instanceId, Task<TOutcome> call)
        where TOutcome : Outcome
    {
        try
        {
            TOutcome outcome = await call;
            FailedSteps += outcome.FailedSteps;
            return outcome;
        }
        catch (TaskFailedException failure)
        {
            Failed++;
            await steps.RecordFailure(instanceId, failure);
            return null;
        }
    }
}
