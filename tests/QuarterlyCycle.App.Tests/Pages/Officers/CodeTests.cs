using System.Net;
using AngleSharp.Dom;
using QuarterlyCycle.App.Access;
using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Audits;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.App.Tests.Acts;
using QuarterlyCycle.Domain.Submissions;
using Xunit;

namespace QuarterlyCycle.App.Tests.Pages.Officers;

/// <summary>P1a: Ann is asked for a sensitive measure, Bob is not.</summary>
public class CodeTests
{
    private const string Subject = "Your code for quarterly performance";
    private const string Wrong = "That code is wrong or too old";
    private const string Limit = "We have sent 3 codes for this link in the last hour.";
    private const string Percentage = "Figure, in %";

    [Fact]
    public async Task A_sensitive_measure_is_opened_by_a_code_from_the_mailbox_and_the_flow_goes_on()
    {
        await using PagesHost host = await PagesHost.Opened();
        Browser ann = host.Nobody();
        Page door = await ann.Get(host.LinkTo(SmallPlan.Ann));
        Assert.Contains("When you press the button, we e-mail a 6-digit code to a•••@example.org.", door.Text, StringComparison.Ordinal);

        Page page = (await door.Press("Start")).Is(HttpStatusCode.OK);

        Assert.Equal($"{host.LinkTo(SmallPlan.Ann)}/code", page.Path);
        Assert.Equal("Check it’s you", page.Heading);
        Assert.StartsWith("Check it’s you – ", page.Document.Title, StringComparison.Ordinal);
        Assert.Contains("We’ve e-mailed a 6-digit code to a•••@example.org.", page.Text, StringComparison.Ordinal);
        Assert.Equal(["Continue", "Send a new code"], page.Buttons);
        IElement field = page.Document.QuerySelector("input[name=code]")!;
        Assert.Equal(["one-time-code", "numeric", "text"], ((string[])["autocomplete", "inputmode", "type"]).Select(field.GetAttribute));
        OutgoingMail mail = Assert.Single(host.Sent, mail => mail.Subject == Subject);
        Assert.Equal(SmallPlan.Ann, mail.ToAddress);
        Assert.Contains($"Enter {host.CodeTo(SmallPlan.Ann)} within 15 minutes. Nobody will ask you for it.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("someone opened a link that", mail.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await ann.Get("/figures")).Status);

        string code = host.CodeTo(SmallPlan.Ann);
        Page figures = await page.Fill("Code", $" {code[..3]} {code[3..]} ").Press("Continue");
        Assert.Equal("/figures", figures.Path);
        Assert.Equal("Your quarter 2 figures", figures.Heading);
        await ann.Answer("SS1", Percentage, "68.2");
        Assert.Equal("68.2", (await host.Records.Figures.Of(SmallPlan.Cycle, "SS1")).Draft?.Value);
    }

    [Fact]
    public async Task A_request_without_sensitive_measures_and_answers_needs_no_code()
    {
        await using PagesHost host = await PagesHost.Opened();

        Page door = await host.Nobody().Get(host.LinkTo(SmallPlan.Bob));
        Page figures = await door.Press("Start");

        Assert.DoesNotContain("code", door.Text, StringComparison.Ordinal);
        Assert.Equal("/figures", figures.Path);
        Assert.DoesNotContain(host.Sent, mail => mail.Subject == Subject);
    }

    [Fact]
    public async Task Where_answers_exist_a_new_browser_needs_a_code_and_the_one_they_were_begun_in_does_not()
    {
        await using PagesHost host = await PagesHost.Opened();
        Browser office = await host.Start(SmallPlan.Bob);
        Browser home = await host.Start(SmallPlan.Bob);
        await office.Answer("SS3", Percentage, "95");
        Assert.Equal("95", (await office.Get("/measures/SS3")).ValueOf(Percentage));

        // Came in before there were answers, and does not see them now.
        Page late = await home.Get("/measures/SS3");
        Assert.Equal((HttpStatusCode.Forbidden, "Check it’s you"), (late.Status, late.Heading));
        Assert.DoesNotContain("95", late.Text, StringComparison.Ordinal);

        office.ForgetSession();
        Page again = await office.Get(host.LinkTo(SmallPlan.Bob));
        Assert.Equal("/figures", (await again.Press("Start")).Path);
        Assert.DoesNotContain(host.Sent, mail => mail.Subject == Subject);

        Page code = await (await home.Get(host.LinkTo(SmallPlan.Bob))).Press("Start");
        Assert.Equal("Check it’s you", code.Heading);
        Assert.Equal("/figures", (await host.EnterCode(code, SmallPlan.Bob, "Continue")).Path);
        Assert.Equal("95", (await home.Get("/measures/SS3")).ValueOf(Percentage));

        home.ForgetSession();
        Page known = await home.Get(host.LinkTo(SmallPlan.Bob));
        Assert.Equal("/figures", (await known.Press("Start")).Path);
        Assert.Single(host.Sent, mail => mail.Subject == Subject);
    }

    [Fact]
    public async Task What_was_typed_in_a_browser_that_is_not_known_is_shown_and_not_saved()
    {
        await using PagesHost host = await PagesHost.Opened();
        Browser office = await host.Start(SmallPlan.Bob);
        Browser home = await host.Start(SmallPlan.Bob);
        Page open = await home.Get("/measures/SS3");
        await office.Answer("SS3", Percentage, "95");

        Page refused = await open.Fill(Percentage, "12").Choose("Final").Fill("Comment (optional)", "Typed at home.").Press("Save and continue");

        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Contains("Typed at home.", refused.Text, StringComparison.Ordinal);
        Assert.Equal("95", (await host.Records.Figures.Of(SmallPlan.Cycle, "SS3")).Draft?.Value);
    }

    [Fact]
    public async Task Answers_of_an_earlier_quarter_are_earlier_answers()
    {
        await using PagesHost host = await PagesHost.Opened();
        await host.Send(SmallPlan.Bob, Forms.Value("SS3", "95"));
        await host.AdvanceTo(new DateTime(2026, 1, 9, 9, 0, 0, DateTimeKind.Utc));
        Assert.Contains("quarter 3", (await host.Nobody().Get(host.LinkTo(SmallPlan.Bob))).Heading, StringComparison.Ordinal);

        Browser bob = host.Nobody();
        Page code = await (await bob.Get(host.LinkTo(SmallPlan.Bob))).Press("Start");
        Assert.Equal("Check it’s you", code.Heading);
        await host.EnterCode(code, SmallPlan.Bob, "Continue");

        Assert.Contains("95", (await bob.Get("/figures/history")).Text, StringComparison.Ordinal);
        bob.ForgetSession();
        Page known = await bob.Get(host.LinkTo(SmallPlan.Bob));
        Assert.Equal("/figures", (await known.Press("Start")).Path);
    }

    [Fact]
    public async Task A_sensitive_measure_asks_a_known_browser_too_and_not_twice_in_one_session()
    {
        await using PagesHost host = await PagesHost.Opened();
        Browser ann = await host.Start(SmallPlan.Ann);
        await ann.Answer("SS1", Percentage, "68.2");

        Page inSession = await ann.Get(host.LinkTo(SmallPlan.Ann));
        Assert.Equal("/figures", (await inSession.Press("Start")).Path);
        ann.ForgetSession();
        Page nextDay = await ann.Get(host.LinkTo(SmallPlan.Ann));
        Assert.Equal("Check it’s you", (await nextDay.Press("Start")).Heading);
    }

    [Fact]
    public async Task Who_has_signed_in_as_the_officer_needs_no_code_and_anybody_else_does()
    {
        await using PagesHost host = await PagesHost.Opened();
        string link = host.LinkTo(SmallPlan.Ann);

        Page own = await (await (await host.SignIn(SmallPlan.Ann)).Get(link)).Press("Start");
        Page other = await (await (await host.SignIn(SmallPlan.Pat)).Get(link)).Press("Start");

        Assert.Equal("/figures", own.Path);
        Assert.Equal("Check it’s you", other.Heading);
        Assert.All(host.Sent.Where(mail => mail.Subject == Subject), mail => Assert.Equal(SmallPlan.Ann, mail.ToAddress));
    }

    [Theory]
    [InlineData("", "Enter the 6-digit code")]
    [InlineData("12345", "Enter the 6-digit code")]
    [InlineData("one two", "Enter the 6-digit code")]
    public async Task What_is_no_code_is_refused_in_place_and_is_no_try(string typed, string message)
    {
        await using PagesHost host = await PagesHost.Opened();
        Page page = await (await host.Nobody().Get(host.LinkTo(SmallPlan.Ann))).Press("Start");
        IReadOnlyList<string> before = host.Writes;
        for (int time = 0; time < 6; time++)
        {
            page = await page.Fill("Code", typed).Press("Continue");
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal([message], page.Errors);
        Assert.StartsWith("Error: ", page.Document.Title, StringComparison.Ordinal);
        Assert.Contains(message, page.Document.QuerySelector(".field .error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("#code", page.Document.QuerySelector(".errors a")!.GetAttribute("href"));
        Assert.Equal(before, host.Writes);
        Assert.Equal("/figures", (await host.EnterCode(page, SmallPlan.Ann, "Continue")).Path);
    }

    [Fact]
    public async Task After_five_wrong_tries_only_a_new_code_helps()
    {
        await using PagesHost host = await PagesHost.Opened();
        Page page = await (await host.Nobody().Get(host.LinkTo(SmallPlan.Ann))).Press("Start");
        string code = host.CodeTo(SmallPlan.Ann);
        for (int time = 0; time < 5; time++)
        {
            Assert.DoesNotContain("no longer works", page.Text, StringComparison.Ordinal);
            page = await page.Fill("Code", Other(code)).Press("Continue");
            Assert.Equal([Wrong], page.Errors);
        }

        Assert.Contains("The code that we e-mailed to a•••@example.org no longer works.", page.Text, StringComparison.Ordinal);
        Assert.Contains("It was sent at 9am on Monday 6 October 2025 and was tried 5 times. Send a new code.", page.Text, StringComparison.Ordinal);
        page = await page.Fill("Code", code).Press("Continue");
        Assert.Equal([Wrong], page.Errors);
        page = (await page.Press("Send a new code")).Is(HttpStatusCode.OK);
        Assert.Contains("We’ve e-mailed a new 6-digit code", page.Text, StringComparison.Ordinal);
        Assert.Equal(2, host.Sent.Count(mail => mail.Subject == Subject));
        Assert.Equal([Wrong], (await page.Fill("Code", code).Press("Continue")).Errors);
        Assert.Equal("/figures", (await host.EnterCode(page, SmallPlan.Ann, "Continue")).Path);
    }

    [Fact]
    public async Task A_code_works_for_fifteen_minutes_and_once()
    {
        await using PagesHost host = await PagesHost.Opened();
        string link = host.LinkTo(SmallPlan.Ann);
        Page page = await (await host.Nobody().Get(link)).Press("Start");
        string first = host.CodeTo(SmallPlan.Ann);
        await host.AdvanceTo(host.Clock.UtcNow.AddMinutes(15));

        Page late = await page.Fill("Code", first).Press("Continue");
        Assert.Equal([Wrong], late.Errors);
        Assert.Contains(", more than 15 minutes ago. Send a new code.", late.Text, StringComparison.Ordinal);
        Page anew = await (await host.Nobody().Get(link)).Press("Start");
        string second = host.CodeTo(SmallPlan.Ann);
        Assert.NotEqual(first, second);
        Assert.Equal("/figures", (await anew.Fill("Code", second).Press("Continue")).Path);

        Page spent = await (await host.Nobody().Get($"{link}/code")).Fill("Code", second).Press("Continue");
        Assert.Equal([Wrong], spent.Errors);
        Assert.Contains(" and was used. Send a new code.", spent.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pressing_twice_sends_one_code_and_lets_in_once_more()
    {
        await using PagesHost host = await PagesHost.Opened();
        Browser ann = host.Nobody();
        Page door = await ann.Get(host.LinkTo(SmallPlan.Ann));
        await door.Press("Start");
        Page page = await door.Press("Start");

        // Start once more, from a page that was opened anew: the code that works is not followed by another.
        await (await ann.Get(host.LinkTo(SmallPlan.Ann))).Press("Start");
        Assert.Single(host.Sent, mail => mail.Subject == Subject);
        page.Fill("Code", host.CodeTo(SmallPlan.Ann));
        Assert.Equal("/figures", (await page.Press("Continue")).Path);
        Assert.Equal("/figures", (await page.Press("Continue")).Path);
        Assert.Single(await Log(host), entry => entry.Act == "CodeWasRight");
    }

    [Fact]
    public async Task Three_codes_an_hour_are_sent_and_then_the_page_says_when_the_next_may_be()
    {
        await using PagesHost host = await PagesHost.Opened();
        Page page = await (await host.Nobody().Get(host.LinkTo(SmallPlan.Ann))).Press("Start");
        for (int time = 0; time < 4; time++)
        {
            page = await page.Press("Send a new code");
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, page.Status);
        Assert.Equal([$"{Limit} Enter the newest one, or send a new code after 10am on Monday 6 October 2025"], page.Errors);
        Assert.Equal(3, host.Sent.Count(mail => mail.Subject == Subject));
        Assert.Equal("/figures", (await host.EnterCode(page, SmallPlan.Ann, "Continue")).Path);

        Page start = await (await host.Nobody().Get(host.LinkTo(SmallPlan.Ann))).Press("Start");
        Assert.Equal((HttpStatusCode.TooManyRequests, "Check it’s you"), (start.Status, start.Heading));
        Assert.Equal([$"{Limit} Send a new code after 10am on Monday 6 October 2025"], start.Errors);
        await host.AdvanceTo(host.Clock.UtcNow.AddHours(1));
        Assert.Equal(HttpStatusCode.OK, (await (await host.Nobody().Get(host.LinkTo(SmallPlan.Ann))).Press("Start")).Status);
        Assert.Equal(4, host.Sent.Count(mail => mail.Subject == Subject));
    }

    [Fact]
    public async Task A_scanner_that_follows_every_address_sends_no_code_and_changes_nothing()
    {
        await using PagesHost host = await PagesHost.Opened();
        string link = host.LinkTo(SmallPlan.Ann);
        Page early = await host.Nobody().Get($"{link}/code");
        Assert.Equal(link, early.Path);
        await (await host.Nobody().Get(link)).Press("Start");
        IReadOnlyList<string> before = host.Writes;
        int mails = host.Sent.Count;

        foreach (string path in (string[])[link, $"{link}/code", $"{link}/code?_again=yes&code={host.CodeTo(SmallPlan.Ann)}"])
        {
            foreach (HttpMethod method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Head])
            {
                using HttpRequestMessage request = new(method, path);
                using HttpResponseMessage response = await host.Http.SendAsync(request);
                Assert.False(response.Headers.Contains("Set-Cookie"));
            }
        }

        Page bare = await host.Nobody().Post($"{link}/code", [new("_code", "yes"), new("code", host.CodeTo(SmallPlan.Ann))]);
        Assert.Equal(HttpStatusCode.BadRequest, bare.Status);
        Assert.Equal(before, host.Writes);
        Assert.Equal(mails, host.Sent.Count);
    }

    [Fact]
    public async Task A_code_is_for_one_link_and_ends_with_it()
    {
        await using PagesHost host = await PagesHost.Opened();
        string link = host.LinkTo(SmallPlan.Ann);
        Page page = await (await host.Nobody().Get(link)).Press("Start");
        string code = host.CodeTo(SmallPlan.Ann);
        string ann = await host.Number(SmallPlan.Ann);
        await host.Do(new RenewLink { Id = "renew", AtUtc = host.Clock.UtcNow, By = ann, Cycle = SmallPlan.Cycle, Officer = ann });
        await host.Settle();

        Page old = await page.Fill("Code", code).Press("Continue");
        Assert.Equal((HttpStatusCode.Gone, "There’s a newer link"), (old.Status, old.Heading));
        Assert.Equal("There’s a newer link", (await host.Nobody().Get($"{link}/code")).Heading);
        Page newer = await (await host.Nobody().Get(host.LinkTo(SmallPlan.Ann))).Press("Start");
        Assert.NotEqual(code, host.CodeTo(SmallPlan.Ann));
        Assert.Equal([Wrong], (await newer.Fill("Code", code).Press("Continue")).Errors);
    }

    [Fact]
    public async Task While_somebody_is_away_the_code_goes_to_who_stands_in_and_answers()
    {
        await using PagesHost host = await PagesHost.Opened();
        await host.Send(SmallPlan.Cas, Forms.Value("BH1", "31"));
        string link = host.LinkTo(SmallPlan.Lee);

        Page page = await (await host.Nobody().Get(link)).Press("See what you sent");

        Assert.Contains("l•••@example.org", page.Text, StringComparison.Ordinal);
        Assert.Equal("/figures", (await host.EnterCode(page, SmallPlan.Lee, "Continue")).Path);
        Assert.Equal([SmallPlan.Lee], host.Sent.Where(mail => mail.Subject == Subject).Select(mail => mail.ToAddress));
    }

    [Fact]
    public async Task A_code_goes_at_once_whatever_the_hour_and_alone()
    {
        await using PagesHost host = await PagesHost.Opened();
        await host.AdvanceTo(new DateTime(2025, 10, 11, 22, 30, 0, DateTimeKind.Utc));
        int mails = host.Sent.Count;

        await (await host.Nobody().Get(host.LinkTo(SmallPlan.Ann))).Press("Start");

        OutgoingMail mail = Assert.Single(host.Sent.Skip(mails));
        Assert.Equal(Subject, mail.Subject);
    }

    [Fact]
    public async Task The_log_says_that_a_code_was_sent_was_right_or_was_tried_too_often_and_never_the_code()
    {
        await using PagesHost host = await PagesHost.Opened();
        Page page = await (await host.Nobody().Get(host.LinkTo(SmallPlan.Ann))).Press("Start");
        List<string> codes = [host.CodeTo(SmallPlan.Ann)];
        for (int time = 0; time < 6; time++)
        {
            page = await page.Fill("Code", Other(codes[0])).Press("Continue");
        }

        page = await page.Press("Send a new code");
        codes.Add(host.CodeTo(SmallPlan.Ann));
        await host.EnterCode(page, SmallPlan.Ann, "Continue");

        Browser pat = await host.SignIn(SmallPlan.Pat);
        Page log = await pat.Get("/log?find=code");
        string[] words = [.. log.Document.QuerySelectorAll("tbody tr").Select(row => row.Children[3].TextContent.Trim())];
        Assert.Equal(["Code was right", "Code sent", "Code tries used up", "Code sent"], words);
        Assert.Contains("Ann Able", log.Text, StringComparison.Ordinal);
        Assert.Contains("Data request", log.Text, StringComparison.Ordinal);
        Assert.True((await host.Get<Audit>().Verify(SmallPlan.Cycle)).IsGood);
        await foreach ((string table, Row row) in host.Get<IRecordStore>().All())
        {
            string[] values = table is "Audit" or "Codes" or "Outbox" or "Sessions" or "KnownBrowsers" ? [.. row.Values.Values, row.Key] : [];
            Assert.DoesNotContain(values, value => codes.Any(code => value == code || value.Contains($"\"{code}\"", StringComparison.Ordinal)));
        }
    }

    private static string Other(string code) => code == "000000" ? "000001" : "000000";

    private static async Task<IReadOnlyList<AuditEntry>> Log(PagesHost host) =>
        [.. (await host.Get<Audit>().List(SmallPlan.Cycle)).Select(row => row.Entry)];
}
