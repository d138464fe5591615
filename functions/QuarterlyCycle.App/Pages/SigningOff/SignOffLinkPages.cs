using QuarterlyCycle.App.Access;
using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Packs;
using QuarterlyCycle.App.Pages.Arriving;
using QuarterlyCycle.App.Pages.Proving;
using QuarterlyCycle.App.Pages.Staff;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.App.Pages.SigningOff;

/// <summary>
/// P82 to P85 by a sign-off link: it opens exactly one version, for one person, and is spent when they sign. Signing and sending back need that
/// person to have signed in, or a code from their mailbox.
/// </summary>
public sealed class SignOffLinkPages(Links links, SigningModels models, PackReader reader, CodeStep code, ActDesk desk) : PageSet
{
    private const string Html = "text/html; charset=utf-8";

    public override IReadOnlyList<PageRoute> Routes =>
    [
        PageRoute.Get("/sign-off/{token}", LinkPage((_, link, model) => Task.FromResult<PageAnswer>(ShowFor(link, model, [])))),
        PageRoute.Post("/sign-off/{token}", LivePage(Sign)),
        PageRoute.Get("/sign-off/{token}/pack", LinkPage(Read)),
        PageRoute.Get("/sign-off/{token}/back", LinkPage((_, link, model) => Task.FromResult<PageAnswer>(link.Status == LinkStatus.Live && model.Newer is null ? ShowBack(model, []) : ShowFor(link, model, [])))),
        PageRoute.Post("/sign-off/{token}/back", LivePage(SendBack)),
        PageRoute.Get("/sign-off/{token}/sent-back", LinkPage((_, _, model) => Task.FromResult<PageAnswer>(PageAnswer.Show<SentBackPage>("Sent back", model)))),
    ];

    private Func<PageRequest, Task<PageAnswer>> LinkPage(Func<PageRequest, FoundLink, SigningModel, Task<PageAnswer>> answer) => async request =>
    {
        string token = request.Part("token");
        FoundLink found = await links.Find(token);
        if (found.Row is not { Brief: { Kind: LinkKind.SignOff } brief } || await models.Of(brief, token) is not { } model)
        {
            return PageAnswer.Show<NotFoundPage>("Page not found", new NotFoundModel(), status: 404);
        }

        bool isSignedIn = request.Session is { Kind: LinkKind.SignIn } session && session.Officer == brief.Officer;
        return await answer(request, found, isSignedIn ? model : model with { CodeTo = Masked.Address(model.Signatory) });
    };

    private Func<PageRequest, Task<PageAnswer>> LivePage(Func<PageRequest, FoundLink, SigningModel, Task<PageAnswer>> answer) =>
        LinkPage(async (request, link, model) => link.Status == LinkStatus.Live ? await answer(request, link, model) : ShowFor(link, model, []));

    private async Task<PageAnswer> Sign(PageRequest request, FoundLink link, SigningModel model)
    {
        if (request.Field("read") != "yes")
        {
            return ShowFor(link, model, [new FieldError("read", "Tick that you have read this version")]);
        }

        SignPack act = SigningAct.Sign(request, model, model.Version.Version);
        IReadOnlyList<FieldError> errors = StaffDoor.ErrorsOf(await desk.WhyNot(act));
        CodeForm form = FormOf(model.Address, $"Sign off version {model.VersionWords}", [new("read", "yes"), new("seal", act.Seal)]);
        if (errors.Count == 0 && await CodeFirst(request, link, model, form) is { } page)
        {
            return page;
        }

        errors = errors.Count > 0 ? errors : StaffDoor.ErrorsOf(await desk.Perform(request.Client, act));
        string token = request.Part("token");
        if (errors.Count > 0)
        {
            return ShowFor(link, await models.Of(link.Row!.Brief, token) is { } now ? now with { CodeTo = model.CodeTo } : model, errors);
        }

        await links.Spend(token, request.SentFormId);
        return new PageAnswer.Redirect($"/sign-off/{token}");
    }

