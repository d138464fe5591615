using QuarterlyCycle.App.Access;
using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Mail.Composing;
using QuarterlyCycle.App.Pages.Figures;
using QuarterlyCycle.App.Plans;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Timetables;

namespace QuarterlyCycle.App.Pages.Arriving;

/// <summary>P1 to P5: the personal link to a data request. Opening it changes nothing; pressing Start lets the visitor in.</summary>
public sealed class ArrivingPages(Links links, Sessions sessions, RateLimits limits, RequestLinks requestLinks, ActDesk desk, Standing standing, QuarterRecords records, PlanLibrary plans) : PageSet
{
    public override IReadOnlyList<PageRoute> Routes =>
    [
        PageRoute.Get("/r/{token}", async request => await Door(request)),
        PageRoute.Post("/r/{token}", Start),
        PageRoute.Post("/r/{token}/new-link", SendNewLink),
        PageRoute.Get("/check-your-email", _ => Task.FromResult<PageAnswer>(PageAnswer.Show<CheckEmailPage>("Check your email", new CheckEmailModel()))),
    ];

    /// <summary>The answer to an address that leads nowhere, such as one that was cut in two.</summary>
    public static PageAnswer.View NotFound() => PageAnswer.Show<NotFoundPage>("Page not found", new NotFoundModel(), status: 404);

    private async Task<PageAnswer> Start(PageRequest request)
    {
        FoundLink link = await links.Find(request.Part("token"));
        if (link is not { Status: LinkStatus.Live, Row.Brief: { Kind: LinkKind.Request, Cycle: { } cycle } brief } || await WhyClosed(cycle, brief.Officer) is not null)
        {
            return await Door(request);
        }

        return new PageAnswer.Redirect("/figures", await sessions.Start(brief));
    }

    private async Task<PageAnswer> Door(PageRequest request)
    {
        string token = request.Part("token");
        FoundLink link = await links.Find(token);
        if (link.Row?.Brief is not { Kind: LinkKind.Request, Cycle: { } cycle, Officer: var officer })
        {
            return NotFound();
        }

        if (await WhyClosed(cycle, officer) is { } why)
        {
            return PageAnswer.Show<RequestClosedPage>("This request has closed", new RequestClosedModel(why), status: 410);
        }

        return link.Status switch
        {
            LinkStatus.Live => PageAnswer.Show<StartPage>(await Title(cycle, officer), await ModelOf(token, cycle, officer, request.NowUtc)),
            LinkStatus.Replaced => PageAnswer.Show<NewerLinkPage>("There’s a newer link", new NewerLinkModel(link.Row.EndedUtc, NewLinkAction(token)), status: 410),
            _ => PageAnswer.Show<LinkStoppedPage>("This link has stopped working", await Stopped(token, cycle, officer, request.NowUtc), status: 410),
        };
    }

    // The same words whether or not anything is sent: who asks too often, or too late, learns nothing from them.
    private async Task<PageAnswer> SendNewLink(PageRequest request)
    {
        FoundLink link = await links.Find(request.Part("token"));
        if (link.Row?.Brief is not { Kind: LinkKind.Request, Cycle: { } cycle, Officer: var officer })
        {
            return NotFound();
        }

        if (await limits.MaySendLink(officer))
        {
            await desk.Perform(request.Client, new RenewLink { Id = request.SentFormId, AtUtc = request.NowUtc, By = officer, Cycle = cycle, Officer = officer });
        }

        return new PageAnswer.Redirect("/check-your-email");
    }

    private static string NewLinkAction(string token) => $"/r/{token}/new-link";

    private async Task<string?> WhyClosed(string cycle, string officer)
    {
        if (await standing.WhyOver(cycle, CancellationToken.None) is { } over)
        {
            return over.Errors[0].Message;
        }

        IReadOnlyList<RequestedFigure> figures = await records.DataRequests.Get(cycle, officer) is null ? [] : await records.Figures.OfOfficer(cycle, officer);
        return figures.All(figure => figure.Status is FigureStatus.Withdrawn or FigureStatus.NotDue)
            ? $"Nothing is asked of you in this quarter any more. Ask {await standing.ProjectManagerName(CancellationToken.None)} if you did not expect this."
            : null;
    }

    private async Task<string> Title(string cycle, string officer)
    {
        IReadOnlyList<RequestedFigure> figures = await records.Figures.OfOfficer(cycle, officer);
        return figures.Any(figure => figure.IsOutstanding) ? $"Send your quarter {Quarter.Parse(cycle).Number} figures" : "You’ve already sent these figures";
    }

    private async Task<StartModel> ModelOf(string token, string cycle, string officer, DateTime nowUtc)
    {
        Plan plan = await plans.ForCycle(cycle);
        Timetable timetable = await records.Timetables.InForce(cycle);
        IReadOnlyList<RequestedFigure> figures = await records.Figures.OfOfficer(cycle, officer);
        List<RequestedFigure> outstanding = [.. figures.Where(figure => figure.IsOutstanding)];
        Officer asked = await records.People.Of(officer);
        Officer visitor = await records.People.WhoAnswers(officer, LondonTime.DateOf(nowUtc));
        return new StartModel
        {
            Token = token,
            Quarter = Quarter.Parse(cycle),
            Name = visitor.Name,
            For = visitor.Number == officer ? null : asked.Name,
            MaskedAddress = Masked.Address(visitor),
            ToAnswer = [.. outstanding.Select(figure => $"{figure.Code} {OfficerRequest.NameIn(plan, figure.Code)}")],
            Sent = [.. figures.Where(figure => figure.Submission is not null).Select(figure => $"{figure.Code} {OfficerRequest.NameIn(plan, figure.Code)}")],
            DueUtc = outstanding.Select(figure => figure.DueUtc(timetable)).DefaultIfEmpty(timetable.DueUtc).Min(),
            AnswersStopUtc = outstanding.Select(figure => figure.AnswersStopUtc(timetable)).DefaultIfEmpty(timetable.AnswersStopUtc).Max(),
            CorrectionsStopUtc = await requestLinks.EndsUtc(cycle, officer),
            NowUtc = nowUtc,
        };
    }

    private async Task<LinkStoppedModel> Stopped(string token, string cycle, string officer, DateTime nowUtc)
    {
        DateTime endsUtc = await requestLinks.EndsUtc(cycle, officer);
        if (nowUtc < endsUtc)
        {
            return new LinkStoppedModel([$"The link was made for an earlier date. You can answer and correct figures until {BritishWords.Instant(endsUtc)}."], NewLinkAction(token));
        }

        return new LinkStoppedModel(
            [
                $"Corrections closed at {BritishWords.Instant(endsUtc)}, and the link stopped with them.",
                $"{await standing.ProjectManagerName(CancellationToken.None)} decides on reopening.",
            ],
            null);
    }
}
