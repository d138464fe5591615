using QuarterlyCycle.Domain.Clinics;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.App.Packs;

/// <summary>The performance clinics on a body's measures, from trigger to report back; those closed in an earlier quarter are left out.</summary>
internal static class ClinicLines
{
    public static IEnumerable<PackClinic> Of(QuarterFacts facts, IReadOnlySet<string> measures) =>
        Recorded(facts, measures).Concat(InPlan(facts, measures));

    private static IEnumerable<PackClinic> Recorded(QuarterFacts facts, IReadOnlySet<string> measures) =>
        facts.Clinics
            .Where(clinic => measures.Contains(clinic.Measure)
                && string.CompareOrdinal(clinic.Cycle, facts.Cycle.Code) <= 0
                && (clinic.Cycle == facts.Cycle.Code || clinic.State is not (ClinicState.Closed or ClinicState.Declined)))
            .OrderBy(clinic => clinic.Code, StringComparer.Ordinal)
            .Select(clinic => new PackClinic
            {
                Code = clinic.Measure,
                Name = facts.Plan.Indicator(clinic.Measure)?.Name ?? clinic.Measure,
                Trigger = clinic.Trigger,
                State = clinic is { State: ClinicState.Declined, DeclinedBecause: { } why } ? $"Declined: {why}" : clinic.State.ToString(),
                HeldOn = clinic.HeldOn,
                Findings = clinic.Findings,
                ReportByDate = clinic.State is ClinicState.Called or ClinicState.Held ? facts.Timetable.Board.MeetingOn : null,
            });

    // Clinics under way before the service was there.
    private static IEnumerable<PackClinic> InPlan(QuarterFacts facts, IReadOnlySet<string> measures) =>
        facts.Plan.Clinics
            .Where(clinic => measures.Contains(clinic.Indicator) && clinic.State is not (PlanClinicState.Closed or PlanClinicState.Declined))
            .Select(clinic => new PackClinic
            {
                Code = clinic.Indicator,
                Name = facts.Plan.Indicator(clinic.Indicator)?.Name ?? clinic.Indicator,
                Trigger = clinic.Trigger,
                State = clinic.State.ToString(),
                HeldOn = clinic.HeldOn,
                Findings = clinic.Findings,
                ReportByDate = clinic.ReportBy,
            });
}
