using System.Text.RegularExpressions;
using QuarterlyCycle.App.Mail;
using Xunit;

namespace QuarterlyCycle.App.Tests.Pages.Officers;

/// <summary>Comes in as officers do: by the link in the e-mail.</summary>
internal static partial class OfficerDoor
{
    /// <summary>The path of the newest link that this address got.</summary>
    public static string LinkTo(this PagesHost host, string email)
    {
        OutgoingMail mail = host.Sent.Last(mail => mail.ToAddress == email && LinkPath().IsMatch(mail.Text));
        return LinkPath().Match(mail.Text).Value;
    }

    /// <summary>A browser in which this officer has opened the link, pressed Start and entered the code where one was sent.</summary>
    public static async Task<Browser> Start(this PagesHost host, string email)
    {
        Browser browser = host.Nobody();
        Page page = await browser.Get(host.LinkTo(email));
        page = await page.Press(page.Buttons[0]);
        Assert.Equal("/figures", (await host.EnterCode(page, email, "Continue")).Path);
        return browser;
    }

    /// <summary>The digits of the newest code that this address got.</summary>
    public static string CodeTo(this PagesHost host, string email)
    {
        OutgoingMail mail = host.Sent.Last(mail => mail.ToAddress == email && mail.Subject == "Your code for quarterly performance");
        return Digits().Match(mail.Text).Groups["code"].Value;
    }

    /// <summary>The page after the code, where one is asked for, by the button that does what was begun.</summary>
    public static async Task<Page> EnterCode(this PagesHost host, Page page, string email, string button) =>
        page.Heading == "Check it’s you" ? await page.Fill("Code", host.CodeTo(email)).Press(button) : page;

    /// <summary>Every row that was written, but for the note that a session is in use.</summary>
    public static IReadOnlyList<string> WritesButSessions(this PagesHost host) => [.. host.Writes.Where(write => !write.StartsWith("replace Sessions", StringComparison.Ordinal))];

    /// <summary>Answers a percentage and comes back to the list.</summary>
    public static async Task<Page> Answer(this Browser browser, string code, string label, string value)
    {
        Page page = await browser.Get($"/measures/{code}");
        return await page.Fill(label, value).Choose("Final").Press("Save and continue");
    }

    /// <summary>The hidden fields of the first form in the page's main part.</summary>
    public static IEnumerable<KeyValuePair<string, string>> HiddenFields(this Page page) =>
        page.Document.QuerySelector("main form")!.QuerySelectorAll("input[type=hidden]").Select(field => KeyValuePair.Create(field.GetAttribute("name")!, field.GetAttribute("value")!));

    [GeneratedRegex("Enter (?<code>[0-9]{6}) within 15 minutes", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Digits();

    [GeneratedRegex("/(?:r|sign-in)/[A-Za-z0-9_-]{43}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LinkPath();
}
