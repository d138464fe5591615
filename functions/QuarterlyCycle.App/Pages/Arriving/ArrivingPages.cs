using QuarterlyCycle.App.Access;
using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Pages.Proving;

namespace QuarterlyCycle.App.Pages.Arriving;

/// <summary>P1 to P5: the link to a data request. Opening it changes nothing; Start lets the visitor in, after a code (P1a) if need be.</summary>
public sealed class ArrivingPages(
    RequestDoor door, Links links, Sessions sessions, RateLimits limits, CodeNeed codeNeed, CodeStep code, KnownBrowsers browsers, ActDesk desk)
    : PageSet
{
    public override IReadOnlyList<PageRoute> Routes =>
    [
        PageRoute.Get("/r/{token}", door.Show),
        PageRoute.Post("/r/{token}", OpenPage(Start)),
        PageRoute.Get("/r/{token}/code", OpenPage(ShowCode)),
        PageRoute.Post("/r/{token}/code", OpenPage(EnterCode)),
        PageRoute.Post("/r/{token}/new-link", SendNewLink),
        PageRoute.Get("/check-your-email", _ => Task.FromResult<PageAnswer>(PageAnswer.Show<CheckEmailPage>("Check your email", new CheckEmailModel()))),
    ];

    /// <summary>The answer to an address that leads nowhere, such as one that was cut in two.</summary>
    public static PageAnswer.View NotFound() => PageAnswer.Show<NotFoundPage>("Page not found", new NotFoundModel(), status: 404);

    private Func<PageRequest, Task<PageAnswer>> OpenPage(Func<PageRequest, OpenRequest, Task<PageAnswer>> answer) => async request =>
        await door.Open(request) is { } open ? await answer(request, open) : await door.Show(request);

    private async Task<PageAnswer> Start(PageRequest request, OpenRequest open)
    {
        if (!await codeNeed.Of(request, open.Cycle, open.Officer, open.Visitor, open.Figures))
        {
            bool isProved = CodeNeed.HasProved(request.Session, open.Cycle, open.Officer, open.Visitor);
            return new PageAnswer.Redirect("/figures", await sessions.Start(open.Link.Brief, isProved));
        }

        return await code.Send(request, CaseOf(open), FormOf(request)) ?? (PageAnswer)new PageAnswer.Redirect(CodeAddress(request));
    }

    // A code is sent when somebody presses Start, and not when an address is opened.
    private async Task<PageAnswer> ShowCode(PageRequest request, OpenRequest open) =>
        await code.Find(request, CaseOf(open), FormOf(request)) ?? (PageAnswer)new PageAnswer.Redirect($"/r/{request.Part("token")}");

    private async Task<PageAnswer> EnterCode(PageRequest request, OpenRequest open)
    {
        if (await code.Take(request, CaseOf(open), FormOf(request)) is { } page)
        {
            return page;
        }

        string session = await sessions.Start(open.Link.Brief, isProved: true);
        return new PageAnswer.Redirect("/figures", session, BrowserToken: await browsers.Remember(open.Visitor));
    }

    private static CodeCase CaseOf(OpenRequest open) => new(open.Link.Hash, open.Cycle, open.Visitor, "Data request");

    private static CodeForm FormOf(PageRequest request) => new()
    {
        Action = CodeAddress(request),
        Button = "Continue",
        Why = "We ask for a code where a measure is sensitive, or where there are answers already and the browser is new to us.",
    };

    private static string CodeAddress(PageRequest request) => $"/r/{request.Part("token")}/code";

    // The same words whether or not anything is sent: who asks too often, or too late, learns nothing from them.
    private async Task<PageAnswer> SendNewLink(PageRequest request)
    {
        FoundLink link = await links.Find(request.Part("token"));
        if (link.Row?.Brief is not { Kind: LinkKind.Request, Cycle: { } cycle, Officer: var officer })
        {
            return NotFound();
        }

        if (await limits.MaySendLink(officer))
        {
            await desk.Perform(request.Client, new RenewLink { Id = request.SentFormId, AtUtc = request.NowUtc, By = officer, Cycle = cycle, Officer = officer });
        }

        return new PageAnswer.Redirect("/check-your-email");
    }
}
