using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.Domain.Clinics;

/// <summary>The life of a clinic: suggested, called or declined, held, reported, closed; nobody closes one without its report.</summary>
public static class ClinicRule
{
    /// <summary>Whether a clinic may go from one state to another.</summary>
    public static bool MayBecome(ClinicState from, ClinicState to) => (from, to) is
        (ClinicState.Suggested, ClinicState.Called)
        or (ClinicState.Suggested, ClinicState.Declined)
        or (ClinicState.Called, ClinicState.Held)
        or (ClinicState.Held, ClinicState.Reported)
        or (ClinicState.Reported, ClinicState.Closed);

    /// <summary>The clinic in its next state; a step that is left out is a fault.</summary>
    public static Clinic Become(Clinic clinic, ClinicState to) =>
        MayBecome(clinic.State, to)
            ? clinic with { State = to }
            : throw new InvalidOperationException($"Clinic {clinic.Code} is {clinic.State} and cannot become {to}.");

    /// <summary>What has to be put right before a clinic is declined.</summary>
    public static IReadOnlyList<FieldError> CheckDeclined(string? because) =>
        string.IsNullOrWhiteSpace(because) ? [new FieldError("because", "Enter why no clinic is needed")] : [];

    /// <summary>What has to be put right before a clinic is recorded as held.</summary>
    public static IReadOnlyList<FieldError> CheckHeld(string? findings, IReadOnlyList<ClinicAction> actions, DateOnly? heldOn, DateOnly today)
    {
        List<FieldError> errors = [];
        if (heldOn is null || heldOn > today)
        {
            errors.Add(new FieldError("heldOn", "Enter the day on which the clinic was held"));
        }

        if (string.IsNullOrWhiteSpace(findings))
        {
            errors.Add(new FieldError("findings", "Enter what the clinic found"));
        }

        if (actions.Any(action => string.IsNullOrWhiteSpace(action.Text) || string.IsNullOrWhiteSpace(action.Owner)))
        {
            errors.Add(new FieldError("actions", "Enter what is to be done and by whom for each action"));
        }

        return errors;
    }
}
