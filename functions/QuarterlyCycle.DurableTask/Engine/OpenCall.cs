using Microsoft.DurableTask;

namespace QuarterlyCycle.DurableTask.Engine;

/// <summary>A call that the code has made and that has not been answered: an activity, a child or a timer.</summary>
internal abstract class OpenCall(int id, EventKind asked, string name)
{
    public int Id => id;

    public EventKind Asked => asked;

    public string Name => name;

    public abstract void Complete(string? data);

    public abstract void Fail(TaskFailureDetails failure);
}

/// <summary>An open call with a typed result.</summary>
internal sealed class OpenCall<T>(int id, EventKind asked, string name, DataConverter converter) : OpenCall(id, asked, name)
{
    // No RunContinuationsAsynchronously: the code goes on inline, in the order of the events.
    private readonly TaskCompletionSource<T> _source = new();

    public Task<T> Task => _source.Task;

    public override void Complete(string? data)
    {
        T result;
        try
        {
            result = converter.Deserialize<T>(data)!;
        }
        catch (Exception fault) when (fault is System.Text.Json.JsonException or NotSupportedException or InvalidCastException)
        {
            _source.TrySetException(fault);
            return;
        }

        _source.TrySetResult(result);
    }

    public override void Fail(TaskFailureDetails failure) => _source.TrySetException(new TaskFailedException(Name, Id, failure));

    public bool Cancel(CancellationToken cancellation) => _source.TrySetCanceled(cancellation);
}
