using QuarterlyCycle.App.Plans;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.Cycles;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Decisions;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.App.Pages.Figures;

/// <summary>P37: what an officer has sent in the last eight quarters, and what a board said about it.</summary>
public sealed class HistoryPages(OfficerRequests requests, QuarterRecords records, PlanLibrary plans) : PageSet
{
    private const int MostQuarters = 8;

    public override IReadOnlyList<PageRoute> Routes => [PageRoute.Get("/figures/history", requests.Page(Show))];

    private async Task<PageAnswer> Show(PageRequest request, OfficerRequest found)
    {
        List<QuarterSent> quarters = [];
        foreach (Cycle cycle in (await records.Cycles.All()).Where(cycle => cycle.State != CycleState.Cancelled).Reverse().Take(MostQuarters))
        {
            if (await SentIn(cycle.Code, found.Request.Officer) is { Figures.Count: > 0 } sent)
            {
                quarters.Add(sent);
            }
        }

        return PageAnswer.Show<HistoryPage>("What you’ve sent", new HistoryModel(quarters));
    }

    private async Task<QuarterSent> SentIn(string cycle, string officer)
    {
        Plan plan = await plans.ForCycle(cycle);
        IReadOnlyList<Decision> decisions = await records.Decisions.All(cycle);
        List<FigureSent> figures = [];
        foreach (RequestedFigure figure in await records.Figures.OfOfficer(cycle, officer))
        {
            Submission? sent = figure.Submission is { } number ? await records.Submissions.Of(cycle, figure.Code, number) : null;
            if (sent is null && figure.Status != FigureStatus.NotSupplied)
            {
                continue;
            }

            figures.Add(new FigureSent
            {
                Code = figure.Code,
                Name = OfficerRequest.NameIn(plan, figure.Code),
                Value = sent is null ? "Figure not supplied" : AnswerRows.InShort(sent),
                Sent = sent is null ? "" : $"{BritishWords.Instant(sent.AtUtc)}, reference {sent.Reference}",
                Status = FigureStatusWords.Of(figure.Status).Words,
                Decisions = [.. decisions.Where(decision => decision.About == figure.Code).Select(decision => decision.Text)],
            });
        }

        return new QuarterSent(Quarter.Parse(cycle), figures);
    }
}

/// <summary>What was sent, the newest quarter first.</summary>
public sealed record HistoryModel(IReadOnlyList<QuarterSent> Quarters);

/// <summary>What was sent in one quarter.</summary>
public sealed record QuarterSent(Quarter Quarter, IReadOnlyList<FigureSent> Figures);

/// <summary>One figure that was sent, or was not.</summary>
public sealed record FigureSent
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required string Value { get; init; }

    public required string Sent { get; init; }

    public required string Status { get; init; }

    /// <summary>What a board decided about it.</summary>
    public required IReadOnlyList<string> Decisions { get; init; }
}
