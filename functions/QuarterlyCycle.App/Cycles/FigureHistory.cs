using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.Cycles;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.App.Cycles;

/// <summary>What one cycle asked of one measure, and the submission in force, if there is one.</summary>
public sealed record CollectedFigure(RequestedFigure Requested, Submission? Submission);

/// <summary>What the service has collected of one measure: the submissions in force, cycle by cycle.</summary>
public sealed class FigureHistory(QuarterRecords records)
{
    /// <summary>A measure with the plan's own figures and everything collected before this cycle.</summary>
    public async Task<IndicatorHistory> Before(string cycle, Plan plan, Indicator indicator, CancellationToken cancellation = default) =>
        With(await Of((await records.Cycles.WithPast(cycle, cancellation)).Past, indicator.Code, cancellation), plan, indicator);

    /// <summary>A measure with the plan's own figures and everything collected up to this cycle and in it.</summary>
    public async Task<IndicatorHistory> UpTo(string cycle, Plan plan, Indicator indicator, CancellationToken cancellation = default)
    {
        CycleAndPast known = await records.Cycles.WithPast(cycle, cancellation);
        IEnumerable<Cycle> cycles = known.Cycle is { State: not CycleState.Cancelled } running ? known.Past.Append(running) : known.Past;
        return With(await Of(cycles, indicator.Code, cancellation), plan, indicator);
    }

    /// <summary>Whether a figure of a measure was revised after corrections had stopped, in one of these cycles.</summary>
    public async Task<bool> IsRevised(IEnumerable<Cycle> cycles, string code, CancellationToken cancellation = default)
    {
        foreach (Cycle each in cycles)
        {
            if (await records.Figures.Get(each.Code, code, cancellation) is { RevisedUtc: not null })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What these cycles collected of one measure, in their order; those that did not ask for it are left out.</summary>
    public async Task<IReadOnlyList<CollectedFigure>> Of(IEnumerable<Cycle> cycles, string code, CancellationToken cancellation = default)
    {
        List<CollectedFigure> collected = [];
        foreach (Cycle each in cycles)
        {
            if (await records.Figures.Get(each.Code, code, cancellation) is { } requested)
            {
                collected.Add(new CollectedFigure(requested, await InForce(requested, cancellation)));
            }
        }

        return collected;
    }

    /// <summary>A measure with the plan's own figures and what was collected.</summary>
    public static IndicatorHistory With(IReadOnlyList<CollectedFigure> collected, Plan plan, Indicator indicator) =>
        IndicatorHistory.Of(plan, indicator, [.. collected.SelectMany(each => Figures(each, indicator))]) with
        {
            IsRevised = collected.Any(each => each.Requested.RevisedUtc is not null),
        };

    /// <summary>The submission in force, or null when there is none.</summary>
    public async Task<Submission?> InForce(string cycle, string code, CancellationToken cancellation = default) =>
        await records.Figures.Get(cycle, code, cancellation) is { } requested ? await InForce(requested, cancellation) : null;

    /// <summary>The newest submission in force in these cycles, the oldest first, or null.</summary>
    public async Task<Submission?> Last(IReadOnlyList<Cycle> cycles, string code, CancellationToken cancellation = default)
    {
        foreach (Cycle earlier in cycles.Reverse())
        {
            if (await InForce(earlier.Code, code, cancellation) is { } submission)
            {
                return submission;
            }
        }

        return null;
    }

    private async Task<Submission?> InForce(RequestedFigure requested, CancellationToken cancellation) =>
        requested.Submission is { } number ? await records.Submissions.Of(requested.Cycle, requested.Code, number, cancellation) : null;

    private static IEnumerable<Figure> Figures(CollectedFigure collected, Indicator indicator)
    {
        if (collected.Submission is { } submission)
        {
            return submission.Figure is { } figure ? [Marked(figure, submission)] : [];
        }

        return collected.Requested.Status == FigureStatus.NotSupplied
            ? [Figure.Without(indicator, IndicatorHistory.PeriodOf(indicator, Quarter.Parse(collected.Requested.Cycle)), ReasonCode.NotSupplied)]
            : [];
    }

    // A provisional figure keeps its own mark: it may change once more.
    private static Figure Marked(Figure figure, Submission submission) =>
        submission.IsRevision && figure.Finality == Finality.Final ? figure with { Finality = Finality.Revised } : figure;
}
