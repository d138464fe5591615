using QuarterlyCycle.App.Acts;
using QuarterlyCycle.Domain.DataRequests;

namespace QuarterlyCycle.App.Pages.Figures;

/// <summary>P36: whether a figure may still be answered or corrected, and the page that says why not and who can help.</summary>
public sealed class FigureDoors(Standing standing)
{
    /// <summary>Null while the figure may be answered; a figure that was sent leads to its correction or its question.</summary>
    public async Task<PageAnswer?> WhyNotAnswer(OfficerRequest found, RequestedFigure figure)
    {
        if (found.IsOpen(figure))
        {
            return null;
        }

        if (figure.Submission is not null)
        {
            return new PageAnswer.Redirect(figure.OpenChallenge is null ? $"/measures/{figure.Code}/correct" : $"/measures/{figure.Code}/question");
        }

        string words = await standing.AnswersClosed(figure, found.Timetable, CancellationToken.None);
        return Closed("Answers have closed", found, figure, words, $"The report says “Figure not supplied” for {figure.Code}.");
    }

    /// <summary>Null while the figure may be corrected; one that was never sent leads to its page.</summary>
    public async Task<PageAnswer?> WhyNotCorrect(OfficerRequest found, RequestedFigure figure)
    {
        if (found.IsCorrectable(figure))
        {
            return null;
        }

        if (figure.Submission is null)
        {
            return found.IsOpen(figure) ? new PageAnswer.Redirect($"/measures/{figure.Code}") : await WhyNotAnswer(found, figure);
        }

        string words = await standing.CorrectionsClosed(figure, found.Timetable, CancellationToken.None);
        return Closed("Corrections have closed", found, figure, words, "The figure stands as it was sent.");
    }

    private static PageAnswer.View Closed(string title, OfficerRequest found, RequestedFigure figure, string words, string consequence) =>
        PageAnswer.Show<ClosedPage>(
            title,
            new ClosedModel(title, figure.Code, found.NameOf(figure), [words, consequence, "What you saved is kept."], found.Plan.Partnership.ContactEmail, found.Plan.Partnership.ContactPhone),
            status: 409);
}

/// <summary>A figure that can no longer be answered or corrected, and whom to ask.</summary>
public sealed record ClosedModel(string Title, string Code, string Name, IReadOnlyList<string> Words, string? Email, string? Telephone);
