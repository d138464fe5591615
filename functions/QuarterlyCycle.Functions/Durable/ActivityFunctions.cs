using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using QuarterlyCycle.App.Activities;
using QuarterlyCycle.Domain.Timetables;
using QuarterlyCycle.Orchestrations.Calls;

namespace QuarterlyCycle.Functions.Durable;

/// <summary>Every activity of the quarter as a function of its own, under the name of its call; a test holds them against <see cref="QuarterActivities"/>.</summary>
public sealed class ActivityFunctions(IServiceProvider services)
{
    [Function(nameof(OpenCycle))]
    public Task<Done> OpenCycle([ActivityTrigger] OpenCycle input, string instanceId) =>
        Activity<OpeningTheCycle>().RunAsync(new CalledActivity(nameof(OpenCycle), instanceId), input);

    [Function(nameof(ReadTimetable))]
    public Task<Timetable> ReadTimetable([ActivityTrigger] ReadTimetable input, string instanceId) =>
        Activity<ReadingTheTimetable>().RunAsync(new CalledActivity(nameof(ReadTimetable), instanceId), input);

    [Function(nameof(ListReviews))]
    public Task<ReviewList> ListReviews([ActivityTrigger] ListReviews input, string instanceId) =>
        Activity<ListingReviews>().RunAsync(new CalledActivity(nameof(ListReviews), instanceId), input);

    [Function(nameof(ListDataRequests))]
    public Task<DataRequestList> ListDataRequests([ActivityTrigger] ListDataRequests input, string instanceId) =>
        Activity<ListingDataRequests>().RunAsync(new CalledActivity(nameof(ListDataRequests), instanceId), input);

    [Function(nameof(SendClosingNotice))]
    public Task<Done> SendClosingNotice([ActivityTrigger] SendClosingNotice input, string instanceId) =>
        Activity<SendingTheClosingNotice>().RunAsync(new CalledActivity(nameof(SendClosingNotice), instanceId), input);

    [Function(nameof(SuggestClinics))]
    public Task<int> SuggestClinics([ActivityTrigger] SuggestClinics input, string instanceId) =>
        Activity<SuggestingClinics>().RunAsync(new CalledActivity(nameof(SuggestClinics), instanceId), input);

    [Function(nameof(CloseCycle))]
    public Task<CycleClosing> CloseCycle([ActivityTrigger] CloseCycle input, string instanceId) =>
        Activity<ClosingTheCycle>().RunAsync(new CalledActivity(nameof(CloseCycle), instanceId), input);

    [Function(nameof(WithdrawCycle))]
    public Task<Done> WithdrawCycle([ActivityTrigger] WithdrawCycle input, string instanceId) =>
        Activity<WithdrawingTheCycle>().RunAsync(new CalledActivity(nameof(WithdrawCycle), instanceId), input);

    [Function(nameof(RecordNeedsAttention))]
    public Task<Done> RecordNeedsAttention([ActivityTrigger] RecordNeedsAttention input, string instanceId) =>
        Activity<RecordingAttention>().RunAsync(new CalledActivity(nameof(RecordNeedsAttention), instanceId), input);

    [Function(nameof(SendChasingMail))]
    public Task<Done> SendChasingMail([ActivityTrigger] SendChasingMail input, string instanceId) =>
        Activity<SendingChasingMail>().RunAsync(new CalledActivity(nameof(SendChasingMail), instanceId), input);

    [Function(nameof(CountOutstanding))]
    public Task<int> CountOutstanding([ActivityTrigger] CountOutstanding input, string instanceId) =>
        Activity<CountingOutstanding>().RunAsync(new CalledActivity(nameof(CountOutstanding), instanceId), input);

    [Function(nameof(CloseDataRequest))]
    public Task<Closing> CloseDataRequest([ActivityTrigger] CloseDataRequest input, string instanceId) =>
        Activity<ClosingADataRequest>().RunAsync(new CalledActivity(nameof(CloseDataRequest), instanceId), input);

    [Function(nameof(WithdrawDataRequest))]
    public Task<Done> WithdrawDataRequest([ActivityTrigger] WithdrawDataRequest input, string instanceId) =>
        Activity<WithdrawingADataRequest>().RunAsync(new CalledActivity(nameof(WithdrawDataRequest), instanceId), input);

    [Function(nameof(SendReviewRequest))]
    public Task<Done> SendReviewRequest([ActivityTrigger] SendReviewRequest input, string instanceId) =>
        Activity<SendingTheReviewRequest>().RunAsync(new CalledActivity(nameof(SendReviewRequest), instanceId), input);

