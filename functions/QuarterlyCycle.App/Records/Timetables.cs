using System.Collections.Concurrent;
using System.Globalization;
using QuarterlyCycle.Domain.Cycles;
using QuarterlyCycle.Domain.Timetables;

namespace QuarterlyCycle.App.Records;

/// <summary>A version of a timetable and what made it: planning, an act's id or an outage; a repeat with the same cause is the same version.</summary>
public sealed record TimetableVersion(Timetable Timetable, string Cause);

/// <summary>The versions of every cycle's timetable. A version is never changed, so each is read once.</summary>
public sealed class Timetables(IRecordStore store, Cycles cycles)
{
    private readonly RecordTable<TimetableVersion> _rows = new(store, "Timetables");
    private readonly ConcurrentDictionary<(string Cycle, int Version), TimetableVersion> _known = new();

    public async Task<TimetableVersion?> Get(string cycle, int version, CancellationToken cancellation = default)
    {
        if (_known.TryGetValue((cycle, version), out TimetableVersion? known))
        {
            return known;
        }

        if (await _rows.Get(cycle, Key(version), cancellation) is not { } row)
        {
            return null;
        }

        return _known[(cycle, version)] = row.Record;
    }

    /// <summary>This version, which must be there.</summary>
    public async Task<Timetable> Of(string cycle, int version, CancellationToken cancellation = default) =>
        (await Get(cycle, version, cancellation))?.Timetable
        ?? throw new InvalidOperationException($"The timetable of {cycle} has no version {Key(version)}.");

    /// <summary>The version in force.</summary>
    public Task<Timetable> InForce(Cycle cycle, CancellationToken cancellation = default) =>
        Of(cycle.Code, cycle.TimetableVersion, cancellation);

    /// <summary>The version in force.</summary>
    public async Task<Timetable> InForce(string cycle, CancellationToken cancellation = default) =>
        await InForce(await cycles.Of(cycle, cancellation), cancellation);

    /// <summary>Every version, the first one first.</summary>
    public async Task<IReadOnlyList<Timetable>> All(string cycle, CancellationToken cancellation = default) =>
        [.. (await _rows.List(cycle, cancellation)).Select(row => row.Record.Timetable)];

    /// <summary>Stores version 1; a repeat leaves the one that is there.</summary>
    public Task First(Timetable timetable, string cause, CancellationToken cancellation = default) =>
        _rows.Insert(timetable.Cycle, Key(timetable.Version), new TimetableVersion(timetable, cause), cancellation);

    /// <summary>Stores the next version and puts it in force; a repeat of the same cause gives the version that it made. Null when the revision is null.</summary>
    public async Task<Timetable?> Revise(string cycle, string cause, Func<Timetable, Timetable?> revise, CancellationToken cancellation = default)
    {
        while (true)
        {
            IReadOnlyList<Stored<TimetableVersion>> versions = await _rows.List(cycle, cancellation);
            TimetableVersion newest = versions.Count == 0
                ? throw new InvalidOperationException($"The timetable of {cycle} has no version.")
                : versions[^1].Record;
            Timetable? made = versions.Select(row => row.Record).FirstOrDefault(version => version.Cause == cause)?.Timetable;
            if (made is null)
            {
                if (revise(newest.Timetable) is not { } revised)
                {
                    return null;
                }

                made = revised with { Version = newest.Timetable.Version + 1 };
                if (await _rows.Insert(cycle, Key(made.Version), new TimetableVersion(made, cause), cancellation) is null)
                {
                    continue;
                }
            }

            int version = made.Version;
            await cycles.Change(cycle, row => row with { TimetableVersion = Math.Max(row.TimetableVersion, version) }, cancellation);
            return made;
        }
    }

    private static string Key(int version) => version.ToString("0000", CultureInfo.InvariantCulture);
}
