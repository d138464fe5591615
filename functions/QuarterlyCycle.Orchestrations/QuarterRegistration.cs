using Microsoft.DurableTask;
using QuarterlyCycle.Orchestrations.Boards;
using QuarterlyCycle.Orchestrations.Calls;
using QuarterlyCycle.Orchestrations.Clinics;
using QuarterlyCycle.Orchestrations.Collections;
using QuarterlyCycle.Orchestrations.Cycles;
using QuarterlyCycle.Orchestrations.DataRequests;
using QuarterlyCycle.Orchestrations.Events;
using QuarterlyCycle.Orchestrations.OutcomeGroups;
using QuarterlyCycle.Orchestrations.Reviews;

namespace QuarterlyCycle.Orchestrations;

/// <summary>An orchestrator and the name under which hosts know it.</summary>
public sealed record RegisteredOrchestrator(string Name, Type Type);

/// <summary>What a host must offer for a quarter to run: the orchestrators, one activity for each call record, and the events that may be raised.</summary>
public static class QuarterRegistration
{
    /// <summary>The version of the orchestrators in this build. Always two numbers: single ones are compared as text.</summary>
    public const string Version = "1.0";

    /// <summary>The orchestrators.</summary>
    public static IReadOnlyList<RegisteredOrchestrator> Orchestrators { get; } =
    [
        Named<QuarterlyCycleOrchestrator>(),
        Named<CollectionOrchestrator>(),
        Named<DataRequestOrchestrator>(),
        Named<ReviewChunkOrchestrator>(),
        Named<ReviewAndChallengeOrchestrator>(),
        Named<OutcomeGroupOrchestrator>(),
        Named<BoardPackOrchestrator>(),
        Named<PerformanceClinicOrchestrator>(),
    ];

    /// <summary>The call records; each has exactly one activity, named like it.</summary>
    public static IReadOnlyList<Type> Calls { get; } =
    [
        typeof(OpenCycle),
        typeof(ReadTimetable),
        typeof(ListReviews),
        typeof(ListDataRequests),
        typeof(SendClosingNotice),
        typeof(SuggestClinics),
        typeof(CloseCycle),
        typeof(WithdrawCycle),
        typeof(RecordNeedsAttention),
        typeof(SendChasingMail),
        typeof(CountOutstanding),
        typeof(CloseDataRequest),
        typeof(WithdrawDataRequest),
        typeof(SendReviewRequest),
        typeof(SendReviewReminder),
        typeof(SendLateFigures),
        typeof(SendChallenge),
        typeof(SendChallengeAnswer),
        typeof(SendAgreed),
        typeof(SendChangeAfterAgreement),
        typeof(CloseReview),
        typeof(WithdrawReview),
        typeof(BuildPack),
        typeof(SendDraftReady),
        typeof(SendPapers),
        typeof(AskForGroupUpdate),
        typeof(AskForSignOff),
        typeof(AskForSignOffAgain),
        typeof(RemindChair),
        typeof(AskViceChair),
        typeof(SendPackSentBack),
        typeof(SendSignOffReceipt),
        typeof(RecordSignOff),
        typeof(WithdrawPacks),
        typeof(SendToSecretary),
        typeof(SendReplacement),
        typeof(SendWithdrawal),
        typeof(WarnSecretary),
        typeof(AskForDecisions),
        typeof(SendDecisions),
        typeof(CloseBoardPack),
        typeof(InviteToClinic),
        typeof(CheckMilestone),
        typeof(SendFindingsToBoard),
        typeof(WithdrawClinic),
    ];

    /// <summary>The events; the event's name is its record's name.</summary>
    public static IReadOnlyList<Type> Events { get; } =
    [
        typeof(SubmissionReceived),
        typeof(ExtensionGranted),
        typeof(TimetableRevised),
        typeof(CycleCancelled),
        typeof(ChallengeRaised),
        typeof(ChallengeAnswered),
        typeof(FigureAgreed),
        typeof(FigureRevised),
        typeof(PackIssued),
        typeof(PackReplaced),
        typeof(PackWithdrawn),
        typeof(GroupUpdateRecorded),
        typeof(PackSignedOff),
        typeof(PackSentBack),
        typeof(DecisionsRecorded),
        typeof(ClinicHeld),
        typeof(ClinicClosed),
    ];

    private static RegisteredOrchestrator Named<TOrchestrator>()
        where TOrchestrator : class, ITaskOrchestrator => new(typeof(TOrchestrator).Name, typeof(TOrchestrator));
}
