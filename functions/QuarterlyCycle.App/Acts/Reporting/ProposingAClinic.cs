using QuarterlyCycle.App.Plans;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Clinics;
using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.App.Acts;

/// <summary>The project manager asks for a clinic on a measure that no trigger has met; from there it goes the way of every suggested clinic.</summary>
public sealed class ProposingAClinic(QuarterRecords records, PlanLibrary plans, PackAudit audit, Standing standing) : Deed<ProposeClinic>
{
    /// <inheritdoc />
    protected override async Task<ActResult?> Check(ProposeClinic act, CancellationToken cancellation)
    {
        if (await standing.WhyNotProjectManager(act.By, cancellation) is { } refusal)
        {
            return refusal;
        }

        List<FieldError> errors = [];
        if ((await plans.ForCycle(act.Cycle, cancellation)).Indicator(act.Measure) is not { HasFigure: true })
        {
            errors.Add(new FieldError("measure", act.Measure.Length == 0 ? "Enter the code of the measure" : $"There is no measure {act.Measure} in this quarter's plan"));
        }
        else if (await records.Clinics.Get(CodeOf(act), cancellation) is { } known)
        {
            errors.Add(new FieldError("measure", $"There is already a clinic on {act.Measure} this quarter. {ClinicWords.Stands(known)}"));
        }

        if (string.IsNullOrWhiteSpace(act.Why))
        {
            errors.Add(new FieldError("why", "Enter why a clinic is wanted; the report prints it"));
        }

        return errors.Count > 0 ? new ActResult.Refused(errors) : null;
    }

    /// <inheritdoc />
    protected override async Task<Effect> Do(ProposeClinic act, CancellationToken cancellation)
    {
        await records.Clinics.Insert(
            new Clinic { Code = CodeOf(act), Cycle = act.Cycle, Measure = act.Measure, Trigger = $"Asked for: {act.Why.Trim()}", State = ClinicState.Suggested },
            cancellation);
        await audit.Write(act, "ClinicProposed", CodeOf(act), act.Why.Trim(), cancellation);
        return new Effect(CodeOf(act));
    }

    private static string CodeOf(ProposeClinic act) => $"{act.Cycle}.{act.Measure}";
}
