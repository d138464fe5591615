namespace QuarterlyCycle.Domain.Packs;

/// <summary>A text that people wrote, and its place in the pack in words.</summary>
public sealed record PackText(string Place, string Words);

/// <summary>Every text of a pack that people wrote, in the pack's order.</summary>
public static class PackTexts
{
    /// <summary>The texts with their places.</summary>
    public static IEnumerable<PackText> Of(Pack pack) =>
        Opening(pack).Concat(pack.Parts.SelectMany(Of)).Concat(Closing(pack));

    /// <summary>The place of something in a part, such as "Stay Safe, SS1".</summary>
    public static string Place(PackPart part, string what) => $"{part.BodyName}, {what}";

    private static IEnumerable<PackText> Opening(Pack pack)
    {
        yield return new PackText("Title", pack.Title);
        yield return new PackText("Front, subject", pack.Front.Subject);
        yield return new PackText("Front, report of", pack.Front.ReportOf);
        yield return new PackText("Front, contact officer", pack.Front.ContactOfficer);
        foreach (PackText text in Given("Front, why it is urgent", pack.Front.UrgencyReason)
            .Concat(All("Front, supported by", pack.Front.SupportedBy))
            .Concat(All("Summary", pack.Summary))
            .Concat(All("Recommendations", pack.Recommendations.Select(recommendation => recommendation.Text)))
            .Concat(pack.Implications.Select(implication => new PackText($"Implications, {implication.Heading}", implication.Answer)))
            .Concat(pack.Sections.SelectMany(section => Of(section.Heading, section.Paragraphs)))
            .Concat(All("Cross-cutting issues", pack.CrossCuttingIssues))
            .Concat(All("Risk management", pack.RiskManagement))
            .Concat(All("Contribution to outcomes", pack.ContributionToOutcomes))
            .Concat(pack.Priorities.SelectMany(priority => OfPriority($"Priorities, {priority.Code}", priority))))
        {
            yield return text;
        }
    }

    private static IEnumerable<PackText> Closing(Pack pack) =>
        pack.EarlierDecisions.Select(decision => new PackText($"Earlier decisions, {decision.Code}", decision.Text))
            .Concat(pack.Changes.Select(change => new PackText($"Changes, {change.Code}", change.Why)))
            .Concat(Of("Conclusion and next steps", pack.Conclusion))
            .Concat(All("Conclusion and next steps", pack.NextSteps))
            .Concat(All("Background papers", pack.BackgroundPapers));

    private static IEnumerable<PackText> Of(PackPart part)
    {
        foreach (PackMeasure measure in part.Measures)
        {
            string place = Place(part, measure.Code);
            foreach (PackText text in Given($"{place}, name", measure.Name)
                .Concat(Given($"{place}, target", measure.Target))
                .Concat(Given($"{place}, commentary", measure.Commentary))
                .Concat(Given($"{place}, explanation", measure.Explanation))
                .Concat(Given($"{place}, definition", measure.Definition))
                .Concat(Given($"{place}, reference", measure.Reference))
                .Concat(Given($"{place}, baseline", measure.Baseline))
                .Concat(Given($"{place}, who set the target", measure.TargetSetBy))
                .Concat(All($"{place}, notes", measure.Notes)))
            {
                yield return text;
            }
        }

        foreach (PackText text in part.Milestones.SelectMany(milestone => OfMilestone(part, milestone))
            .Concat(part.Priorities.SelectMany(priority => OfPriority(Place(part, priority.Code), priority)))
            .Concat(part.KeyActions.SelectMany(action => OfAction(part, action)))
            .Concat(part.BusinessPlan.SelectMany(section => Of(part, section)))
            .Concat(part.Exceptions.SelectMany(exception => Given(Place(part, $"{exception.Measure.Code}, action"), exception.Action).Concat(Given(Place(part, $"{exception.Measure.Code}, decision wanted"), exception.DecisionWanted))))
            .Concat(part.Questions.SelectMany(question => Given(Place(part, $"{question.Code}, question"), question.Question).Concat(All(Place(part, $"{question.Code}, answers"), question.Thread))))
            .Concat(part.MissingFigures.SelectMany(missing => Given(Place(part, $"{missing.Code}, why it is missing"), missing.Reason)))
            .Concat(part.Actions.Select(action => new PackText(Place(part, $"{action.About}, actions"), action.Text)))
            .Concat(part.Risks.SelectMany(risk => OfRisk(part, risk)))
            .Concat(part.Dependencies.SelectMany(dependency => OfDependency(part, dependency)))
            .Concat(part.Subjects.Select(subject => new PackText(Place(part, $"{subject.Code}, name"), subject.Text)))
            .Concat(part.Equality.SelectMany(equality => Given(Place(part, $"{equality.About}, equality"), equality.Statement)))
            .Concat(Given(Place(part, "effect on children"), part.EqualityAnswer))
            .Concat(All(Place(part, "areas of concern"), part.AreasOfConcern))
            .Concat(part.Clinics.SelectMany(clinic => Given(Place(part, $"{clinic.Code}, clinic"), clinic.Findings).Concat(Given(Place(part, $"{clinic.Code}, clinic's state"), clinic.State)))))
        {
            yield return text;
        }
    }

