using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using QuarterlyCycle.App.Files;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Cycles;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.App.Plans;

/// <summary>A version of the plan as it was imported.</summary>
public sealed record PlanVersion
{
    /// <summary>1 for the first import, one more for each that differs from the one before.</summary>
    public required int Number { get; init; }

    /// <summary>The file that holds it.</summary>
    public required string File { get; init; }

    public required string Sha256 { get; init; }

    public required DateTime ImportedUtc { get; init; }

    /// <summary>The number of who imported it, or the service's own name.</summary>
    public required string ImportedBy { get; init; }
}

/// <summary>Every version of the partnership's plan. A cycle keeps the version that it was opened with, unless its project manager lets it take a corrected one.</summary>
public sealed class PlanLibrary(IRecordStore store, IFileStore files, QuarterRecords records, TimeProvider clock)
{
    private const string Partition = "plans";

    // Another process may have let a cycle take a corrected plan; its words are there a minute later.
    private static readonly TimeSpan KnownFor = TimeSpan.FromMinutes(1);

    private readonly RecordTable<PlanVersion> _versions = new(store, "Plans");
    private readonly ConcurrentDictionary<int, Plan> _plans = new();
    private readonly ConcurrentDictionary<string, (int Version, DateTime ReadUtc)> _versionsOfCycles = new(StringComparer.Ordinal);

    /// <summary>Every version, the first one first.</summary>
    public async Task<IReadOnlyList<PlanVersion>> Versions(CancellationToken cancellation = default) =>
        [.. (await _versions.List(Partition, cancellation)).Select(row => row.Record)];

    /// <summary>The newest version, or null before the first import.</summary>
    public async Task<PlanVersion?> Newest(CancellationToken cancellation = default)
    {
        IReadOnlyList<PlanVersion> versions = await Versions(cancellation);
        return versions.Count == 0 ? null : versions[^1];
    }

    /// <summary>The newest plan, or null before the first import.</summary>
    public async Task<Plan?> Current(CancellationToken cancellation = default) =>
        await Newest(cancellation) is { } newest ? await Of(newest.Number, cancellation) : null;

    /// <summary>The plan of this version.</summary>
    public async Task<Plan> Of(int version, CancellationToken cancellation = default)
    {
        if (_plans.TryGetValue(version, out Plan? known))
        {
            return known;
        }

        PlanVersion row = (await _versions.Get(Partition, Key(version), cancellation))?.Record
            ?? throw new InvalidOperationException($"The plan has no version {Key(version)}.");
        byte[] content = await files.Read(row.File, cancellation)
            ?? throw new InvalidOperationException($"The file {row.File} of the plan's version {Key(version)} is gone.");
        return _plans.GetOrAdd(version, PlanArchive.Read(content));
    }

    /// <summary>The plan on which a cycle runs.</summary>
    public async Task<Plan> ForCycle(string cycle, CancellationToken cancellation = default)
    {
        DateTime nowUtc = clock.GetUtcNow().UtcDateTime;
        if (!_versionsOfCycles.TryGetValue(cycle, out (int Version, DateTime ReadUtc) known) || nowUtc - known.ReadUtc > KnownFor)
        {
            known = _versionsOfCycles[cycle] = ((await records.Cycles.Of(cycle, cancellation)).PlanVersion, nowUtc);
        }

        return await Of(known.Version, cancellation);
    }

    /// <summary>Reads anew on which plan a cycle runs, because it has changed.</summary>
    public void Forget(string cycle) => _versionsOfCycles.TryRemove(cycle, out _);

    /// <summary>Saves an imported plan as the next version; the same plan again is the same version. People keep their numbers.</summary>
    public async Task<PlanVersion> Save(Plan plan, string by, CancellationToken cancellation = default)
    {
        byte[] content = PlanArchive.Write(plan);
        string hash = Convert.ToHexStringLower(SHA256.HashData(content));
        while (true)
        {
            PlanVersion? newest = await Newest(cancellation);
            if (newest?.Sha256 == hash)
            {
                await KeepPeople(plan, cancellation);
                return newest;
            }

            int number = (newest?.Number ?? 0) + 1;
            PlanVersion version = new()
            {
                Number = number,
                File = $"plans/{Key(number)}-{hash[..12]}.json",
                Sha256 = hash,
                ImportedUtc = clock.GetUtcNow().UtcDateTime,
                ImportedBy = by,
            };

            // The file and the people come first: a version that can be seen is whole.
            await files.Write(version.File, content, cancellation);
            await KeepPeople(plan, cancellation);
            if (await _versions.Insert(Partition, Key(number), version, cancellation) is not null)
            {
                return version;
            }
        }
    }

    /// <summary>The number of everybody who was ever in a plan.</summary>
    public async Task<OfficerNumbers> Numbers(CancellationToken cancellation = default) =>
        new((await records.People.All(cancellation)).ToDictionary(person => EmailText.Canonical(person.PlanEmail ?? person.Email), person => person.Number, StringComparer.Ordinal));

    private async Task KeepPeople(Plan plan, CancellationToken cancellation)
    {
        OfficerNumbers numbers = (await Numbers(cancellation)).With(plan);
        foreach (Person person in plan.People)
        {
            Officer officer = OfficerOf(plan, person, numbers);
            if (!await records.People.Insert(officer, cancellation))
            {
                // An address that the project manager corrected stays until the plan itself names another person.
                await records.People.Change(officer.Number, known => officer with { Email = known.Email, PlanEmail = known.PlanEmail ?? officer.PlanEmail }, cancellation);
            }
        }

        HashSet<string> named = [.. plan.People.Select(person => numbers.Of(person.Email))];
        foreach (Officer gone in (await records.People.All(cancellation)).Where(person => person.InPlan && !named.Contains(person.Number)))
        {
            await records.People.Change(gone.Number, known => known with { InPlan = false }, cancellation);
        }
    }

    private static Officer OfficerOf(Plan plan, Person person, OfficerNumbers numbers) => new()
    {
        Number = numbers.Of(person.Email),
        Email = person.Email,
        PlanEmail = person.Email,
        Name = person.Name,
        Organisation = plan.Organisation(person.Organisation)?.Name ?? person.Organisation,
        Post = person.JobTitles.Count > 0 ? person.JobTitles[0] : null,
        Phone = person.Phone,
        Roles = person.Roles,
        AwayFrom = person.AwayFrom,
        AwayTo = person.AwayTo,
        StandIn = person.StandIn is { } standIn && plan.Person(standIn) is { } known ? numbers.Of(known.Email) : null,
    };

    private static string Key(int version) => version.ToString("0000", CultureInfo.InvariantCulture);
}
