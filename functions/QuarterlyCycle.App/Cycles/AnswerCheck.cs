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
            Standing = (await history.InForce(cycle, form.Code, cancellation))?.Figure,
            Parts = await Known(cycle, plan.PartsOf(indicator.Code), cancellation),
            Whole = await Whole(cycle, plan, indicator, cancellation),
            OtherParts = await Known(cycle, OtherParts(plan, indicator), cancellation) ?? [],
            SharedPopulation = await SharedPopulation(cycle, plan, indicator, cancellation),
        };
        return SubmissionCheck.Check(form, context);
    }

    private async Task<ExplainedFigure?> Explained(string cycle, string code, CancellationToken cancellation) =>
        (await records.Submissions.All(cycle, code, cancellation))
            .Where(submission => submission is { Explanation: not null, Figure: not null })
            .Select(submission => new ExplainedFigure(submission.Figure!.Value, submission.Figure.Numerator, submission.Figure.Denominator, submission.Explanation!))
            .FirstOrDefault();

    private static IReadOnlyList<Indicator> OtherParts(Plan plan, Indicator indicator) =>
        indicator.Parent is { } parent ? [.. plan.PartsOf(parent).Where(part => part.Code != indicator.Code)] : [];

    // Parts can be held against their whole only when every one of them is known.
    private async Task<OtherFigure?> Whole(string cycle, Plan plan, Indicator indicator, CancellationToken cancellation) =>
        indicator.Parent is { } parent && plan.Indicator(parent) is { HasFigure: true } whole && await Known(cycle, OtherParts(plan, indicator), cancellation) is not null
            ? (await Known(cycle, [whole], cancellation))?[0]
            : null;

    private async Task<IReadOnlyList<OtherFigure>?> Known(string cycle, IReadOnlyList<Indicator> measures, CancellationToken cancellation)
    {
        List<OtherFigure> known = [];
        foreach (Indicator measure in measures)
        {
            if ((await history.InForce(cycle, measure.Code, cancellation))?.Figure is not { Value: not null } figure)
            {
                return null;
            }

            known.Add(new OtherFigure(measure.Code, figure));
        }

        return known;
    }

    private async Task<IReadOnlyList<OtherFigure>> SharedPopulation(string cycle, Plan plan, Indicator indicator, CancellationToken cancellation)
    {
        List<OtherFigure> shared = [];
        foreach (Indicator other in plan.Indicators.Where(other => indicator.Population is { } population && other.Population == population && other.Code != indicator.Code))
        {
            shared.AddRange(await Known(cycle, [other], cancellation) ?? []);
        }

        return shared;
    }
}
