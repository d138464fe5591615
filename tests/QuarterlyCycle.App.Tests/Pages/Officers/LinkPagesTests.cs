using System.Net;
using QuarterlyCycle.App.Access;
using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Tests.Acts;
using Xunit;

namespace QuarterlyCycle.App.Tests.Pages.Officers;

public class LinkPagesTests
{
    private static readonly string Forged = $"/r/{new string('A', 43)}";

    [Fact]
    public async Task Opening_any_link_changes_nothing_by_GET_or_HEAD()
    {
        await using PagesHost host = await PagesHost.Opened();
        string old = host.LinkTo(SmallPlan.Ann);
        await Renew(host, SmallPlan.Ann);
        await host.Settle();
        Page asked = await (await host.Nobody().Get("/sign-in")).Fill("Work email address", SmallPlan.Pat).Press("Email me a link");
        Assert.Equal("Check your email", asked.Heading);
        await host.Settle();
        string[] links = [old, host.LinkTo(SmallPlan.Ann), host.LinkTo(SmallPlan.Bob), host.LinkTo(SmallPlan.Pat), Forged, $"/sign-in/{new string('B', 43)}", "/r/cut", "/", "/sign-in"];
        IReadOnlyList<string> before = host.Writes;
        int mails = host.Sent.Count;

        foreach (string link in links)
        {
            foreach (HttpMethod method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Head])
            {
                using HttpRequestMessage request = new(method, link);
                using HttpResponseMessage response = await host.Http.SendAsync(request);
                Assert.False(response.Headers.Contains("Set-Cookie"));
                Assert.Equal(method == HttpMethod.Head || response.StatusCode == HttpStatusCode.SeeOther, (await response.Content.ReadAsByteArrayAsync()).Length == 0);
            }
        }

        Assert.Equal(before, host.Writes);
        Assert.Equal(mails, host.Sent.Count);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task A_link_that_was_cut_or_made_up_leads_nowhere(string method)
    {
        await using PagesHost host = await PagesHost.Opened();
        Browser visitor = host.Nobody();
        string real = host.LinkTo(SmallPlan.Ann);
        Page own = await visitor.Get(real);
        IReadOnlyList<string> before = host.Writes;

        foreach (string path in (string[])[Forged, real[..20], $"{real}x"])
        {
            Page page = method == "GET" ? await visitor.Get(path) : await visitor.Post(path, own.HiddenFields());
            if (method == "GET")
            {
                Assert.Equal("Page not found", page.Heading);
                Assert.Equal(HttpStatusCode.NotFound, page.Status);
                Assert.Contains("Copy the whole of it", page.Text, StringComparison.Ordinal);
            }
            else
            {
                Assert.Equal(HttpStatusCode.BadRequest, page.Status);
            }
        }

        Assert.Equal(before, host.Writes);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Get("/figures")).Status);
    }

    [Fact]
    public async Task The_link_stops_when_corrections_close_and_says_so()
    {
        await using PagesHost host = await PagesHost.Opened();
        Browser ann = host.Nobody();
        string link = host.LinkTo(SmallPlan.Ann);
        Page door = await ann.Get(link);
        await host.AdvanceTo(PagesHost.FivePm(10, 24).AddMinutes(1));
        IReadOnlyList<string> before = host.Writes;

        Page closed = await ann.Get(link);
        Page pressed = await door.Press("Start");

        Assert.Equal(HttpStatusCode.Gone, closed.Status);
        Assert.Equal("This link has stopped working", closed.Heading);
        Assert.Contains("Corrections closed at 5pm on Friday 24 October 2025, and the link stopped with them.", closed.Text, StringComparison.Ordinal);
        Assert.Empty(closed.Buttons);
        Assert.Equal("This link has stopped working", pressed.Heading);
        Assert.Equal(before, host.Writes);
        Assert.Equal(HttpStatusCode.Forbidden, (await ann.Get("/figures")).Status);
    }

    [Fact]
    public async Task A_link_that_is_too_old_while_answers_are_open_sends_a_new_one_by_e_mail()
    {
        await using PagesHost host = await PagesHost.Opened();
        string officer = await host.Number(SmallPlan.Ann);
        string token = await host.Get<Links>().Issue(new LinkBrief { Kind = LinkKind.Request, Officer = officer, Cycle = SmallPlan.Cycle, Round = "old", ExpiresUtc = host.Clock.UtcNow });

        Page old = await host.Nobody().Get($"/r/{token}");
        Assert.Equal("This link has stopped working", old.Heading);
        int mails = host.Sent.Count;
        Page sent = await old.Press("Send me a new link");
        await host.Settle();

        Assert.Equal("Check your email", sent.Heading);
        OutgoingMail mail = Assert.Single(host.Sent.Skip(mails));
        Assert.Equal(SmallPlan.Ann, mail.ToAddress);
        Assert.Equal("Send your quarter 2 figures", (await host.Nobody().Get(host.LinkTo(SmallPlan.Ann))).Heading);
    }

    [Fact]
    public async Task A_replaced_link_names_the_newer_one_and_can_send_it_again_three_times_an_hour()
    {
        await using PagesHost host = await PagesHost.Opened();
        string old = host.LinkTo(SmallPlan.Ann);
        await Renew(host, SmallPlan.Ann);

        Page replaced = await host.Nobody().Get(old);
        Assert.Equal(HttpStatusCode.Gone, replaced.Status);
        Assert.Equal("There’s a newer link", replaced.Heading);
        Assert.Contains("at 9am on Monday 6 October 2025", replaced.Text, StringComparison.Ordinal);
        int mails = host.Sent.Count;
        for (int time = 0; time < 5; time++)
        {
            Page sent = await (await host.Nobody().Get(old)).Press("Send the latest link again");
            Assert.Equal("Check your email", sent.Heading);
        }

        await host.Settle();
        Assert.Equal(3, host.Sent.Count - mails);
    }

    [Fact]
    public async Task A_cancelled_quarter_closes_its_requests()
    {
        await using PagesHost host = await PagesHost.Opened();
        Browser ann = await host.Start(SmallPlan.Ann);
        string link = host.LinkTo(SmallPlan.Ann);
        Page door = await host.Nobody().Get(link);
        await host.Do(new CancelCycle { Id = "cancel", AtUtc = host.Clock.UtcNow, By = await host.Number(SmallPlan.Pat), Cycle = SmallPlan.Cycle, Reason = "The plan changes." });
        await host.Settle();

        foreach (Page page in (Page[])[await host.Nobody().Get(link), await door.Press("Start"), await ann.Get("/figures"), await ann.Get("/measures/SS1")])
        {
            Assert.Equal(HttpStatusCode.Gone, page.Status);
            Assert.Equal("This request has closed", page.Heading);
            Assert.Contains("The plan changes.", page.Text, StringComparison.Ordinal);
        }
    }

    private static async Task Renew(PagesHost host, string email)
    {
        string officer = await host.Number(email);
        await host.Do(new RenewLink { Id = "renew", AtUtc = host.Clock.UtcNow, By = officer, Cycle = SmallPlan.Cycle, Officer = officer });
    }
}
