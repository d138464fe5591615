using Microsoft.DurableTask;
using QuarterlyCycle.App.Packs;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Clinics;
using QuarterlyCycle.Orchestrations.Calls;

namespace QuarterlyCycle.App.Activities;

public sealed class SuggestingClinics(ClinicSuggestions suggestions) : TaskActivity<SuggestClinics, int>
{
    public override Task<int> RunAsync(TaskActivityContext context, SuggestClinics input) => suggestions.Suggest(input.Cycle);
}

public sealed class InvitingToTheClinic(ClinicMail mail) : TaskActivity<InviteToClinic, Done>
{
    public override async Task<Done> RunAsync(TaskActivityContext context, InviteToClinic input)
    {
        await mail.Invite(input.Clinic, input.Ordinal, CancellationToken.None);
        return new Done();
    }
}

public sealed class CheckingAMilestone(ClinicMail mail) : TaskActivity<CheckMilestone, Done>
{
    public override async Task<Done> RunAsync(TaskActivityContext context, CheckMilestone input)
    {
        await mail.AskAboutAction(input.Clinic, input.Milestone, CancellationToken.None);
        return new Done();
    }
}

public sealed class SendingFindingsToTheBoard(QuarterRecords records) : TaskActivity<SendFindingsToBoard, Done>
{
    // The board's next pack prints the findings of every clinic that is not closed; from here on it may be closed.
    public override async Task<Done> RunAsync(TaskActivityContext context, SendFindingsToBoard input)
    {
        await records.Clinics.Change(input.Clinic, clinic => clinic.State == ClinicState.Held ? clinic with { State = ClinicState.Reported } : null);
        return new Done();
    }
}

public sealed class WithdrawingTheClinic(QuarterRecords records) : TaskActivity<WithdrawClinic, Done>
{
    private const string Reason = "The quarter was cancelled.";

    public override async Task<Done> RunAsync(TaskActivityContext context, WithdrawClinic input)
    {
        await records.Clinics.Change(
            input.Clinic,
            clinic => clinic.State is ClinicState.Suggested or ClinicState.Called ? clinic with { State = ClinicState.Declined, DeclinedBecause = Reason } : null);
        return new Done();
    }
}
