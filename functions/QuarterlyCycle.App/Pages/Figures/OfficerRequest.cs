using QuarterlyCycle.App.Access;
using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Pages.Arriving;
using QuarterlyCycle.App.Pages.Proving;
using QuarterlyCycle.App.Plans;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Cycles;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Timetables;

namespace QuarterlyCycle.App.Pages.Figures;

/// <summary>One officer's data request with all that its pages show.</summary>
public sealed record OfficerRequest
{
    public required DataRequest Request { get; init; }

    public required Officer Officer { get; init; }

    /// <summary>The number of who has come in: the officer, or whoever stands in.</summary>
    public required string Visitor { get; init; }

    public required Plan Plan { get; init; }

    public required Timetable Timetable { get; init; }

    /// <summary>The figures asked of the officer, in the order of the plan.</summary>
    public required IReadOnlyList<RequestedFigure> Figures { get; init; }

    public required DateTime NowUtc { get; init; }

    public Quarter Quarter => Quarter.Parse(Request.Cycle);

    public string Cycle => Request.Cycle;

    public IEnumerable<RequestedFigure> Outstanding => Figures.Where(figure => figure.IsOutstanding);

    /// <summary>When the first figure that is still owed is due.</summary>
    public DateTime DueUtc => Outstanding.Select(figure => figure.DueUtc(Timetable)).DefaultIfEmpty(Timetable.DueUtc).Min();

    /// <summary>When the last figure that is still owed can be answered.</summary>
    public DateTime AnswersStopUtc => Outstanding.Select(figure => figure.AnswersStopUtc(Timetable)).DefaultIfEmpty(Timetable.AnswersStopUtc).Max();

    public DateTime CorrectionsStopUtc => Figures.Select(figure => figure.CorrectionsStopUtc(Timetable)).DefaultIfEmpty(Timetable.CorrectionsStopUtc).Max();

    /// <summary>The figure of this code, or null when it is not this officer's.</summary>
    public RequestedFigure? Figure(string code) => Figures.FirstOrDefault(figure => string.Equals(figure.Code, code, StringComparison.OrdinalIgnoreCase));

    /// <summary>What a measure or milestone is called.</summary>
    public string NameOf(RequestedFigure figure) => NameIn(Plan, figure.Code);

    /// <summary>What a measure or milestone is called in a plan.</summary>
    public static string NameIn(Plan plan, string code) => plan.NameOf(code) ?? code;

    public bool IsOpen(RequestedFigure figure) => figure.IsOutstanding && NowUtc < figure.AnswersStopUtc(Timetable);

    public bool IsCorrectable(RequestedFigure figure) => figure.Submission is not null && !figure.Locked && NowUtc < figure.CorrectionsStopUtc(Timetable);
}

/// <summary>Finds the data request that a visitor may answer.</summary>
public sealed class OfficerRequests(QuarterRecords records, PlanLibrary plans, Standing standing, CodeNeed codeNeed)
{
    /// <summary>The request of the visitor's link or, after a sign-in, the visitor's own in the newest running cycle, or in the newest when none runs; null when there is none.</summary>
    public async Task<OfficerRequest?> Of(PageRequest request)
    {
        if (request.Session is not { Kind: LinkKind.Request or LinkKind.SignIn } session)
        {
            return null;
        }

        string? cycle = session.Cycle ?? Newest(await records.Cycles.All());
        if (cycle is null || await records.DataRequests.Get(cycle, session.Officer) is not { } asked)
        {
            return null;
        }

        Plan plan = await plans.ForCycle(cycle);
        Dictionary<string, int> order = asked.Measures.Select((code, index) => (code, index)).ToDictionary(pair => pair.code, pair => pair.index, StringComparer.Ordinal);
        IReadOnlyList<RequestedFigure> figures = await records.Figures.OfOfficer(cycle, session.Officer);
        return new OfficerRequest
        {
            Request = asked,
            Officer = await records.People.Of(session.Officer),
            Visitor = await Visitor(session),
            Plan = plan,
            Timetable = await records.Timetables.InForce(cycle),
            Figures = [.. figures.OrderBy(figure => figure.IsMilestone).ThenBy(figure => order.GetValueOrDefault(figure.Code, int.MaxValue))],
            NowUtc = request.NowUtc,
        };
    }

