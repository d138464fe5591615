using QuarterlyCycle.App.Access;
using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Packs;
using QuarterlyCycle.App.Pages.Arriving;
using QuarterlyCycle.App.Pages.Staff;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.App.Pages.SigningOff;

/// <summary>P82 to P85 by a sign-off link: it opens exactly one version, for one person, and is spent when they sign.</summary>
public sealed class SignOffLinkPages(Links links, SigningModels models, PackReader reader, ActDesk desk) : PageSet
{
    private const string Html = "text/html; charset=utf-8";

    public override IReadOnlyList<PageRoute> Routes =>
    [
        PageRoute.Get("/sign-off/{token}", LinkPage((_, link, model) => Task.FromResult<PageAnswer>(ShowFor(link, model, [])))),
        PageRoute.Post("/sign-off/{token}", LinkPage(Sign)),
        PageRoute.Get("/sign-off/{token}/pack", LinkPage(Read)),
        PageRoute.Get("/sign-off/{token}/back", LinkPage((_, link, model) => Task.FromResult<PageAnswer>(link.Status == LinkStatus.Live && model.Newer is null ? ShowBack(model, []) : ShowFor(link, model, [])))),
        PageRoute.Post("/sign-off/{token}/back", LinkPage(SendBack)),
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

        return await answer(request, found, model);
    };

    private async Task<PageAnswer> Sign(PageRequest request, FoundLink link, SigningModel model)
    {
        if (link.Status != LinkStatus.Live)
        {
            return ShowFor(link, model, []);
        }

        if (request.Field("read") != "yes")
        {
            return ShowFor(link, model, [new FieldError("read", "Tick that you have read this version")]);
        }

        string token = request.Part("token");
        ActResult result = await desk.Perform(request.Client, new SignPack
        {
            Id = request.SentFormId,
            AtUtc = request.NowUtc,
            By = model.Signatory.Number,
            Cycle = model.Version.Cycle,
            Body = model.Version.Body,
            Version = model.Version.Version,
            Seal = request.Field("seal"),
        });
        IReadOnlyList<FieldError> errors = StaffDoor.ErrorsOf(result);
        if (errors.Count > 0)
        {
            return ShowFor(link, await models.Of(link.Row!.Brief, token) ?? model, errors);
        }

        await links.Spend(token, request.SentFormId);
        return new PageAnswer.Redirect($"/sign-off/{token}");
    }

    private async Task<PageAnswer> SendBack(PageRequest request, FoundLink link, SigningModel model)
    {
        if (link.Status != LinkStatus.Live)
        {
            return ShowFor(link, model, []);
        }

        SigningModel typed = model with { Paragraph = request.Field("paragraph"), Comment = request.Field("comment") };
        ActResult result = await desk.Perform(request.Client, SigningAct.SendBack(request, typed));
        IReadOnlyList<FieldError> errors = StaffDoor.ErrorsOf(result);
        return errors.Count > 0 ? ShowBack(typed, errors) : new PageAnswer.Redirect($"{model.Address}/sent-back");
    }

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

/// <summary>Turns the form for sending back into its act.</summary>
internal static class SigningAct
{
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
