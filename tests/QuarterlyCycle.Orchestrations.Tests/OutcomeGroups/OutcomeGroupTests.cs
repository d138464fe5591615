using QuarterlyCycle.Orchestrations.Calls;
using QuarterlyCycle.Orchestrations.OutcomeGroups;
using QuarterlyCycle.Orchestrations.Tests.Rehearsing;
using Xunit;

namespace QuarterlyCycle.Orchestrations.Tests.OutcomeGroups;

public sealed class OutcomeGroupTests
{
    private const string Group = Quarter2.StaySafe;
    private static readonly string Instance = InstanceIds.OutcomeGroup(Quarter2.Cycle, Group);

    [Fact]
    public async Task Papers_update_and_signature_on_time_leave_no_reminder()
    {
        await using Rehearsal quarter = Collated()
            .On(29, 10, 10, act => act.Issue(Group))
            .On(6, 11, 14, act => act.RecordUpdate(Group))
            .On(10, 11, 10, act => act.Issue(Group))
            .On(12, 11, 15, act => act.Sign(Group));

        OutcomeGroupOutcome outcome = await Run(quarter);

        Assert.Equal(
            [
                "9am 27 October: E47, version 1 to check",
                "10am 29 October: E50, papers version 1",
                "9am 5 November: E51",
                "2pm 6 November: E47, version 2 to check",
                "9am 12 November: E52, version 2",
                "3pm 12 November: E54, version 2",
                "5pm 17 November: recorded as SignedOff",
            ],
            quarter.Trace.TimesAbout(Group));
        Assert.Equal(new OutcomeGroupOutcome(OutcomeGroupResult.SignedOff, 0), outcome);
    }

    [Fact]
    public async Task An_update_that_is_never_recorded_does_not_hold_back_the_report()
    {
        await using Rehearsal quarter = Collated()
            .On(29, 10, 10, act => act.Issue(Group))
            .On(12, 11, 8, act => act.Issue(Group));

        await Run(quarter);

        Assert.Equal(["5 November: E51", "11 November: E47, version 2 to check", "12 November: E52, version 2"], quarter.Trace.About(Group).Skip(2).Take(3));
    }

    [Fact]
    public async Task An_unsigned_report_is_chased_then_the_vice_chair_is_asked_and_it_is_printed_unsigned()
    {
        await using Rehearsal quarter = UpToSignOff();

        OutcomeGroupOutcome outcome = await Run(quarter);

        Assert.Equal(
            [
                "9am 12 November: E52, version 2",
                "9am 13 November: E53, version 2",
                "5pm 14 November: E52 to the vice-chair, version 2",
                "5pm 17 November: recorded as NotSignedOff",
            ],
            quarter.Trace.TimesAbout(Group).TakeLast(4));
        Assert.Equal(OutcomeGroupResult.NotSignedOff, outcome.Result);
    }

    [Fact]
    public async Task The_vice_chair_signs_for_the_chair()
    {
        await using Rehearsal quarter = UpToSignOff().On(17, 11, 10, act => act.Sign(Group));

        OutcomeGroupOutcome outcome = await Run(quarter);

        Assert.Equal(["17 November: E54, version 2", "17 November: recorded as SignedOff"], quarter.Trace.About(Group).TakeLast(2));
        Assert.Equal(OutcomeGroupResult.SignedOff, outcome.Result);
    }

    [Fact]
    public async Task A_report_sent_back_waits_for_a_new_version_and_the_chair_is_asked_again()
    {
        await using Rehearsal quarter = UpToSignOff()
            .On(12, 11, 14, act => act.SendBack(Group, 2))
            .On(14, 11, 10, act =>
            {
                act.Make(Group);
                return act.Issue(Group);
            })
            .On(14, 11, 15, act => act.Sign(Group));

        OutcomeGroupOutcome outcome = await Run(quarter);

        Assert.Equal(
            [
                "12 November: E52, version 2",
                "12 November: E56, version 2",
                "14 November: E55, version 3",
                "14 November: E54, version 3",
                "17 November: recorded as SignedOff",
            ],
            quarter.Trace.About(Group).TakeLast(5));
        Assert.Equal(OutcomeGroupResult.SignedOff, outcome.Result);
    }

