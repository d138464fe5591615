using QuarterlyCycle.Domain.Timetables;
using QuarterlyCycle.Orchestrations.Calls;
using QuarterlyCycle.Orchestrations.Clinics;
using QuarterlyCycle.Orchestrations.Events;
using QuarterlyCycle.Orchestrations.Reviews;
using QuarterlyCycle.Orchestrations.Tests.Rehearsing;

namespace QuarterlyCycle.Orchestrations.Tests.Histories;

/// <summary>A rehearsal whose histories are kept, and the instances of which they are kept.</summary>
internal sealed record Scenario(string Name, Func<Task<IReadOnlyDictionary<string, string>>> Histories);

/// <summary>The rehearsals that together take every orchestrator through every kind of step.</summary>
internal static class Scenarios
{
    private const string ClinicCode = "2025-26-Q2.SS1";
    private static readonly string ClinicId = InstanceIds.Clinic(ClinicCode);
    private static readonly string Collection = InstanceIds.Collection(Quarter2.Cycle, 1);
    private static readonly string AnnsRequest = InstanceIds.DataRequest(Quarter2.Cycle, WholeQuarter.Ann);
    private static readonly string Review = InstanceIds.Review(Quarter2.Cycle, WholeQuarter.Lead, 1);
    private static readonly string Group = InstanceIds.OutcomeGroup(Quarter2.Cycle, Quarter2.StaySafe);
    private static readonly string Board = InstanceIds.BoardPack(Quarter2.Cycle);

    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("on-time", () => Quarter(WholeQuarter.AllOnTime(), Quarter2.Cycle, Collection, AnnsRequest, Review, Group, Board)),
        new("nobody-acts", () => Quarter(WholeQuarter.Planned(), Quarter2.Cycle, Collection, AnnsRequest, Review, Group, Board)),
        new("busy", () => Quarter(Busy(), Quarter2.Cycle, AnnsRequest, Review, Group, Board)),
        new("revised", () => Quarter(Revised(), Quarter2.Cycle, Collection, AnnsRequest, Review, Group, Board)),
        new("cancelled-in-collection", () => Quarter(WholeQuarter.Planned().On(10, 10, 11, act => act.Cancel()), Quarter2.Cycle, Collection, AnnsRequest, Review)),
        new("cancelled-before-the-board", () => Quarter(Unsigned().On(14, 11, 11, act => act.Cancel()), Quarter2.Cycle, Group, Board)),
        new("review-chunk", ReviewChunk),
        new("clinic", Clinic),
        new("clinic-withdrawn", ClinicWithdrawn),
    ];

    private static async Task<IReadOnlyDictionary<string, string>> Quarter(Rehearsal quarter, params string[] instances)
    {
        await using (quarter)
        {
            await quarter.Run();
            return await Export(quarter, instances);
        }
    }

    private static Rehearsal Busy()
    {
        Rehearsal quarter = WholeQuarter.Busy(Rehearsal.Begin());
        return quarter
            .On(13, 10, 12, () => quarter.Records.Faults.Add(nameof(SendChasingMail), new TimeoutException("The mail server is away.")))
            .On(16, 10, 12, () => quarter.Records.Faults.Clear())
            .On(21, 10, 8, () => quarter.Records.Faults.Add(nameof(SendClosingNotice), new InvalidOperationException("There is no project manager.")));
    }

    private static Rehearsal Unsigned() => WholeQuarter.Planned().Collected()
        .On(29, 10, 10, act => act.Issue(Quarter2.StaySafe))
        .On(12, 11, 8, act => act.Issue(Quarter2.StaySafe));

    private static Rehearsal Revised() => WholeQuarter.Planned()
        .On(15, 10, 11, act => act.Revise(dates => dates with
        {
            Chasing = [.. dates.Chasing.Select(date => date.Step is ChasingStep.Notice or ChasingStep.Request ? date : date with { AtUtc = date.AtUtc.AddDays(7) })],
            DueUtc = Quarter2.At(24, 10, 17),
            ClosingNoticeUtc = Quarter2.At(28, 10, 9),
            AnswersStopUtc = Quarter2.At(29, 10, 17),
        }))
        .On(23, 10, 11, act => act.Revise(dates => dates with { CorrectionsStopUtc = Quarter2.At(31, 10, 17) }))
        .On(3, 11, 11, act => act.Revise(dates => dates with { Groups = [dates.Groups[0] with { UpdateDueUtc = Quarter2.At(12, 11, 17) }, dates.Groups[1]] }))
        .On(20, 11, 11, act => act.Revise(dates => dates with { Board = dates.Board with { LastUtc = Quarter2.At(12, 12, 17) } }));

    private static async Task<IReadOnlyDictionary<string, string>> ReviewChunk()
    {
        string chunk = InstanceIds.ReviewChunk(Quarter2.Cycle, 1);
        await using Rehearsal quarter = WholeQuarter.Planned().On(23, 10, 11, act => act.Agree("BH1"));
        quarter.On(23, 10, 12, _ => quarter.Raise(chunk, new CycleCancelled("c1", quarter.NowUtc, "o0001", "Reorganised")));
        await quarter.Run<ReviewChunkOutcome>(
            nameof(ReviewChunkOrchestrator),
            chunk,
            new ReviewChunkBrief(Quarter2.Cycle, 1, ReviewDates.Of(Quarter2.Timetable), [new ReviewPart(WholeQuarter.Lead, 1), new ReviewPart(WholeQuarter.OtherLead, 1)]));
        return await Export(quarter, chunk);
    }

    // An execution that begins again leaves no history behind, so the first is kept while its milestone is still tried.
    private static async Task<IReadOnlyDictionary<string, string>> Clinic()
    {
        Dictionary<string, string> histories = [];
        await using Rehearsal quarter = Rehearsal.BeginAt(Quarter2.At(28, 10, 9));
        quarter
            .On(5, 11, 15, _ => quarter.Raise(ClinicId, new ClinicHeld("h1", quarter.NowUtc, "o0001", ClinicCode, [new ClinicMilestone(1, Quarter2.At(10, 11, 9))])))
            .On(10, 11, 8, () => quarter.Records.Faults.Add(nameof(CheckMilestone), new TimeoutException("The store is away.")))
            .On(10, 11, 10, async _ => histories.Add(ClinicId + ".first", await quarter.ExportHistory(ClinicId)))
            .On(10, 11, 11, () => quarter.Records.Faults.Clear())
            .On(20, 11, 15, _ => quarter.Raise(ClinicId, new ClinicClosed("c1", quarter.NowUtc, "o0001", ClinicCode)));
        await RunClinic(quarter);
        histories.Add(ClinicId, await quarter.ExportHistory(ClinicId));
        return histories;
    }

    private static async Task<IReadOnlyDictionary<string, string>> ClinicWithdrawn()
    {
        await using Rehearsal quarter = Rehearsal.BeginAt(Quarter2.At(28, 10, 9));
        quarter.On(5, 11, 15, _ => quarter.Raise(ClinicId, new CycleCancelled("c1", quarter.NowUtc, "o0001", "Reorganised")));
        await RunClinic(quarter);
        return await Export(quarter, ClinicId);
    }

    private static Task RunClinic(Rehearsal quarter) => quarter.Run<PerformanceClinicOutcome>(
        nameof(PerformanceClinicOrchestrator),
        ClinicId,
        new PerformanceClinicBrief(ClinicCode, "SS1", Quarter2.Cycle, 1, Quarter2.At(3, 11, 9), [], Quarter2.Timetable.Board.BuildUtc, Quarter2.At(31, 12, 17)));

    private static async Task<IReadOnlyDictionary<string, string>> Export(Rehearsal quarter, params string[] instances)
    {
        Dictionary<string, string> histories = [];
        foreach (string instance in instances)
        {
            histories.Add(instance, await quarter.ExportHistory(instance));
        }

        return histories;
    }
}
