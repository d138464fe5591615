using QuarterlyCycle.App.Audits;
using QuarterlyCycle.App.Options;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Cycles;

namespace QuarterlyCycle.Local.Moving;

/// <summary>What the audit chains of a store say, one for each cycle.</summary>
internal sealed record AuditChains(IReadOnlyList<(string Cycle, AuditVerdict Verdict)> Verdicts)
{
    public bool AreGood => Verdicts.All(chain => chain.Verdict.IsGood);

    /// <summary>Checks every entry, and that the chains go on from those that were read elsewhere before.</summary>
    public static async Task<AuditChains> Of(IRecordStore store, byte[] key, AuditChains? before = null)
    {
        using Audit audit = new(store, new AuditOptions { Key = key });
        List<(string Cycle, AuditVerdict Verdict)> verdicts = [];
        string[] cycles = [.. (await new Cycles(store).All()).Select(cycle => cycle.Code), .. before?.Verdicts.Select(chain => chain.Cycle) ?? []];
        foreach (string cycle in cycles.Distinct(StringComparer.Ordinal))
        {
            AuditHead? noted = before?.Verdicts.FirstOrDefault(chain => chain.Cycle == cycle).Verdict?.Head;
            verdicts.Add((cycle, await audit.Verify(cycle, noted is { Number: > 0 } ? noted : null)));
        }

        return new AuditChains(verdicts);
    }

    public void Print()
    {
        foreach ((string cycle, AuditVerdict verdict) in Verdicts)
        {
            Console.WriteLine(verdict.IsGood
                ? $"{cycle}: {verdict.Entries} entries, all good. The last is number {verdict.Head.Number}, {verdict.Head.Hash}."
                : $"{cycle}: entry {verdict.FirstBad} is the first that does not fit: {verdict.Why}");
        }
    }
}
