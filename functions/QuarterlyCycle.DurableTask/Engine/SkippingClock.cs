namespace QuarterlyCycle.DurableTask.Engine;

/// <summary>A clock that stands still until it is moved on: thirteen weeks pass in a second.</summary>
internal sealed class SkippingClock(DateTime startUtc) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<Alarm> _alarms = [];
    private DateTime _nowUtc = DateTime.SpecifyKind(startUtc, DateTimeKind.Utc);

    public DateTime UtcNow
    {
        get
        {
            lock (_gate)
            {
                return _nowUtc;
            }
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => new(UtcNow, TimeSpan.Zero);

    public override long GetTimestamp() => UtcNow.Ticks;

    /// <summary>Moves the clock on and rings what has come due on the way, in order.</summary>
    public void AdvanceTo(DateTime instantUtc)
    {
        instantUtc = DateTime.SpecifyKind(instantUtc, DateTimeKind.Utc);
        while (true)
        {
            Alarm? next;
            lock (_gate)
            {
                next = _alarms.Where(alarm => alarm.DueUtc <= instantUtc).MinBy(alarm => alarm.DueUtc);
                _nowUtc = next is null ? Later(_nowUtc, instantUtc) : Later(_nowUtc, next.DueUtc!.Value);
                next?.Rearm();
            }

            if (next is null)
            {
                return;
            }

            next.Ring();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Alarm alarm = new(this, () => callback(state));
        lock (_gate)
        {
            _alarms.Add(alarm);
        }

        alarm.Change(dueTime, period);
        return alarm;
    }

    private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;

    private sealed class Alarm(SkippingClock clock, Action ring) : ITimer
    {
        private TimeSpan _period = Timeout.InfiniteTimeSpan;

        public DateTime? DueUtc { get; private set; }

        public void Ring() => ring();

        public void Rearm() => DueUtc = _period > TimeSpan.Zero ? DueUtc + _period : null;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                _period = period;
                DueUtc = dueTime == Timeout.InfiniteTimeSpan ? null : clock._nowUtc + dueTime;
                if (DueUtc > clock._nowUtc || DueUtc is null)
                {
                    return true;
                }

                Rearm();
            }

            // Due at once: rung elsewhere, as a real timer would, because the caller may hold a lock.
            ThreadPool.UnsafeQueueUserWorkItem(_ => ring(), null);
            return true;
        }

        public void Dispose()
        {
            lock (clock._gate)
            {
                clock._alarms.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
