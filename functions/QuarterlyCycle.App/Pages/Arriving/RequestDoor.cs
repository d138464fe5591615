using QuarterlyCycle.App.Access;
using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Mail.Composing;
using QuarterlyCycle.App.Pages.Figures;
using QuarterlyCycle.App.Pages.Proving;
using QuarterlyCycle.App.Plans;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Timetables;

namespace QuarterlyCycle.App.Pages.Arriving;

/// <summary>A link that opens a data request, and who comes in by it today.</summary>
public sealed record OpenRequest(LinkRow Link, string Cycle, Officer Visitor, IReadOnlyList<RequestedFigure> Figures)
{
    /// <summary>The number of whose request it is.</summary>
    public string Officer => Link.Brief.Officer;
}

/// <summary>The door of a data request: what its link opens, and what it says to whoever follows it.</summary>
public sealed class RequestDoor(
    Links links, RequestLinks requestLinks, QuarterRecords records, PlanLibrary plans, Standing standing, CodeNeed codeNeed)
{
    /// <summary>What the link in the address opens now; null where it opens nothing, and the door says why.</summary>
    public async Task<OpenRequest?> Open(PageRequest request)
    {
        FoundLink link = await links.Find(request.Part("token"));
        if (link is not { Status: LinkStatus.Live, Row: { Brief: { Kind: LinkKind.Request, Cycle: { } cycle, Officer: var officer } } row }
            || await WhyClosed(cycle, officer) is not null)
        {
            return null;
        }

        Officer visitor = await records.People.WhoAnswers(officer, LondonTime.DateOf(request.NowUtc));
        return new OpenRequest(row, cycle, visitor, await records.Figures.OfOfficer(cycle, officer));
    }

    /// <summary>P1 to P5: who is about to come in and to what, or why nobody can.</summary>
    public async Task<PageAnswer> Show(PageRequest request)
    {
        string token = request.Part("token");
        FoundLink link = await links.Find(token);
        if (link.Row?.Brief is not { Kind: LinkKind.Request, Cycle: { } cycle, Officer: var officer })
        {
            return ArrivingPages.NotFound();
        }

        if (await WhyClosed(cycle, officer) is { } why)
        {
            return PageAnswer.Show<RequestClosedPage>("This request has closed", new RequestClosedModel(why), status: 410);
        }

        return link.Status switch
        {
            LinkStatus.Live => PageAnswer.Show<StartPage>(await Title(cycle, officer), await ModelOf(request, token, cycle, officer)),
            LinkStatus.Replaced => PageAnswer.Show<NewerLinkPage>(
                "There’s a newer link", new NewerLinkModel(link.Row.EndedUtc, NewLinkAction(token)), status: 410),
            _ => PageAnswer.Show<LinkStoppedPage>(
                "This link has stopped working", await Stopped(token, cycle, officer, request.NowUtc), status: 410),
        };
    }

    private static string NewLinkAction(string token) => $"/r/{token}/new-link";

    private async Task<string?> WhyClosed(string cycle, string officer)
    {
        if (await standing.WhyOver(cycle, CancellationToken.None) is { } over)
        {
            return over.Errors[0].Message;
        }

        bool isAsked = await records.DataRequests.Get(cycle, officer) is not null;
        IReadOnlyList<RequestedFigure> figures = isAsked ? await records.Figures.OfOfficer(cycle, officer) : [];
        return figures.All(figure => figure.Status is FigureStatus.Withdrawn or FigureStatus.NotDue)
            ? "Nothing is asked of you in this quarter any more. "
                + $"Ask {await standing.ProjectManagerName(CancellationToken.None)} if you did not expect this."
            : null;
    }

    private async Task<string> Title(string cycle, string officer)
    {
        IReadOnlyList<RequestedFigure> figures = await records.Figures.OfOfficer(cycle, officer);
        return figures.Any(figure => figure.IsOutstanding)
            ? $"Send your quarter {Quarter.Parse(cycle).Number} figures"
            : "You’ve already sent these figures";
    }

    private async Task<StartModel> ModelOf(PageRequest request, string token, string cycle, string officer)
    {
        Plan plan = await plans.ForCycle(cycle);
        Timetable timetable = await records.Timetables.InForce(cycle);
        IReadOnlyList<RequestedFigure> figures = await records.Figures.OfOfficer(cycle, officer);
        List<RequestedFigure> outstanding = [.. figures.Where(figure => figure.IsOutstanding)];
        Officer asked = await records.People.Of(officer);
        Officer visitor = await records.People.WhoAnswers(officer, LondonTime.DateOf(request.NowUtc));
        return new StartModel
        {
            Token = token,
            Quarter = Quarter.Parse(cycle),
            Name = visitor.Name,
            For = visitor.Number == officer ? null : asked.Name,
            MaskedAddress = Masked.Address(visitor),
            ToAnswer = [.. outstanding.Select(figure => $"{figure.Code} {OfficerRequest.NameIn(plan, figure.Code)}")],
            Sent =
            [
                .. figures.Where(figure => figure.Submission is not null)
                    .Select(figure => $"{figure.Code} {OfficerRequest.NameIn(plan, figure.Code)}"),
            ],
            DueUtc = outstanding.Select(figure => figure.DueUtc(timetable)).DefaultIfEmpty(timetable.DueUtc).Min(),
            AnswersStopUtc = outstanding.Select(figure => figure.AnswersStopUtc(timetable)).DefaultIfEmpty(timetable.AnswersStopUtc).Max(),
            CorrectionsStopUtc = await requestLinks.EndsUtc(cycle, officer),
            NowUtc = request.NowUtc,
            NeedsCode = await codeNeed.Of(request, cycle, officer, visitor, figures),
        };
    }

    private async Task<LinkStoppedModel> Stopped(string token, string cycle, string officer, DateTime nowUtc)
    {
        DateTime endsUtc = await requestLinks.EndsUtc(cycle, officer);
        if (nowUtc < endsUtc)
        {
            return new LinkStoppedModel(
                [$"The link was made for an earlier date. You can answer and correct figures until {BritishWords.Instant(endsUtc)}."],
                NewLinkAction(token));
        }

        return new LinkStoppedModel(
            [
                $"Corrections closed at {BritishWords.Instant(endsUtc)}, and the link stopped with them.",
                $"{await standing.ProjectManagerName(CancellationToken.None)} decides on reopening.",
            ],
            null);
    }
}
