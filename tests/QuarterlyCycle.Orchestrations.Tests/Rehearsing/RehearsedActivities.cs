using Microsoft.DurableTask;
using QuarterlyCycle.Domain.Timetables;
using QuarterlyCycle.Orchestrations.Calls;

namespace QuarterlyCycle.Orchestrations.Tests.Rehearsing;

/// <summary>One activity of a rehearsal under its call's name.</summary>
internal sealed record RehearsedActivity(string Name, ITaskActivity Activity);

/// <summary>The activity for each call record.</summary>
internal static class RehearsedActivities
{
    public static IReadOnlyList<RehearsedActivity> Of(KeptRecords records, Trace trace, TimeProvider clock)
    {
        FigureActivities figures = new(records, trace, clock);
        PackActivities packs = new(records, trace);
        RehearsedActivity For<TCall, TResult>(Func<TCall, TResult> work)
            where TCall : IActivityCall<TResult> => new(typeof(TCall).Name, new Recorded<TCall, TResult>(records, work));

        return
        [
            For<OpenCycle, Done>(figures.Open),
            For<ReadTimetable, Timetable>(figures.Read),
            For<ListReviews, ReviewList>(figures.List),
            For<ListDataRequests, DataRequestList>(figures.List),
            For<SendClosingNotice, Done>(figures.Send),
            For<SuggestClinics, int>(figures.Suggest),
            For<CloseCycle, CycleClosing>(figures.Close),
            For<WithdrawCycle, Done>(figures.Withdraw),
            For<RecordNeedsAttention, Done>(figures.Record),
            For<SendChasingMail, Done>(figures.Send),
            For<CountOutstanding, int>(figures.Count),
            For<CloseDataRequest, Closing>(figures.Close),
            For<WithdrawDataRequest, Done>(figures.Withdraw),
            For<SendReviewRequest, Done>(figures.Send),
            For<SendReviewReminder, Done>(figures.Send),
            For<SendLateFigures, Done>(figures.Send),
            For<SendChallenge, Done>(figures.Send),
            For<SendChallengeAnswer, Done>(figures.Send),
            For<SendAgreed, Done>(figures.Send),
            For<SendChangeAfterAgreement, Done>(figures.Send),
            For<CloseReview, ReviewResult>(figures.Close),
            For<WithdrawReview, Done>(figures.Withdraw),
            For<BuildPack, BuiltPack>(packs.Build),
            For<SendDraftReady, Done>(packs.Send),
            For<SendPapers, Done>(packs.Send),
            For<AskForGroupUpdate, Done>(packs.Ask),
            For<AskForSignOff, Done>(packs.Ask),
            For<AskForSignOffAgain, Done>(packs.Ask),
            For<RemindChair, Done>(packs.Remind),
            For<AskViceChair, Done>(packs.Ask),
            For<SendPackSentBack, Done>(packs.Send),
            For<SendSignOffReceipt, Done>(packs.Send),
            For<RecordSignOff, OutcomeGroupResult>(packs.Record),
            For<WithdrawPacks, Done>(packs.Withdraw),
            For<SendToSecretary, Done>(packs.Send),
            For<SendReplacement, Done>(packs.Send),
            For<SendWithdrawal, Done>(packs.Send),
            For<WarnSecretary, Done>(packs.Warn),
            For<AskForDecisions, Done>(packs.Ask),
            For<SendDecisions, Done>(packs.Send),
            For<CloseBoardPack, BoardPackResult>(packs.Close),
            For<InviteToClinic, Done>(packs.Invite),
            For<CheckMilestone, Done>(packs.Check),
            For<SendFindingsToBoard, Done>(packs.Send),
            For<WithdrawClinic, Done>(packs.Withdraw),
        ];
    }

    private sealed class Recorded<TCall, TResult>(KeptRecords records, Func<TCall, TResult> work) : TaskActivity<TCall, TResult>
        where TCall : IActivityCall<TResult>
    {
        public override Task<TResult> RunAsync(TaskActivityContext context, TCall input)
        {
            lock (records.Gate)
            {
                return records.Faults.TryGetValue(typeof(TCall).Name, out Exception? fault)
                    ? Task.FromException<TResult>(fault)
                    : Task.FromResult(work(input));
            }
        }
    }
}
