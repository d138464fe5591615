using QuarterlyCycle.Orchestrations.Calls;
using QuarterlyCycle.Orchestrations.Collections;
using QuarterlyCycle.Orchestrations.Cycles;
using QuarterlyCycle.Orchestrations.DataRequests;
using QuarterlyCycle.Orchestrations.Reviews;
using QuarterlyCycle.Orchestrations.Tests.Rehearsing;
using Xunit;

namespace QuarterlyCycle.Orchestrations.Tests.Cycles;

public sealed class QuarterlyCycleTests
{
    [Fact]
    public async Task A_quarter_in_which_everyone_is_on_time()
    {
        await using Rehearsal quarter = WholeQuarter.AllOnTime();

        QuarterlyCycleOutcome outcome = await quarter.Run();

        Assert.Equal(
            ["midday 26 September: opened", "9am 21 October: E46, 0 missing", "9am 27 October: clinics suggested", "10am 27 November: closed, 0 gaps"],
            quarter.Trace.TimesAbout("cycle"));
        Assert.Equal(["29 September: E0, 2 figures", "6 October: E1, 2 figures"], quarter.Trace.About(WholeQuarter.Ann));
        Assert.Equal(["29 September: E0, 1 figures", "6 October: E1, 1 figures"], quarter.Trace.About(WholeQuarter.Ben));
        Assert.Equal(["20 October: E30, 2 of 2 figures in", "24 October: figures locked, Agreed"], quarter.Trace.About(WholeQuarter.Lead));
        string[] group =
        [
            "27 October: E47, version 1 to check",
            "29 October: E50, papers version 1",
            "5 November: E51",
            "6 November: E47, version 2 to check",
            "12 November: E52, version 2",
            "12 November: E54, version 2",
            "17 November: recorded as SignedOff",
        ];
        Assert.Equal(group, quarter.Trace.About(Quarter2.StaySafe));
        Assert.Equal(group, quarter.Trace.About(Quarter2.BeHealthy));
        Assert.Equal(
            ["17 November: E47, version 1 to check", "17 November: E60, version 1", "26 November: E64", "27 November: E27"],
            quarter.Trace.About(Quarter2.Board));
        Assert.Empty(quarter.Trace.About("attention"));
        Assert.Empty(quarter.TooLate);
        Assert.Equal(new QuarterlyCycleOutcome(QuarterlyCycleResult.Closed, 0, 0), outcome);
    }

    [Fact]
    public async Task A_quarter_in_which_nobody_does_anything_ends_by_itself_with_its_gaps()
    {
        await using Rehearsal quarter = WholeQuarter.Planned();

        QuarterlyCycleOutcome outcome = await quarter.Run();

        Assert.Equal(
            ["26 September: opened", "21 October: E46, 3 missing", "27 October: clinics suggested", "5 December: closed, 6 gaps"],
            quarter.Trace.About("cycle"));
        Assert.Equal(new QuarterlyCycleOutcome(QuarterlyCycleResult.ClosedWithGaps, 6, 0), outcome);
    }

    [Fact]
    public async Task Stages_start_at_their_instants_though_one_extension_is_still_open()
    {
        await using Rehearsal quarter = WholeQuarter.AllOnTime().Ask("o0004", WholeQuarter.Lead, "SS9")
            .On(20, 10, 10, act => act.Extend("o0004", Quarter2.At(7, 11, 17), Quarter2.At(14, 11, 17), [], "SS9"));

        QuarterlyCycleOutcome outcome = await quarter.Run();

        Assert.Equal("14 November: E6, 1 figures not supplied", quarter.Trace.About("o0004")[^2]);
        Assert.Equal("27 October: E47, version 1 to check", quarter.Trace.About(Quarter2.StaySafe)[0]);
        Assert.Equal(QuarterlyCycleResult.ClosedWithGaps, outcome.Result);
    }

