using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Cycles;
using QuarterlyCycle.App.Pages.Staff;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.ControlCharts;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.App.Pages.Reviewing;

/// <summary>One figure as its reviewer sees it in the list.</summary>
public sealed record ReviewedFigure
{
    public required RequestedFigure Figure { get; init; }

    public required string Name { get; init; }

    public required string OfficerName { get; init; }

    /// <summary>The answer in force, or null.</summary>
    public Submission? Submission { get; init; }

    /// <summary>The figure against its target and the past; null for a milestone or before an answer.</summary>
    public QuarterResult? Result { get; init; }

    /// <summary>What the figure itself raises, though nobody has asked it yet.</summary>
    public IReadOnlyList<UnaskedQuestion> Unasked { get; init; } = [];

    /// <summary>Whether its chart shows a signal of concern this quarter.</summary>
    public bool IsSignalOfConcern { get; init; }

    /// <summary>Whether the visitor sent it, or is the officer for whom it was sent.</summary>
    public required bool IsOwn { get; init; }

    /// <summary>The last e-mail or other contact about it, or null.</summary>
    public ChasingLine? LastContact { get; init; }

    public string Code => Figure.Code;

    public string Address => $"/review/measures/{Code}";

    /// <summary>The answer in words.</summary>
    public string Answer => Submission switch
    {
        null => "",
        { Figure: { } figure } => FigureText.InWords(figure),
        { Form.MilestoneState: { } state } => MilestoneWords.Of(state),
        _ => "",
    };

    /// <summary>What calls for a closer look, a phrase each.</summary>
    public IReadOnlyList<string> Reasons => [.. ReasonsToLook()];

    /// <summary>Whether it waits for the reviewer.</summary>
    public bool IsWaiting => Submission is not null && Figure is { Locked: false, Status: FigureStatus.Sent or FigureStatus.NoFigureGiven };

    /// <summary>Whether it can be agreed together with others, unopened.</summary>
    public bool IsReady => IsWaiting && Reasons.Count == 0;

    private IEnumerable<string> ReasonsToLook()
    {
        if (Figure.LostItsAgreement)
        {
            yield return "Changed after it was agreed";
        }

        if (Submission?.Queries.Count > 0 || Figure.Queried)
        {
            yield return Submission?.Queries.Any(query => query.Code is QueryCode.Q1 or QueryCode.Q2 or QueryCode.Q9) == true ? "Large change" : "A check fired";
        }

        if (Result?.Status.IsOffTarget == true)
        {
            yield return Result.Status.Words;
        }

        if (IsSignalOfConcern)
        {
            yield return "Signal of concern";
        }

        if (Submission?.Form.MilestoneState == DeliverableState.Behind)
        {
            yield return "Behind";
        }
    }
}

/// <summary>Finds the figures that a visitor reviews.</summary>
public sealed class ReviewedFigures(QuarterRecords records, FigureHistory history, ChasingHistory chasing, Standing standing)
{
    /// <summary>Everything the visitor may review in the quarter, in the order of the codes.</summary>
    public async Task<IReadOnlyList<ReviewedFigure>> Of(QuarterInView quarter, StaffVisit visit)
    {
        Dictionary<string, string> names = (await records.People.All()).ToDictionary(person => person.Number, person => person.Name, StringComparer.Ordinal);
        Dictionary<string, ChasingLine?> contacts = new(StringComparer.Ordinal);
        Dictionary<(string Reviewer, string? Accountable), bool> theirs = [];
        List<ReviewedFigure> found = [];
        foreach (RequestedFigure figure in await records.Figures.All(quarter.Code))
        {
            // Who reviews depends on these two alone, and asking for each figure would read the same rows a hundred times.
            (string, string?) key = (figure.Reviewer, quarter.Plan.Indicator(figure.Code)?.Accountable);
            if (!theirs.TryGetValue(key, out bool isTheirs))
            {
                isTheirs = theirs[key] = await standing.Reviews(visit.By, figure, CancellationToken.None);
            }

            if (!isTheirs)
            {
                continue;
            }

            ReviewedFigure reviewed = await Of(quarter, visit, figure, names.GetValueOrDefault(figure.Officer, figure.Officer));
            if (figure.IsOutstanding)
            {
                if (!contacts.TryGetValue(figure.Officer, out ChasingLine? last))
                {
                    IReadOnlyList<ChasingLine> lines = await chasing.Of(quarter.Code, figure.Officer);
                    last = contacts[figure.Officer] = lines.Count > 0 ? lines[^1] : null;
                }

                reviewed = reviewed with { LastContact = last };
            }

            found.Add(reviewed);
        }

        return found;
    }

    /// <summary>One figure.</summary>
    public async Task<ReviewedFigure> Of(QuarterInView quarter, StaffVisit visit, RequestedFigure figure) =>
        await Of(quarter, visit, figure, (await records.People.Of(figure.Officer)).Name);

    private async Task<ReviewedFigure> Of(QuarterInView quarter, StaffVisit visit, RequestedFigure figure, string officerName)
    {
        Submission? submission = figure.Submission is { } number ? await records.Submissions.Of(quarter.Code, figure.Code, number) : null;
        IndicatorHistory? known = submission?.Figure is null || quarter.Plan.Indicator(figure.Code) is not { } indicator ? null : await history.UpTo(quarter.Code, quarter.Plan, indicator);
        QuarterResult? result = known is null ? null : QuarterResults.For(known, quarter.Quarter, SmallNumbers.Of(quarter.Plan.Partnership));
        ControlChart? chart = known is null ? null : ControlChartRule.For(known, quarter.Quarter, quarter.Plan.Partnership);
        return new ReviewedFigure
        {
            Figure = figure,
            Name = quarter.NameOf(figure.Code),
            OfficerName = officerName,
            Submission = submission,
            Result = result,
            Unasked = submission is null ? [] : UnaskedRule.Of(submission, result, known, chart),
            IsSignalOfConcern = chart?.IsConcernAt(quarter.Quarter) == true,
            IsOwn = visit.By == figure.Officer || (submission is not null && !DutiesApart.MayAgree(visit.By, submission.By, submission.OnBehalfOf)),
        };
    }
}
