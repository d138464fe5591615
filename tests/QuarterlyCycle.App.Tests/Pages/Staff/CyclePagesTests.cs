using System.Net;
using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Audits;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Tests.Acts;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Cycles;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Timetables;
using Xunit;

namespace QuarterlyCycle.App.Tests.Pages.Staff;

public class CyclePagesTests
{
    [Theory]
    [InlineData("/cycle")]
    [InlineData("/cycle/measures/SS1")]
    [InlineData("/cycle/delivery")]
    [InlineData("/cycle/remind")]
    [InlineData("/cycle/close")]
    [InlineData("/cycle/cancel")]
    [InlineData("/cycle/start")]
    [InlineData("/decisions")]
    [InlineData("/clinics")]
    [InlineData("/log")]
    public async Task The_project_managers_pages_are_for_project_managers(string path)
    {
        await using PagesHost host = await PagesHost.Opened();

        Page refused = (await (await host.SignIn(SmallPlan.Lee)).Get(path)).Is(HttpStatusCode.Forbidden);
        Assert.Contains("This page is for project managers. Ask Pat Manager.", refused.Text, StringComparison.Ordinal);
        (await (await host.SignIn(SmallPlan.Pat)).Get(path)).Is(HttpStatusCode.OK);
        Assert.StartsWith("/sign-in", (await host.Nobody().Get(path)).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_we_are_says_week_counts_people_and_what_waits()
    {
        await using PagesHost host = await PagesHost.Opened();
        await host.Send(SmallPlan.Ann, Forms.Value("SS1", "70"));
        await Asking(host, "extra", SmallPlan.Bob, "SS3", new DateOnly(2025, 10, 24));
        Browser pat = await host.SignIn(SmallPlan.Pat);

        Page page = await pat.Get("/cycle");

        Assert.Equal("Quarter 2: where we are", page.Heading);
        Assert.Contains("Week 1 of 9.", page.Text, StringComparison.Ordinal);
        Assert.Contains("1 of 6 figures are in, and 0 are agreed. 5 are still to come, 0 of them overdue.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Bob Busy asks for more time for SS3", page.Text, StringComparison.Ordinal);
        Assert.Contains("Ann Able Northtown Council 1 of 4 Request for the figures, 6 October Sent", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_measure_tells_its_story()
    {
        await using PagesHost host = await PagesHost.Opened();
        await host.Send(SmallPlan.Bob, Forms.Value("SS3", "95"));
        await (await (await host.SignIn(SmallPlan.Lee)).Get("/review/measures/SS3")).Press("Agree");

        Page page = await (await host.SignIn(SmallPlan.Pat)).Get("/cycle/measures/SS3");

        Assert.Equal("What happened to SS3", page.Heading);
        string[] expected = ["Request for the figures to Bob Busy", "Bob Busy sent 95.0%", "Lee Lead agreed it"];
        int[] places = [.. expected.Select(words => page.Text.IndexOf(words, StringComparison.Ordinal))];
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public async Task More_time_is_allowed_until_another_date()
    {
        await using PagesHost host = await PagesHost.Opened();
        await Asking(host, "extra", SmallPlan.Bob, "SS3", new DateOnly(2025, 10, 24));
        Extension extension = Assert.Single(await host.Records.Extensions.All(SmallPlan.Cycle));
        Browser pat = await host.SignIn(SmallPlan.Pat);

        Page page = await pat.Get($"/cycle/extensions/{extension.Id}");
        Assert.Equal("Bob Busy asks for more time", page.Heading);
        Assert.Equal(["Select what you decide"], (await page.Press("Decide")).Errors);
        Page noDate = await page.Choose("Allow until another date").Press("Decide");
        Assert.Equal(["Enter a date after 6 October 2025"], noDate.Errors);
        Page done = await noDate.Fill("Another date, if you allow until then", "23/10/2025").Press("Decide");
        await host.Settle();

        Assert.Contains("More time is given.", done.Text, StringComparison.Ordinal);
        Extension decided = (await host.Records.Extensions.Get(SmallPlan.Cycle, extension.Id))!;
        Assert.Equal((ExtensionState.Given, PagesHost.FivePm(10, 23)), (decided.State, decided.UntilUtc));
        Assert.Contains(host.Sent, mail => mail.ToAddress == SmallPlan.Bob && mail.Subject.StartsWith("New deadline for SS3", StringComparison.Ordinal));
        Assert.DoesNotContain("Decide", (await pat.Get($"/cycle/extensions/{extension.Id}")).Buttons);
    }

    [Fact]
    public async Task Refusing_more_time_needs_a_reason()
    {
        await using PagesHost host = await PagesHost.Opened();
        await Asking(host, "extra", SmallPlan.Bob, "SS3", new DateOnly(2025, 10, 24));
        Extension extension = Assert.Single(await host.Records.Extensions.All(SmallPlan.Cycle));
        Browser pat = await host.SignIn(SmallPlan.Pat);

        Page refused = await (await pat.Get($"/cycle/extensions/{extension.Id}")).Choose("Refuse").Press("Decide");

        Assert.Equal(["Enter why you cannot give more time"], refused.Errors);
        Assert.Equal(ExtensionState.Asked, (await host.Records.Extensions.Get(SmallPlan.Cycle, extension.Id))!.State);
    }

    [Fact]
    public async Task A_reminder_goes_to_who_owes_and_says_who_gets_none()
    {
        await using PagesHost host = await PagesHost.Opened();
        await host.Send(SmallPlan.Bob, Forms.Value("SS3", "95"));
        Browser pat = await host.SignIn(SmallPlan.Pat);

        Page page = await pat.Get("/cycle/remind");
        Assert.Contains("Bob Busy: has sent everything", page.Text, StringComparison.Ordinal);
        Assert.Contains("Away: Lee Lead gets it", page.Text, StringComparison.Ordinal);
        Assert.Equal(["Select the people to remind"], (await (await pat.Get("/cycle/remind")).Untick("Cas Away: BH1").Untick("Ann Able: SS1, SS2, SS4, SS5").Press("Send to 2 people")).Errors);
        int before = host.Sent.Count;
        Page done = await page.Untick("Cas Away: BH1").Press("Send to 2 people");
        await host.Settle();

        Assert.Contains("The reminders are on their way.", done.Text, StringComparison.Ordinal);
        Assert.Equal([SmallPlan.Ann], host.Sent.Skip(before).Select(mail => mail.ToAddress));
    }

    [Fact]
    public async Task Closing_the_collection_shows_what_is_printed_and_makes_a_new_timetable()
    {
        await using PagesHost host = await PagesHost.Opened();
        await host.Send(SmallPlan.Bob, Forms.Value("SS3", "95"));
        Browser pat = await host.SignIn(SmallPlan.Pat);

        Page page = await pat.Get("/cycle/close");
        Assert.Equal("Close the collection now", page.Heading);
        Assert.Contains("BH1 Healthy schools Cas Away The report will say “Figure not supplied”", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("SS3", page.Text, StringComparison.Ordinal);
        Assert.Equal(["Enter why the dates change"], (await page.Press("Close the collection now")).Errors);
        Page done = await page.Fill("Why do the dates change?", "Everything is in.").Press("Close the collection now");

        Assert.Contains("A new version of the timetable is in force.", done.Text, StringComparison.Ordinal);
        Timetable timetable = await host.Records.Timetables.InForce(SmallPlan.Cycle);
        Assert.Equal((2, "Everything is in.", host.Clock.UtcNow), (timetable.Version, timetable.Reason, timetable.AnswersStopUtc));
        Assert.Equal("Close the review now", (await pat.Get("/cycle/close")).Heading);
    }

    [Fact]
    public async Task A_quarter_is_started_from_its_page_with_everybody_who_will_be_asked()
    {
        await using PagesHost host = await PagesHost.Imported(new DateTime(2025, 9, 22, 8, 0, 0, DateTimeKind.Utc));
        Browser pat = await host.SignIn(SmallPlan.Pat);

        Page page = await pat.Get("/cycle/start?quarter=2025-26-Q2");
        Assert.Equal("Start quarter 2", page.Heading);
        Assert.Contains("We will email 3 people at 9am on Monday 6 October 2025", page.Headings);
        Assert.Contains("Ann Able ann@example.org SS1, SS2, SS4, SS5", page.Text, StringComparison.Ordinal);
        Page started = await page.Press("Start quarter 2");
        await host.Settle();

        Assert.Equal("/cycle?done=started", started.Path);
        Assert.Equal(CycleState.Open, (await host.Records.Cycles.Of(SmallPlan.Cycle)).State);
        Assert.Contains("has already been started", (await pat.Get("/cycle/start?quarter=2025-26-Q2")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_without_a_secretary_does_not_start_and_says_so()
    {
        Domain.Plans.Plan plan = SmallPlan.Make();
        await using PagesHost host = await PagesHost.Imported(
            new DateTime(2025, 9, 22, 8, 0, 0, DateTimeKind.Utc), plan with { Bodies = [.. plan.Bodies.Select(body => body with { Secretary = null })] });

        Page page = await (await host.SignIn(SmallPlan.Pat)).Get("/cycle/start?quarter=2025-26-Q2");

        Assert.Contains("This must be put right first", page.Headings);
        Assert.Contains("Commissioning Board has no secretary, so nobody can receive its pack.", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Buttons);
    }

    [Fact]
    public async Task Cancelling_needs_a_reason_and_tells_everybody_asked()
    {
        await using PagesHost host = await PagesHost.Opened();
        Browser pat = await host.SignIn(SmallPlan.Pat);

        Page page = await pat.Get("/cycle/cancel");
        Assert.Contains("Ann Able", page.Text, StringComparison.Ordinal);
        Page refused = await page.Press("Cancel quarter 2");
        Assert.Equal(["Enter why the quarter is cancelled"], refused.Errors);
        Page done = await refused.Fill("Why is the quarter cancelled?", "The boards merge.").Press("Cancel quarter 2");
        await host.Settle();

        Assert.Contains("This quarter was cancelled. Reason: The boards merge.", done.Text, StringComparison.Ordinal);
        Assert.Equal(CycleState.Cancelled, (await host.Records.Cycles.Of(SmallPlan.Cycle)).State);
    }

    [Fact]
    public async Task A_person_gets_a_new_link_and_more_time_from_their_page()
    {
        await using PagesHost host = await PagesHost.Opened();
        Browser pat = await host.SignIn(SmallPlan.Pat);
        string path = $"/cycle/people/{await host.Number(SmallPlan.Ann)}";

        Page linked = await (await pat.Get(path)).Press("Send a new link");
        Assert.Contains("A new link is on its way.", linked.Text, StringComparison.Ordinal);
        Page timed = await linked.Choose("SS1 Initial assessments on time").Fill("Until 5pm on", "24 October 2025").Fill("Why?", "Flood").Press("Give more time");
        await host.Settle();

        Assert.Contains("More time is given.", timed.Text, StringComparison.Ordinal);
        Assert.Equal(PagesHost.FivePm(10, 24), (await host.Records.Figures.Of(SmallPlan.Cycle, "SS1")).MoreTime?.DueUtc);
        Assert.Contains(host.Sent, mail => mail.ToAddress == SmallPlan.Ann && mail.Subject == "Your new link for quarter 2 figures");
    }

    [Fact]
    public async Task The_log_shows_the_newest_first_and_verifies()
    {
        await using PagesHost host = await PagesHost.Opened();
        await host.Send(SmallPlan.Bob, Forms.Value("SS3", "95"));
        Browser pat = await host.SignIn(SmallPlan.Pat);
        AuditHead head = await host.Get<Audit>().Head(SmallPlan.Cycle);

        Page page = await pat.Get("/log");
        Assert.Contains($"The newest entry is number {head.Number}, with hash {head.Hash}.", page.Text, StringComparison.Ordinal);
        Page verified = await page.Press("Verify");
        Assert.Contains("The record is whole.", verified.Text, StringComparison.Ordinal);
        Page wrong = await page.Fill("Entry number in the e-mail", "1").Fill("Hash in the e-mail", "00").Press("Verify");
        Assert.Contains("Entry 1 is not the one that was noted.", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("Bob Busy", (await pat.Get("/log?find=bob")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_did_not_arrive_is_listed_with_person_and_address()
    {
        await using PagesHost host = await PagesHost.Opened();
        string ann = await host.Number(SmallPlan.Ann);
        string instance = $"{SmallPlan.Cycle}.request.{ann}";
        OutboxRow request = (await host.Get<Outbox>().List(instance)).First(row => row.Purpose == "E1");
        await host.Get<Outbox>().Record(instance, request.Key, new DeliveryEvent(DeliveryKind.Bounced, null, "There is no such mailbox"));
        Browser pat = await host.SignIn(SmallPlan.Pat);

        Assert.Contains("1 e-mail did not arrive", (await pat.Get("/cycle")).Text, StringComparison.Ordinal);
        Page page = await pat.Get("/cycle/delivery");

        Assert.Contains("Ann Able ann@example.org Request for the figures Did not arrive: There is no such mailbox", page.Text, StringComparison.Ordinal);
    }

    private static async Task Asking(PagesHost host, string id, string email, string measure, DateOnly until) => await host.Do(new AskForMoreTime
    {
        Id = id,
        AtUtc = host.Clock.UtcNow,
        By = await host.Number(email),
        Cycle = SmallPlan.Cycle,
        Measures = [measure],
        UntilDate = until,
        Why = "The system is down.",
    });
}
