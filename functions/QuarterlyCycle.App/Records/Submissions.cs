using System.Globalization;
using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.App.Records;

/// <summary>Every answer that was ever stored. A submission is inserted and never edited; the newest comes first.</summary>
public sealed class Submissions(IRecordStore store)
{
    private const int HighestKey = 9999;

    private readonly RecordTable<Submission> _rows = new(store, "Submissions");

    public async Task<Submission?> Get(string cycle, string code, int number, CancellationToken cancellation = default) =>
        (await _rows.Get(Partition(cycle, code), Key(number), cancellation))?.Record;

    /// <summary>This submission, which must be there.</summary>
    public async Task<Submission> Of(string cycle, string code, int number, CancellationToken cancellation = default) =>
        await Get(cycle, code, number, cancellation)
        ?? throw new InvalidOperationException($"Submission {number.ToString(CultureInfo.InvariantCulture)} of {code} in {cycle} is missing.");

    /// <summary>Every submission of one figure, the newest first.</summary>
    public async Task<IReadOnlyList<Submission>> All(string cycle, string code, CancellationToken cancellation = default) =>
        [.. (await _rows.List(Partition(cycle, code), cancellation)).Select(row => row.Record)];

    /// <summary>The submission that stands under this number: this one, or the one that somebody else stored first.</summary>
    public async Task<Submission> Insert(Submission submission, CancellationToken cancellation = default) =>
        (await _rows.Insert(Partition(submission.Cycle, submission.Code), Key(submission.Number), submission, cancellation))?.Record
        ?? await Of(submission.Cycle, submission.Code, submission.Number, cancellation);

    private static string Partition(string cycle, string code) => $"{cycle}.{code}";

    private static string Key(int number) => (HighestKey - number).ToString("0000", CultureInfo.InvariantCulture);
}
