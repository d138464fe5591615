using QuarterlyCycle.Domain.Clinics;

namespace QuarterlyCycle.App.Records;

/// <summary>The performance clinics, of every cycle together: a clinic outlives its cycle.</summary>
public sealed class Clinics(IRecordStore store)
{
    private const string Partition = "clinics";

    private readonly RecordTable<Clinic> _rows = new(store, "Clinics");

    public async Task<Clinic?> Get(string clinic, CancellationToken cancellation = default) =>
        (await _rows.Get(Partition, clinic, cancellation))?.Record;

    public async Task<IReadOnlyList<Clinic>> All(CancellationToken cancellation = default) =>
        [.. (await _rows.List(Partition, cancellation)).Select(row => row.Record)];

    /// <summary>False when the clinic is already there.</summary>
    public async Task<bool> Insert(Clinic clinic, CancellationToken cancellation = default) =>
        await _rows.Insert(Partition, clinic.Code, clinic, cancellation) is not null;

    /// <summary>The clinic as changed, or null when there is none or the decision was null.</summary>
    public Task<Clinic?> Change(string clinic, Func<Clinic, Clinic?> change, CancellationToken cancellation = default) =>
        _rows.Update(Partition, clinic, change, cancellation);
}
