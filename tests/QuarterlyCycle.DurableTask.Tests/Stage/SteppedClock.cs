namespace QuarterlyCycle.DurableTask.Tests.Stage;

/// <summary>A machine whose clock is set while its timers go on counting time, as after sleep or a correction.</summary>
internal sealed class SteppedClock(DateTime startUtc, TimeZoneInfo? zone = null) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<Countdown> _countdowns = [];
    private DateTime _nowUtc = startUtc;
    private TimeSpan _passed;

    /// <summary>How much later it is each time that somebody measures how long something takes.</summary>
    public TimeSpan PassesWhenLookedAt { get; init; }

    public override TimeZoneInfo LocalTimeZone => zone ?? TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public DateTime NowUtc => GetUtcNow().UtcDateTime;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return new DateTimeOffset(_nowUtc, TimeSpan.Zero);
        }
    }

    public override long GetTimestamp()
    {
        lock (_gate)
        {
            _passed += PassesWhenLookedAt;
            return _passed.Ticks;
        }
    }

    /// <summary>Sets the clock; no timer notices.</summary>
    public void Set(DateTime utc)
    {
        lock (_gate)
        {
            _nowUtc = utc;
        }
    }

    /// <summary>Lets time pass for the clock and the timers alike.</summary>
    public void Pass(TimeSpan length)
    {
        List<Countdown> due;
        lock (_gate)
        {
            _nowUtc += length;
            _passed += length;
            due = _countdowns.FindAll(countdown => countdown.CountDown(length));
        }

        due.ForEach(countdown => countdown.Ring());
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Countdown countdown = new(() => callback(state));
        countdown.Change(dueTime, period);
        lock (_gate)
        {
            _countdowns.Add(countdown);
        }

        return countdown;
    }

    private sealed class Countdown(Action ring) : ITimer
    {
        private TimeSpan? _left;

        public void Ring() => ring();

        public bool CountDown(TimeSpan length)
        {
            if (_left is null)
            {
                return false;
            }

            _left -= length;
            if (_left > TimeSpan.Zero)
            {
                return false;
            }

            _left = null;
            return true;
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _left = dueTime == Timeout.InfiniteTimeSpan ? null : dueTime;
            return true;
        }

        public void Dispose() => _left = null;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