    private static string? Newest(IReadOnlyList<Cycle> cycles)
    {
        Cycle? running = cycles.LastOrDefault(one => one.State is CycleState.Open or CycleState.Planned);
        return (running ?? cycles.LastOrDefault(one => one.State != CycleState.Cancelled))?.Code;
    }

    /// <summary>The page function of an officer's page: answers with the way in where the visitor has no request.</summary>
    public Func<PageRequest, Task<PageAnswer>> Page(Func<PageRequest, OfficerRequest, Task<PageAnswer>> answer) => async request =>
        await Of(request) is not { } found ? NoRequest(request)
            : await records.Cycles.Get(found.Cycle) is { State: CycleState.Cancelled } ? await Cancelled(found)
            : await Proved(request, found, answer);

    /// <summary>The page function of one measure's page: answers that it is somebody else's where it is.</summary>
    public Func<PageRequest, Task<PageAnswer>> MeasurePage(Func<PageRequest, OfficerRequest, RequestedFigure, Task<PageAnswer>> answer) => Page(async (request, found) =>
    {
        if (found.Figure(request.Part("code")) is { } figure)
        {
            return await answer(request, found, figure);
        }

        string code = request.Part("code");
        string asked = await records.Figures.Get(found.Cycle, code) is { } other
            ? $"{code} is asked of {(await records.People.Of(other.Officer)).Name}, not of you."
            : $"{code} is not asked for in this quarter.";
        return PageAnswer.Show<NoAccessPage>("You do not have access to this page", new NoAccessModel(asked, "/figures"), status: 403);
    });

    // Somebody may have come in before there was anything to protect.
    private async Task<PageAnswer> Proved(PageRequest request, OfficerRequest found, Func<PageRequest, OfficerRequest, Task<PageAnswer>> answer)
    {
        Officer visitor = await records.People.Of(found.Visitor);
        return await codeNeed.Of(request, found.Cycle, found.Officer.Number, visitor, found.Figures)
            ? CodeNeed.Again(request)
            : await codeNeed.Remember(request, found.Cycle, found.Officer.Number, visitor, found.Figures, await answer(request, found));
    }

    // Only the stand-in is asked while an officer is away, so whoever comes by the link then is the stand-in.
    private async Task<string> Visitor(SessionRow session) => session.Kind == LinkKind.Request
        ? (await records.People.WhoAnswers(session.Officer, standing.Today)).Number
        : session.Officer;

    private async Task<PageAnswer.View> Cancelled(OfficerRequest found)
    {
        string why = await standing.WhyOver(found.Cycle, CancellationToken.None) is { } over ? over.Errors[0].Message : "";
        return PageAnswer.Show<RequestClosedPage>("This request has closed", new RequestClosedModel(why), status: 410);
    }

    private static PageAnswer.View NoRequest(PageRequest request)
    {
        if (request.HasLostSession)
        {
            return PageAnswer.Show<SignedOutPage>("You’ve been signed out", new SignedOutModel(HasSession: false) { Typed = request.Typed, WasIdle = true }, status: 403);
        }

        return request.Session is null
            ? PageAnswer.Show<NoAccessPage>("You need your link", new NoAccessModel("Open the link in your e-mail again. It works until corrections close.", "/sign-in") { Title = "You need your link" }, status: 403)
            : PageAnswer.Show<NoAccessPage>("There is nothing to answer", new NoAccessModel("No figures are asked of you in the quarter that is running.", "/") { Title = "There is nothing to answer" }, status: 404);
    }
}
