using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Timetables;
using QuarterlyCycle.Orchestrations;
using QuarterlyCycle.Orchestrations.Calls;
using QuarterlyCycle.Orchestrations.Events;
using Xunit;

namespace QuarterlyCycle.App.Tests.Acts;

public sealed class MoreTimeTests
{
    private static readonly DateOnly Wednesday = new(2025, 10, 22);
    private static readonly DateOnly Thursday = new(2025, 10, 23);

    [Fact]
    public async Task More_time_until_answers_stop_is_given_at_once()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        string ann = await bench.Number(SmallPlan.Ann);

        QuarterBench.Accepted(await bench.Do(await Asking(bench, SmallPlan.Ann, Wednesday, "SS1")));
        bench.Clock.NowUtc = QuarterBench.Morning(10, 7);

        Timetable timetable = await bench.Records.Timetables.InForce(SmallPlan.Cycle);
        Assert.Equal(new DateTime(2025, 10, 22, 16, 0, 0, DateTimeKind.Utc), (await bench.Figure("SS1")).DueUtc(timetable));
        Assert.Equal(timetable.DueUtc, (await bench.Figure("SS2")).DueUtc(timetable));
        ExtensionGranted heard = Assert.Single(bench.Client.To<ExtensionGranted>(InstanceIds.DataRequest(SmallPlan.Cycle, ann)));
        Assert.Equal(timetable.AnswersStopUtc, heard.AnswersStopUtc);
        OutgoingMail mail = Assert.Single(await bench.Deliver());
        Assert.Equal("New deadline for SS1: Wednesday 22 October", mail.Subject);
        Assert.Single(mail.Attachments);
    }

    [Fact]
    public async Task More_time_beyond_that_waits_for_the_project_manager()
    {
        using QuarterBench bench = await QuarterBench.Opened();

        QuarterBench.Accepted(await bench.Do(await Asking(bench, SmallPlan.Ann, Thursday, "SS1")));
        bench.Clock.NowUtc = QuarterBench.Morning(10, 7);
        await bench.Deliver();

        Assert.Null((await bench.Figure("SS1")).MoreTime);
        Assert.Empty(bench.Client.Heard);
        Assert.Contains(bench.Sent, mail => mail.ToAddress == SmallPlan.Ann && mail.Subject == "We've asked for more time for SS1");
        OutgoingMail toDecide = Assert.Single(bench.Sent, mail => mail.ToAddress == SmallPlan.Pat);
        Assert.Contains("The data is late", toDecide.Text, StringComparison.Ordinal);
        Assert.Contains("Left for review: 1 working day", toDecide.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Time_that_the_project_manager_gives_keeps_answers_open_for_that_figure_alone()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        AskForMoreTime asked = await Asking(bench, SmallPlan.Ann, Thursday, "SS1");
        await bench.Do(asked);

        QuarterBench.Accepted(await Decide(bench, asked, give: true));
        bench.Clock.NowUtc = new DateTime(2025, 10, 23, 9, 0, 0, DateTimeKind.Utc);

        Assert.StartsWith("Answers closed", QuarterBench.Words(await bench.Send(SmallPlan.Ann, Forms.Value("SS4", "18"))), StringComparison.Ordinal);
        QuarterBench.Accepted(await bench.Send(SmallPlan.Ann, Forms.Value("SS1", "68.2")));
        Assert.False((await bench.Figure("SS1")).Late);
    }

    [Fact]
    public async Task A_refusal_needs_a_reason_and_the_old_date_holds()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        AskForMoreTime asked = await Asking(bench, SmallPlan.Ann, Thursday, "SS1");
        await bench.Do(asked);

        Assert.Equal("Enter why you cannot give more time", QuarterBench.Words(await Decide(bench, asked, give: false)));
        QuarterBench.Accepted(await Decide(bench, asked, give: false, "The group meets on Tuesday"));
        Assert.Equal("Pat Manager already refused this time. To change it, give more time for the same measures.", QuarterBench.Words(await Decide(bench, asked, give: true)));
        bench.Clock.NowUtc = QuarterBench.Morning(10, 7);
        await bench.Deliver();

        Assert.Contains(bench.Sent, mail => mail.Subject == "SS1 is still due Friday 17 October" && mail.Text.Contains("The group meets on Tuesday.", StringComparison.Ordinal));
        Assert.DoesNotContain(bench.Sent, mail => mail.ToAddress == SmallPlan.Pat);
    }

    [Fact]
    public async Task Only_a_project_manager_decides()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        AskForMoreTime asked = await Asking(bench, SmallPlan.Ann, Thursday, "SS1");
        await bench.Do(asked);
        string lee = await bench.Number(SmallPlan.Lee);

        ActResult result = await bench.Do((id, atUtc) => new DecideExtension { Id = id, AtUtc = atUtc, By = lee, Cycle = SmallPlan.Cycle, Extension = asked.Id, Give = true });

        Assert.Equal("Only a project manager can do this. Ask Pat Manager.", QuarterBench.Words(result));
    }

    [Theory]
    [InlineData("2025-10-17", "Enter a date after 17 October 2025")]
    [InlineData("2025-10-27", "Enter a date up to 24 October 2025, when figures are locked")]
    public async Task A_date_of_no_use_is_refused(string day, string words)
    {
        using QuarterBench bench = await QuarterBench.Opened();

        ActResult result = await bench.Do(await Asking(bench, SmallPlan.Ann, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), "SS1"));

        Assert.Equal(words, QuarterBench.Words(result));
    }

    [Fact]
    public async Task A_request_without_measures_or_reason_says_what_is_missing()
    {
        using QuarterBench bench = await QuarterBench.Opened();

        ActResult result = await bench.Do(await Asking(bench, SmallPlan.Ann, Wednesday) with { Why = " " });

        Assert.Equal("Select the measures you need more time for\nEnter why you need more time", QuarterBench.Words(result));
    }

    [Fact]
    public async Task A_closed_figure_is_opened_again_by_the_project_manager_alone()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        string ann = await bench.Number(SmallPlan.Ann);
        string pat = await bench.Number(SmallPlan.Pat);
        bench.Clock.NowUtc = new DateTime(2025, 10, 22, 16, 0, 0, DateTimeKind.Utc);
        await bench.Call(new CloseDataRequest(new DataRequestKey(SmallPlan.Cycle, 1, ann)));
        Assert.Equal(FigureStatus.NotSupplied, (await bench.Figure("SS1")).Status);

        QuarterBench.Accepted(await bench.Do((id, atUtc) => new GiveMoreTime
        {
            Id = id, AtUtc = atUtc, By = pat, Cycle = SmallPlan.Cycle, Officer = ann, Measures = ["SS1"], UntilDate = new DateOnly(2025, 10, 27), Why = "The system was down",
        }));
        bench.Clock.NowUtc = new DateTime(2025, 10, 27, 9, 0, 0, DateTimeKind.Utc);

        QuarterBench.Accepted(await bench.Send(SmallPlan.Ann, Forms.Value("SS1", "68.2")));
        Assert.Equal(FigureStatus.Sent, (await bench.Figure("SS1")).Status);
        Assert.StartsWith("Answers closed", QuarterBench.Words(await bench.Send(SmallPlan.Ann, Forms.Value("SS4", "18"))), StringComparison.Ordinal);
    }

    private static async Task<AskForMoreTime> Asking(QuarterBench bench, string by, DateOnly until, params string[] measures) => new()
    {
        Id = "asked",
        AtUtc = bench.Clock.NowUtc,
        By = await bench.Number(by),
        Cycle = SmallPlan.Cycle,
        Measures = measures,
        UntilDate = until,
        Why = "The data is late",
    };

    private static async Task<ActResult> Decide(QuarterBench bench, AskForMoreTime asked, bool give, string? reason = null)
    {
        string pat = await bench.Number(SmallPlan.Pat);
        return await bench.Do((id, atUtc) => new DecideExtension { Id = id, AtUtc = atUtc, By = pat, Cycle = SmallPlan.Cycle, Extension = asked.Id, Give = give, Reason = reason });
    }
}
