using QuarterlyCycle.App.Cycles;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.Clinics;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.App.Packs;

/// <summary>The milestones asked about and those finished earlier in their year, in the order of the plan, and the actions that the group and its clinics agreed.</summary>
internal static class Milestones
{
    public static IEnumerable<PackMilestone> Of(QuarterFacts facts, string body, Naming naming) =>
        facts.Plan.Deliverables.Select(promise => Of(facts, promise, body, naming)).OfType<PackMilestone>();

    private static PackMilestone? Of(QuarterFacts facts, Deliverable promise, string body, Naming naming)
    {
        if (facts.Requested.TryGetValue(promise.Code, out RequestedFigure? asked))
        {
            return asked.IsMilestone && asked.Bodies.Contains(body) ? Milestone(facts, asked, promise, naming) : null;
        }

        return facts.Finished.TryGetValue(promise.Code, out FinishedMilestone? finished) && finished.Bodies.Contains(body) && promise.PlanYear.LastDay >= facts.Quarter.FirstDay
            ? Milestone(finished, promise, naming)
            : null;
    }

    public static IEnumerable<PackAction> Actions(QuarterFacts facts, IReadOnlySet<string> measures, GroupUpdate? update, Naming naming)
    {
        foreach (MeasureUpdate said in update?.Measures.Where(entry => !string.IsNullOrWhiteSpace(entry.Action)) ?? [])
        {
            yield return new PackAction(said.Code, said.Action.Trim(), string.IsNullOrWhiteSpace(said.Owner) ? null : naming.Typed(said.Owner.Trim()), said.DueDate, "Agreed by the group");
        }

        foreach (Clinic clinic in facts.Clinics.Where(clinic => measures.Contains(clinic.Measure) && clinic.State is not (ClinicState.Closed or ClinicState.Declined)))
        {
            foreach (ClinicAction action in clinic.Actions)
            {
                yield return new PackAction(clinic.Measure, action.Text, naming.Typed(action.Owner), action.DueDate, "Agreed by the clinic");
            }
        }
    }

    public static string StateWords(DeliverableState? state) => state switch
    {
        DeliverableState.NotStarted => "Not started",
        DeliverableState.OnTrack => "On track",
        DeliverableState.Behind => "Behind",
        DeliverableState.Done => "Done",
        DeliverableState.Stopped => "Stopped",
        _ => PackMilestone.NotSupplied,
    };

    private static PackMilestone Milestone(QuarterFacts facts, RequestedFigure figure, Deliverable promise, Naming naming)
    {
        Domain.Submissions.SubmissionForm? form = facts.Submissions.GetValueOrDefault(figure.Code)?.Form;
        string state = form is null && figure.Status == FigureStatus.NoFigureGiven ? "Not available" : StateWords(form?.MilestoneState);
        return Milestone(promise, state, string.IsNullOrWhiteSpace(form?.Comment) ? null : form.Comment.Trim(), naming);
    }

    private static PackMilestone Milestone(FinishedMilestone finished, Deliverable promise, Naming naming) =>
        Milestone(promise, StateWords(finished.State), $"Reported in {OpeningWords.QuarterName(finished.Quarter)}. {finished.Comment?.Trim()}".TrimEnd(), naming);

    /// <summary>A promise of the plan with where it stands.</summary>
    public static PackMilestone Milestone(Deliverable promise, string state, string? comment, Naming naming) => new()
    {
        Code = promise.Code,
        Text = promise.Text,
        Lead = naming.Owners(promise.Leads),
        StrategicLead = naming.Owner(promise.StrategicLead),
        Due = DueWords(promise.Due, promise.DueText),
        Target = Repetition.Unless(promise.TargetText, promise.Text),
        State = state,
        Comment = comment,
    };

    /// <summary>A date with the plan's own words for it, where the date alone does not say the same.</summary>
    public static string? DueWords(DateOnly? due, string? words) => (due, words?.Trim()) switch
    {
        (null, var said) => said,
        ({ } day, null or "") => BritishWords.Date(day),
        ({ } day, { } said) => SaysTheSame(day, said) ? BritishWords.Date(day) : $"{BritishWords.Date(day)} (in the plan: {said})",
    };

    // "by Sept 2010" is the month's last day; the month may be cut to three letters or more.
    private static bool SaysTheSame(DateOnly day, string words)
    {
        string[] said = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (said is ["by" or "By" or "in" or "In", ..])
        {
            said = said[1..];
        }

        string[] date = BritishWords.Date(day).Split(' ');
        return said.Length switch
        {
            3 => said[0] == date[0] && IsMonth(said[1]) && said[2] == date[2],
            2 => day.AddDays(1).Day == 1 && IsMonth(said[0]) && said[1] == date[2],
            _ => false,
        };

        bool IsMonth(string written) => written.Length >= 3 && date[1].StartsWith(written, StringComparison.OrdinalIgnoreCase);
    }
}