    private static IEnumerable<PackText> OfPriority(string place, PackPriority priority) =>
        All($"{place}, priority", priority.CrossedBy.Prepend(priority.Text)).Concat(Given($"{place}, priority", priority.PartOf));

    private static IEnumerable<PackText> OfMilestone(PackPart part, PackMilestone milestone)
    {
        string place = Place(part, $"milestone {milestone.Code}");
        return Given(place, milestone.Text)
            .Concat(Given($"{place}, target", milestone.Target))
            .Concat(Given($"{place}, due", milestone.Due))
            .Concat(Given($"{place}, comment", milestone.Comment));
    }

    private static IEnumerable<PackText> OfAction(PackPart part, PackKeyAction action)
    {
        string place = Place(part, $"action {action.Code}");
        return Given(place, action.Text)
            .Concat(Given($"{place}, group heading", action.GroupHeading))
            .Concat(All($"{place}, partners", action.Partners))
            .Concat(All($"{place}, linked plans", action.LinkedPlans))
            .Concat(Given($"{place}, resources", action.Resources))
            .Concat(Given($"{place}, commentary", action.Commentary))
            .Concat(action.NotAsked.SelectMany(milestone => OfMilestone(part, milestone)));
    }

    private static IEnumerable<PackText> OfRisk(PackPart part, PackRisk risk) =>
        Given(Place(part, $"{risk.About}, risk"), risk.Risk)
            .Concat(Given(Place(part, $"{risk.About}, impact of the risk"), risk.Impact))
            .Concat(Given(Place(part, $"{risk.About}, likelihood of the risk"), risk.Likelihood))
            .Concat(Given(Place(part, $"{risk.About}, how the risk is managed"), risk.HowManaged));

    private static IEnumerable<PackText> OfDependency(PackPart part, PackDependency dependency) =>
        Given(Place(part, $"{dependency.About}, dependency"), dependency.On)
            .Concat(Given(Place(part, $"{dependency.About}, who is responsible for the dependency"), dependency.Responsible))
            .Concat(Given(Place(part, $"{dependency.About}, arrangement for the dependency"), dependency.Arrangement));

    private static IEnumerable<PackText> Of(PackPart part, PackPlanSection section) =>
        All(Place(part, $"{section.Heading}, target"), section.Targets)
            .Concat(All(Place(part, $"{section.Heading}, success criteria"), section.Success))
            .Concat(section.Lines.SelectMany(line => Given(Place(part, line.Code), line.Text)
                .Concat(Given(Place(part, $"{line.Code}, due"), line.Due))
                .Concat(Given(Place(part, $"{line.Code}, comment"), line.Comment))));

    private static IEnumerable<PackText> Of(string place, IEnumerable<PackParagraph> paragraphs) =>
        paragraphs.SelectMany(paragraph => All(place, paragraph.Bullets.Prepend(paragraph.Text)));

    private static IEnumerable<PackText> Given(string place, string? words) => string.IsNullOrWhiteSpace(words) ? [] : [new PackText(place, words)];

    private static IEnumerable<PackText> All(string place, IEnumerable<string> paragraphs) => paragraphs.Select(words => new PackText(place, words));
}
