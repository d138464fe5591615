using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Pages.Staff;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Submissions;
using QuarterlyCycle.Domain.Timetables;

namespace QuarterlyCycle.App.Pages.Running;

/// <summary>P57: closing a stage early, or starting the next one now; and cancelling the quarter.</summary>
public sealed class ClosePages(StaffDoor door, QuarterRecords records, ActDesk desk) : PageSet
{
    public override IReadOnlyList<PageRoute> Routes =>
    [
        PageRoute.Get("/cycle/close", door.ManagerQuarterPage((request, visit, quarter) => Show(visit, quarter, "", []))),
        PageRoute.Post("/cycle/close", door.ManagerQuarterPage(Move)),
        PageRoute.Get("/cycle/cancel", door.ManagerQuarterPage((request, visit, quarter) => ShowCancel(quarter, "", []))),
        PageRoute.Post("/cycle/cancel", door.ManagerQuarterPage(Cancel)),
    ];

    private async Task<PageAnswer> Move(PageRequest request, StaffVisit visit, QuarterInView quarter)
    {
        string reason = request.Field("reason");
        IReadOnlyList<FieldError> errors = Enum.TryParse(request.Field("move"), out StageMove move) && Enum.IsDefined(move)
            ? StaffDoor.ErrorsOf(await desk.Perform(request.Client, new MoveStage { Id = request.SentFormId, AtUtc = request.NowUtc, By = visit.By, Cycle = quarter.Code, Move = move, Reason = reason }))
            : [new FieldError("", "This stage cannot be moved. Look at where the quarter is now.")];
        return errors.Count > 0 ? await Show(visit, quarter, reason, errors) : new PageAnswer.Redirect("/cycle?done=moved");
    }

    private async Task<PageAnswer> Show(StaffVisit visit, QuarterInView quarter, string reason, IReadOnlyList<FieldError> errors)
    {
        StageMove? move = NextMove(quarter.Timetable, visit.NowUtc);
        IReadOnlyList<RequestedFigure> figures = await records.Figures.All(quarter.Code);
        List<MissingMeasure> missing = [];
        foreach (RequestedFigure figure in figures.Where(figure => Concerns(move, figure)))
        {
            missing.Add(new MissingMeasure(figure.Code, quarter.NameOf(figure.Code), (await records.People.Of(figure.Officer)).Name, Prints(move, figure)));
        }

        return PageAnswer.Show<ClosePage>(TitleOf(move), new CloseModel
        {
            Quarter = quarter,
            Move = quarter.IsRunning ? move : null,
            Missing = missing,
            In = figures.Count(figure => figure.Submission is not null),
            Of = figures.Count,
            Told = [.. await Told(quarter, move, figures)],
            Reason = reason,
        }, errors);
    }

    private async Task<PageAnswer> Cancel(PageRequest request, StaffVisit visit, QuarterInView quarter)
    {
        string reason = request.Field("reason");
        ActResult result = await desk.Perform(request.Client, new CancelCycle { Id = request.SentFormId, AtUtc = request.NowUtc, By = visit.By, Cycle = quarter.Code, Reason = reason });
        IReadOnlyList<FieldError> errors = StaffDoor.ErrorsOf(result);
        return errors.Count > 0 ? await ShowCancel(quarter, reason, errors) : new PageAnswer.Redirect("/cycle?done=cancelled");
    }

    private async Task<PageAnswer> ShowCancel(QuarterInView quarter, string reason, IReadOnlyList<FieldError> errors)
    {
        List<string> told = [];
        foreach (DataRequest asked in (await records.DataRequests.All(quarter.Code)).Where(asked => asked.State == DataRequestState.Asked))
        {
            told.Add((await records.People.Of(asked.Officer)).Name);
        }

        return PageAnswer.Show<CancelPage>($"Cancel quarter {quarter.Quarter.Number}", new CancelModel(quarter, [.. told.Order(StringComparer.Ordinal)], reason), errors);
    }

    /// <summary>What can be moved now; null when nothing can.</summary>
    internal static StageMove? NextMove(Timetable timetable, DateTime nowUtc)
    {
        if (nowUtc < timetable.OpensUtc)
        {
            return null;
        }

        if (nowUtc < timetable.AnswersStopUtc)
        {
            return StageMove.CloseCollection;
        }

        if (nowUtc < timetable.CorrectionsStopUtc)
        {
            return StageMove.CloseReview;
        }

        if (nowUtc < timetable.CollateUtc)
        {
            return StageMove.StartCollation;
        }

        return nowUtc < timetable.Board.BuildUtc ? StageMove.StartBoardPack : null;
    }

    /// <summary>The act in a heading's words.</summary>
    internal static string TitleOf(StageMove? move) => move switch
    {
        StageMove.CloseCollection => "Close the collection now",
        StageMove.CloseReview => "Close the review now",
        StageMove.StartCollation => "Put the groups' reports together now",
        StageMove.StartBoardPack => "Put the board's report together now",
        _ => "Nothing to close now",
    };

    private static bool Concerns(StageMove? move, RequestedFigure figure) => move switch
    {
        StageMove.CloseCollection => figure.IsOutstanding,
        StageMove.CloseReview => figure.Status is FigureStatus.QuestionRaised or FigureStatus.Sent or FigureStatus.NoFigureGiven,
        _ => figure.Status is FigureStatus.NotSupplied or FigureStatus.QuestionRaised,
    };

    private static string Prints(StageMove? move, RequestedFigure figure) => figure switch
    {
        { IsOutstanding: true } => "The report will say “Figure not supplied”, unless you gave it more time",
        { Status: FigureStatus.NotSupplied } => "The report says “Figure not supplied”",
        { Status: FigureStatus.QuestionRaised } => "The report prints the figure with “Question open”",
        { Status: FigureStatus.NoFigureGiven } => "The report prints the reason that was given",
        _ => "The report prints the figure, which nobody has agreed",
    };

    private async Task<IEnumerable<string>> Told(QuarterInView quarter, StageMove? move, IReadOnlyList<RequestedFigure> figures)
    {
        IEnumerable<string> numbers = move switch
        {
            StageMove.CloseCollection => figures.Where(figure => figure.IsOutstanding).Select(figure => figure.Officer).Concat(figures.Select(figure => figure.Reviewer)),
            StageMove.StartCollation or StageMove.StartBoardPack => (await records.People.ProjectManagers()).Select(person => person.Number),
            _ => [],
        };
        List<string> names = [];
        foreach (string number in numbers.Distinct(StringComparer.Ordinal))
        {
            names.Add((await records.People.Of(number)).Name);
        }

        return names.Order(StringComparer.Ordinal);
    }
}

/// <summary>A measure that would go on as it is, and what the report prints of it.</summary>
public sealed record MissingMeasure(string Code, string Name, string Officer, string Prints);

/// <summary>A stage about to be moved.</summary>
public sealed record CloseModel
{
    public required QuarterInView Quarter { get; init; }

    /// <summary>What can be moved, or null.</summary>
    public StageMove? Move { get; init; }

    public required IReadOnlyList<MissingMeasure> Missing { get; init; }

    public required int In { get; init; }

    public required int Of { get; init; }

    /// <summary>Who gets an e-mail because of it.</summary>
    public required IReadOnlyList<string> Told { get; init; }

    public required string Reason { get; init; }
}

/// <summary>A quarter about to be cancelled.</summary>
public sealed record CancelModel(QuarterInView Quarter, IReadOnlyList<string> Told, string Reason);
