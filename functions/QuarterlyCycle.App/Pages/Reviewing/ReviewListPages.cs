using System.Globalization;
using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Pages.Staff;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.App.Pages.Reviewing;

/// <summary>P40, P43 and P44: what there is to review, and agreeing what needs no closer look.</summary>
public sealed class ReviewListPages(StaffDoor door, ReviewedFigures figures, QuarterRecords records, ActDesk desk) : PageSet
{
    /// <summary>The field that names a figure in the form that agrees many.</summary>
    public const string MeasureField = "measure";

    /// <summary>The start of the field with the submission that the page showed.</summary>
    public const string SeenField = "seen-";

    public override IReadOnlyList<PageRoute> Routes =>
    [
        PageRoute.Get("/review", door.QuarterPage(Show)),
        PageRoute.Get("/review/agree", door.QuarterPage(async (request, visit, quarter) => ShowAgree(await ListOf(quarter, visit), []))),
        PageRoute.Post("/review/agree", door.QuarterPage(Agree)),
    ];

    private async Task<PageAnswer> Show(PageRequest request, StaffVisit visit, QuarterInView quarter)
    {
        ReviewListModel model = await ListOf(quarter, visit);
        return PageAnswer.Show<ReviewListPage>(model.IsFinished ? "You've finished reviewing" : "Figures to review", model with { Done = DoneWords(request) });
    }

    private async Task<PageAnswer> Agree(PageRequest request, StaffVisit visit, QuarterInView quarter)
    {
        string[] measures = [.. request.Fields(MeasureField).Distinct(StringComparer.Ordinal)];
        Dictionary<string, int> seen = [];
        foreach (string measure in measures)
        {
            if (int.TryParse(request.Field(SeenField + measure), NumberStyles.None, CultureInfo.InvariantCulture, out int number))
            {
                seen[measure] = number;
            }
        }

        ActResult result = await desk.Perform(request.Client, new AgreeFigures
        {
            Id = request.SentFormId,
            AtUtc = request.NowUtc,
            By = visit.By,
            Cycle = quarter.Code,
            Measures = measures,
            Seen = seen,
        });
        IReadOnlyList<FieldError> errors = StaffDoor.ErrorsOf(result);
        return errors.Count > 0
            ? ShowAgree(await ListOf(quarter, visit), errors)
            : new PageAnswer.Redirect(string.Create(CultureInfo.InvariantCulture, $"/review?agreed={measures.Length}"));
    }

    private static PageAnswer.View ShowAgree(ReviewListModel model, IReadOnlyList<FieldError> errors) =>
        PageAnswer.Show<AgreeFiguresPage>(model.Ready.Count == 0 ? "Nothing to agree together" : $"Agree {Figures(model.Ready.Count)}", model, errors);

    private async Task<ReviewListModel> ListOf(QuarterInView quarter, StaffVisit visit)
    {
        IReadOnlyList<ReviewedFigure> all = await figures.Of(quarter, visit);
        Dictionary<string, string> reviewers = [];
        foreach (string reviewer in all.Select(figure => figure.Figure.Reviewer).Distinct(StringComparer.Ordinal))
        {
            reviewers[reviewer] = (await records.People.Of(reviewer)).Name;
        }

        return new ReviewListModel { Quarter = quarter, All = all, NowUtc = visit.NowUtc, By = visit.By, Reviewers = reviewers };
    }

    private static string? DoneWords(PageRequest request)
    {
        if (int.TryParse(request.Query("agreed"), NumberStyles.None, CultureInfo.InvariantCulture, out int agreed))
        {
            return $"You agreed {Figures(agreed)}.";
        }

        return request.Query("done") switch
        {
            "asked" => "Your question is sent. The figure is open for its officer until there is an answer.",
            "sent-back" => "The figure is sent back. Its officer has been told what needs changing.",
            _ => null,
        };
    }

    /// <summary>"1 figure", "3 figures".</summary>
    internal static string Figures(int count) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "figure" : "figures")}");
}

/// <summary>What there is to review.</summary>
public sealed record ReviewListModel
{
    public required QuarterInView Quarter { get; init; }

    public required IReadOnlyList<ReviewedFigure> All { get; init; }

    public required IReadOnlyDictionary<string, string> Reviewers { get; init; }

    public required string By { get; init; }

    public required DateTime NowUtc { get; init; }

    public string? Done { get; init; }

    public int In => All.Count(figure => figure.Submission is not null);

    public IReadOnlyList<ReviewedFigure> First => [.. All.Where(figure => figure.IsWaiting && (figure.Reasons.Count > 0 || figure.IsOwn))];

    /// <summary>What can be agreed together: nothing with a fired check, and nothing of the visitor's own.</summary>
    public IReadOnlyList<ReviewedFigure> Ready => [.. All.Where(figure => figure.IsReady && !figure.IsOwn)];

    public IReadOnlyList<ReviewedFigure> Asked => [.. All.Where(figure => figure.Figure.Status == FigureStatus.QuestionRaised)];

    public IReadOnlyList<ReviewedFigure> ToCome => [.. All.Where(figure => figure.Figure.IsOutstanding)];

    public IReadOnlyList<ReviewedFigure> Agreed => [.. All.Where(figure => figure.Figure.Status == FigureStatus.Agreed)];

    public IReadOnlyList<ReviewedFigure> Missing => [.. All.Where(figure => figure.Figure.Status == FigureStatus.NotSupplied)];

    /// <summary>What was sent and never agreed before corrections stopped.</summary>
    public IReadOnlyList<ReviewedFigure> LeftUnagreed => [.. All.Where(figure => figure is { Submission: not null, Figure: { Locked: true, Status: not (FigureStatus.Agreed or FigureStatus.QuestionRaised) } })];

    /// <summary>Whether nothing that has come waits for the reviewer; before anything has come there is nothing to have finished.</summary>
    public bool IsFinished => In > 0 && First.Count == 0 && Ready.Count == 0 && Asked.Count == 0;

    /// <summary>Whose figure it is to review, where it is not the visitor's.</summary>
    public string? ReviewerOf(ReviewedFigure figure) => figure.Figure.Reviewer == By ? null : Reviewers[figure.Figure.Reviewer];

    public DateTime DueUtc(RequestedFigure figure) => figure.DueUtc(Quarter.Timetable);
}
