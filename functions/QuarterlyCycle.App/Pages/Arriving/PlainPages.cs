namespace QuarterlyCycle.App.Pages.Arriving;

/// <summary>P14: help, privacy, cookies and the accessibility statement; and the style sheet and icon of every page.</summary>
public sealed class PlainPages : PageSet
{
    public override IReadOnlyList<PageRoute> Routes =>
    [
        PageRoute.Get("/help", _ => Show<HelpPage>("Help")),
        PageRoute.Get("/privacy", _ => Show<PrivacyPage>("Privacy")),
        PageRoute.Get("/cookies", _ => Show<CookiesPage>("Cookies")),
        PageRoute.Get("/accessibility", _ => Show<AccessibilityPage>("Accessibility statement")),
        PageRoute.Get("/assets/{name}", request => Task.FromResult(Assets.Find(request.Part("name")) ?? (PageAnswer)ArrivingPages.NotFound())),
    ];

    private static Task<PageAnswer> Show<TPage>(string title)
        where TPage : PageView<PlainModel> => Task.FromResult<PageAnswer>(PageAnswer.Show<TPage>(title, new PlainModel()));
}

/// <summary>A page that is the same for everybody.</summary>
public sealed record PlainModel;
