using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.App.Packs;

/// <summary>Puts together what one outcome group reports, for one way of naming people and with or without small numbers.</summary>
internal sealed class PartBuilder(QuarterFacts facts, GroupUpdate? update, IReadOnlySet<string> revised)
{
    // The group types "None" where it has nothing to report; that is an answer, not an area.
    private const string None = "None";

    public PackPart Build(Body body, NamePolicy policy, bool hides)
    {
        Naming naming = new(facts, policy);
        HiddenFigures hidden = new(facts.Disclosure, hides);
        MeasureRows rows = new(facts, hidden, revised);
        HashSet<string> codes = new(MeasureRows.CodesOf(facts, body.Code), StringComparer.Ordinal);
        IReadOnlyList<PackMeasure> measures = [.. facts.Plan.Indicators.Where(indicator => codes.Contains(indicator.Code)).Select(indicator => rows.Row(indicator.Code, body.Code))];
        bool isBoard = body.Code == facts.Timetable.Board.Body;
        IReadOnlyList<PackMilestone> milestones = [.. Milestones.Of(facts, body.Code, naming)];
        IReadOnlyList<PackKeyAction> actions = [.. PlanActions.Of(facts, body.Code, milestones, codes, naming)];
        IReadOnlySet<string> concerned = Circumstances.CodesOf(facts.Plan, body.Code, codes);
        return new PackPart
        {
            BodyCode = body.Code,
            BodyName = body.Name,
            Measures = measures,
            Milestones = milestones,
            KeyActions = actions,
            Priorities = [.. PlanPriorities.Of(facts.Plan, body, actions)],
            BusinessPlan = [.. BusinessPlanSections.Of(facts, body, measures, naming)],
            IsBoardsOwn = isBoard,
            MissingFigures = [.. MissingFigures.Of(facts, body.Code, naming)],
            Exceptions = [.. Exceptions.Of(measures, update, naming, facts.Plan.Body(facts.Timetable.Board.Body)?.Name, isBoard)],
            Questions = [.. Questions.Of(facts, body.Code, naming)],
            Actions = [.. Milestones.Actions(facts, codes, update, naming)],
            Risks = [.. Circumstances.Risks(facts.Plan, concerned, naming)],
            Dependencies = [.. Circumstances.Dependencies(facts.Plan, concerned)],
            Subjects = [.. Circumstances.Subjects(facts.Plan, concerned)],
            Equality = [.. Circumstances.Equality(facts.Plan, concerned, naming)],
            EqualityAnswer = update?.Equality,
            AreasOfConcern = Concerns(update),
            GroupHasAnswered = update is not null,
            Clinics = [.. ClinicLines.Of(facts, codes)],
            Comparators = [.. measures.SelectMany(measure => ComparatorRows.Of(facts, measure.Code, rows, hidden))],
        };
    }

    /// <summary>Whether a body has anything of its own to report.</summary>
    public static bool HasAnything(QuarterFacts facts, string body) =>
        facts.Requested.Values.Any(figure => figure.Bodies.Contains(body)) || MeasureRows.CodesOf(facts, body).Any();

    /// <summary>Whether the public edition of a body's part hides anything, so that there is an exempt one.</summary>
    public bool HidesAnything(string body)
    {
        MeasureRows rows = new(facts, new HiddenFigures(facts.Disclosure, hides: true), revised);
        return MeasureRows.CodesOf(facts, body).Any(rows.HidesAnything);
    }

    private static IReadOnlyList<string> Concerns(GroupUpdate? update) =>
        update is null || string.Equals(update.AreasOfConcern.Trim().TrimEnd('.'), None, StringComparison.OrdinalIgnoreCase)
            ? []
            : [.. update.AreasOfConcern.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
