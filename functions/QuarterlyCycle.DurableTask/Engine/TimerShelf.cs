namespace QuarterlyCycle.DurableTask.Engine;

/// <summary>The next timers, in order. Those further off stay in the file until their turn comes near.</summary>
internal sealed class TimerShelf
{
    public const int Room = 1000;

    private readonly SortedSet<(DateTime DueUtc, long Id)> _order = [];
    private readonly Dictionary<long, InboxMessage> _messages = [];
    private (DateTime DueUtc, long Id) _horizon = (DateTime.MaxValue, long.MaxValue);

    /// <summary>Whether the file has timers beyond the last one here.</summary>
    public bool HasMoreInFile { get; private set; }

    public bool IsEmpty => _order.Count == 0;

    public DateTime? NextUtc => _order.Count == 0 ? null : _order.Min.DueUtc;

    /// <summary>The timer after which the file has more.</summary>
    public (DateTime DueUtc, long Id) Horizon => _horizon;

    public void Add(InboxMessage timer)
    {
        (DateTime DueUtc, long Id) key = (timer.DueUtc!.Value, timer.Id);
        if (HasMoreInFile && key.CompareTo(_horizon) > 0)
        {
            return;
        }

        if (_order.Add(key))
        {
            _messages.Add(timer.Id, timer);
        }

        while (_order.Count > 2 * Room)
        {
            (DateTime DueUtc, long Id) last = _order.Max;
            _order.Remove(last);
            _messages.Remove(last.Id);
            HasMoreInFile = true;
            _horizon = _order.Max;
        }
    }

    public void Loaded(List<InboxMessage> timers, bool hasMore)
    {
        HasMoreInFile = false;
        timers.ForEach(Add);
        HasMoreInFile = hasMore;
        _horizon = hasMore ? (timers[^1].DueUtc!.Value, timers[^1].Id) : (DateTime.MaxValue, long.MaxValue);
    }

    public void Cancel(long id)
    {
        if (_messages.Remove(id, out InboxMessage? timer))
        {
            _order.Remove((timer.DueUtc!.Value, id));
        }
    }

    public List<InboxMessage> TakeDue(DateTime nowUtc)
    {
        List<InboxMessage> due = [];
        while (_order.Count > 0 && _order.Min.DueUtc <= nowUtc)
        {
            (DateTime DueUtc, long Id) first = _order.Min;
            _order.Remove(first);
            _messages.Remove(first.Id, out InboxMessage? timer);
            due.Add(timer!);
        }

        return due;
    }
}
