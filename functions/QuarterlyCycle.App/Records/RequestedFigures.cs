using QuarterlyCycle.Domain.DataRequests;

namespace QuarterlyCycle.App.Records;

/// <summary>The requested figures of each cycle, by who reviews them; the assignments say where each one stands.</summary>
public sealed class RequestedFigures(IRecordStore store, AssignmentFiles assignments)
{
    private readonly RecordTable<RequestedFigure> _rows = new(store, "RequestedFigures");

    /// <summary>The figure, or null when it is not asked in this cycle.</summary>
    public async Task<RequestedFigure?> Get(string cycle, string code, CancellationToken cancellation = default) =>
        (await Find(cycle, code, cancellation))?.Record;

    /// <summary>The figure as it is stored, for whoever will change it; null when it is not asked in this cycle.</summary>
    public async Task<Stored<RequestedFigure>?> Find(string cycle, string code, CancellationToken cancellation = default) =>
        (await assignments.Of(cycle, cancellation)).Of(code) is { } assigned
            ? await _rows.Get(Partition(cycle, assigned.Reviewer), code, cancellation)
            : null;

    /// <summary>The figure, which must be there.</summary>
    public async Task<RequestedFigure> Of(string cycle, string code, CancellationToken cancellation = default) =>
        await Get(cycle, code, cancellation) ?? throw new InvalidOperationException($"{code} is not asked in {cycle}.");

    /// <summary>Everything asked of an officer, in the order of the codes.</summary>
    public async Task<IReadOnlyList<RequestedFigure>> OfOfficer(string cycle, string officer, CancellationToken cancellation = default) =>
        await Of(cycle, (await assignments.Of(cycle, cancellation)).OfOfficer(officer), cancellation);

    /// <summary>Everything that an officer reviews, in the order of the codes.</summary>
    public async Task<IReadOnlyList<RequestedFigure>> OfReviewer(string cycle, string officer, CancellationToken cancellation = default) =>
        [.. (await _rows.List(Partition(cycle, officer), cancellation)).Select(row => row.Record)];

    /// <summary>One part of a review, in the order of the codes.</summary>
    public async Task<IReadOnlyList<RequestedFigure>> OfReview(string cycle, string officer, int part, CancellationToken cancellation = default) =>
        [.. (await OfReviewer(cycle, officer, cancellation)).Where(figure => figure.ReviewPart == part)];

    /// <summary>Everything that a body's pack prints, in the order of the codes.</summary>
    public async Task<IReadOnlyList<RequestedFigure>> OfBody(string cycle, string body, CancellationToken cancellation = default) =>
        await Of(cycle, (await assignments.Of(cycle, cancellation)).OfBody(body), cancellation);

    /// <summary>These figures, in the order given; codes that are not asked are left out.</summary>
    public async Task<IReadOnlyList<RequestedFigure>> OfCodes(string cycle, IEnumerable<string> codes, CancellationToken cancellation = default)
    {
        CycleAssignments assigned = await assignments.Of(cycle, cancellation);
        return await Of(cycle, codes.Select(assigned.Of).OfType<AssignedFigure>(), cancellation);
    }

    /// <summary>Every figure of the cycle, in the order of the codes.</summary>
    public async Task<IReadOnlyList<RequestedFigure>> All(string cycle, CancellationToken cancellation = default)
    {
        List<RequestedFigure> all = [];
        foreach (string reviewer in (await assignments.Of(cycle, cancellation)).Reviewers)
        {
            all.AddRange(await OfReviewer(cycle, reviewer, cancellation));
        }

        return [.. all.OrderBy(figure => figure.Code, StringComparer.Ordinal)];
    }

    /// <summary>Stores a figure; a repeat leaves the one that is there.</summary>
    public Task Insert(RequestedFigure figure, CancellationToken cancellation = default) =>
        _rows.Insert(Partition(figure.Cycle, figure.Reviewer), figure.Code, figure, cancellation);

    /// <summary>The figure as changed, or null when there is none or the decision was null.</summary>
    public async Task<RequestedFigure?> Change(string cycle, string code, Func<RequestedFigure, RequestedFigure?> change, CancellationToken cancellation = default) =>
        (await assignments.Of(cycle, cancellation)).Of(code) is { } assigned
            ? await _rows.Update(Partition(cycle, assigned.Reviewer), code, change, cancellation)
            : null;

    /// <summary>The figure as changed, beginning with the row as the caller read it; null when the decision was null.</summary>
    public async Task<RequestedFigure?> Change(
        Stored<RequestedFigure> known, Func<RequestedFigure, RequestedFigure?> change, CancellationToken cancellation = default) =>
        await _rows.Update(Partition(known.Record.Cycle, known.Record.Reviewer), known.Record.Code, known, change, cancellation);

    private async Task<IReadOnlyList<RequestedFigure>> Of(string cycle, IEnumerable<AssignedFigure> assigned, CancellationToken cancellation)
    {
        List<AssignedFigure> wanted = [.. assigned];
        IReadOnlyList<Stored<RequestedFigure>>[] parts = await Task.WhenAll(wanted
            .GroupBy(figure => figure.Reviewer, figure => figure.Code, StringComparer.Ordinal)
            .Select(codes => Of(Partition(cycle, codes.Key), [.. codes], cancellation)));
        Dictionary<string, RequestedFigure> known = parts
            .SelectMany(part => part)
            .ToDictionary(row => row.Record.Code, row => row.Record, StringComparer.Ordinal);
        return [.. wanted.Select(figure => known.GetValueOrDefault(figure.Code)).OfType<RequestedFigure>()];
    }

    // What one person reviews is one partition: several of its rows come with one request.
    private async Task<IReadOnlyList<Stored<RequestedFigure>>> Of(string partition, HashSet<string> codes, CancellationToken cancellation) =>
        codes.Count > 1 ? await _rows.ListOf(partition, codes, cancellation)
        : await _rows.Get(partition, codes.Single(), cancellation) is { } row ? [row]
        : [];

    private static string Partition(string cycle, string reviewer) => $"{cycle}.{reviewer}";
}