    [Fact]
    public async Task Nobody_is_reminded_to_sign_a_version_that_was_sent_back()
    {
        await using Rehearsal quarter = UpToSignOff().On(12, 11, 14, act => act.SendBack(Group, 2));

        await Run(quarter);

        Assert.Equal(["12 November: E56, version 2", "17 November: recorded as NotSignedOff"], quarter.Trace.About(Group).TakeLast(2));
    }

    [Fact]
    public async Task A_new_version_after_the_sign_off_is_due_goes_to_the_vice_chair_too()
    {
        await using Rehearsal quarter = UpToSignOff()
            .On(14, 11, 10, act => act.SendBack(Group, 2))
            .On(17, 11, 9, act =>
            {
                act.Make(Group);
                return act.Issue(Group);
            });

        await Run(quarter);

        Assert.Equal(
            ["17 November: E55, version 3", "17 November: E52 to the vice-chair, version 3", "17 November: recorded as NotSignedOff"],
            quarter.Trace.About(Group).TakeLast(3));
    }

    [Fact]
    public async Task A_signature_on_another_version_is_not_counted()
    {
        await using Rehearsal quarter = UpToSignOff().On(12, 11, 14, act => act.Sign(Group, version: 1));

        OutcomeGroupOutcome outcome = await Run(quarter);

        Assert.DoesNotContain(quarter.Trace.About(Group), line => line.Contains("E54", StringComparison.Ordinal));
        Assert.Contains("13 November: E53, version 2", quarter.Trace.About(Group));
        Assert.Equal(OutcomeGroupResult.NotSignedOff, outcome.Result);
    }

    [Fact]
    public async Task A_figure_revised_after_sign_off_needs_a_new_version_and_a_new_signature()
    {
        await using Rehearsal quarter = UpToSignOff()
            .On(12, 11, 14, act => act.Sign(Group))
            .On(13, 11, 11, act => act.ReviseFigure(Group, "SS1"))
            .On(14, 11, 10, act =>
            {
                act.Make(Group);
                return act.Issue(Group);
            })
            .On(14, 11, 12, act => act.Sign(Group));

        OutcomeGroupOutcome outcome = await Run(quarter);

        Assert.Equal(
            ["12 November: E54, version 2", "14 November: E55, version 3", "14 November: E54, version 3", "17 November: recorded as SignedOff"],
            quarter.Trace.About(Group).TakeLast(4));
        Assert.Equal(OutcomeGroupResult.SignedOff, outcome.Result);
    }

    [Fact]
    public async Task A_revised_figure_that_is_never_reissued_leaves_the_signature_that_the_record_holds()
    {
        await using Rehearsal quarter = UpToSignOff()
            .On(12, 11, 14, act => act.Sign(Group))
            .On(13, 11, 11, act => act.ReviseFigure(Group, "SS1"));

        OutcomeGroupOutcome outcome = await Run(quarter);

        Assert.Equal("12 November: E54, version 2", quarter.Trace.About(Group)[^2]);
        Assert.Equal(OutcomeGroupResult.SignedOff, outcome.Result);
    }

    [Fact]
    public async Task A_report_issued_only_after_the_day_of_the_reminder_is_asked_for_at_once_and_not_reminded()
    {
        await using Rehearsal quarter = Collated()
            .On(29, 10, 10, act => act.Issue(Group))
            .On(13, 11, 14, act => act.Issue(Group));

        await Run(quarter);

        Assert.Equal(
            ["13 November: E52, version 2", "14 November: E52 to the vice-chair, version 2", "17 November: recorded as NotSignedOff"],
            quarter.Trace.About(Group).TakeLast(3));
    }

    [Fact]
    public async Task A_report_that_the_project_manager_never_issues_is_never_sent_to_the_chair()
    {
        await using Rehearsal quarter = Collated();

        OutcomeGroupOutcome outcome = await Run(quarter);

        Assert.Equal(
            [
                "27 October: E47, version 1 to check",
                "5 November: E51",
                "11 November: E47, version 2 to check",
                "17 November: recorded as NotSignedOff",
            ],
            quarter.Trace.About(Group));
        Assert.Equal(OutcomeGroupResult.NotSignedOff, outcome.Result);
    }