    private async Task<PageAnswer> SendBack(PageRequest request, FoundLink link, SigningModel model)
    {
        SigningModel typed = SigningAct.Typed(request, model);
        SendPackBack act = SigningAct.SendBack(request, typed);
        IReadOnlyList<FieldError> errors = StaffDoor.ErrorsOf(await desk.WhyNot(act));
        CodeForm form = FormOf($"{model.Address}/back", "Send back", [new("paragraph", typed.Paragraph), new("comment", typed.Comment)]);
        if (errors.Count == 0 && await CodeFirst(request, link, model, form) is { } page)
        {
            return page;
        }

        errors = errors.Count > 0 ? errors : StaffDoor.ErrorsOf(await desk.Perform(request.Client, act));
        return errors.Count > 0 ? ShowBack(typed, errors) : new PageAnswer.Redirect($"{model.Address}/sent-back");
    }

    // Asked for only when nothing else stands against the act, so that no code is used up by what is refused.
    private async Task<PageAnswer?> CodeFirst(PageRequest request, FoundLink link, SigningModel model, CodeForm form)
    {
        CodeCase asked = new(link.Row!.Hash, model.Version.Cycle, model.Signatory, $"Sign-off of {VersionWords.Of(model.Version)}");
        return model.CodeTo is null ? null : await code.Take(request, asked, form);
    }

    private static CodeForm FormOf(string action, string button, IReadOnlyList<KeyValuePair<string, string>> carried) => new()
    {
        Action = action,
        Button = button,
        Why = "We ask for a code, so that nobody but you can sign or send back by your link.",
        Carried = carried,
    };

    // Read with the link for as long as it is remembered, signed or not: who signed may look at what they signed.
    private async Task<PageAnswer> Read(PageRequest request, FoundLink link, SigningModel model)
    {
        if (link.Status == LinkStatus.Expired)
        {
            return ShowFor(link, model, []);
        }

        byte[]? content = await reader.Html(model.Version.Cycle, model.Version.Body, model.Version.Version, PackEdition.Public);
        return content is null
            ? PageAnswer.Show<NotFoundPage>("Page not found", new NotFoundModel(), status: 404)
            : new PageAnswer.Download($"{model.Version.Cycle} {model.Version.Body}.html", Html, content, Inline: true);
    }

    private static PageAnswer.View ShowFor(FoundLink link, SigningModel model, IReadOnlyList<FieldError> errors) => (link.Status, model) switch
    {
        (_, { Newer: not null }) => PageAnswer.Show<ChangedPage>(model.Signature is null ? "There is a newer version of this report" : "This report changed after you signed", model, errors),
        (_, { Signature: not null }) => PageAnswer.Show<SignedOffPage>("Signed off", model, errors),
        (LinkStatus.Live, _) => PageAnswer.Show<SignOffPage>($"Sign off the {model.Body.Body.Name} report", model, errors),
        _ => PageAnswer.Show<LinkEndedPage>("This link has stopped working", model, status: 410),
    };

    private static PageAnswer.View ShowBack(SigningModel model, IReadOnlyList<FieldError> errors) => PageAnswer.Show<SendBackPage>("What needs to change?", model, errors);
}

/// <summary>Turns the forms for signing and for sending back into their acts.</summary>
internal static class SigningAct
{
    public static SignPack Sign(PageRequest request, SigningModel model, int version) => new()
    {
        Id = request.SentFormId,
        AtUtc = request.NowUtc,
        By = model.Signatory.Number,
        Cycle = model.Version.Cycle,
        Body = model.Version.Body,
        Version = version,
        Seal = request.Field("seal"),
    };

    /// <summary>The model with what was typed, so that it stands in the form again.</summary>
    public static SigningModel Typed(PageRequest request, SigningModel model) =>
        model with { Paragraph = request.Field("paragraph"), Comment = request.Field("comment") };

    public static SendPackBack SendBack(PageRequest request, SigningModel typed) => new()
    {
        Id = request.SentFormId,
        AtUtc = request.NowUtc,
        By = typed.Signatory.Number,
        Cycle = typed.Version.Cycle,
        Body = typed.Version.Body,
        Version = typed.Version.Version,
        Paragraph = typed.Paragraph.Length > 0 ? typed.Paragraph : null,
        Comment = typed.Comment,
    };
}