    [Function(nameof(SendReviewReminder))]
    public Task<Done> SendReviewReminder([ActivityTrigger] SendReviewReminder input, string instanceId) =>
        Activity<SendingTheReviewReminder>().RunAsync(new CalledActivity(nameof(SendReviewReminder), instanceId), input);

    [Function(nameof(SendLateFigures))]
    public Task<Done> SendLateFigures([ActivityTrigger] SendLateFigures input, string instanceId) =>
        Activity<SendingLateFigures>().RunAsync(new CalledActivity(nameof(SendLateFigures), instanceId), input);

    [Function(nameof(SendChallenge))]
    public Task<Done> SendChallenge([ActivityTrigger] SendChallenge input, string instanceId) =>
        Activity<SendingAChallenge>().RunAsync(new CalledActivity(nameof(SendChallenge), instanceId), input);

    [Function(nameof(SendChallengeAnswer))]
    public Task<Done> SendChallengeAnswer([ActivityTrigger] SendChallengeAnswer input, string instanceId) =>
        Activity<SendingAChallengeAnswer>().RunAsync(new CalledActivity(nameof(SendChallengeAnswer), instanceId), input);

    [Function(nameof(SendAgreed))]
    public Task<Done> SendAgreed([ActivityTrigger] SendAgreed input, string instanceId) =>
        Activity<SendingAgreed>().RunAsync(new CalledActivity(nameof(SendAgreed), instanceId), input);

    [Function(nameof(SendChangeAfterAgreement))]
    public Task<Done> SendChangeAfterAgreement([ActivityTrigger] SendChangeAfterAgreement input, string instanceId) =>
        Activity<SendingChangesAfterAgreement>().RunAsync(new CalledActivity(nameof(SendChangeAfterAgreement), instanceId), input);

    [Function(nameof(CloseReview))]
    public Task<ReviewResult> CloseReview([ActivityTrigger] CloseReview input, string instanceId) =>
        Activity<ClosingAReview>().RunAsync(new CalledActivity(nameof(CloseReview), instanceId), input);

    [Function(nameof(WithdrawReview))]
    public Task<Done> WithdrawReview([ActivityTrigger] WithdrawReview input, string instanceId) =>
        Activity<WithdrawingAReview>().RunAsync(new CalledActivity(nameof(WithdrawReview), instanceId), input);

    [Function(nameof(BuildPack))]
    public Task<BuiltPack> BuildPack([ActivityTrigger] BuildPack input, string instanceId) =>
        Activity<BuildingThePack>().RunAsync(new CalledActivity(nameof(BuildPack), instanceId), input);

    [Function(nameof(SendDraftReady))]
    public Task<Done> SendDraftReady([ActivityTrigger] SendDraftReady input, string instanceId) =>
        Activity<SendingDraftReady>().RunAsync(new CalledActivity(nameof(SendDraftReady), instanceId), input);

    [Function(nameof(SendPapers))]
    public Task<Done> SendPapers([ActivityTrigger] SendPapers input, string instanceId) =>
        Activity<SendingPapers>().RunAsync(new CalledActivity(nameof(SendPapers), instanceId), input);

    [Function(nameof(AskForGroupUpdate))]
    public Task<Done> AskForGroupUpdate([ActivityTrigger] AskForGroupUpdate input, string instanceId) =>
        Activity<AskingForTheGroupUpdate>().RunAsync(new CalledActivity(nameof(AskForGroupUpdate), instanceId), input);

    [Function(nameof(AskForSignOff))]
    public Task<Done> AskForSignOff([ActivityTrigger] AskForSignOff input, string instanceId) =>
        Activity<AskingForSignOff>().RunAsync(new CalledActivity(nameof(AskForSignOff), instanceId), input);

    [Function(nameof(AskForSignOffAgain))]
    public Task<Done> AskForSignOffAgain([ActivityTrigger] AskForSignOffAgain input, string instanceId) =>
        Activity<AskingForSignOffAgain>().RunAsync(new CalledActivity(nameof(AskForSignOffAgain), instanceId), input);

    [Function(nameof(RemindChair))]
    public Task<Done> RemindChair([ActivityTrigger] RemindChair input, string instanceId) =>
        Activity<RemindingTheChair>().RunAsync(new CalledActivity(nameof(RemindChair), instanceId), input);

    [Function(nameof(AskViceChair))]
    public Task<Done> AskViceChair([ActivityTrigger] AskViceChair input, string instanceId) =>
        Activity<AskingTheViceChair>().RunAsync(new CalledActivity(nameof(AskViceChair), instanceId), input);