    [Fact]
    public async Task Papers_replaced_before_the_meeting_are_sent_again()
    {
        await using Rehearsal quarter = Collated()
            .On(29, 10, 10, act => act.Issue(Group))
            .On(30, 10, 10, act =>
            {
                act.Make(Group);
                return act.Issue(Group);
            });

        await Run(quarter);

        Assert.Equal(["29 October: E50, papers version 1", "30 October: E50, papers version 2"], quarter.Trace.About(Group).Skip(1).Take(2));
        Assert.Contains("11 November: E47, version 3 to check", quarter.Trace.About(Group));
    }

    [Fact]
    public async Task An_update_recorded_late_makes_a_new_draft()
    {
        await using Rehearsal quarter = Collated()
            .On(29, 10, 10, act => act.Issue(Group))
            .On(12, 11, 10, act => act.RecordUpdate(Group))
            .On(12, 11, 11, act => act.Issue(Group));

        await Run(quarter);

        Assert.Equal(
            ["11 November: E47, version 2 to check", "12 November: E47, version 3 to check", "12 November: E52, version 3"],
            quarter.Trace.About(Group).Skip(3).Take(3));
    }

    [Fact]
    public async Task A_pack_that_cannot_be_built_is_recorded_and_one_made_by_hand_is_signed()
    {
        await using Rehearsal quarter = Collated();
        quarter.Records.Faults.Add(nameof(BuildPack), new InvalidOperationException("A figure has no unit."));
        quarter.On(12, 11, 10, act =>
        {
            act.Make(Group);
            return act.Issue(Group);
        })
            .On(12, 11, 14, act => act.Sign(Group));

        OutcomeGroupOutcome outcome = await Run(quarter);

        Assert.Equal(2, quarter.Trace.About("attention").Count);
        Assert.Equal(
            ["5 November: E51", "12 November: E52, version 1", "12 November: E54, version 1", "17 November: recorded as SignedOff"],
            quarter.Trace.About(Group));
        Assert.Equal(new OutcomeGroupOutcome(OutcomeGroupResult.SignedOff, 2), outcome);
    }

    [Fact]
    public async Task After_publication_nothing_stale_is_sent()
    {
        await using Rehearsal quarter = Collated(Rehearsal.BeginAt(Quarter2.At(18, 11, 9)));

        await Run(quarter);

        Assert.Equal(["18 November: recorded as NotSignedOff"], quarter.Trace.About(Group));
    }

    [Fact]
    public async Task The_status_tells_where_the_report_stands()
    {
        await using Rehearsal quarter = UpToSignOff();
        List<string?> statuses = [];
        foreach ((int day, int month) in new[] { (28, 10), (30, 10), (5, 11), (6, 11), (12, 11), (15, 11) })
        {
            quarter.On(day, month, 12, async _ => statuses.Add(await quarter.StatusOf(Instance)));
        }

        quarter.On(15, 11, 13, act => act.Sign(Group)).On(16, 11, 12, async _ => statuses.Add(await quarter.StatusOf(Instance)));

        await Run(quarter);

        Assert.Equal(
            ["Papers being prepared", "Papers out", "Update asked for", "Report being prepared", "Sign-off asked for", "Sign-off asked for", "Signed off"],
            statuses);
    }

    private static Rehearsal Collated(Rehearsal? quarter = null) => quarter ?? Rehearsal.BeginAt(Quarter2.At(27, 10, 9));

    private static Rehearsal UpToSignOff() => Collated()
        .On(29, 10, 10, act => act.Issue(Group))
        .On(6, 11, 10, act => act.RecordUpdate(Group))
        .On(10, 11, 10, act => act.Issue(Group));

    private static Task<OutcomeGroupOutcome> Run(Rehearsal quarter) => quarter.Run<OutcomeGroupOutcome>(
        nameof(OutcomeGroupOrchestrator), Instance, new OutcomeGroupBrief(new PackKey(Quarter2.Cycle, Group), 1, Quarter2.Timetable.Groups[0]));
}
