using System.Globalization;
using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Cycles;
using QuarterlyCycle.App.Pages.Running;
using QuarterlyCycle.App.Pages.Staff;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.App.Pages.Reviewing;

/// <summary>P41, P42 and P45: one figure, with agreeing it, asking about it and sending it back.</summary>
public sealed class ReviewFigurePages(
    StaffDoor door, ReviewedFigures figures, FigureStories stories, FigureHistory history, QuarterRecords records, Standing standing, AnswerMail answers, ActDesk desk) : PageSet
{
    private const string Reason = "reason";
    private const string Words = "words";
    private const string AnswerBy = "answerBy";

    public override IReadOnlyList<PageRoute> Routes =>
    [
        PageRoute.Get("/review/measures/{code}", FigurePage((request, visit, quarter, figure) => Show(request, visit, quarter, figure, []))),
        PageRoute.Post("/review/measures/{code}", FigurePage(Agree)),
        PageRoute.Get("/review/measures/{code}/ask", FigurePage((request, visit, quarter, figure) => ShowAsk(visit, quarter, figure, FreshQuestion(request, quarter, figure, visit), []))),
        PageRoute.Post("/review/measures/{code}/ask", FigurePage(Ask)),
    ];

    private Func<PageRequest, Task<PageAnswer>> FigurePage(Func<PageRequest, StaffVisit, QuarterInView, RequestedFigure, Task<PageAnswer>> answer) => door.QuarterPage(async (request, visit, quarter) =>
    {
        string code = request.Part("code");
        if (await records.Figures.Get(quarter.Code, code) is not { } figure)
        {
            return StaffDoor.NoAccess($"{code} is not asked for in this quarter.", "/review");
        }

        return await standing.Reviews(visit.By, figure, CancellationToken.None)
            ? await answer(request, visit, quarter, figure)
            : StaffDoor.NoAccess($"{(await records.People.Of(figure.Reviewer)).Name} reviews {figure.Code}.", "/review");
    });

    private async Task<PageAnswer> Agree(PageRequest request, StaffVisit visit, QuarterInView quarter, RequestedFigure figure)
    {
        Dictionary<string, int> seen = int.TryParse(request.Field("seen"), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? new() { [figure.Code] = number }
            : [];
        ActResult result = await desk.Perform(request.Client, new AgreeFigures
        {
            Id = request.SentFormId,
            AtUtc = request.NowUtc,
            By = visit.By,
            Cycle = quarter.Code,
            Measures = [figure.Code],
            Seen = seen,
        });
        IReadOnlyList<FieldError> errors = StaffDoor.ErrorsOf(result);
        return errors.Count > 0
            ? await Show(request, visit, quarter, figure, [.. errors.Select(error => error with { Field = "" })])
            : new PageAnswer.Redirect("/review?agreed=1");
    }

    private async Task<PageAnswer> Ask(PageRequest request, StaffVisit visit, QuarterInView quarter, RequestedFigure figure)
    {
        AskForm form = new()
        {
            SendBack = request.Field("sendBack") == "yes",
            Reason = request.Field(Reason),
            Words = request.Field(Words),
            AnswerBy = request.Field(AnswerBy),
        };
        DateTime stopUtc = figure.CorrectionsStopUtc(quarter.Timetable);
        ChallengeReason? reason = Enum.TryParse(form.Reason, out ChallengeReason chosen) && Enum.IsDefined(chosen) ? chosen : null;
        DateOnly? answerBy = TypedDate.Read(form.AnswerBy);
        IReadOnlyList<FieldError> errors = ChallengeRule.CheckQuestion(reason, form.Words, form.SendBack, answerBy, visit.Today, LondonTime.DateOf(stopUtc));
        if (errors.Count == 0)
        {
            ActResult result = await desk.Perform(request.Client, new RaiseChallenge
            {
                Id = request.SentFormId,
                AtUtc = request.NowUtc,
                By = visit.By,
                Cycle = quarter.Code,
                Measure = figure.Code,
                Reason = reason ?? ChallengeReason.Other,
                Words = form.Words,
                AnswerByDate = answerBy ?? visit.Today,
                SendBack = form.SendBack,
            });
            errors = StaffDoor.ErrorsOf(result);
        }

        return errors.Count > 0
            ? await ShowAsk(visit, quarter, figure, form, errors)
            : new PageAnswer.Redirect(form.SendBack ? "/review?done=sent-back" : "/review?done=asked");
    }

    private async Task<PageAnswer> Show(PageRequest request, StaffVisit visit, QuarterInView quarter, RequestedFigure figure, IReadOnlyList<FieldError> errors)
    {
        RequestedFigure now = await records.Figures.Of(quarter.Code, figure.Code);
        ReviewedFigure reviewed = await figures.Of(quarter, visit, now);
        ReviewFigureModel model = await Gather(visit, quarter, reviewed);
        string title = now.LostItsAgreement ? "This figure changed after you agreed it" : $"{now.Code} {reviewed.Name}";
        return PageAnswer.Show<ReviewFigurePage>(title, model with { Title = title }, errors);
    }

    private async Task<ReviewFigureModel> Gather(StaffVisit visit, QuarterInView quarter, ReviewedFigure reviewed)
    {
        RequestedFigure figure = reviewed.Figure;
        IReadOnlyList<Submission> all = await records.Submissions.All(quarter.Code, figure.Code);
        Indicator? indicator = quarter.Plan.Indicator(figure.Code);
        string? next = reviewed is { IsOwn: true, Submission: { } sent } ? await answers.NextReviewer(figure, sent.By, CancellationToken.None) : null;
        return new ReviewFigureModel
        {
            Quarter = quarter,
            Reviewed = reviewed,
            Title = "",
            Indicator = indicator,
            NowUtc = visit.NowUtc,
            SentBy = reviewed.Submission is { } submission ? await NameOf(submission.By) : null,
            SentFor = reviewed.Submission?.OnBehalfOf is { } officer ? await NameOf(officer) : null,
            AgreedBefore = figure.LostItsAgreement ? all.FirstOrDefault(one => one.Number == figure.AgreedSubmission) : null,
            AgreedBy = figure.AgreedBy is { } agreed ? await NameOf(agreed) : null,
            Past = indicator is null ? [] : Past(await history.UpTo(quarter.Code, quarter.Plan, indicator), quarter.Quarter),
            Thread = [.. await Thread(quarter.Code, figure.Code)],
            Story = await stories.Of(quarter, figure),
            NextReviewer = next is null ? null : await NameOf(next),
        };
    }

    private static List<PastFigure> Past(IndicatorHistory known, Quarter quarter)
    {
        List<PastFigure> past = [];
        Quarter each = quarter;
        for (int back = 0; back < 8; back++, each = each.Previous)
        {
            if (known.At(each) is { } figure)
            {
                past.Insert(0, new PastFigure($"Quarter {each.Number.ToString(CultureInfo.InvariantCulture)} {each.Year}", FigureText.InWords(figure)));
            }
        }

        return past;
    }

    private async Task<IEnumerable<ThreadEntry>> Thread(string cycle, string code)
    {
        List<ThreadEntry> thread = [];
        foreach (Challenge challenge in await records.Challenges.OfFigure(cycle, code))
        {
            string asked = challenge.SentBack ? "sent it back" : "asked";
            thread.Add(new ThreadEntry($"{await NameOf(challenge.RaisedBy)} {asked}", challenge.Words, challenge.RaisedUtc));
            if (challenge is { AnsweredBy: { } by, AnsweredUtc: { } atUtc })
            {
                string words = challenge.Answer ?? "The figure was corrected.";
                thread.Add(new ThreadEntry($"{await NameOf(by)} answered", words, atUtc));
            }
            else if (challenge.State == ChallengeState.Open)
            {
                thread.Add(new ThreadEntry("Waiting for an answer", $"Wanted by {BritishWords.Date(challenge.AnswerByDate)}", null));
            }
        }

        return thread;
    }

    private async Task<PageAnswer> ShowAsk(StaffVisit visit, QuarterInView quarter, RequestedFigure figure, AskForm form, IReadOnlyList<FieldError> errors)
    {
        AskModel model = new()
        {
            Quarter = quarter,
            Reviewed = await figures.Of(quarter, visit, figure),
            Form = form,
            StopUtc = figure.CorrectionsStopUtc(quarter.Timetable),
        };
        return PageAnswer.Show<AskPage>(form.SendBack ? $"Send {figure.Code} back" : "Ask about this figure", model, errors);
    }

    private static AskForm FreshQuestion(PageRequest request, QuarterInView quarter, RequestedFigure figure, StaffVisit visit)
    {
        DateOnly stop = LondonTime.DateOf(figure.CorrectionsStopUtc(quarter.Timetable));
        DateOnly answerBy = new WorkingDays(quarter.Plan.Calendar).After(visit.Today);
        return new AskForm { SendBack = request.Query("sendBack") == "yes", AnswerBy = TypedDate.Write(answerBy < stop ? answerBy : stop) };
    }

    private async Task<string> NameOf(string number) => (await records.People.Get(number))?.Name ?? number;
}

/// <summary>One figure with everything its reviewer needs.</summary>
public sealed record ReviewFigureModel
{
    public required QuarterInView Quarter { get; init; }

    public required ReviewedFigure Reviewed { get; init; }

    public required string Title { get; init; }

    public Indicator? Indicator { get; init; }

    public required DateTime NowUtc { get; init; }

    public string? SentBy { get; init; }

    public string? SentFor { get; init; }

    /// <summary>The answer that was agreed and has been changed since, or null.</summary>
    public Submission? AgreedBefore { get; init; }

    public string? AgreedBy { get; init; }

    public IReadOnlyList<PastFigure> Past { get; init; } = [];

    public IReadOnlyList<ThreadEntry> Thread { get; init; } = [];

    public IReadOnlyList<StoryLine> Story { get; init; } = [];

    /// <summary>Who agrees it in the visitor's place, where the visitor sent it.</summary>
    public string? NextReviewer { get; init; }

    public RequestedFigure Figure => Reviewed.Figure;

    public Submission? Submission => Reviewed.Submission;

    public bool IsOpen => NowUtc < Figure.CorrectionsStopUtc(Quarter.Timetable) && !Figure.Locked;

    public bool CanAgree => IsOpen && !Reviewed.IsOwn && Submission is not null && Figure.Status != FigureStatus.Agreed;

    public bool CanAsk => IsOpen && Submission is not null && Figure.OpenChallenge is null && ChallengeRule.MayRaise(Figure.Status, Figure.Locked);
}

/// <summary>An earlier figure.</summary>
public sealed record PastFigure(string Period, string Words);

/// <summary>One contribution to the questions about a figure.</summary>
public sealed record ThreadEntry(string Who, string Words, DateTime? AtUtc);

/// <summary>A question as it is typed.</summary>
public sealed record AskForm
{
    public bool SendBack { get; init; }

    public string Reason { get; init; } = "";

    public string Words { get; init; } = "";

    public string AnswerBy { get; init; } = "";
}

/// <summary>A question in the making.</summary>
public sealed record AskModel
{
    public required QuarterInView Quarter { get; init; }

    public required ReviewedFigure Reviewed { get; init; }

    public required AskForm Form { get; init; }

    public required DateTime StopUtc { get; init; }
}
