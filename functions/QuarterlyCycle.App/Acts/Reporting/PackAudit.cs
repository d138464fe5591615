using QuarterlyCycle.App.Audits;

namespace QuarterlyCycle.App.Acts;

/// <summary>Writes what people did with packs, decisions and clinics into the audit record.</summary>
public sealed class PackAudit(Audit audit)
{
    public Task Write(Act act, string what, string subject, string? now, CancellationToken cancellation, string? before = null, string? onBehalfOf = null) =>
        audit.Write(
            act.Cycle,
            new AuditEntry
            {
                ActId = act.Id,
                AtUtc = act.AtUtc,
                Actor = act.By,
                OnBehalfOf = onBehalfOf,
                Act = what,
                Subject = subject,
                Old = before,
                New = now,
            },
            cancellation);

    /// <summary>The newest entry in words, kept with each issued version, so that entries cut off later are missed.</summary>
    public async Task<string> Head(string cycle, CancellationToken cancellation)
    {
        AuditHead head = await audit.Head(cycle, cancellation);
        return $"{head.Number} {head.Hash}";
    }
}
