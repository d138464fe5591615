using System.Net;
using QuarterlyCycle.App.Audits;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Tests.Acts;
using QuarterlyCycle.App.Tests.Pages.Officers;
using QuarterlyCycle.Domain.Packs;
using Xunit;

namespace QuarterlyCycle.App.Tests.Pages.Staff;

/// <summary>Signing and sending back by a link: the person signs in, or enters a code from the mailbox.</summary>
public class SigningCodeTests
{
    private const string Subject = "Your code for quarterly performance";
    private const string SignButton = "Sign off version 2";
    private const string Ticked = "I have read this version";

    [Fact]
    public async Task A_link_alone_signs_nothing_and_what_was_ticked_is_kept_until_the_code_is_right()
    {
        await using PagesHost host = await PackPagesTests.AskedToSign();
        string link = Link(host);
        Page page = await host.Nobody().Get(link);
        Assert.Contains("When you press the button, we e-mail a 6-digit code to d•••@example.org.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(host.Sent, mail => mail.Subject == Subject);

        Page code = (await page.Choose(Ticked).Press(SignButton)).Is(HttpStatusCode.OK);
        Assert.Equal("Check it’s you", code.Heading);
        Assert.Equal([SignButton, "Send a new code"], code.Buttons);
        OutgoingMail mail = Assert.Single(host.Sent, mail => mail.Subject == Subject);
        Assert.Equal(SmallPlan.Dee, mail.ToAddress);
        Page wrong = await code.Fill("Code", host.CodeTo(SmallPlan.Dee) == "000000" ? "000001" : "000000").Press(SignButton);
        Assert.Equal(["That code is wrong or too old"], wrong.Errors);
        Page empty = await wrong.Fill("Code", "").Press(SignButton);
        Assert.Equal(["Enter the 6-digit code"], empty.Errors);
        Assert.Empty(await host.Records.SignOffs.All(SmallPlan.Cycle, "stay-safe"));

        Page signed = await host.EnterCode(empty, SmallPlan.Dee, SignButton);

        Assert.Equal("Signed off", signed.Heading);
        Assert.True(Assert.Single(await host.Records.SignOffs.All(SmallPlan.Cycle, "stay-safe")).SignedOff);
        IEnumerable<AuditEntry> entries = (await host.Get<Audit>().List(SmallPlan.Cycle)).Select(row => row.Entry);
        AuditEntry[] log = [.. entries.Where(entry => entry.Act.StartsWith("Code", StringComparison.Ordinal))];
        Assert.Equal(["CodeSent", "CodeWasRight"], log.Select(entry => entry.Act));
        Assert.All(log, entry => Assert.Equal("Sign-off of stay-safe version 2", entry.Subject));
    }

    [Fact]
    public async Task A_new_code_is_sent_without_ticking_again()
    {
        await using PagesHost host = await PackPagesTests.AskedToSign();
        Page code = await (await host.Nobody().Get(Link(host))).Choose(Ticked).Press(SignButton);
        string first = host.CodeTo(SmallPlan.Dee);

        Page anew = await code.Press("Send a new code");

        Assert.NotEqual(first, host.CodeTo(SmallPlan.Dee));
        Assert.Equal(["That code is wrong or too old"], (await anew.Fill("Code", first).Press(SignButton)).Errors);
        Assert.Equal("Signed off", (await host.EnterCode(anew, SmallPlan.Dee, SignButton)).Heading);
    }

    [Fact]
    public async Task What_was_written_is_sent_back_after_the_code_line_by_line()
    {
        await using PagesHost host = await PackPagesTests.AskedToSign();
        Page page = await host.Nobody().Get($"{Link(host)}/back");
        page.Fill("Paragraph (optional)", "3.2").Fill("What needs changing?", "The \"reason\" is <wrong>.\nSee SS1.");
        Page code = await page.Press("Send back");
        Assert.Equal("Check it’s you", code.Heading);
        Assert.Empty(await host.Records.SignOffs.All(SmallPlan.Cycle, "stay-safe"));
        Page wrong = await code.Fill("Code", "12").Press("Send back");

        Page sent = await host.EnterCode(await wrong.Press("Send a new code"), SmallPlan.Dee, "Send back");

        Assert.Equal("Sent back", sent.Heading);
        SignOff back = Assert.Single(await host.Records.SignOffs.All(SmallPlan.Cycle, "stay-safe"));
        Assert.Equal((false, "3.2"), (back.SignedOff, back.Paragraph));
        Assert.Equal("The \"reason\" is <wrong>.\nSee SS1.", back.Comment!.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Who_has_signed_in_as_the_chair_signs_at_once_and_anybody_else_with_a_session_does_not()
    {
        await using PagesHost host = await PackPagesTests.AskedToSign();
        string link = Link(host);

        Page other = await (await (await host.SignIn(SmallPlan.Pat)).Get(link)).Choose(Ticked).Press(SignButton);
        Assert.Equal("Check it’s you", other.Heading);
        Assert.Empty(await host.Records.SignOffs.All(SmallPlan.Cycle, "stay-safe"));

        Page page = await (await host.SignIn(SmallPlan.Dee)).Get(link);
        Assert.DoesNotContain("6-digit code", page.Text, StringComparison.Ordinal);
        Assert.Equal("Signed off", (await page.Choose(Ticked).Press(SignButton)).Heading);
    }

    [Fact]
    public async Task What_would_be_refused_is_refused_before_a_code_is_sent()
    {
        await using PagesHost host = await PackPagesTests.AskedToSign();
        Page page = await host.Nobody().Get(Link(host));

        Page unticked = await page.Press(SignButton);
        Page bent = await page.Choose(Ticked).Bend("seal", new string('0', 64)).Press(SignButton);
        Page unwritten = await (await host.Nobody().Get($"{Link(host)}/back")).Press("Send back");

        Assert.Equal(["Tick that you have read this version"], unticked.Errors);
        Assert.Single(bent.Errors);
        Assert.Equal(["Enter what needs changing"], unwritten.Errors);
        Assert.DoesNotContain(host.Sent, mail => mail.Subject == Subject);
    }

    [Fact]
    public async Task Three_codes_an_hour_are_sent_for_one_link_and_the_tick_is_kept()
    {
        await using PagesHost host = await PackPagesTests.AskedToSign();
        Page page = await (await host.Nobody().Get(Link(host))).Choose(Ticked).Press(SignButton);
        for (int time = 0; time < 3; time++)
        {
            page = await page.Press("Send a new code");
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, page.Status);
        Assert.StartsWith("We have sent 3 codes for this link in the last hour.", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal(3, host.Sent.Count(mail => mail.Subject == Subject));
        Assert.Equal("Signed off", (await host.EnterCode(page, SmallPlan.Dee, SignButton)).Heading);
    }

    [Fact]
    public async Task A_version_that_was_replaced_meanwhile_is_not_signed_by_the_right_code()
    {
        await using PagesHost host = await PackPagesTests.AskedToSign();
        Page code = await (await host.Nobody().Get(Link(host))).Choose(Ticked).Press(SignButton);
        Browser pat = await host.SignIn(SmallPlan.Pat);
        Page built = await (await pat.Get($"/packs/{SmallPlan.Cycle}/stay-safe")).Press("Build a new version");
        await (await pat.Get($"{built.Path.Split('?')[0]}/issue")).Press("Issue report");
        await host.Settle();

        Page late = await host.EnterCode(code, SmallPlan.Dee, SignButton);

        Assert.Equal("There is a newer version of this report", late.Heading);
        Assert.Empty(await host.Records.SignOffs.All(SmallPlan.Cycle, "stay-safe"));
    }

    private static string Link(PagesHost host) => PackPagesTests.LinkIn(host, SmallPlan.Dee, "Sign off the Stay Safe report", "/sign-off/");
}