    [Function(nameof(SendPackSentBack))]
    public Task<Done> SendPackSentBack([ActivityTrigger] SendPackSentBack input, string instanceId) =>
        Activity<SendingPackSentBack>().RunAsync(new CalledActivity(nameof(SendPackSentBack), instanceId), input);

    [Function(nameof(SendSignOffReceipt))]
    public Task<Done> SendSignOffReceipt([ActivityTrigger] SendSignOffReceipt input, string instanceId) =>
        Activity<SendingTheSignOffReceipt>().RunAsync(new CalledActivity(nameof(SendSignOffReceipt), instanceId), input);

    [Function(nameof(RecordSignOff))]
    public Task<OutcomeGroupResult> RecordSignOff([ActivityTrigger] RecordSignOff input, string instanceId) =>
        Activity<RecordingSignOff>().RunAsync(new CalledActivity(nameof(RecordSignOff), instanceId), input);

    [Function(nameof(WithdrawPacks))]
    public Task<Done> WithdrawPacks([ActivityTrigger] WithdrawPacks input, string instanceId) =>
        Activity<WithdrawingThePacks>().RunAsync(new CalledActivity(nameof(WithdrawPacks), instanceId), input);

    [Function(nameof(SendToSecretary))]
    public Task<Done> SendToSecretary([ActivityTrigger] SendToSecretary input, string instanceId) =>
        Activity<SendingToTheSecretary>().RunAsync(new CalledActivity(nameof(SendToSecretary), instanceId), input);

    [Function(nameof(SendReplacement))]
    public Task<Done> SendReplacement([ActivityTrigger] SendReplacement input, string instanceId) =>
        Activity<SendingTheReplacement>().RunAsync(new CalledActivity(nameof(SendReplacement), instanceId), input);

    [Function(nameof(SendWithdrawal))]
    public Task<Done> SendWithdrawal([ActivityTrigger] SendWithdrawal input, string instanceId) =>
        Activity<SendingTheWithdrawal>().RunAsync(new CalledActivity(nameof(SendWithdrawal), instanceId), input);

    [Function(nameof(WarnSecretary))]
    public Task<Done> WarnSecretary([ActivityTrigger] WarnSecretary input, string instanceId) =>
        Activity<WarningTheSecretary>().RunAsync(new CalledActivity(nameof(WarnSecretary), instanceId), input);

    [Function(nameof(AskForDecisions))]
    public Task<Done> AskForDecisions([ActivityTrigger] AskForDecisions input, string instanceId) =>
        Activity<AskingForDecisions>().RunAsync(new CalledActivity(nameof(AskForDecisions), instanceId), input);

    [Function(nameof(SendDecisions))]
    public Task<Done> SendDecisions([ActivityTrigger] SendDecisions input, string instanceId) =>
        Activity<SendingDecisions>().RunAsync(new CalledActivity(nameof(SendDecisions), instanceId), input);

    [Function(nameof(CloseBoardPack))]
    public Task<BoardPackResult> CloseBoardPack([ActivityTrigger] CloseBoardPack input, string instanceId) =>
        Activity<ClosingTheBoardPack>().RunAsync(new CalledActivity(nameof(CloseBoardPack), instanceId), input);

    [Function(nameof(InviteToClinic))]
    public Task<Done> InviteToClinic([ActivityTrigger] InviteToClinic input, string instanceId) =>
        Activity<InvitingToTheClinic>().RunAsync(new CalledActivity(nameof(InviteToClinic), instanceId), input);

    [Function(nameof(CheckMilestone))]
    public Task<Done> CheckMilestone([ActivityTrigger] CheckMilestone input, string instanceId) =>
        Activity<CheckingAMilestone>().RunAsync(new CalledActivity(nameof(CheckMilestone), instanceId), input);

    [Function(nameof(SendFindingsToBoard))]
    public Task<Done> SendFindingsToBoard([ActivityTrigger] SendFindingsToBoard input, string instanceId) =>
        Activity<SendingFindingsToTheBoard>().RunAsync(new CalledActivity(nameof(SendFindingsToBoard), instanceId), input);

    [Function(nameof(WithdrawClinic))]
    public Task<Done> WithdrawClinic([ActivityTrigger] WithdrawClinic input, string instanceId) =>
        Activity<WithdrawingTheClinic>().RunAsync(new CalledActivity(nameof(WithdrawClinic), instanceId), input);

    private TActivity Activity<TActivity>() => ActivatorUtilities.CreateInstance<TActivity>(services);

    private sealed class CalledActivity(TaskName name, string instanceId) : TaskActivityContext
    {
        public override TaskName Name => name;

        public override string InstanceId => instanceId;
    }
}