    [Fact]
    public async Task The_status_is_the_stage_in_plain_words()
    {
        await using Rehearsal quarter = WholeQuarter.AllOnTime();
        List<string?> statuses = [];
        foreach ((int day, int month) in new[] { (10, 10), (20, 10), (30, 10), (18, 11), (1, 12) })
        {
            quarter.On(day, month, 12, async _ => statuses.Add(await quarter.StatusOf(Quarter2.Cycle)));
        }

        await quarter.Run();

        Assert.Equal(["Collecting figures", "Review and challenge", "Outcome groups", "Board pack and decisions", "Closed"], statuses);
    }

    [Fact]
    public async Task Two_chunks_of_data_requests_are_collected_side_by_side()
    {
        await using Rehearsal quarter = Rehearsal.Begin();
        foreach (int number in Enumerable.Range(1, 80))
        {
            quarter.AskInChunk(number <= 75 ? 1 : 2, $"o{number:0000}", "o0900", $"M{number}");
            quarter.On(8, 10, 11, act => act.Answer($"o{number:0000}", $"M{number}"));
        }

        await quarter.Run();

        Assert.Equal(
            new CollectionOutcome(75, 0, 0, 0, 0, 0),
            await quarter.OutcomeOf<CollectionOutcome>(InstanceIds.Collection(Quarter2.Cycle, 1)));
        Assert.Equal(
            new CollectionOutcome(5, 0, 0, 0, 0, 0),
            await quarter.OutcomeOf<CollectionOutcome>(InstanceIds.Collection(Quarter2.Cycle, 2)));
        Assert.Equal(["29 September: E0, 1 figures", "6 October: E1, 1 figures"], quarter.Trace.About("o0080"));
    }

    [Fact]
    public async Task More_than_75_lead_officers_review_in_chunks()
    {
        await using Rehearsal quarter = Rehearsal.Begin();
        foreach (int number in Enumerable.Range(1, 76))
        {
            quarter.Ask("o0001", $"o{1000 + number}", $"M{number}");
        }

        await quarter.Run();

        Assert.Equal(
            new ReviewChunkOutcome(75, 0, 0, 0, 0, 0),
            await quarter.OutcomeOf<ReviewChunkOutcome>(InstanceIds.ReviewChunk(Quarter2.Cycle, 1)));
        Assert.Equal(
            new ReviewChunkOutcome(1, 0, 0, 0, 0, 0),
            await quarter.OutcomeOf<ReviewChunkOutcome>(InstanceIds.ReviewChunk(Quarter2.Cycle, 2)));
        Assert.Contains("24 October: figures locked, Agreed", quarter.Trace.About("o1076"));
    }

    [Fact]
    public async Task The_next_quarter_runs_beside_clinics_and_decisions_of_this_one()
    {
        await using Rehearsal quarter = WholeQuarter.AllOnTime();
        const string next = "2025-26-Q3";
        quarter.On(24, 11, 10, () => quarter.Records.Timetables.Add(50, Quarter2.Timetable with { Cycle = next, Version = 50 }))
            .On(24, 11, 11, _ => quarter.StartInstance(nameof(QuarterlyCycleOrchestrator), next, new QuarterlyCycleBrief(next, 50, 1)));

        QuarterlyCycleOutcome outcome = await quarter.Run();

        Assert.Equal(QuarterlyCycleResult.Closed, outcome.Result);
        QuarterlyCycleOutcome? other = await quarter.OutcomeOf<QuarterlyCycleOutcome>(next);
        Assert.NotNull(other);
        Assert.Equal(QuarterlyCycleResult.Closed, other.Result);
    }

    [Fact]
    public async Task A_failing_step_is_recorded_and_the_quarter_goes_on_with_the_next()
    {
        await using Rehearsal quarter = WholeQuarter.AllOnTime();
        quarter.Records.Faults.Add(nameof(SendClosingNotice), new TimeoutException("The mail server is away."));

        QuarterlyCycleOutcome outcome = await quarter.Run();

        Assert.Equal(["21 October: SendClosingNotice of 2025-26-Q2: The mail server is away."], quarter.Trace.About("attention"));
        Assert.Equal("27 October: clinics suggested", quarter.Trace.About("cycle")[1]);
        Assert.Equal(new QuarterlyCycleOutcome(QuarterlyCycleResult.ClosedWithGaps, 0, 1), outcome);
    }

