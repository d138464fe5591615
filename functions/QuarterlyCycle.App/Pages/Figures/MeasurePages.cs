using QuarterlyCycle.App.Cycles;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.App.Pages.Figures;

/// <summary>P21 to P23: one measure, the second look at an unusual figure, and why there is no figure. Nothing is sent here: answers are kept as drafts.</summary>
public sealed class MeasurePages(OfficerRequests requests, MeasureModels models, AnswerCheck check, Drafts drafts) : PageSet
{
    public override IReadOnlyList<PageRoute> Routes =>
    [
        PageRoute.Get("/measures/{code}", requests.MeasurePage(async (request, found, figure) =>
            WhyClosed(found, figure) ?? await Show(found, figure, figure.Draft, []))),
        PageRoute.Post("/measures/{code}", requests.MeasurePage(Save)),
        PageRoute.Get("/measures/{code}/check", requests.MeasurePage(ShowCheck)),
        PageRoute.Post("/measures/{code}/check", requests.MeasurePage(Explain)),
        PageRoute.Get("/measures/{code}/no-figure", requests.MeasurePage(async (request, found, figure) =>
            WhyClosed(found, figure) ?? await ShowNoFigure(found, figure, figure.Draft, []))),
        PageRoute.Post("/measures/{code}/no-figure", requests.MeasurePage(SaveNoFigure)),
    ];

    private async Task<PageAnswer> Save(PageRequest request, OfficerRequest found, RequestedFigure figure)
    {
        if (WhyClosed(found, figure) is { } closed)
        {
            return closed;
        }

        SubmissionForm form = Kept(figure, MeasureForms.Read(request, found.Cycle, figure.Code));
        if (request.Field("later").Length > 0)
        {
            await drafts.Save(found.Cycle, form);
            return new PageAnswer.Redirect("/figures");
        }

        SubmissionReading reading = await check.Check(found.Cycle, form);
        if (!reading.IsAccepted)
        {
            return await Show(found, figure, form, reading.Errors);
        }

        await drafts.Save(found.Cycle, form);
        return new PageAnswer.Redirect(reading.NeedsExplanation ? $"/measures/{figure.Code}/check" : "/figures");
    }

    // An explanation given before stays with the value that it explains.
    private static SubmissionForm Kept(RequestedFigure figure, SubmissionForm form) =>
        figure.Draft is { Explanation: { } explanation } before && before.Value == form.Value && before.Numerator == form.Numerator && before.Denominator == form.Denominator
            ? form with { Explanation = explanation }
            : form;

    private async Task<PageAnswer> ShowCheck(PageRequest request, OfficerRequest found, RequestedFigure figure)
    {
        if (WhyClosed(found, figure) is { } closed)
        {
            return closed;
        }

        if (figure.Draft is not { } draft || await check.Check(found.Cycle, draft) is not { NeedsExplanation: true } reading)
        {
            return new PageAnswer.Redirect($"/measures/{figure.Code}");
        }

        return await Look(found, figure, draft, reading, []);
    }

    private async Task<PageAnswer> Explain(PageRequest request, OfficerRequest found, RequestedFigure figure)
    {
        if (WhyClosed(found, figure) is { } closed)
        {
            return closed;
        }

        if (figure.Draft is not { } draft)
        {
            return new PageAnswer.Redirect($"/measures/{figure.Code}");
        }

        string explanation = request.Field(SubmissionFields.Explanation);
        if (explanation.Length == 0)
        {
            return await Look(found, figure, draft, await check.Check(found.Cycle, draft), [new FieldError(SubmissionFields.Explanation, "Enter why it has changed")]);
        }

        await drafts.Save(found.Cycle, draft with { Explanation = explanation });
        return new PageAnswer.Redirect("/figures");
    }

    private async Task<PageAnswer> SaveNoFigure(PageRequest request, OfficerRequest found, RequestedFigure figure)
    {
        if (WhyClosed(found, figure) is { } closed)
        {
            return closed;
        }

        SubmissionForm form = MeasureForms.ReadReason(request, found.Cycle, figure.Code);
        IReadOnlyList<FieldError> errors = form.Reason is null
            ? [new FieldError(SubmissionFields.Reason, "Select why there is no figure")]
            : (await check.Check(found.Cycle, form)).Errors;
        if (errors.Count > 0)
        {
            return await ShowNoFigure(found, figure, form, errors);
        }

        await drafts.Save(found.Cycle, form);
        return new PageAnswer.Redirect("/figures");
    }

    private async Task<PageAnswer> Show(OfficerRequest found, RequestedFigure figure, SubmissionForm? form, IReadOnlyList<FieldError> errors)
    {
        MeasureModel model = await models.Of(found, figure, form);
        return figure.IsMilestone
            ? PageAnswer.Show<MilestonePage>(model.Question, model, errors)
            : PageAnswer.Show<MeasurePage>(model.Question, model, errors);
    }

    private async Task<PageAnswer> Look(OfficerRequest found, RequestedFigure figure, SubmissionForm draft, SubmissionReading reading, IReadOnlyList<FieldError> errors)
    {
        MeasureModel model = await models.Of(found, figure, draft);
        return PageAnswer.Show<CheckFigurePage>("Check this figure", model with { Queries = [.. reading.Queries.Where(query => query.IsShownBeforeSending)] }, errors);
    }

    private async Task<PageAnswer> ShowNoFigure(OfficerRequest found, RequestedFigure figure, SubmissionForm? form, IReadOnlyList<FieldError> errors) =>
        PageAnswer.Show<NoFigurePage>("Why is there no figure?", await models.Of(found, figure, form), errors);

    private static PageAnswer? WhyClosed(OfficerRequest found, RequestedFigure figure)
    {
        if (found.IsOpen(figure))
        {
            return null;
        }

        return figure.Submission is null
            ? PageAnswer.Show<AnswersClosedPage>("Answers have closed", new ClosedModel(found, figure), status: 409)
            : new PageAnswer.Redirect(figure.OpenChallenge is null ? $"/measures/{figure.Code}/correct" : $"/measures/{figure.Code}/question");
    }
}

/// <summary>A figure that can no longer be answered or corrected.</summary>
public sealed record ClosedModel(OfficerRequest Found, RequestedFigure Figure);
