using QuarterlyCycle.App.Plans;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Cycles;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Submissions;
using QuarterlyCycle.Domain.Timetables;

namespace QuarterlyCycle.App.Cycles;

/// <summary>A typed answer, the figure that it answers as the records have it, and what the answer says when it is held against them.</summary>
/// <param name="Form">The answer.</param>
/// <param name="Row">The figure as it is stored.</param>
/// <param name="Submissions">Every answer it has, the newest first.</param>
/// <param name="Reading">What the answer says, what has to be put right and what is unusual.</param>
public sealed record CheckedAnswer(SubmissionForm Form, Stored<RequestedFigure> Row, IReadOnlyList<Submission> Submissions, SubmissionReading Reading)
{
    public RequestedFigure Figure => Row.Record;
}

/// <summary>A cycle with answers to it, from one reading of the records.</summary>
/// <param name="Cycle">The cycle, or null when there is none.</param>
/// <param name="InForce">Its timetable in force, or null.</param>
/// <param name="Answers">The answers in the order of their forms; null for what is not asked.</param>
public sealed record CheckedAnswers(Cycle? Cycle, Timetable? InForce, IReadOnlyList<CheckedAnswer?> Answers)
{
    /// <summary>The timetable of a cycle that is there.</summary>
    public Timetable Timetable => InForce ?? throw new InvalidOperationException("There is no such cycle.");

    /// <summary>The answer of an act that has one, to a figure that is asked.</summary>
    public CheckedAnswer Answer => Answers.Single() ?? throw new InvalidOperationException("There is no such figure.");
}

/// <summary>Holds a typed answer against everything the records know of its measure.</summary>
public sealed class AnswerCheck(QuarterRecords records, PlanLibrary plans, FigureHistory history)
{
    /// <summary>What the answer says, what has to be put right and what is unusual. Stores nothing.</summary>
    public async Task<SubmissionReading> Check(string cycle, SubmissionForm form, CancellationToken cancellation = default) =>
        (await Check((await records.Cycles.WithPast(cycle, cancellation)).Past, cycle, form, cancellation))?.Reading
        ?? throw new InvalidOperationException($"{form.Code} is not asked in {cycle}.");

    /// <summary>Reads what an act with these answers is about. Stores nothing.</summary>
    public async Task<CheckedAnswers> Look(string cycle, IReadOnlyList<SubmissionForm> forms, CancellationToken cancellation = default)
    {
        CycleAndPast cycles = await records.Cycles.WithPast(cycle, cancellation);
        if (cycles.Cycle is null)
        {
            return new CheckedAnswers(null, null, []);
        }

        List<CheckedAnswer?> answers = [];
        foreach (SubmissionForm form in forms)
        {
            answers.Add(await Check(cycles.Past, cycle, form, cancellation));
        }

        return new CheckedAnswers(cycles.Cycle, await records.Timetables.InForce(cycles.Cycle, cancellation), answers);
    }

    private async Task<CheckedAnswer?> Check(IReadOnlyList<Cycle> past, string cycle, SubmissionForm form, CancellationToken cancellation)
    {
        if (await records.Figures.Find(cycle, form.Code, cancellation) is not { } row)
        {
            return null;
        }

        IReadOnlyList<Submission> submissions = await records.Submissions.All(cycle, form.Code, cancellation);
        Quarter quarter = Quarter.Parse(cycle);
        Plan plan = await plans.ForCycle(cycle, cancellation);
        SubmissionReading reading = plan.Indicator(form.Code) is { } indicator
            ? SubmissionCheck.Check(form, await ContextOf(past, quarter, plan, indicator, row.Record, submissions, cancellation))
            : SubmissionCheck.CheckMilestone(form, quarter, (await history.Last(past, form.Code, cancellation))?.Form.Comment);
        return new CheckedAnswer(form, row, submissions, reading);
    }

    private async Task<SubmissionContext> ContextOf(
        IReadOnlyList<Cycle> past,
        Quarter quarter,
        Plan plan,
        Indicator indicator,
        RequestedFigure figure,
        IReadOnlyList<Submission> submissions,
        CancellationToken cancellation)
    {
        IReadOnlyList<CollectedFigure> collected = await history.Of(past, indicator.Code, cancellation);
        return new SubmissionContext
        {
            Quarter = quarter,
            History = FigureHistory.With(collected, plan, indicator),
            SmallNumbers = SmallNumbers.Of(plan.Partnership),
            LastComment = collected.LastOrDefault(each => each.Submission is not null)?.Submission!.Form.Comment,
            Explained = Explained(submissions),
            Standing = submissions.FirstOrDefault(submission => submission.Number == figure.Submission)?.Figure,
            Parts = await Known(figure.Cycle, plan.PartsOf(indicator.Code), cancellation),
            Whole = await Whole(figure.Cycle, plan, indicator, cancellation),
            OtherParts = await Known(figure.Cycle, OtherParts(plan, indicator), cancellation) ?? [],
            SharedPopulation = await SharedPopulation(figure.Cycle, plan, indicator, cancellation),
        };
    }

    private static ExplainedFigure? Explained(IReadOnlyList<Submission> submissions) => submissions
        .Where(submission => submission is { Explanation: not null, Figure: not null })
        .Select(submission =>
            new ExplainedFigure(submission.Figure!.Value, submission.Figure.Numerator, submission.Figure.Denominator, submission.Explanation!))
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
