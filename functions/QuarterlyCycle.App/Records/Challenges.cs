using System.Globalization;
using QuarterlyCycle.Domain.Challenges;

namespace QuarterlyCycle.App.Records;

/// <summary>The questions about figures, by whose review list the figure stands on.</summary>
public sealed class Challenges(IRecordStore store, AssignmentFiles assignments)
{
    private readonly RecordTable<Challenge> _rows = new(store, "Challenges");

    public async Task<Challenge?> Get(string cycle, string code, int number, CancellationToken cancellation = default) =>
        await Partition(cycle, code, cancellation) is { } partition ? (await _rows.Get(partition, Key(code, number), cancellation))?.Record : null;

    /// <summary>Every challenge on an officer's review list.</summary>
    public async Task<IReadOnlyList<Challenge>> OfReviewer(string cycle, string officer, CancellationToken cancellation = default) =>
        [.. (await _rows.List($"{cycle}.{officer}", cancellation)).Select(row => row.Record)];

    /// <summary>Every challenge of one figure, the first one first.</summary>
    public async Task<IReadOnlyList<Challenge>> OfFigure(string cycle, string code, CancellationToken cancellation = default) =>
        (await assignments.Of(cycle, cancellation)).Of(code) is { } assigned
            ? [.. (await OfReviewer(cycle, assigned.Reviewer, cancellation)).Where(challenge => challenge.Code == code).OrderBy(challenge => challenge.Number)]
            : [];

    /// <summary>Every challenge of the cycle.</summary>
    public async Task<IReadOnlyList<Challenge>> All(string cycle, CancellationToken cancellation = default)
    {
        List<Challenge> all = [];
        foreach (string reviewer in (await assignments.Of(cycle, cancellation)).Reviewers)
        {
            all.AddRange(await OfReviewer(cycle, reviewer, cancellation));
        }

        return all;
    }

    /// <summary>The challenge that stands under this number: this one, or the one that somebody else stored first.</summary>
    public async Task<Challenge> Insert(Challenge challenge, CancellationToken cancellation = default)
    {
        string partition = $"{challenge.Cycle}.{challenge.Reviewer}";
        string key = Key(challenge.Code, challenge.Number);
        return (await _rows.Insert(partition, key, challenge, cancellation) ?? await _rows.Get(partition, key, cancellation))?.Record
            ?? throw new InvalidOperationException($"Challenge {key} of {challenge.Cycle} is missing.");
    }

    /// <summary>The challenge as changed, or null when there is none or the decision was null.</summary>
    public async Task<Challenge?> Change(string cycle, string code, int number, Func<Challenge, Challenge?> change, CancellationToken cancellation = default) =>
        await Partition(cycle, code, cancellation) is { } partition ? await _rows.Update(partition, Key(code, number), change, cancellation) : null;

    private async Task<string?> Partition(string cycle, string code, CancellationToken cancellation) =>
        (await assignments.Of(cycle, cancellation)).Of(code) is { } assigned ? $"{cycle}.{assigned.Reviewer}" : null;

    private static string Key(string code, int number) => $"{code}.{number.ToString("0000", CultureInfo.InvariantCulture)}";
}
