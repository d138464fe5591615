using Microsoft.DurableTask.Client;
using QuarterlyCycle.DurableTask.Store;

namespace QuarterlyCycle.DurableTask.Engine;

/// <summary>Callers that wait until an instance has begun, or has ended.</summary>
internal sealed class InstanceWaiters
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<(Predicate<InstanceRow> Until, TaskCompletionSource<InstanceRow> Answer)>> _waiters = [];

    public static bool HasBegun(InstanceRow row) => row.Status != OrchestrationRuntimeStatus.Pending;

    public static bool HasEnded(InstanceRow row) => row.IsOver;

    public TaskCompletionSource<InstanceRow> Add(string instance, Predicate<InstanceRow> until)
    {
        TaskCompletionSource<InstanceRow> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (!_waiters.TryGetValue(instance, out var waiting))
            {
                _waiters[instance] = waiting = [];
            }

            waiting.Add((until, answer));
        }

        return answer;
    }

    public void Moved(InstanceRow row)
    {
        lock (_gate)
        {
            if (!_waiters.TryGetValue(row.Id, out var waiting))
            {
                return;
            }

            waiting.RemoveAll(waiter => waiter.Answer.Task.IsCompleted || (waiter.Until(row) && waiter.Answer.TrySetResult(row)));
            if (waiting.Count == 0)
            {
                _waiters.Remove(row.Id);
            }
        }
    }

    public void Close()
    {
        lock (_gate)
        {
            foreach (var waiter in _waiters.Values.SelectMany(waiting => waiting))
            {
                waiter.Answer.TrySetException(new ObjectDisposedException(nameof(SqliteTaskHub), "The task hub is closed."));
            }

            _waiters.Clear();
        }
    }
}