    [Fact]
    public async Task A_step_that_is_tried_for_hours_does_not_hold_back_the_next_stage()
    {
        await using Rehearsal quarter = WholeQuarter.AllOnTime();
        quarter.Records.Faults.Add(nameof(SuggestClinics), new TimeoutException("The store is away."));

        await quarter.Run();

        Assert.Equal("9am 27 October: E47, version 1 to check", quarter.Trace.TimesAbout(Quarter2.StaySafe)[0]);
    }

    [Fact]
    public async Task A_data_request_that_fails_is_recorded_and_the_others_go_on()
    {
        await using Rehearsal quarter = WholeQuarter.Planned()
            .On(8, 10, 11, act => act.Answer(WholeQuarter.Ben, "BH1")).Met().Decided();
        quarter.Records.Faults.Add(nameof(CloseDataRequest), new InvalidOperationException("The data request is missing."));

        QuarterlyCycleOutcome outcome = await quarter.Run();

        string attention = Assert.Single(quarter.Trace.About("attention"));
        Assert.StartsWith("22 October: 2025-26-Q2.request.o0002 of 2025-26-Q2.collection.1: ", attention, StringComparison.Ordinal);
        Assert.Equal(
            new CollectionOutcome(1, 0, 0, 0, 1, 1),
            await quarter.OutcomeOf<CollectionOutcome>(InstanceIds.Collection(Quarter2.Cycle, 1)));
        Assert.Equal(new QuarterlyCycleOutcome(QuarterlyCycleResult.ClosedWithGaps, 0, 1), outcome);
    }

    [Fact]
    public async Task When_even_the_list_of_attention_is_away_the_quarter_goes_on_and_the_outcome_tells()
    {
        await using Rehearsal quarter = WholeQuarter.AllOnTime();
        quarter.Records.Faults.Add(nameof(SendClosingNotice), new InvalidOperationException("No project manager."));
        quarter.Records.Faults.Add(nameof(RecordNeedsAttention), new TimeoutException("The store is away."));

        QuarterlyCycleOutcome outcome = await quarter.Run();

        Assert.Equal(new QuarterlyCycleOutcome(QuarterlyCycleResult.ClosedWithGaps, 0, 1), outcome);
    }

    [Fact]
    public async Task A_quarter_that_was_down_in_the_week_of_the_cut_off_sends_no_stale_notice()
    {
        await using Rehearsal quarter = Rehearsal.BeginOnDisk().WithTwoOfficers().Outage(Quarter2.At(20, 10, 12), Quarter2.At(24, 10, 12));

        await quarter.Run();

        Assert.DoesNotContain(quarter.Trace.About("cycle"), line => line.Contains("E46", StringComparison.Ordinal));
        Assert.Equal(["24 October: E6, 2 figures not supplied", "24 October: closed, NotReturned"], quarter.Trace.About(WholeQuarter.Ann).TakeLast(2));
        Assert.DoesNotContain(quarter.Trace.About(WholeQuarter.Ann), line => line.Contains("E5", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_outcomes_of_the_data_requests_are_counted()
    {
        await using Rehearsal quarter = WholeQuarter.Planned()
            .On(8, 10, 11, act => act.Answer(WholeQuarter.Ann, "SS1"))
            .Ask("o0004", WholeQuarter.Lead, "SS9")
            .On(8, 10, 12, act => act.Answer("o0004", "SS9"));

        await quarter.Run();

        Assert.Equal(
            new CollectionOutcome(1, 1, 1, 0, 0, 0),
            await quarter.OutcomeOf<CollectionOutcome>(InstanceIds.Collection(Quarter2.Cycle, 1)));
        Assert.Equal(
            new DataRequestOutcome(DataRequestResult.ReturnedInPart, 0),
            await quarter.OutcomeOf<DataRequestOutcome>(InstanceIds.DataRequest(Quarter2.Cycle, WholeQuarter.Ann)));
    }
}
