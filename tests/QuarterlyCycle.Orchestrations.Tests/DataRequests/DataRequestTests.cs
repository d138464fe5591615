using QuarterlyCycle.Domain.Timetables;
using QuarterlyCycle.Orchestrations.Calls;
using QuarterlyCycle.Orchestrations.DataRequests;
using QuarterlyCycle.Orchestrations.Events;
using QuarterlyCycle.Orchestrations.Tests.Rehearsing;
using Xunit;

namespace QuarterlyCycle.Orchestrations.Tests.DataRequests;

public sealed class DataRequestTests
{
    private const string Officer = "o0002";
    private static readonly string Instance = InstanceIds.DataRequest(Quarter2.Cycle, Officer);

    private static DataRequestBrief Brief =>
        new(new DataRequestKey(Quarter2.Cycle, 1, Officer), 1, Quarter2.Timetable.Chasing, Quarter2.Timetable.AnswersStopUtc);

    [Fact]
    public async Task An_officer_who_answers_on_time_is_not_reminded()
    {
        await using Rehearsal quarter = Asked().On(10, 10, 14, act => act.Answer(Officer, "SS1", "SS3", "SS4"));

        DataRequestOutcome outcome = await Run(quarter);

        Assert.Equal(["29 September: E0, 3 figures", "6 October: E1, 3 figures"], quarter.Trace.About(Officer));
        Assert.Equal(new DataRequestOutcome(DataRequestResult.Returned, 0), outcome);
    }

    [Fact]
    public async Task An_officer_who_never_answers_gets_every_mail_once_and_the_lead_officer_hears_with_the_last_call()
    {
        await using Rehearsal quarter = Asked();

        DataRequestOutcome outcome = await Run(quarter);

        Assert.Equal(
            [
                "9am 29 September: E0, 3 figures",
                "9am 6 October: E1, 3 figures",
                "9am 14 October: E2, 3 figures",
                "9am 17 October: E3, 3 figures",
                "9am 20 October: E4, 3 figures",
                "9am 21 October: E5, 3 figures, E35 to o0009",
                "5pm 22 October: E6, 3 figures not supplied",
                "5pm 22 October: closed, NotReturned",
            ],
            quarter.Trace.TimesAbout(Officer));
        Assert.Equal(DataRequestResult.NotReturned, outcome.Result);
    }

    [Fact]
    public async Task An_officer_who_answers_in_part_is_reminded_of_the_rest_only()
    {
        await using Rehearsal quarter = Asked().On(8, 10, 11, act => act.Answer(Officer, "SS1"));

        DataRequestOutcome outcome = await Run(quarter);

        Assert.Equal(
            [
                "29 September: E0, 3 figures",
                "6 October: E1, 3 figures",
                "14 October: E2, 2 figures",
                "17 October: E3, 2 figures",
                "20 October: E4, 2 figures",
                "21 October: E5, 2 figures, E35 to o0009",
                "22 October: E6, 2 figures not supplied",
                "22 October: closed, ReturnedInPart",
            ],
            quarter.Trace.About(Officer));
        Assert.Equal(DataRequestResult.ReturnedInPart, outcome.Result);
    }

    [Fact]
    public async Task A_late_answer_ends_the_reminders()
    {
        await using Rehearsal quarter = Asked().On(20, 10, 15, act => act.Answer(Officer, "SS1", "SS3", "SS4"));

        DataRequestOutcome outcome = await Run(quarter);

        Assert.Equal("20 October: E4, 3 figures", quarter.Trace.About(Officer)[^1]);
        Assert.Equal(DataRequestResult.Returned, outcome.Result);
    }

    [Fact]
    public async Task A_lost_signal_delays_the_end_and_reminds_nobody()
    {
        await using Rehearsal quarter = Asked();
        quarter.On(10, 10, 14, () => quarter.Records.Measures.ForEach(measure => measure.AnsweredUtc = quarter.NowUtc));

        DataRequestOutcome outcome = await Run(quarter);

        Assert.Equal(["29 September: E0, 3 figures", "6 October: E1, 3 figures", "22 October: closed, Returned"], quarter.Trace.About(Officer));
        Assert.Equal(DataRequestResult.Returned, outcome.Result);
    }

