using QuarterlyCycle.App.Access;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.App.Pages.Arriving;

/// <summary>P7 and P8: signing in by a link that works once, signing out, and the way from the front door to everybody's first page.</summary>
public sealed class SigningInPages(SignInLinks signInLinks, Links links, Sessions sessions, QuarterRecords records) : PageSet
{
    private const string EmailField = "email";

    public override IReadOnlyList<PageRoute> Routes =>
    [
        PageRoute.Get("/", async request => new PageAnswer.Redirect(await FirstPage(request.Session))),
        PageRoute.Get("/sign-in", _ => Task.FromResult<PageAnswer>(ShowSignIn("", []))),
        PageRoute.Post("/sign-in", Ask),
        PageRoute.Get("/sign-in/{token}", Door),
        PageRoute.Post("/sign-in/{token}", SignIn),
        PageRoute.Post("/sign-out", _ => Task.FromResult<PageAnswer>(new PageAnswer.Redirect("/signed-out", EndSession: true))),
        PageRoute.Get("/signed-out", _ => Task.FromResult<PageAnswer>(PageAnswer.Show<HasSignedOutPage>("You’ve signed out", new HasSignedOutModel()))),
    ];

    private static PageAnswer.View ShowSignIn(string typed, IReadOnlyList<FieldError> errors) => PageAnswer.Show<SignInPage>("Sign in", new SignInModel(typed), errors);

    private async Task<PageAnswer> Ask(PageRequest request)
    {
        string email = request.Field(EmailField);
        if (!EmailText.IsAddress(email))
        {
            return ShowSignIn(email, [new FieldError(EmailField, "Enter a work email address")]);
        }

        await signInLinks.Send(email, request.SentFormId, request.NowUtc);
        return new PageAnswer.Redirect("/check-your-email");
    }

    private async Task<PageAnswer> Door(PageRequest request)
    {
        string token = request.Part("token");
        FoundLink link = await links.Find(token);
        if (link.Row?.Brief is not { Kind: LinkKind.SignIn, Officer: var officer })
        {
            return ArrivingPages.NotFound();
        }

        return link.Status == LinkStatus.Live && await records.People.Get(officer) is { } person
            ? PageAnswer.Show<ConfirmSignInPage>("Sign in", new ConfirmSignInModel(token, person.Name))
            : Stopped();
    }

    private async Task<PageAnswer> SignIn(PageRequest request)
    {
        string token = request.Part("token");
        FoundLink link = await links.Find(token);
        if (link.Row?.Brief is not { Kind: LinkKind.SignIn } brief)
        {
            return ArrivingPages.NotFound();
        }

        return await links.Spend(token, request.SentFormId)
            ? new PageAnswer.Redirect("/", await sessions.Start(brief))
            : Stopped();
    }

    private static PageAnswer.View Stopped() => PageAnswer.Show<LinkStoppedPage>(
        "This link has stopped working",
        new LinkStoppedModel(["Links to sign in work once, for 30 minutes, and a newer one ends the older ones."], null, "/sign-in"),
        status: 410);

    private async Task<string> FirstPage(SessionRow? session)
    {
        if (session is null)
        {
            return "/sign-in";
        }

        if (session.Kind != LinkKind.SignIn || await records.People.Get(session.Officer) is not { Roles: var roles })
        {
            return session.Kind == LinkKind.Request ? "/figures" : "/sign-in";
        }

        return roles.Contains(Role.ProjectManager) ? "/cycle"
            : roles.Contains(Role.Lead) ? "/review"
            : roles.Contains(Role.Chair) || roles.Contains(Role.Secretary) || roles.Contains(Role.Member) ? "/packs"
            : "/figures";
    }
}

/// <summary>The form that asks for a link, with what was typed.</summary>
public sealed record SignInModel(string Email);

/// <summary>Whom a link signs in.</summary>
public sealed record ConfirmSignInModel(string Token, string Name);

/// <summary>Somebody who has just signed out.</summary>
public sealed record HasSignedOutModel;
