using QuarterlyCycle.App.Cycles;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.App.Pages.Figures;

/// <summary>P21 to P23: one measure, the second look at an unusual figure, and why there is no figure. Nothing is sent here: answers are kept as drafts.</summary>
public sealed class MeasurePages(OfficerRequests requests, FigureDoors doors, MeasureModels models, AnswerCheck check, Drafts drafts) : PageSet
{
    private const string TaskList = "/figures";

    public override IReadOnlyList<PageRoute> Routes =>
    [
        PageRoute.Get("/measures/{code}", WhileOpen((_, found, figure) => Show(found, figure, figure.Draft, []))),
        PageRoute.Post("/measures/{code}", WhileOpen(Save)),
        PageRoute.Get("/measures/{code}/check", WhileOpen(ShowCheck)),
        PageRoute.Post("/measures/{code}/check", WhileOpen(Explain)),
        PageRoute.Get("/measures/{code}/no-figure", WhileOpen((_, found, figure) => ShowNoFigure(found, figure, figure.Draft is { Reason: not null } draft ? draft : null, []))),
        PageRoute.Post("/measures/{code}/no-figure", WhileOpen(SaveNoFigure)),
    ];

    private Func<PageRequest, Task<PageAnswer>> WhileOpen(Func<PageRequest, OfficerRequest, RequestedFigure, Task<PageAnswer>> answer) =>
        requests.MeasurePage(async (request, found, figure) => await doors.WhyNotAnswer(found, figure) ?? await answer(request, found, figure));

    private async Task<PageAnswer> Save(PageRequest request, OfficerRequest found, RequestedFigure figure)
    {
        SubmissionForm form = Kept(figure, MeasureForms.Read(request, found.Cycle, figure.Code));
        if (request.Field("later").Length > 0)
        {
            await drafts.Save(found.Cycle, form);
            return new PageAnswer.Redirect(TaskList);
        }

        SubmissionReading reading = await check.Check(found.Cycle, form);
        if (!reading.IsAccepted)
        {
            return await Show(found, figure, form, reading.Errors);
        }

        await drafts.Save(found.Cycle, form);
        return OnFrom(figure, reading);
    }

    // An explanation given before stays with the value that it explains.
    private static SubmissionForm Kept(RequestedFigure figure, SubmissionForm form) =>
        figure.Draft is { Explanation: { } explanation } before && before.Value == form.Value && before.Numerator == form.Numerator && before.Denominator == form.Denominator
            ? form with { Explanation = explanation }
            : form;

    private static PageAnswer.Redirect OnFrom(RequestedFigure figure, SubmissionReading reading) =>
        new(reading.NeedsExplanation ? $"/measures/{figure.Code}/check" : TaskList);

    private async Task<PageAnswer> ShowCheck(PageRequest request, OfficerRequest found, RequestedFigure figure)
    {
        if (figure.Draft is not { } draft || await check.Check(found.Cycle, draft) is not { NeedsExplanation: true } reading)
        {
            return new PageAnswer.Redirect($"/measures/{figure.Code}");
        }

        return await Look(found, figure, draft, reading, []);
    }

    private async Task<PageAnswer> Explain(PageRequest request, OfficerRequest found, RequestedFigure figure)
    {
        if (figure.Draft is not { } draft)
        {
            return new PageAnswer.Redirect($"/measures/{figure.Code}");
        }

        string explanation = request.Field(SubmissionFields.Explanation).ReplaceLineEndings("\n");
        SubmissionReading reading = await check.Check(found.Cycle, draft with { Explanation = explanation });
        IReadOnlyList<FieldError> errors = explanation.Length == 0
            ? [new FieldError(SubmissionFields.Explanation, "Enter why it has changed")]
            : [.. reading.Errors.Where(error => error.Field == SubmissionFields.Explanation)];
        if (errors.Count > 0)
        {
            return await Look(found, figure, draft with { Explanation = explanation }, await check.Check(found.Cycle, draft), errors);
        }

        await drafts.Save(found.Cycle, draft with { Explanation = explanation });
        return new PageAnswer.Redirect(TaskList);
    }

    private async Task<PageAnswer> SaveNoFigure(PageRequest request, OfficerRequest found, RequestedFigure figure)
    {
        SubmissionForm form = Kept(figure, MeasureForms.ReadReason(request, found.Cycle, figure.Code)) with { Comment = figure.Draft?.Comment };
        SubmissionReading reading = await check.Check(found.Cycle, form);
        IReadOnlyList<FieldError> errors = form.Reason is null
            ? [new FieldError(SubmissionFields.Reason, "Select why there is no figure")]
            : reading.Errors;
        if (errors.Count > 0)
        {
            return await ShowNoFigure(found, figure, form, errors);
        }

        await drafts.Save(found.Cycle, form);
        return OnFrom(figure, reading);
    }

    private async Task<PageAnswer> Show(OfficerRequest found, RequestedFigure figure, SubmissionForm? form, IReadOnlyList<FieldError> errors)
    {
        MeasureModel model = await models.Of(found, figure, form);
        return PageAnswer.Show<MeasurePage>(model.Question, model, errors);
    }

    private async Task<PageAnswer> Look(OfficerRequest found, RequestedFigure figure, SubmissionForm draft, SubmissionReading reading, IReadOnlyList<FieldError> errors)
    {
        MeasureModel model = await models.Of(found, figure, draft);
        return PageAnswer.Show<CheckFigurePage>("Check this figure", model with { Queries = [.. reading.Queries.Where(query => query.IsShownBeforeSending)] }, errors);
    }

    // A milestone always has a state, so there is nothing to ask for it here.
    private async Task<PageAnswer> ShowNoFigure(OfficerRequest found, RequestedFigure figure, SubmissionForm? form, IReadOnlyList<FieldError> errors) => figure.IsMilestone
        ? new PageAnswer.Redirect($"/measures/{figure.Code}")
        : PageAnswer.Show<NoFigurePage>("Why is there no figure?", await models.Of(found, figure, form), errors);
}
