using System.Text;
using QuarterlyCycle.App.Access;
using QuarterlyCycle.App.Mail.Composing;
using QuarterlyCycle.App.Pages;
using QuarterlyCycle.App.Plans;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Cycles;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Local.Mail;

namespace QuarterlyCycle.Local.Demonstrations;

/// <summary>The pages that only a demonstration has: the clock, the people to act as, and the mailbox.</summary>
internal sealed class DemonstrationPages(Demonstration demonstration, MailFolder mail, QuarterRecords records, PlanLibrary plans, Sessions sessions, RequestLinks requestLinks) : PageSet
{
    public override IReadOnlyList<PageRoute> Routes =>
    [
        PageRoute.Get("/", ShowDemo),
        PageRoute.Get("/demo", ShowDemo),
        PageRoute.Post("/demo/next", MoveOn),
        PageRoute.Post("/demo/act-as", ActAs),
        PageRoute.Get("/mail", ShowMailbox),
        PageRoute.Get("/mail/{key}", ShowMail),
        PageRoute.Get("/mail/{key}/message", ShowMessage),
    ];

    private async Task<PageAnswer> ShowDemo(PageRequest request)
    {
        Plan? plan = await plans.Current();
        Cycle? cycle = (await records.Cycles.All()).MaxBy(one => one.Code, StringComparer.Ordinal);
        return PageAnswer.Show<DemoPage>("Demonstration", new DemoModel
        {
            NowUtc = demonstration.NowUtc,
            NextUtc = await demonstration.NextUtc(),
            Quarter = cycle is null ? "" : BritishWords.Months(Quarter.Parse(cycle.Code)),
            Partnership = plan?.Partnership.Name ?? "",
            People = plan is null ? [] : await DemoRoles.Of(plan, cycle?.Code, records),
            LatestMail = [.. (await mail.List()).Reverse().Take(8)],
            LastPlayed = demonstration.LastPlayed,
        });
    }

    private async Task<PageAnswer> MoveOn(PageRequest request)
    {
        await demonstration.MoveOn(request.Field("others") == "act");
        return new PageAnswer.Redirect("/demo");
    }

    private async Task<PageAnswer> ActAs(PageRequest request)
    {
        if (await records.People.ByEmail(request.Field("who")) is not { } person)
        {
            return new PageAnswer.Redirect("/demo");
        }

        // A compiling officer comes in by the link of the e-mail, as officers do.
        Cycle? cycle = (await records.Cycles.Running()).MinBy(one => one.Code, StringComparer.Ordinal);
        if (cycle is not null && person.Roles.Contains(Role.Compiling) && await records.DataRequests.Get(cycle.Code, person.Number) is not null)
        {
            return new PageAnswer.Redirect(await requestLinks.Url(cycle.Code, person.Number));
        }

        LinkBrief brief = new() { Kind = LinkKind.SignIn, Officer = person.Number, Round = request.SentFormId, ExpiresUtc = request.NowUtc + Sessions.Longest };
        return new PageAnswer.Redirect(HomeOf(person.Roles), await sessions.Start(brief));
    }

    private async Task<PageAnswer> ShowMailbox(PageRequest request)
    {
        await demonstration.Settle();
        return PageAnswer.Show<MailboxPage>("Mailbox", new MailboxModel([.. (await mail.List()).Reverse()]));
    }

    private async Task<PageAnswer> ShowMail(PageRequest request) =>
        await Opened(request) is { } opened
            ? PageAnswer.Show<MailPage>(opened.Summary.Subject, opened)
            : PageAnswer.Show<MailboxPage>("Mailbox", new MailboxModel([.. (await mail.List()).Reverse()]), status: 404);

    private async Task<PageAnswer> ShowMessage(PageRequest request) =>
        await Opened(request) is { } opened
            ? new PageAnswer.Download("message.html", "text/html; charset=utf-8", Encoding.UTF8.GetBytes(opened.Html.Replace("<head>", "<head><base target=\"_top\">", StringComparison.Ordinal)), Inline: true)
            : new PageAnswer.Redirect("/mail");

    // Nothing but a key that is there is asked for: a file store refuses a name that no file can have.
    private async Task<OpenedMail?> Opened(PageRequest request)
    {
        string key = MailAddress.KeyOf(request.Part("key"));
        return (await mail.List()).Any(entry => entry.Key == key) ? await mail.Read(key) : null;
    }

    private static string HomeOf(IReadOnlyList<Role> roles) =>
        roles.Contains(Role.ProjectManager) ? "/cycle"
        : roles.Contains(Role.Lead) ? "/review"
        : roles.Contains(Role.Secretary) ? "/packs"
        : roles.Contains(Role.Chair) ? "/packs"
        : "/figures";
}

/// <summary>How a message's key stands in an address: keys hold a slash, which a path may not.</summary>
internal static class MailAddress
{
    public static string Of(string key) => "/mail/" + key.Replace('/', '~');

    public static string KeyOf(string part) => part.Replace('~', '/');
}
