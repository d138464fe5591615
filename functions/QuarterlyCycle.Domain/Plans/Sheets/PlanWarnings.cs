using System.Globalization;
using QuarterlyCycle.Domain.Indicators;

namespace QuarterlyCycle.Domain.Plans.Sheets;

/// <summary>Doubts that stop nothing and that a person should see before importing.</summary>
internal static class PlanWarnings
{
    public static void Check(PlanRows rows, ProblemList problems)
    {
        Plan plan = rows.Plan;
        foreach (Body body in ReportingBodies.Groups(plan.Bodies, plan.Meetings, null).Append(ReportingBodies.Board(plan.Bodies, plan.Meetings, null)).OfType<Body>())
        {
            Officers(body, rows, problems);
        }

        foreach (Post post in plan.Posts.Where(post => post.Holder is null))
        {
            problems.Warn(rows.RowOf(post), "holder", "nobody holds this post; what it is asked goes to the project manager.");
        }

        foreach (Deliverable deliverable in plan.Deliverables.Where(HasNoLead))
        {
            problems.Warn(rows.RowOf(deliverable), "leads", "there is no lead; the request goes to the project manager.");
        }

        foreach (Indicator indicator in plan.Indicators.Where(indicator => indicator is { HasFigure: true, State: IndicatorState.Active }))
        {
            Measure(plan, indicator, rows, problems);
        }

        foreach (Target target in plan.Targets)
        {
            KeptAsText(target, plan.Indicator(target.Indicator), rows, problems);
        }

        foreach (PlanFigure figure in plan.Figures.Where(figure => IsUnread(figure, rows.RowOf(figure))))
        {
            problems.Warn(rows.RowOf(figure), "text", "no number can be read here, so the figure counts as not available. Fill in value or reason.");
        }

        foreach (Comparator comparator in plan.Comparators.Where(comparator => comparator is { Members: null, Value: not null, Name: not ComparatorName.England }))
        {
            problems.Warn(rows.RowOf(comparator), "members", "the number of members is missing; reports print it beside the value.");
        }

        foreach (Target target in plan.Targets)
        {
            if (ProfiledTarget.OlderDefinition(target, plan.DefinitionChangesOf(target.Indicator)) is not null)
            {
                problems.Warn(rows.RowOf(target), target.SetOn is null ? "baseline_period" : "set_on", "the definition changed since; set the target anew, or say that it still holds.");
            }
        }

        PrintedUnits.Check(rows, problems);
        BusinessPlanRules.Warnings(rows, problems);
        StandingTextWarnings.Check(rows, problems);
        SameDeliverables.Check(rows, problems);
        ActNames.Check(rows, problems);
    }

    private static bool HasNoLead(Deliverable deliverable) =>
        deliverable is { Leads.Count: 0, Ask: true, Kind: not DeliverableKind.Activity, SameAs: null, State: not (DeliverableState.Done or DeliverableState.Stopped) };

    // A dash is printed where a figure is not available, and a placeholder has its own warning.
    private static bool IsUnread(PlanFigure figure, ReadRow row) =>
        figure is { Reason: PlanFigureReason.NotKnown, Text: { } text and not ("-" or "–" or "—" or "−") } && !row.Has("reason") && Placeholder.In(text) is null;

    private static void Officers(Body body, PlanRows rows, ProblemList problems)
    {
        if (body.Chair is null)
        {
            problems.Warn(rows.RowOf(body), "chair", "there is no chair; a cycle cannot be opened until there is one.");
        }

        if (body.Secretary is null)
        {
            problems.Warn(rows.RowOf(body), "secretary", "there is no secretary; a cycle cannot be opened until there is one.");
        }
    }

    private static void Measure(Plan plan, Indicator indicator, PlanRows rows, ProblemList problems)
    {
        IReadOnlyList<Target> targets = plan.TargetsOf(indicator.Code);
        if (targets.Count == 0 && indicator.Polarity != Polarity.Neutral && !HasBadTarget(rows, indicator.Code))
        {
            problems.Warn(rows.RowOf(indicator), "code", "there is no target for this measure.");
        }

        if (indicator is { IsChange: true, Tolerance: null } && plan.Partnership is { ToleranceKind: ToleranceKind.Relative, Tolerance: > 0 })
        {
            problems.Warn(rows.RowOf(indicator), "is_change", "the partnership's tolerance in per cent does not suit a percentage change; it becomes 0 points here.");
        }

        PeopleInTheFamily(plan, indicator, rows, problems);
        if (targets.LastOrDefault(target => target.Value is not null) is { } target && plan.FiguresOf(indicator.Code).LastOrDefault(figure => figure.Value is not null) is { } latest)
        {
            bool isLooser = indicator.Polarity switch
            {
                Polarity.High => target.Value < latest.Value,
                Polarity.Low => target.Value > latest.Value,
                _ => false,
            };
            if (isLooser)
            {
                problems.Warn(rows.RowOf(target), "value", string.Create(CultureInfo.InvariantCulture, $"looser than the latest figure, {latest.Value} for {latest.Period}."));
            }
        }
    }

    private static void PeopleInTheFamily(Plan plan, Indicator indicator, PlanRows rows, ProblemList problems)
    {
        if (!indicator.CountsPeople && plan.CountsPeopleIn(indicator) is { } people)
        {
            problems.Warn(
                rows.RowOf(indicator), "counts_people", $"its small numbers stay hidden, because {people.Code} belongs to the same whole and counts people.");
        }
    }

    // A target in error has its error; it is not missing as well.
    private static bool HasBadTarget(PlanRows rows, string code) =>
        rows.Sheets.GetValueOrDefault("targets")?.Rows.Any(row => row.IsBad && row.Text("indicator") == code) == true;

    private static void KeptAsText(Target target, Indicator? indicator, PlanRows rows, ProblemList problems)
    {
        if (target.IsReadable || target.Text is not { } text)
        {
            return;
        }

        if (target.IsNone)
        {
            problems.Warn(rows.RowOf(target), "text", "no target is set for this period; the mark is kept as it was printed.");
            return;
        }

        TargetReading reading = TargetText.Read(text, indicator?.Polarity);
        string why = reading switch
        {
            { Kind: TargetReadingKind.Ask, Question: var question } => question!,
            { Why: TargetTextOnly.Bundle } => "It names several targets.",
            { Why: TargetTextOnly.Milestone } => "It is done or not done.",
            { Why: TargetTextOnly.Placeholder } => "It is a placeholder.",
            { Why: TargetTextOnly.NotYetDefined } => "It is not yet defined.",
            _ => "There is no value in it.",
        };
        problems.Warn(rows.RowOf(target), "text", $"kept as text, without a status. {why}");
    }
}
