using System.Globalization;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Clinics;
using QuarterlyCycle.Domain.Submissions;
using QuarterlyCycle.Orchestrations;
using QuarterlyCycle.Orchestrations.Events;

namespace QuarterlyCycle.App.Acts;

/// <summary>The project manager records what a clinic found, and what is to be done by whom and when.</summary>
public sealed class RecordingAClinic(QuarterRecords records, PackAudit audit, Standing standing) : Deed<RecordClinic>
{
    private static readonly TimeOnly Morning = new(9, 0);

    /// <inheritdoc />
    protected override async Task<ActResult?> Check(RecordClinic act, CancellationToken cancellation)
    {
        if (await standing.WhyNotProjectManager(act.By, cancellation) is { } refusal)
        {
            return refusal;
        }

        if (await records.Clinics.Get(act.Clinic, cancellation) is not { } clinic)
        {
            return ActResult.Because("There is no such clinic.");
        }

        if (clinic.State != ClinicState.Called)
        {
            return ActResult.Because(ClinicWords.Stands(clinic));
        }

        List<FieldError> errors = [];
        if (act.HeldOn > standing.Today)
        {
            errors.Add(new FieldError("heldOn", "The date must be today or in the past"));
        }

        if (string.IsNullOrWhiteSpace(act.Findings))
        {
            errors.Add(new FieldError("findings", "Enter what the clinic found"));
        }

        if (act.Actions.Count == 0)
        {
            errors.Add(new FieldError("actions", "Enter at least one action"));
        }

        errors.AddRange(act.Actions
            .Select((action, index) => (action, index))
            .Where(entry => string.IsNullOrWhiteSpace(entry.action.Text) || string.IsNullOrWhiteSpace(entry.action.Owner))
            .Select(entry => new FieldError($"actions[{entry.index.ToString(CultureInfo.InvariantCulture)}]", "Enter what is to be done and who does it")));
        return errors.Count > 0 ? new ActResult.Refused(errors) : null;
    }

    /// <inheritdoc />
    protected override async Task<Effect> Do(RecordClinic act, CancellationToken cancellation)
    {
        await records.Clinics.Change(
            act.Clinic,
            row => row.State == ClinicState.Called
                ? row with { State = ClinicState.Held, HeldOn = act.HeldOn, Findings = act.Findings.Trim(), Actions = act.Actions }
                : null,
            cancellation);
        await audit.Write(act, "ClinicHeld", act.Clinic, act.Findings.Trim(), cancellation);
        IReadOnlyList<ClinicMilestone> milestones = [.. act.Actions.Select((action, index) => new ClinicMilestone(index + 1, LondonTime.ToUtc(action.DueDate, Morning)))];
        return new Effect(act.Clinic)
        {
            Bells = [new Bell(InstanceIds.Clinic(act.Clinic), new ClinicHeld(act.Id, act.AtUtc, act.By, act.Clinic, milestones))],
        };
    }
}
