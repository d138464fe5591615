using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Clinics;
using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.App.Acts;

/// <summary>The project manager declines a suggested clinic, with a reason that the pack prints.</summary>
public sealed class DecliningAClinic(QuarterRecords records, PackAudit audit, Standing standing) : Deed<DeclineClinic>
{
    /// <inheritdoc />
    protected override async Task<ActResult?> Check(DeclineClinic act, CancellationToken cancellation)
    {
        if (await standing.WhyNotProjectManager(act.By, cancellation) is { } refusal)
        {
            return refusal;
        }

        if (await records.Clinics.Get(act.Clinic, cancellation) is not { } clinic)
        {
            return ActResult.Because("There is no such clinic.");
        }

        if (clinic.State != ClinicState.Suggested)
        {
            return ActResult.Because(ClinicWords.Stands(clinic));
        }

        return string.IsNullOrWhiteSpace(act.Reason) ? new ActResult.Refused([new FieldError("reason", "Enter why no clinic is held")]) : null;
    }

    /// <inheritdoc />
    protected override async Task<Effect> Do(DeclineClinic act, CancellationToken cancellation)
    {
        await records.Clinics.Change(
            act.Clinic,
            row => row.State == ClinicState.Suggested ? row with { State = ClinicState.Declined, DeclinedBecause = act.Reason.Trim() } : null,
            cancellation);
        await audit.Write(act, "ClinicDeclined", act.Clinic, act.Reason.Trim(), cancellation);
        return new Effect(act.Clinic);
    }
}
