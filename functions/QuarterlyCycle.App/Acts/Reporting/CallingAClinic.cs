using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Clinics;
using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.App.Acts;

/// <summary>The project manager calls a suggested clinic; its orchestration starts.</summary>
public sealed class CallingAClinic(QuarterRecords records, PackAudit audit, Standing standing) : Deed<CallClinic>
{
    /// <inheritdoc />
    protected override async Task<ActResult?> Check(CallClinic act, CancellationToken cancellation)
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

        return act.HoldByDate <= standing.Today
            ? new ActResult.Refused([new FieldError("holdByDate", $"Enter a date after {BritishWords.Date(standing.Today)}")])
            : null;
    }

    /// <inheritdoc />
    protected override async Task<Effect> Do(CallClinic act, CancellationToken cancellation)
    {
        Clinic? called = await records.Clinics.Change(
            act.Clinic,
            row => row.State == ClinicState.Suggested ? row with { State = ClinicState.Called, HoldByDate = act.HoldByDate } : null,
            cancellation);
        await audit.Write(act, "ClinicCalled", act.Clinic, BritishWords.Date(called?.HoldByDate ?? act.HoldByDate), cancellation);
        return new Effect(act.Clinic) { StartsClinic = true };
    }
}
