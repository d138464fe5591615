using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Pages.Figures;
using QuarterlyCycle.App.Pages.Staff;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.App.Pages.Running;

/// <summary>P55: the project manager revises a figure after corrections have stopped, and sees where the old one was used.</summary>
public sealed class RevisionPages(StaffDoor door, QuartersInView quarters, MeasureModels models, QuarterRecords records, ActDesk desk) : PageSet
{
    internal const string ReasonField = "class";

    public override IReadOnlyList<PageRoute> Routes =>
    [
        PageRoute.Get("/cycle/revise/{cycle}/{code}", door.ManagerPage((request, visit) => Show(request, visit, null, null, "", []))),
        PageRoute.Post("/cycle/revise/{cycle}/{code}", door.ManagerPage(Revise)),
    ];

    private async Task<PageAnswer> Revise(PageRequest request, StaffVisit visit)
    {
        SubmissionForm form = MeasureForms.ReadCorrection(request, request.Part("cycle"), request.Part("code"));
        string why = request.Field(RevisingAFigure.WhyField);
        if (!(Enum.TryParse(request.Field(ReasonField), out CorrectionReason reason) && Enum.IsDefined(reason)))
        {
            return await Show(request, visit, form, null, why, [new FieldError(ReasonField, "Select what kind of revision it is")]);
        }

        IReadOnlyList<FieldError> errors = StaffDoor.ErrorsOf(await desk.Perform(
            request.Client,
            new ReviseFigure { Id = request.SentFormId, AtUtc = request.NowUtc, By = visit.By, Cycle = request.Part("cycle"), Form = form, Reason = reason, Why = why }));
        return errors.Count > 0 ? await Show(request, visit, form, reason, why, errors) : new PageAnswer.Redirect("/cycle?done=revised");
    }

    private async Task<PageAnswer> Show(PageRequest request, StaffVisit visit, SubmissionForm? typed, CorrectionReason? reason, string why, IReadOnlyList<FieldError> errors)
    {
        if (await quarters.Of(request.Part("cycle")) is not { } quarter || await records.Figures.Get(quarter.Code, request.Part("code")) is not { } figure)
        {
            return StaffDoor.NotFound();
        }

        Submission? stored = figure.Submission is { } number ? await records.Submissions.Of(quarter.Code, figure.Code, number) : null;
        OfficerRequest asked = new()
        {
            Request = await records.DataRequests.Of(quarter.Code, figure.Officer),
            Officer = await records.People.Of(figure.Officer),
            Visitor = visit.By,
            Plan = quarter.Plan,
            Timetable = quarter.Timetable,
            Figures = [figure],
            NowUtc = visit.NowUtc,
        };
        RevisionModel model = new()
        {
            Quarter = quarter,
            Measure = await models.Of(asked, figure, typed ?? (stored is null ? null : MeasureForms.From(stored))),
            Stored = stored,
            PrintedIn = await PrintedIn(quarter, figure),
            Reason = reason,
            Why = why,
        };
        return PageAnswer.Show<RevisePage>($"Revise {figure.Code}", model, errors);
    }

    private async Task<IReadOnlyList<string>> PrintedIn(QuarterInView quarter, RequestedFigure figure)
    {
        List<string> printed = [];
        foreach (string body in figure.Bodies.Append(quarter.Timetable.Board.Body).Distinct(StringComparer.Ordinal))
        {
            printed.AddRange((await records.Packs.All(quarter.Code, body))
                .Where(version => version.IssuedUtc is not null && version.State != PackState.Withdrawn)
                .Select(version => $"{quarter.BodyName(body)} report, version {version.Version.ToString(System.Globalization.CultureInfo.InvariantCulture)}"));
        }

        return printed;
    }
}

/// <summary>A figure that stands, and what it is to become.</summary>
public sealed record RevisionModel
{
    public required QuarterInView Quarter { get; init; }

    public required MeasureModel Measure { get; init; }

    /// <summary>What stands; null when nothing was supplied.</summary>
    public Submission? Stored { get; init; }

    /// <summary>The issued reports that printed it, each by name and version.</summary>
    public required IReadOnlyList<string> PrintedIn { get; init; }

    public CorrectionReason? Reason { get; init; }

    public required string Why { get; init; }
}
