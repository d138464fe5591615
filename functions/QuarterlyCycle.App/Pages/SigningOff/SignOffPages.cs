using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Pages.Packs;
using QuarterlyCycle.App.Pages.Staff;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.App.Pages.SigningOff;

/// <summary>P82 to P84 for chairs and vice-chairs who signed in: always the version that stands.</summary>
public sealed class SignOffPages(PackDoor door, SigningModels models, ActDesk desk) : PageSet
{
    public override IReadOnlyList<PageRoute> Routes =>
    [
        PageRoute.Get("/packs/{cycle}/{body}/sign-off", SignatoryPage((_, model) => Task.FromResult<PageAnswer>(Show(model, [])))),
        PageRoute.Post("/packs/{cycle}/{body}/sign-off", SignatoryPage(Sign)),
        PageRoute.Get("/packs/{cycle}/{body}/sign-off/back", SignatoryPage((_, model) => Task.FromResult<PageAnswer>(PageAnswer.Show<SendBackPage>("What needs to change?", model)))),
        PageRoute.Post("/packs/{cycle}/{body}/sign-off/back", SignatoryPage(SendBack)),
        PageRoute.Get("/packs/{cycle}/{body}/sign-off/sent-back", SignatoryPage((_, model) => Task.FromResult<PageAnswer>(PageAnswer.Show<SentBackPage>("Sent back", model)))),
    ];

    private Func<PageRequest, Task<PageAnswer>> SignatoryPage(Func<PageRequest, SigningModel, Task<PageAnswer>> answer) => door.BodyPage(async (request, body) =>
    {
        if (!body.IsSignatory || body.IsBoard)
        {
            return StaffDoor.NoAccess($"The chair of {body.Name} signs its report, or the vice-chair for the chair.", body.Address);
        }

        return body.Standing is { } standing
            && await models.Of(body.Cycle, body.Body, standing.Version, body.Visit.By, $"{body.Address}/sign-off", PackWords.Reading(standing, PackEdition.Public)) is { } model
            ? await answer(request, model)
            : StaffDoor.NoAccess("No version of this report is issued, so there is nothing to sign yet.", body.Address);
    });

    private async Task<PageAnswer> Sign(PageRequest request, SigningModel model)
    {
        if (request.Field("read") != "yes")
        {
            return Show(model, [new FieldError("read", "Tick that you have read this version")]);
        }

        // The number and seal that the page showed, so that nobody signs what was issued meanwhile.
        int version = int.TryParse(request.Field("version"), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int shown) ? shown : model.Version.Version;
        ActResult result = await desk.Perform(request.Client, SigningAct.Sign(request, model, version));
        IReadOnlyList<FieldError> errors = StaffDoor.ErrorsOf(result);
        return errors.Count > 0 ? Show(model, errors) : new PageAnswer.Redirect(model.Address);
    }

    private async Task<PageAnswer> SendBack(PageRequest request, SigningModel model)
    {
        SigningModel typed = SigningAct.Typed(request, model);
        ActResult result = await desk.Perform(request.Client, SigningAct.SendBack(request, typed));
        IReadOnlyList<FieldError> errors = StaffDoor.ErrorsOf(result);
        return errors.Count > 0
            ? PageAnswer.Show<SendBackPage>("What needs to change?", typed, errors)
            : new PageAnswer.Redirect($"{model.Address}/sent-back");
    }

    private static PageAnswer.View Show(SigningModel model, IReadOnlyList<FieldError> errors) => model.Signature is null
        ? PageAnswer.Show<SignOffPage>($"Sign off the {model.Body.Body.Name} report", model, errors)
        : PageAnswer.Show<SignedOffPage>("Signed off", model, errors);
}
