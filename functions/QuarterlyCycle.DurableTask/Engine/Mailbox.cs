using Microsoft.DurableTask;

namespace QuarterlyCycle.DurableTask.Engine;

/// <summary>The external events of one execution: who waits for which, and what has come before anyone waited.</summary>
internal sealed class Mailbox(DataConverter converter)
{
    // Of several waiters the newest receives: code that waits again in a loop has given up on the older wait.
    private readonly Dictionary<string, Stack<Waiter>> _waiters = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Name, string? Data)> _buffered = [];

    public bool HasWaiters => _waiters.Values.Any(stack => stack.Any(waiter => waiter.IsWaiting));

    public Task<T> Wait<T>(string name, CancellationToken cancellation)
    {
        Stack<Waiter>? stack = _waiters.GetValueOrDefault(name);
        if (stack?.FirstOrDefault(waiter => waiter.IsWaiting) is { } other && other.Type != typeof(T))
        {
            throw new ArgumentException(
                $"The event '{name}' is awaited as {other.Type.FullName} already and cannot be awaited as {typeof(T).FullName} too.", nameof(name));
        }

        if (cancellation.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellation);
        }

        Waiter<T> waiter = new(converter);
        int first = _buffered.FindIndex(buffered => SameName(buffered.Name, name));
        if (first >= 0)
        {
            string? data = _buffered[first].Data;
            _buffered.RemoveAt(first);
            waiter.Receive(name, data);
            return waiter.Task;
        }

        if (stack is null)
        {
            _waiters[name] = stack = new Stack<Waiter>();
        }

        stack.Push(waiter);
        waiter.CancelWith(cancellation);
        return waiter.Task;
    }

    public void Deliver(string name, string? data)
    {
        if (_waiters.TryGetValue(name, out Stack<Waiter>? stack))
        {
            while (stack.TryPop(out Waiter? waiter))
            {
                if (waiter.IsWaiting)
                {
                    waiter.Receive(name, data);
                    return;
                }
            }

            _waiters.Remove(name);
        }

        _buffered.Add((name, data));
    }

    /// <summary>Empties the buffer: grouped by name, in the order in which the names were first seen.</summary>
    public List<(string Name, string? Data)> TakeAll()
    {
        List<(string Name, string? Data)> all = [.. _buffered.GroupBy(e => e.Name, StringComparer.OrdinalIgnoreCase).SelectMany(group => group)];
        _buffered.Clear();
        return all;
    }

    private static bool SameName(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private abstract class Waiter
    {
        public abstract Type Type { get; }

        public abstract bool IsWaiting { get; }

        public abstract void Receive(string name, string? data);
    }

    private sealed class Waiter<T>(DataConverter converter) : Waiter
    {
        // No RunContinuationsAsynchronously: the code goes on inline, in the order of the events.
        private readonly TaskCompletionSource<T> _source = new();
        private CancellationTokenRegistration _registration;

        public override Type Type => typeof(T);

        public override bool IsWaiting => !_source.Task.IsCompleted;

        public Task<T> Task => _source.Task;

        public void CancelWith(CancellationToken cancellation) =>
            _registration = cancellation.UnsafeRegister(_ => _source.TrySetCanceled(cancellation), null);

        public override void Receive(string name, string? data)
        {
            _registration.Unregister();
            T value;
            try
            {
                value = converter.Deserialize<T>(data)!;
            }
            catch (Exception fault) when (fault is System.Text.Json.JsonException or NotSupportedException or InvalidCastException)
            {
                throw new MalformedEventException($"The event '{name}' cannot be read as {typeof(T).FullName}: {fault.Message}", fault);
            }

            _source.TrySetResult(value);
        }
    }
}

/// <summary>An event whose payload has the wrong shape. It ends the instance: another attempt would find the same payload.</summary>
internal sealed class MalformedEventException(string message, Exception cause) : Exception(message, cause);
