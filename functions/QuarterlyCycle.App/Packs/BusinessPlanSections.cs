using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.App.Packs;

/// <summary>The sections of the board's business plan that one body reports on, with where each activity is.</summary>
internal static class BusinessPlanSections
{
    public static IEnumerable<PackPlanSection> Of(QuarterFacts facts, Body body, IReadOnlyList<PackMeasure> measures, Naming naming)
    {
        foreach (IGrouping<string, BusinessPlanLine> section in facts.Plan.BusinessPlan.Where(line => IsOf(facts, body, line)).GroupBy(line => line.Section))
        {
            HashSet<string> shown = [.. section.Select(line => line.Indicator).OfType<string>()];
            shown.UnionWith(shown.SelectMany(facts.Plan.PartsOf).Select(part => part.Code).ToArray());
            yield return new PackPlanSection
            {
                Heading = section.Key,
                Targets = [.. section.Select(line => line.Target).OfType<string>().SelectMany(Lines).Distinct(StringComparer.Ordinal)],
                Success = [.. section.Select(line => line.SuccessText).OfType<string>().SelectMany(Lines).Distinct(StringComparer.Ordinal)],
                Measures = [.. measures.Where(measure => shown.Contains(measure.Code)).Select(MeasureWords)],
                Lines = [.. section.Select(line => Line(facts, line, naming))],
            };
        }
    }

    // A line that is done is asked of nobody any more; it stands where it was reported, so that a section stays whole.
    private static bool IsOf(QuarterFacts facts, Body body, BusinessPlanLine line) => facts.Requested.TryGetValue(line.Code, out RequestedFigure? asked)
        ? asked.Bodies.Contains(body.Code)
        : Assignments.BodiesOf(facts.Plan, line, facts.Quarter).Contains(body.Code);

    private static PackMilestone Line(QuarterFacts facts, BusinessPlanLine line, Naming naming)
    {
        Domain.Submissions.SubmissionForm? form = facts.Submissions.GetValueOrDefault(line.Code)?.Form;
        bool isAsked = facts.Requested.TryGetValue(line.Code, out RequestedFigure? figure);
        return new PackMilestone
        {
            Code = line.Code,
            Text = line.Activity,
            Lead = naming.Owners(line.Responsible),
            Due = Milestones.DueWords(line.Due, line.DueText),
            State = form is null && figure is { Status: FigureStatus.NoFigureGiven } ? "Not available" : Milestones.StateWords(form?.MilestoneState ?? (isAsked ? null : line.State)),
            Comment = string.IsNullOrWhiteSpace(form?.Comment) ? null : form.Comment.Trim(),
        };
    }

    private static string MeasureWords(PackMeasure measure) =>
        measure.Figure == measure.Status.Words ? $"{measure.Code} {measure.Name}: {measure.Figure}." : $"{measure.Code} {measure.Name}: {measure.Figure}. {measure.Status.Words}.";

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
