using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Clinics;
using QuarterlyCycle.Orchestrations;
using QuarterlyCycle.Orchestrations.Events;

namespace QuarterlyCycle.App.Acts;

/// <summary>The project manager closes a clinic; nobody closes one without the report to the board.</summary>
public sealed class ClosingAClinic(QuarterRecords records, PackAudit audit, Standing standing) : Deed<CloseClinic>
{
    /// <inheritdoc />
    protected override async Task<ActResult?> Check(CloseClinic act, CancellationToken cancellation)
    {
        if (await standing.WhyNotProjectManager(act.By, cancellation) is { } refusal)
        {
            return refusal;
        }

        return await records.Clinics.Get(act.Clinic, cancellation) switch
        {
            null => ActResult.Because("There is no such clinic."),
            { State: ClinicState.Reported } => null,
            { } clinic => ActResult.Because(ClinicWords.Stands(clinic)),
        };
    }

    /// <inheritdoc />
    protected override async Task<Effect> Do(CloseClinic act, CancellationToken cancellation)
    {
        await records.Clinics.Change(act.Clinic, row => row.State == ClinicState.Reported ? row with { State = ClinicState.Closed } : null, cancellation);
        await audit.Write(act, "ClinicClosed", act.Clinic, null, cancellation);
        return new Effect(act.Clinic)
        {
            Bells = [new Bell(InstanceIds.Clinic(act.Clinic), new ClinicClosed(act.Id, act.AtUtc, act.By, act.Clinic))],
        };
    }
}
