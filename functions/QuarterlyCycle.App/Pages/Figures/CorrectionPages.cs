using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Cycles;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.App.Pages.Figures;

/// <summary>P33: a figure that was sent is corrected, with its reason and with what the correction affects.</summary>
public sealed class CorrectionPages(OfficerRequests requests, FigureDoors doors, MeasureModels models, AnswerCheck check, ActDesk desk, Standing standing, QuarterRecords records) : PageSet
{
    internal const string WhyField = "why";

    public override IReadOnlyList<PageRoute> Routes =>
    [
        PageRoute.Get("/measures/{code}/correct", requests.MeasurePage(ShowStored)),
        PageRoute.Post("/measures/{code}/correct", requests.MeasurePage(Correct)),
    ];

    private async Task<PageAnswer> ShowStored(PageRequest request, OfficerRequest found, RequestedFigure figure)
    {
        if (await doors.WhyNotCorrect(found, figure) is { } closed)
        {
            return closed;
        }

        return await Show(found, figure, MeasureForms.From(await InForce(found, figure)), null, [], []);
    }

    private async Task<PageAnswer> Correct(PageRequest request, OfficerRequest found, RequestedFigure figure)
    {
        if (figure.Submission is null && await doors.WhyNotCorrect(found, figure) is { } never)
        {
            return never;
        }

        SubmissionForm form = MeasureForms.ReadCorrection(request, found.Cycle, figure.Code);
        if (!(Enum.TryParse(request.Field(WhyField), out CorrectionReason why) && Enum.IsDefined(why)))
        {
            SubmissionReading reading = await check.Check(found.Cycle, form);
            return await Show(found, figure, form, null, [.. reading.Errors, new FieldError(WhyField, "Select why the figure is changing")], []);
        }

        ActResult result = await desk.Perform(request.Client, new CorrectFigure
        {
            Id = request.SentFormId,
            AtUtc = request.NowUtc,
            By = found.Visitor,
            Cycle = found.Cycle,
            Form = form,
            Reason = why,
            Route = SubmissionRoute.Page,
        });
        return result switch
        {
            ActResult.Accepted { NotTaken: [] } accepted => new PageAnswer.Redirect($"/figures/sent/{accepted.Reference}"),
            ActResult.Accepted faster => await Show(await requests.Of(request) ?? found, figure, form, why, faster.NotTaken, []),
            ActResult.ToExplain toExplain => await Show(found, figure, form, why, [new FieldError(SubmissionFields.Explanation, "Enter why it has changed")], toExplain.Figures[0].Queries),
            ActResult.Refused when await doors.WhyNotCorrect(found, figure) is { } closed => closed,
            ActResult.Refused refused => await Show(found, figure, form, why, refused.Errors, []),
            _ => throw new InvalidOperationException($"Correcting a figure ended as {result.GetType().Name}."),
        };
    }

    private async Task<PageAnswer> Show(
        OfficerRequest found, RequestedFigure figure, SubmissionForm form, CorrectionReason? why, IReadOnlyList<FieldError> errors, IReadOnlyList<FiredQuery> queries)
    {
        RequestedFigure current = found.Figure(figure.Code) ?? figure;
        Submission stored = await InForce(found, current);
        CorrectionModel model = new()
        {
            Measure = (await models.Of(found, current, form)) with { Queries = queries },
            Stored = stored,
            StoredBy = (await records.People.Of(stored.By)).Name,
            Why = why,
            Affects = await Affects(found, current),
            CorrectionsStopUtc = current.CorrectionsStopUtc(found.Timetable),
        };
        return PageAnswer.Show<CorrectPage>($"Correct {figure.Code}", model, errors);
    }

    private async Task<Submission> InForce(OfficerRequest found, RequestedFigure figure) =>
        await records.Submissions.Of(found.Cycle, figure.Code, figure.Submission ?? throw new InvalidOperationException($"{figure.Code} of {found.Cycle} has not been sent."));

    private async Task<string> Affects(OfficerRequest found, RequestedFigure figure)
    {
        foreach (string body in figure.Bodies)
        {
            if (await records.Packs.Issued(found.Cycle, body) is not null)
            {
                return $"The figure is in a report that has been issued. That report stays as it is, and {await standing.ProjectManagerName(CancellationToken.None)} decides what follows.";
            }
        }

        return figure.Status == FigureStatus.Agreed
            ? "The figure is agreed. The agreement ends, and it has to be agreed again."
            : "Nothing else changes: the figure has not been used yet.";
    }
}

/// <summary>A figure as it stands, and as it is to become.</summary>
public sealed record CorrectionModel
{
    public required MeasureModel Measure { get; init; }

    public required Submission Stored { get; init; }

    public required string StoredBy { get; init; }

    public CorrectionReason? Why { get; init; }

    /// <summary>What the correction affects, in a sentence.</summary>
    public required string Affects { get; init; }

    public required DateTime CorrectionsStopUtc { get; init; }

    public bool MustExplain => Measure.Queries.Count > 0 || Measure.Form?.Explanation is { Length: > 0 };
}
