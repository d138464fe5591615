using Microsoft.DurableTask;

namespace QuarterlyCycle.App.Activities;

/// <summary>An activity, the call that it answers and the name under which hosts know it: the call's.</summary>
public sealed record RegisteredActivity(Type Call, Type Activity)
{
    public string Name => Call.Name;
}

/// <summary>Every activity of the quarter, one for each call.</summary>
public static class QuarterActivities
{
    public static IReadOnlyList<RegisteredActivity> All { get; } =
    [
        For<OpeningTheCycle>(),
        For<ReadingTheTimetable>(),
        For<ListingReviews>(),
        For<ListingDataRequests>(),
        For<SendingTheClosingNotice>(),
        For<ClosingTheCycle>(),
        For<WithdrawingTheCycle>(),
        For<RecordingAttention>(),
        For<SendingChasingMail>(),
        For<CountingOutstanding>(),
        For<ClosingADataRequest>(),
        For<WithdrawingADataRequest>(),
        For<SendingTheReviewRequest>(),
        For<SendingTheReviewReminder>(),
        For<SendingLateFigures>(),
        For<SendingAChallenge>(),
        For<SendingAChallengeAnswer>(),
        For<SendingAgreed>(),
        For<SendingChangesAfterAgreement>(),
        For<ClosingAReview>(),
        For<WithdrawingAReview>(),
        For<BuildingThePack>(),
        For<SendingDraftReady>(),
        For<SendingPapers>(),
        For<AskingForTheGroupUpdate>(),
        For<AskingForSignOff>(),
        For<AskingForSignOffAgain>(),
        For<RemindingTheChair>(),
        For<AskingTheViceChair>(),
        For<SendingPackSentBack>(),
        For<SendingTheSignOffReceipt>(),
        For<RecordingSignOff>(),
        For<WithdrawingThePacks>(),
        For<SendingToTheSecretary>(),
        For<SendingTheReplacement>(),
        For<SendingTheWithdrawal>(),
        For<WarningTheSecretary>(),
        For<AskingForDecisions>(),
        For<SendingDecisions>(),
        For<ClosingTheBoardPack>(),
        For<SuggestingClinics>(),
        For<InvitingToTheClinic>(),
        For<CheckingAMilestone>(),
        For<SendingFindingsToTheBoard>(),
        For<WithdrawingTheClinic>(),
    ];

    private static RegisteredActivity For<TActivity>()
        where TActivity : class, ITaskActivity
    {
        Type? activity = typeof(TActivity).BaseType;
        return activity is { IsGenericType: true }
            ? new RegisteredActivity(activity.GetGenericArguments()[0], typeof(TActivity))
            : throw new InvalidOperationException($"{typeof(TActivity).Name} does not say which call it answers.");
    }
}
