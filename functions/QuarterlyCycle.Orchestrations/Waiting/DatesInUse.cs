using QuarterlyCycle.Domain.Timetables;
using QuarterlyCycle.Orchestrations.Calls;
using QuarterlyCycle.Orchestrations.Events;

namespace QuarterlyCycle.Orchestrations.Waiting;

/// <summary>The version of the timetable by which an orchestration goes.</summary>
public sealed class DatesInUse(Steps steps, string cycle, int version)
{
    private int _version = version;

    /// <summary>Reads the version that the signal names; null when it is not newer or cannot be read, and the dates in use stand.</summary>
    public async Task<Timetable?> Newer(TimetableRevised? signal) =>
        signal is not null && signal.Version > _version ? await Read(signal.Version) : null;

    /// <summary>Reads the newest version before something ends for good: after an outage the timer may be here before the signal. Null when the dates in use are the newest.</summary>
    public Task<Timetable?> Newest() => Read(ReadTimetable.Newest);

    private async Task<Timetable?> Read(int wanted)
    {
        Timetable? read = await steps.Ask<Timetable?>(new ReadTimetable(cycle, wanted), otherwise: null);
        if (read is null || read.Version <= _version)
        {
            return null;
        }

        _version = read.Version;
        return read;
    }
}
