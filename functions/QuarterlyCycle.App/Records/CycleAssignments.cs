using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using QuarterlyCycle.App.Files;

namespace QuarterlyCycle.App.Records;

/// <summary>One measure or milestone of a cycle, by whom it is answered and reviewed: fixed at planning, by officer numbers.</summary>
public sealed record AssignedFigure(string Code, bool IsMilestone, string Officer, int Chunk, string Reviewer, int ReviewPart, IReadOnlyList<string> Bodies);

/// <summary>Everything that a cycle asks, fixed at planning: which row of which partition belongs to a code, an officer, a reviewer or a body.</summary>
public sealed class CycleAssignments
{
    private readonly Dictionary<string, AssignedFigure> _byCode;
    private readonly ILookup<string, AssignedFigure> _byOfficer;
    private readonly ILookup<string, AssignedFigure> _byReviewer;

    public CycleAssignments(int planVersion, IReadOnlyList<AssignedFigure> figures)
    {
        PlanVersion = planVersion;
        Figures = figures;
        _byCode = figures.ToDictionary(figure => figure.Code, StringComparer.Ordinal);
        _byOfficer = figures.ToLookup(figure => figure.Officer, StringComparer.Ordinal);
        _byReviewer = figures.ToLookup(figure => figure.Reviewer, StringComparer.Ordinal);
    }

    /// <summary>The version of the plan from which they were cut.</summary>
    public int PlanVersion { get; }

    /// <summary>Every figure, in the order of the codes.</summary>
    public IReadOnlyList<AssignedFigure> Figures { get; }

    /// <summary>The officers who are asked, in the order of their numbers.</summary>
    [JsonIgnore]
    public IEnumerable<string> Officers => _byOfficer.Select(group => group.Key).Order(StringComparer.Ordinal);

    /// <summary>The officers who review, in the order of their numbers.</summary>
    [JsonIgnore]
    public IEnumerable<string> Reviewers => _byReviewer.Select(group => group.Key).Order(StringComparer.Ordinal);

    /// <summary>The figure with this code, or null when it is not asked.</summary>
    public AssignedFigure? Of(string code) => _byCode.GetValueOrDefault(code);

    public IEnumerable<AssignedFigure> OfOfficer(string officer) => _byOfficer[officer];

    public IEnumerable<AssignedFigure> OfReviewer(string officer) => _byReviewer[officer];

    public IEnumerable<AssignedFigure> OfBody(string body) => Figures.Where(figure => figure.Bodies.Contains(body));

    /// <summary>The chunk of an officer's data request, or null when the officer is not asked.</summary>
    public int? ChunkOf(string officer) => _byOfficer[officer].FirstOrDefault()?.Chunk;
}

/// <summary>The assignments of each cycle: one file, written once at planning and kept in memory.</summary>
public sealed class AssignmentFiles(IFileStore files)
{
    private readonly ConcurrentDictionary<string, CycleAssignments> _known = new(StringComparer.Ordinal);

    public async Task<CycleAssignments> Of(string cycle, CancellationToken cancellation = default) =>
        await Find(cycle, cancellation) ?? throw new InvalidOperationException($"The assignments of {cycle} have not been written.");

    public async Task<CycleAssignments?> Find(string cycle, CancellationToken cancellation = default)
    {
        if (_known.TryGetValue(cycle, out CycleAssignments? known))
        {
            return known;
        }

        if (await files.Read(Name(cycle), cancellation) is not { } content)
        {
            return null;
        }

        return _known[cycle] = JsonSerializer.Deserialize<CycleAssignments>(content, RecordRows.Json)
            ?? throw new InvalidOperationException($"The assignments of {cycle} are empty.");
    }

    /// <summary>Writes the file, unless an earlier attempt at planning has written it: what is cut once stays as it was cut.</summary>
    public async Task<CycleAssignments> WriteOnce(string cycle, int planVersion, IReadOnlyList<AssignedFigure> figures, CancellationToken cancellation = default)
    {
        if (await Find(cycle, cancellation) is { } written)
        {
            return written;
        }

        CycleAssignments assignments = new(planVersion, figures);
        await files.Write(Name(cycle), JsonSerializer.SerializeToUtf8Bytes(assignments, RecordRows.Json), cancellation);
        return await Of(cycle, cancellation);
    }

    private static string Name(string cycle) => $"cycles/{cycle}/assignments.json";
}
