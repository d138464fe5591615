using QuarterlyCycle.App.Access;
using QuarterlyCycle.App.Plans;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.Cycles;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.App.Pages.Proving;

/// <summary>Whether a visitor of a request shows a code: where a measure is sensitive, or earlier answers exist and the browser is new.</summary>
public sealed class CodeNeed(KnownBrowsers browsers, QuarterRecords records, PlanLibrary plans)
{
    // As far back as the pages show what was sent.
    private const int MostQuarters = 8;

    /// <summary>Whether a code is needed of this visitor, who answers for this officer.</summary>
    public async Task<bool> Of(PageRequest request, string cycle, string officer, Officer visitor, IReadOnlyList<RequestedFigure> figures)
    {
        if (HasProved(request.Session, cycle, officer, visitor))
        {
            return false;
        }

        return await IsSensitive(cycle, figures)
            || (!await browsers.Knows(request.BrowserToken, visitor) && (AreAnswered(figures) || await WereAnsweredBefore(cycle, officer)));
    }

    /// <summary>Gives a browser in which a request's first answers were saved the cookie by which it is known; others show a code.</summary>
    public async Task<PageAnswer> Remember(
        PageRequest request, string cycle, string officer, Officer visitor, IReadOnlyList<RequestedFigure> before, PageAnswer answer) =>
        request.IsPost
        && answer is PageAnswer.Redirect onwards
        && request.Session is { Kind: LinkKind.Request, IsProved: false }
        && !AreAnswered(before)
        && AreAnswered(await records.Figures.OfOfficer(cycle, officer))
            ? onwards with { BrowserToken = await browsers.Remember(visitor) }
            : answer;

    /// <summary>Whether the session is one of somebody who has shown to be this visitor.</summary>
    public static bool HasProved(SessionRow? session, string cycle, string officer, Officer visitor) => session switch
    {
        { Kind: LinkKind.SignIn } => session.Officer == visitor.Number,
        { Kind: LinkKind.Request, IsProved: true } => session.Cycle == cycle && session.Officer == officer,
        _ => false,
    };

    /// <summary>The answer to somebody who came in before a code was needed.</summary>
    public static PageAnswer.View Again(PageRequest request) =>
        PageAnswer.Show<ProveAgainPage>("Check it’s you", new ProveAgainModel(request.Typed), status: 403);

    private static bool AreAnswered(IReadOnlyList<RequestedFigure> figures) =>
        figures.Any(figure => figure.Draft is not null || figure.Submission is not null);

    private async Task<bool> IsSensitive(string cycle, IReadOnlyList<RequestedFigure> figures)
    {
        Plan plan = await plans.ForCycle(cycle);
        return figures.Any(figure =>
            figure.Status is not (FigureStatus.Withdrawn or FigureStatus.NotDue) && plan.Indicator(figure.Code) is { Sensitive: true });
    }

    private async Task<bool> WereAnsweredBefore(string cycle, string officer)
    {
        foreach (Cycle past in (await records.Cycles.WithPast(cycle)).Past.Reverse().Take(MostQuarters))
        {
            if (AreAnswered(await records.Figures.OfOfficer(past.Code, officer)))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>What was typed on a page that could not be saved.</summary>
public sealed record ProveAgainModel(IReadOnlyList<string> Typed);
