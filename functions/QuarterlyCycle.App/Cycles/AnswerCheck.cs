using QuarterlyCycle.App.Plans;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.App.Cycles;

/// <summary>Holds a typed answer against everything the records know of its measure.</summary>
public sealed class AnswerCheck(QuarterRecords records, PlanLibrary plans, FigureHistory history)
{
    /// <summary>What the answer says, what has to be put right and what is unusual. Stores nothing.</summary>
    public async Task<SubmissionReading> Check(string cycle, SubmissionForm form, CancellationToken cancellation = default)
    {
        Quarter quarter = Quarter.Parse(cycle);
        Plan plan = await plans.ForCycle(cycle, cancellation);
        string? lastComment = (await history.LastBefore(cycle, form.Code, cancellation))?.Form.Comment;
        if (plan.Indicator(form.Code) is not { } indicator)
        {
            return SubmissionCheck.CheckMilestone(form, quarter, lastComment);
        }

        SubmissionContext context = new()
        {
            Quarter = quarter,
            History = await history.Before(cycle, plan, indicator, cancellation),
            SmallNumbers = SmallNumbers.Of(plan.Partnership),
            LastComment = lastComment,
            Explained = await Explained(cycle, form.Code, cancellation),
            Parts = await Parts(cycle, plan, indicator, cancellation),
            SharedPopulations = await SharedPopulations(cycle, plan, indicator, cancellation),
        };
        return SubmissionCheck.Check(form, context);
    }

    private async Task<ExplainedFigure?> Explained(string cycle, string code, CancellationToken cancellation) =>
        (await records.Submissions.All(cycle, code, cancellation))
            .Where(submission => submission is { Explanation: not null, Figure: not null })
            .Select(submission => new ExplainedFigure(submission.Figure!.Value, submission.Figure.Numerator, submission.Figure.Denominator, submission.Explanation!))
            .FirstOrDefault();

    private async Task<IReadOnlyList<decimal>?> Parts(string cycle, Plan plan, Indicator indicator, CancellationToken cancellation)
    {
        IReadOnlyList<Indicator> parts = plan.PartsOf(indicator.Code);
        if (parts.Count == 0)
        {
            return null;
        }

        List<decimal> values = [];
        foreach (Indicator part in parts)
        {
            if ((await history.InForce(cycle, part.Code, cancellation))?.Figure?.Value is not { } value)
            {
                return null;
            }

            values.Add(value);
        }

        return values;
    }

    private async Task<IReadOnlyList<SharedPopulation>> SharedPopulations(string cycle, Plan plan, Indicator indicator, CancellationToken cancellation)
    {
        if (indicator.Population is not { } population)
        {
            return [];
        }

        List<SharedPopulation> shared = [];
        foreach (Indicator other in plan.Indicators.Where(other => other.Population == population && other.Code != indicator.Code))
        {
            if ((await history.InForce(cycle, other.Code, cancellation))?.Figure?.Denominator is { } denominator)
            {
                shared.Add(new SharedPopulation(other.Code, denominator));
            }
        }

        return shared;
    }
}
