using System.Globalization;
using QuarterlyCycle.App.Audits;
using QuarterlyCycle.App.Plans;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Cycles;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.App.Acts;

/// <summary>A running quarter takes the words of a corrected plan, so that a placeholder or a misprint found late does not stop its reports; what is asked of whom stays.</summary>
public sealed class CorrectingThePlan(QuarterRecords records, PlanLibrary plans, Audit audit, Standing standing) : Deed<CorrectPlan>
{
    /// <inheritdoc />
    protected override async Task<ActResult?> Check(CorrectPlan act, CancellationToken cancellation)
    {
        if (await standing.WhyOver(act.Cycle, cancellation) is { } over)
        {
            return over;
        }

        if (await standing.WhyNotProjectManager(act.By, cancellation) is { } notTheirs)
        {
            return notTheirs;
        }

        if (string.IsNullOrWhiteSpace(act.Reason))
        {
            return new ActResult.Refused([new FieldError("reason", "Enter why the plan is corrected")]);
        }

        Cycle cycle = await records.Cycles.Of(act.Cycle, cancellation);
        if (await plans.Newest(cancellation) is not { } newest || newest.Number <= cycle.PlanVersion)
        {
            return ActResult.Because("The quarter already runs on the newest plan.");
        }

        if (newest.Number != act.Version)
        {
            return ActResult.Because("Somebody imported another plan meanwhile. Look at what would change now.");
        }

        IReadOnlyList<string> reasons = PlanCorrection.WhyNot(await plans.Of(cycle.PlanVersion, cancellation), await plans.Of(newest.Number, cancellation), Quarter.Parse(act.Cycle));
        return reasons.Count > 0 ? new ActResult.Refused([.. reasons.Select(reason => new FieldError("", reason))]) : null;
    }

    /// <inheritdoc />
    protected override async Task<Effect> Do(CorrectPlan act, CancellationToken cancellation)
    {
        Cycle before = await records.Cycles.Of(act.Cycle, cancellation);
        await records.Cycles.Change(act.Cycle, cycle => cycle.PlanVersion < act.Version ? cycle with { PlanVersion = act.Version } : null, cancellation);
        plans.Forget(act.Cycle);
        await audit.Write(
            act.Cycle,
            new AuditEntry
            {
                ActId = act.Id,
                AtUtc = act.AtUtc,
                Actor = act.By,
                Act = "PlanCorrected",
                Subject = act.Cycle,
                Old = before.PlanVersion < act.Version ? before.PlanVersion.ToString(CultureInfo.InvariantCulture) : null,
                New = string.Create(CultureInfo.InvariantCulture, $"plan {act.Version}: {act.Reason.Trim()}"),
            },
            cancellation);
        return new Effect(ActReference.Of(act.Id));
    }
}