    [Fact]
    public async Task A_signal_heard_twice_is_answered_once()
    {
        await using Rehearsal quarter = Asked();
        SubmissionReceived signal = new("same", Quarter2.At(8, 10, 11), Officer, ["SS1"]);
        quarter.On(8, 10, 11, _ => quarter.Raise(Instance, signal)).On(9, 10, 11, _ => quarter.Raise(Instance, signal));

        await Run(quarter);

        string history = await quarter.ExportHistory(Instance);
        Assert.Equal(1, history.Split('\n').Count(line => line.Contains("\"Kind\":\"TaskScheduled\"", StringComparison.Ordinal) && line.Contains(nameof(CountOutstanding), StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_automatic_extension_moves_the_reminders_of_its_measure_and_leaves_the_cut_off()
    {
        await using Rehearsal quarter = Asked().On(13, 10, 10, act => act.Extend(
            Officer,
            Quarter2.At(21, 10, 17),
            null,
            [new(ChasingStep.DueToday, Quarter2.At(21, 10, 9)), new(ChasingStep.Overdue, Quarter2.At(22, 10, 9))],
            "SS4"));

        await Run(quarter);

        Assert.Equal(
            [
                "29 September: E0, 3 figures",
                "6 October: E1, 3 figures",
                "14 October: E2, 3 figures",
                "17 October: E3, 2 figures",
                "20 October: E4, 2 figures",
                "21 October: E5, 2 figures, E35 to o0009",
                "21 October: E3, 1 figures",
                "22 October: E4, 3 figures",
                "22 October: E6, 3 figures not supplied",
                "22 October: closed, NotReturned",
            ],
            quarter.Trace.About(Officer));
    }

    [Fact]
    public async Task An_extension_by_the_project_manager_keeps_one_measure_open_after_the_others_are_closed()
    {
        await using Rehearsal quarter = Asked()
            .On(13, 10, 10, act => act.Extend(Officer, Quarter2.At(23, 10, 17), Quarter2.At(24, 10, 12), [new(ChasingStep.DueToday, Quarter2.At(23, 10, 9))], "SS4"))
            .On(16, 10, 10, act => act.Answer(Officer, "SS1"))
            .On(23, 10, 16, act => act.Answer(Officer, "SS4"));

        DataRequestOutcome outcome = await Run(quarter);

        Assert.Equal(
            [
                "5pm 22 October: E6, 1 figures not supplied",
                "9am 23 October: E3, 1 figures",
            ],
            quarter.Trace.TimesAbout(Officer).TakeLast(2));
        Assert.Equal(DataRequestResult.Returned, outcome.Result);
    }

    [Fact]
    public async Task An_extension_that_nobody_uses_ends_at_its_own_cut_off()
    {
        await using Rehearsal quarter = Asked()
            .On(13, 10, 10, act => act.Extend(Officer, Quarter2.At(23, 10, 17), Quarter2.At(24, 10, 12), [], "SS4"));

        DataRequestOutcome outcome = await Run(quarter);

        Assert.Equal(
            ["5pm 22 October: E6, 2 figures not supplied", "midday 24 October: E6, 1 figures not supplied", "midday 24 October: closed, NotReturned"],
            quarter.Trace.TimesAbout(Officer).TakeLast(3));
        Assert.Equal(DataRequestResult.NotReturned, outcome.Result);
    }

    [Fact]
    public async Task An_extension_granted_when_all_else_is_returned_reminds_of_its_measure_alone()
    {
        await using Rehearsal quarter = Asked()
            .On(15, 10, 10, act => act.Answer(Officer, "SS1", "SS3"))
            .On(16, 10, 10, act => act.Extend(Officer, Quarter2.At(21, 10, 17), null, null, "SS4"));

        DataRequestOutcome outcome = await Run(quarter);

        Assert.Equal(
            ["14 October: E2, 3 figures", "21 October: E4, 1 figures", "22 October: E6, 1 figures not supplied", "22 October: closed, ReturnedInPart"],
            quarter.Trace.About(Officer).Skip(2));
        Assert.Equal(DataRequestResult.ReturnedInPart, outcome.Result);
    }

    [Fact]
    public async Task An_extension_whose_signal_is_lost_is_found_in_the_record_at_the_cut_off()
    {
        await using Rehearsal quarter = Asked();
        quarter.On(20, 10, 14, () => quarter.Records.Measures.ForEach(measure => measure.AnswersStopUtc = Quarter2.At(24, 10, 12)))
            .On(23, 10, 14, act => act.Answer(Officer, "SS1", "SS3", "SS4"));

        DataRequestOutcome outcome = await Run(quarter);

        Assert.DoesNotContain(quarter.Trace.About(Officer), line => line.Contains("E6", StringComparison.Ordinal));
        Assert.Equal(DataRequestResult.Returned, outcome.Result);
    }

    [Fact]
    public async Task A_submission_after_everything_was_returned_is_too_late_for_the_data_request()
    {
        await using Rehearsal quarter = Asked().On(8, 10, 11, act => act.Answer(Officer, "SS1", "SS3", "SS4"));
        quarter.On(9, 10, 11, _ => quarter.Raise(Instance, new SubmissionReceived("late", Quarter2.At(9, 10, 11), Officer, ["SS1"])));

        await Run(quarter);

        Assert.Equal([$"SubmissionReceived to {Instance}"], quarter.TooLate.Where(late => late.Contains("request", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task After_an_outage_only_the_newest_mail_is_sent()
    {
        await using Rehearsal quarter = Asked(Rehearsal.BeginOnDisk()).Outage(Quarter2.At(13, 10, 12), Quarter2.At(20, 10, 12));

        await Run(quarter);

        Assert.Equal(
            ["9am 6 October: E1, 3 figures", "midday 20 October: E4, 3 figures", "9am 21 October: E5, 3 figures, E35 to o0009"],
            quarter.Trace.TimesAbout(Officer).Skip(1).Take(3));
    }

    [Fact]
    public async Task A_data_request_that_starts_late_sends_the_request_and_the_newest_reminder()
    {
        await using Rehearsal quarter = Asked(Rehearsal.BeginAt(Quarter2.At(15, 10, 12)));

        await Run(quarter);

        Assert.Equal(["midday 15 October: E1, 3 figures", "midday 15 October: E2, 3 figures", "9am 17 October: E3, 3 figures"], quarter.Trace.TimesAbout(Officer).Take(3));
    }

    [Fact]
    public async Task After_an_outage_over_the_cut_off_nobody_is_chased_for_what_is_closed()
    {
        await using Rehearsal quarter = Asked(Rehearsal.BeginAt(Quarter2.At(23, 10, 8)));

        await Run(quarter);

        Assert.Equal(["23 October: E6, 3 figures not supplied", "23 October: closed, NotReturned"], quarter.Trace.About(Officer));
    }

    [Fact]
    public async Task A_mail_that_cannot_be_sent_for_hours_is_recorded_and_the_next_one_goes_out()
    {
        await using Rehearsal quarter = Asked()
            .On(8, 10, 11, act => act.Answer(Officer, "SS1", "SS3"));
        quarter.On(13, 10, 12, () => quarter.Records.Faults.Add(nameof(SendChasingMail), new TimeoutException("The mail server is away.")))
            .On(16, 10, 12, () => quarter.Records.Faults.Clear());

        DataRequestOutcome outcome = await Run(quarter);

        Assert.Equal([$"14 October: SendChasingMail of {Instance}: The mail server is away."], quarter.Trace.About("attention"));
        Assert.Equal("17 October: E3, 1 figures", quarter.Trace.About(Officer)[2]);
        Assert.Equal(1, outcome.FailedSteps);
    }

    [Fact]
    public async Task A_wrong_state_is_not_tried_again()
    {
        await using Rehearsal quarter = Asked();
        quarter.On(13, 10, 12, () => quarter.Records.Faults.Add(nameof(SendChasingMail), new InvalidOperationException("No such officer.")))
            .On(14, 10, 10, () => quarter.Records.Faults.Clear());

        await Run(quarter);

        Assert.Equal([$"9am 14 October: SendChasingMail of {Instance}: No such officer."], quarter.Trace.TimesAbout("attention"));
    }

    private static Rehearsal Asked(Rehearsal? quarter = null) => (quarter ?? Rehearsal.Begin()).Ask(Officer, "o0009", "SS1", "SS3", "SS4");

    private static Task<DataRequestOutcome> Run(Rehearsal quarter) =>
        quarter.Run<DataRequestOutcome>(nameof(DataRequestOrchestrator), Instance, Brief);
}
