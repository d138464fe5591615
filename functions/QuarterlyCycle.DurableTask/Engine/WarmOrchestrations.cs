namespace QuarterlyCycle.DurableTask.Engine;

/// <summary>
/// Sleeping orchestrations that are still in memory, newest first and bounded. One is good for its instance, execution and last sequence only:
/// the commit of its next episode checks all three. One that is let go can still tell that something foreign came back to it.
/// </summary>
internal sealed class WarmOrchestrations(int capacity)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, LinkedListNode<Orchestration>> _byInstance = [];
    private readonly LinkedList<Orchestration> _newestFirst = new();

    public Orchestration? Take(string instance)
    {
        lock (_gate)
        {
            if (!_byInstance.Remove(instance, out LinkedListNode<Orchestration>? node))
            {
                return null;
            }

            _newestFirst.Remove(node);
            return node.Value;
        }
    }

    public void Put(Orchestration orchestration)
    {
        if (capacity == 0)
        {
            return;
        }

        lock (_gate)
        {
            if (_byInstance.TryGetValue(orchestration.Row.Id, out LinkedListNode<Orchestration>? older))
            {
                Remove(older);
            }

            _byInstance[orchestration.Row.Id] = _newestFirst.AddFirst(orchestration);
            if (_byInstance.Count > capacity)
            {
                Remove(_newestFirst.Last!);
            }
        }
    }

    private void Remove(LinkedListNode<Orchestration> node)
    {
        _newestFirst.Remove(node);
        _byInstance.Remove(node.Value.Row.Id);
    }
}
