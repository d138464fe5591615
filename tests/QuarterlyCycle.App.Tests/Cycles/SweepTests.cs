using QuarterlyCycle.App.Cycles;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Tests.Acts;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Cycles;
using QuarterlyCycle.Domain.Timetables;
using QuarterlyCycle.Orchestrations.Calls;
using QuarterlyCycle.Orchestrations.Events;
using Xunit;

namespace QuarterlyCycle.App.Tests.Cycles;

public sealed class SweepTests
{
    [Fact]
    public async Task The_next_quarter_opens_when_its_notice_date_has_come()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        OpenDueCycles cycles = bench.Get<OpenDueCycles>();

        DateTime noticeUtc = (await cycles.NextDueUtc())!.Value;
        bench.Clock.NowUtc = noticeUtc.AddMinutes(-1);
        await cycles.Run(bench.Client);
        Assert.Null(await bench.Records.Cycles.Get("2025-26-Q3"));
        bench.Clock.NowUtc = noticeUtc;
        await cycles.Run(bench.Client);
        await cycles.Run(bench.Client);

        Assert.Equal(CycleState.Planned, (await bench.Records.Cycles.Of("2025-26-Q3")).State);
        Assert.Single(bench.Client.Started, "2025-26-Q3");
    }

    [Fact]
    public async Task A_figure_of_the_last_quarter_stands_in_the_next_request()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        await bench.Send(SmallPlan.Ann, Forms.Value("SS1", "68.2"));
        OpenDueCycles cycles = bench.Get<OpenDueCycles>();
        bench.Clock.NowUtc = (await cycles.NextDueUtc())!.Value;
        await cycles.Run(bench.Client);
        Timetable timetable = await bench.Records.Timetables.InForce("2025-26-Q3");
        bench.Clock.NowUtc = timetable.OpensUtc;

        await bench.Call(new SendChasingMail(new DataRequestKey("2025-26-Q3", 1, await bench.Number(SmallPlan.Ann)), ChasingStep.Request, 1));

        Assert.Contains(await bench.Deliver(), mail => mail.Text.Contains("Last quarter: 68.2%", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_deadline_that_fell_into_an_outage_moves_to_5pm_on_the_next_working_day()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        OutageSweep outage = bench.Get<OutageSweep>();
        bench.Clock.NowUtc = new DateTime(2025, 10, 22, 15, 0, 0, DateTimeKind.Utc);
        await outage.Run(bench.Client);
        bench.Clock.NowUtc = new DateTime(2025, 10, 22, 20, 0, 0, DateTimeKind.Utc);

        await outage.Run(bench.Client);
        await outage.Run(bench.Client);

        Timetable timetable = await bench.Records.Timetables.InForce(SmallPlan.Cycle);
        Assert.Equal(2, timetable.Version);
        Assert.Equal(new DateTime(2025, 10, 23, 16, 0, 0, DateTimeKind.Utc), timetable.AnswersStopUtc);
        Assert.Equal(2, Assert.Single(bench.Client.To<TimetableRevised>(SmallPlan.Cycle)).Version);
    }

    [Fact]
    public async Task A_gap_over_no_deadline_and_a_clock_moved_by_hand_change_nothing()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        OutageSweep outage = bench.Get<OutageSweep>();
        await outage.Run(bench.Client);
        bench.Clock.NowUtc = bench.Clock.NowUtc.AddHours(8);
        await outage.Run(bench.Client);
        bench.Clock.NowUtc = new DateTime(2025, 10, 23, 8, 0, 0, DateTimeKind.Utc);
        await outage.ClockMoved();
        await outage.Run(bench.Client);

        Assert.Equal(1, (await bench.Records.Timetables.InForce(SmallPlan.Cycle)).Version);
    }

    [Fact]
    public async Task Silence_is_a_fault()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        bench.Clock.NowUtc = QuarterBench.Morning(10, 6).AddHours(3);

        await bench.Get<SilenceSweep>().Run(bench.Client);
        await bench.Get<SilenceSweep>().Run(bench.Client);

        // Nothing runs for the quarter, and three requests were not written.
        Assert.Equal(4, (await bench.Records.NeedsAttention.Open(SmallPlan.Cycle)).Count);
    }

    [Fact]
    public async Task A_quarter_that_goes_as_it_should_is_not_a_fault()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        bench.Client.Started.Add(SmallPlan.Cycle);
        foreach (string email in new[] { SmallPlan.Ann, SmallPlan.Bob, SmallPlan.Cas })
        {
            await bench.Call(new SendChasingMail(new DataRequestKey(SmallPlan.Cycle, 1, await bench.Number(email)), ChasingStep.Request, 1));
        }

        bench.Clock.NowUtc = QuarterBench.Morning(10, 6).AddHours(3);
        await bench.Get<SilenceSweep>().Run(bench.Client);

        Assert.Empty(await bench.Records.NeedsAttention.Open(SmallPlan.Cycle));
    }

    [Fact]
    public async Task The_morning_summary_goes_when_something_changed()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        SummarySweep summaries = bench.Get<SummarySweep>();
        bench.Clock.NowUtc = new DateTime(2025, 10, 7, 7, 30, 0, DateTimeKind.Utc);
        await summaries.Run();
        Assert.Empty(await bench.Deliver());

        await bench.Send(SmallPlan.Bob, Forms.Value("SS3", "80"));
        bench.Clock.NowUtc = bench.Clock.NowUtc.AddDays(1);
        await summaries.Run();
        await summaries.Run();

        OutgoingMail mail = Assert.Single(await bench.Deliver(), mail => mail.ToAddress == SmallPlan.Pat);
        Assert.Equal("Quarter 2: 1 of 3 people have sent", mail.Subject);
    }

    [Fact]
    public async Task On_Mondays_the_head_of_the_audit_record_leaves_the_service()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        bench.Clock.NowUtc = new DateTime(2025, 10, 13, 7, 30, 0, DateTimeKind.Utc);

        await bench.Get<SummarySweep>().Run();

        Assert.Contains(await bench.Deliver(), mail => mail.Subject == "Audit record: entry 1" && mail.ToAddress == SmallPlan.Pat);
    }

    [Fact]
    public async Task An_email_that_did_not_arrive_is_told_to_the_project_manager_at_once()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        string ann = await bench.Number(SmallPlan.Ann);
        await bench.Call(new SendChasingMail(new DataRequestKey(SmallPlan.Cycle, 1, ann), ChasingStep.Request, 1));
        await bench.Deliver();
        string instance = $"{SmallPlan.Cycle}.request.{ann}";

        OutboxRow? bounced = await bench.Get<Outbox>().Record(instance, "E1.1", new DeliveryEvent(DeliveryKind.Bounced, Why: "The address does not exist."));
        await bench.Get<Undelivered>().Tell(bounced!);

        OutgoingMail mail = Assert.Single(bench.Sent, mail => mail.ToAddress == SmallPlan.Pat);
        Assert.Equal("An email to Ann Able did not arrive", mail.Subject);
        Assert.Contains("ann@example.org", mail.Text, StringComparison.Ordinal);
    }
}
