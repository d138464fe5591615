using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.Cycles;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.App.Cycles;

/// <summary>What the service has collected of one measure: the submissions in force, cycle by cycle.</summary>
public sealed class FigureHistory(QuarterRecords records)
{
    /// <summary>A measure with the plan's own figures and everything collected before this cycle.</summary>
    public async Task<IndicatorHistory> Before(string cycle, Plan plan, Indicator indicator, CancellationToken cancellation = default) =>
        await Collected(cycle, plan, indicator, includeCycle: false, cancellation);

    /// <summary>A measure with the plan's own figures and everything collected up to this cycle and in it.</summary>
    public async Task<IndicatorHistory> UpTo(string cycle, Plan plan, Indicator indicator, CancellationToken cancellation = default) =>
        await Collected(cycle, plan, indicator, includeCycle: true, cancellation);

    /// <summary>The submission in force, or null when there is none.</summary>
    public async Task<Submission?> InForce(string cycle, string code, CancellationToken cancellation = default) =>
        await records.Figures.Get(cycle, code, cancellation) is { Submission: { } number }
            ? await records.Submissions.Of(cycle, code, number, cancellation)
            : null;

    /// <summary>The submission in force in the last cycle that asked for it before this one, or null.</summary>
    public async Task<Submission?> LastBefore(string cycle, string code, CancellationToken cancellation = default)
    {
        foreach (Cycle earlier in (await Cycles(cycle, includeCycle: false, cancellation)).Reverse())
        {
            if (await InForce(earlier.Code, code, cancellation) is { } submission)
            {
                return submission;
            }
        }

        return null;
    }

    private async Task<IndicatorHistory> Collected(string cycle, Plan plan, Indicator indicator, bool includeCycle, CancellationToken cancellation)
    {
        List<Figure> figures = [];
        bool isRevised = false;
        foreach (Cycle each in await Cycles(cycle, includeCycle, cancellation))
        {
            if (await records.Figures.Get(each.Code, indicator.Code, cancellation) is not { } requested)
            {
                continue;
            }

            isRevised |= requested.RevisedUtc is not null;
            if (requested.Submission is { } number)
            {
                Submission submission = await records.Submissions.Of(each.Code, indicator.Code, number, cancellation);
                figures.AddRange(submission.Figure is { } figure ? [Marked(figure, submission)] : []);
            }
            else if (requested.Status == FigureStatus.NotSupplied)
            {
                Period period = IndicatorHistory.PeriodOf(indicator, Quarter.Parse(each.Code));
                figures.Add(Figure.Without(indicator, period, ReasonCode.NotSupplied));
            }
        }

        return IndicatorHistory.Of(plan, indicator, figures) with { IsRevised = isRevised };
    }

    // A provisional figure keeps its own mark: it may change once more.
    private static Figure Marked(Figure figure, Submission submission) =>
        submission.IsRevision && figure.Finality == Finality.Final ? figure with { Finality = Finality.Revised } : figure;

    private async Task<IEnumerable<Cycle>> Cycles(string cycle, bool includeCycle, CancellationToken cancellation)
    {
        IReadOnlyList<Cycle> all = await records.Cycles.All(cancellation);
        return all.Where(each => each.State != CycleState.Cancelled
            && string.CompareOrdinal(each.Code, cycle) is int order && (order < 0 || (includeCycle && order == 0)));
    }
}
