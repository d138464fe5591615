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

    /// <summary>A browser in which this officer has opened the link and pressed Start.</summary>
    public static async Task<Browser> Start(this PagesHost host, string email)
    {
        Browser browser = host.Nobody();
        Page page = await browser.Get(host.LinkTo(email));
        Assert.Equal("/figures", (await page.Press(page.Buttons[0])).Path);
        return browser;
    }

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

    [GeneratedRegex("/(?:r|sign-in)/[A-Za-z0-9_-]{43}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LinkPath();
}
