using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Timetables;

namespace QuarterlyCycle.App.Packs;

/// <summary>What the board's pack still waits for. It knows no outbox: e-mails that say this are written while the outbox sends.</summary>
public sealed class BoardStanding(QuarterRecords records)
{
    /// <summary>The groups whose standing version nobody has signed.</summary>
    public async Task<IReadOnlyList<string>> NotSigned(string cycle, CancellationToken cancellation = default)
    {
        List<string> notSigned = [];
        foreach (GroupDates group in (await records.Timetables.InForce(cycle, cancellation)).Groups)
        {
            PackVersion? issued = await records.Packs.Issued(cycle, group.Body, cancellation);
            if (issued is null || await records.SignOffs.Signature(cycle, group.Body, issued.Version, issued.Seal, cancellation) is null)
            {
                notSigned.Add(group.Body);
            }
        }

        return notSigned;
    }

    /// <summary>Whether the board's decisions of the cycle are recorded.</summary>
    public async Task<bool> HasDecisions(string cycle, string board, CancellationToken cancellation = default) =>
        (await records.Decisions.All(cycle, cancellation)).Any(decision => decision.Body == board);
}
