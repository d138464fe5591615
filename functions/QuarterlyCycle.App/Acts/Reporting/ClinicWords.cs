using QuarterlyCycle.Domain.Clinics;

namespace QuarterlyCycle.App.Acts;

/// <summary>Why something cannot be done with a clinic, from where it stands.</summary>
internal static class ClinicWords
{
    public static string Stands(Clinic clinic) => clinic.State switch
    {
        ClinicState.Suggested => $"The clinic on {clinic.Measure} has not been called.",
        ClinicState.Declined => $"The clinic on {clinic.Measure} was declined: {clinic.DeclinedBecause}",
        ClinicState.Called => $"The clinic on {clinic.Measure} is called and has not been held.",
        ClinicState.Held => $"The clinic on {clinic.Measure} was held. Its findings have not been reported to the board yet.",
        ClinicState.Reported => $"The clinic on {clinic.Measure} is reported to the board.",
        _ => $"The clinic on {clinic.Measure} is closed.",
    };
}
