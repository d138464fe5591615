using System.Net;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Tests.Acts;
using Xunit;

namespace QuarterlyCycle.App.Tests.Pages.Officers;

public class SigningInTests
{
    private const string Address = "Work email address";
    private const string Ask = "Email me a link";

    [Fact]
    public async Task A_link_signs_in_once_when_its_button_is_pressed()
    {
        await using PagesHost host = await PagesHost.Opened();
        Browser pat = host.Nobody();
        Page form = await pat.Get("/");
        Assert.Equal("Sign in", form.Heading);
        await form.Fill(Address, "PAT@example.org ").Press(Ask);
        await host.Settle();
        OutgoingMail mail = host.Sent.Last();
        Assert.Equal(SmallPlan.Pat, mail.ToAddress);
        string link = host.LinkTo(SmallPlan.Pat);

        Page door = await pat.Get(link);
        Assert.Contains("This link signs in Pat Manager. It works once.", door.Text, StringComparison.Ordinal);
        Page first = await door.Press("Sign in");

        Assert.Equal("/cycle", first.Path);
        Page used = await host.Nobody().Get(link);
        Assert.Equal(HttpStatusCode.Gone, used.Status);
        Assert.Equal("This link has stopped working", used.Heading);
        Assert.Contains("/sign-in", used.Links);
    }

    [Fact]
    public async Task The_link_works_for_thirty_minutes()
    {
        await using PagesHost host = await PagesHost.Opened();
        await (await host.Nobody().Get("/sign-in")).Fill(Address, SmallPlan.Lee).Press(Ask);
        await host.Settle();
        string link = host.LinkTo(SmallPlan.Lee);
        Page door = await host.Nobody().Get(link);
        await host.AdvanceTo(host.Clock.UtcNow.AddMinutes(30));

        Page late = await door.Press("Sign in");

        Assert.Equal("This link has stopped working", late.Heading);
    }

    [Fact]
    public async Task A_newer_link_ends_the_older_one()
    {
        await using PagesHost host = await PagesHost.Opened();
        await (await host.Nobody().Get("/sign-in")).Fill(Address, SmallPlan.Lee).Press(Ask);
        await host.Settle();
        string older = host.LinkTo(SmallPlan.Lee);
        await (await host.Nobody().Get("/sign-in")).Fill(Address, SmallPlan.Lee).Press(Ask);
        await host.Settle();

        Assert.Equal(HttpStatusCode.Gone, (await host.Nobody().Get(older)).Status);
        Page page = await (await host.Nobody().Get(host.LinkTo(SmallPlan.Lee))).Press("Sign in");
        Assert.Equal("/review", page.Path);
    }

    [Theory]
    [InlineData(SmallPlan.Dee, "/packs")]
    [InlineData(SmallPlan.Bob, "/figures")]
    public async Task Everybody_comes_to_their_own_first_page(string email, string first)
    {
        await using PagesHost host = await PagesHost.Opened();

        Assert.Equal(first, (await (await host.SignIn(email)).Get("/")).Path);
    }

    [Fact]
    public async Task Known_and_unknown_addresses_read_the_same_words_and_only_known_ones_get_mail()
    {
        await using PagesHost host = await PagesHost.Opened();
        int mails = host.Sent.Count;

        Page unknown = await (await host.Nobody().Get("/sign-in")).Fill(Address, "stranger@example.com").Press(Ask);
        await host.Settle();
        Assert.Equal(mails, host.Sent.Count);
        Page known = await (await host.Nobody().Get("/sign-in")).Fill(Address, SmallPlan.Pat).Press(Ask);

        Assert.Equal("Check your email", known.Heading);
        Assert.Equal(unknown.Text, known.Text);
        Assert.Equal(unknown.Status, known.Status);
        await host.Settle();
        Assert.Equal(mails + 1, host.Sent.Count);
    }

    [Fact]
    public async Task No_address_gets_more_than_three_links_an_hour()
    {
        await using PagesHost host = await PagesHost.Opened();
        int mails = host.Sent.Count;
        for (int time = 0; time < 5; time++)
        {
            Page page = await (await host.Nobody().Get("/sign-in")).Fill(Address, SmallPlan.Pat).Press(Ask);
            Assert.Equal("Check your email", page.Heading);
        }

        await host.Settle();
        Assert.Equal(mails + 3, host.Sent.Count);
    }

    [Fact]
    public async Task What_is_no_address_is_refused_in_place()
    {
        await using PagesHost host = await PagesHost.Opened();

        Page page = await (await host.Nobody().Get("/sign-in")).Fill(Address, "pat at example").Press(Ask);

        Assert.Equal(["Enter a work email address"], page.Errors);
        Assert.Equal("pat at example", page.ValueOf(Address));
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_not_only_the_cookie()
    {
        await using PagesHost host = await PagesHost.Opened();
        Browser ann = await host.Start(SmallPlan.Ann);
        Page page = await ann.Get("/figures");
        string cookie = ann.Session!;
        KeyValuePair<string, string>[] fields = [.. page.Document.QuerySelectorAll("form[action='/sign-out'] input").Select(field => KeyValuePair.Create(field.GetAttribute("name")!, field.GetAttribute("value")!))];

        Page left = await ann.Post("/sign-out", fields);

        Assert.Equal("You’ve signed out", left.Heading);
        Browser thief = new(host.Http, cookie);
        Assert.Equal(HttpStatusCode.Forbidden, (await thief.Get("/figures")).Status);
    }
}
