using QuarterlyCycle.Orchestrations.Clinics;
using QuarterlyCycle.Orchestrations.Events;
using QuarterlyCycle.Orchestrations.Tests.Rehearsing;
using Xunit;

namespace QuarterlyCycle.Orchestrations.Tests.Clinics;

public sealed class PerformanceClinicTests
{
    private const string Clinic = "2025-26-Q2.SS1";
    private static readonly string Instance = InstanceIds.Clinic(Clinic);

    private static PerformanceClinicBrief Brief => new(
        Clinic, "SS1", Quarter2.Cycle, 1, Quarter2.At(3, 11, 9), [], Quarter2.Timetable.Board.BuildUtc, Quarter2.At(31, 12, 17));

    [Fact]
    public async Task A_clinic_held_in_time_asks_about_each_action_on_its_day_and_reports_to_the_board()
    {
        await using Rehearsal quarter = Called();
        quarter.On(31, 10, 15, _ => Hold(quarter, "h1", Quarter2.At(10, 11, 9), Quarter2.At(24, 11, 9)))
            .On(8, 12, 10, _ => Close(quarter));

        PerformanceClinicOutcome outcome = await Run(quarter);

        Assert.Equal(
            ["28 October: invited", "10 November: milestone 1 asked about", "17 November: findings to the board", "24 November: milestone 2 asked about"],
            quarter.Trace.About(Clinic));
        Assert.Equal(new PerformanceClinicOutcome(ClinicResult.Closed, 0), outcome);
    }

    [Fact]
    public async Task A_clinic_not_held_by_its_day_is_reminded_of_once_and_ends_at_its_last_instant()
    {
        await using Rehearsal quarter = Called();

        PerformanceClinicOutcome outcome = await Run(quarter);

        Assert.Equal(["28 October: invited", "3 November: reminded to hold it"], quarter.Trace.About(Clinic));
        Assert.Equal(ClinicResult.NotClosed, outcome.Result);
    }

    [Fact]
    public async Task A_clinic_held_after_the_board_pack_was_built_reports_at_once()
    {
        await using Rehearsal quarter = Called();
        quarter.On(18, 11, 15, _ => Hold(quarter, "h1"));

        await Run(quarter);

        Assert.Equal("18 November: findings to the board", quarter.Trace.About(Clinic)[^1]);
    }

    [Fact]
    public async Task It_begins_again_after_each_milestone_with_a_short_history_and_repeats_nothing()
    {
        await using Rehearsal quarter = Called();
        quarter.On(31, 10, 15, _ => Hold(quarter, "h1", Quarter2.At(10, 11, 9)))
            .On(11, 11, 15, _ => Hold(quarter, "h2", Quarter2.At(10, 11, 9)));

        await Run(quarter);

        Assert.Single(quarter.Trace.About(Clinic), line => line.Contains("invited", StringComparison.Ordinal));
        Assert.Single(quarter.Trace.About(Clinic), line => line.Contains("milestone", StringComparison.Ordinal));
        string history = await quarter.ExportHistory(Instance);
        Assert.Contains("\"Checked\"", history.Replace("\\u0022", "\"", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("InviteToClinic", history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signal_in_the_moment_of_a_milestone_is_not_lost()
    {
        await using Rehearsal quarter = Called();
        quarter.On(31, 10, 15, _ => Hold(quarter, "h1", Quarter2.At(10, 11, 9)))
            .On(10, 11, 9, _ => Close(quarter));

        PerformanceClinicOutcome outcome = await Run(quarter);

        Assert.Equal(ClinicResult.Closed, outcome.Result);
    }

    [Fact]
    public async Task A_clinic_of_a_cancelled_cycle_is_withdrawn()
    {
        await using Rehearsal quarter = Called();
        quarter.On(30, 10, 15, _ => quarter.Raise(Instance, new CycleCancelled("c1", quarter.NowUtc, "o0001", "Reorganised")));

        PerformanceClinicOutcome outcome = await Run(quarter);

        Assert.Equal("30 October: withdrawn", quarter.Trace.About(Clinic)[^1]);
        Assert.Equal(ClinicResult.Cancelled, outcome.Result);
    }

    [Fact]
    public async Task A_revised_timetable_moves_the_day_of_the_findings()
    {
        await using Rehearsal quarter = Called();
        quarter.On(31, 10, 15, _ => Hold(quarter, "h1"))
            .On(3, 11, 15, async act =>
            {
                act.StoreTimetable(dates => dates with { Board = dates.Board with { BuildUtc = Quarter2.At(19, 11, 9) } });
                await quarter.Raise(Instance, new TimetableRevised("t2", quarter.NowUtc, "o0001", 2));
            });

        await Run(quarter);

        Assert.Equal("19 November: findings to the board", quarter.Trace.About(Clinic)[^1]);
    }

    private static Rehearsal Called() => Rehearsal.BeginAt(Quarter2.At(28, 10, 9));

    private static Task Hold(Rehearsal quarter, string id, params DateTime[] milestonesUtc) => quarter.Raise(
        Instance,
        new ClinicHeld(id, quarter.NowUtc, "o0001", Clinic, [.. milestonesUtc.Select((atUtc, index) => new ClinicMilestone(index + 1, atUtc))]));

    private static Task Close(Rehearsal quarter) => quarter.Raise(Instance, new ClinicClosed("closed", quarter.NowUtc, "o0001", Clinic));

    private static Task<PerformanceClinicOutcome> Run(Rehearsal quarter) =>
        quarter.Run<PerformanceClinicOutcome>(nameof(PerformanceClinicOrchestrator), Instance, Brief);
}
