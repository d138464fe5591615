using System.Globalization;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Cycles;
using QuarterlyCycle.Domain.Decisions;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.App.Packs;

/// <summary>Decisions of earlier quarters and of the plan that are still open: they return until they are done or dropped.</summary>
public sealed class EarlierDecisions(QuarterRecords records)
{
    /// <summary>The open decisions of quarters before this one, the oldest first.</summary>
    public async Task<IReadOnlyList<Decision>> Open(Quarter quarter, CancellationToken cancellation = default)
    {
        List<Decision> open = [];
        foreach (Cycle cycle in await records.Cycles.All(cancellation))
        {
            if (Quarter.Parse(cycle.Code) < quarter)
            {
                open.AddRange((await records.Decisions.All(cycle.Code, cancellation)).Where(decision => decision.State == DecisionState.Open));
            }
        }

        return open;
    }

    /// <summary>The code under which packs and pages name a decision.</summary>
    public static string CodeOf(Decision decision) => $"{decision.Cycle} {decision.Number.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>The lines of a body's pack: all for the board, else those about what the group answers for.</summary>
    internal static IEnumerable<PackDecision> Lines(QuarterFacts facts, Body body, IReadOnlySet<string> concerned, IEnumerable<Decision> open, Naming naming)
    {
        bool Concerns(string? about, string decidedBy) => body.Code == facts.Timetable.Board.Body || decidedBy == body.Code || (about is not null && concerned.Contains(about));
        foreach (PlanDecision decision in facts.Plan.Decisions.Where(decision => decision.State == PlanDecisionState.Open && Concerns(decision.About, decision.Body)))
        {
            yield return new PackDecision
            {
                Code = decision.Code,
                BodyName = facts.Plan.Body(decision.Body)?.Name ?? decision.Body,
                MeetingDate = decision.Meeting,
                Outcome = decision.Outcome.ToString(),
                Text = decision.Text,
                Owner = naming.Owner(decision.Owner),
                DueDate = decision.Due,
                State = "Open",
            };
        }

        foreach (Decision decision in open.Where(decision => Concerns(decision.About, decision.Body)))
        {
            yield return new PackDecision
            {
                Code = CodeOf(decision),
                BodyName = facts.Plan.Body(decision.Body)?.Name ?? decision.Body,
                MeetingDate = decision.MeetingOn,
                Outcome = decision.Outcome.ToString(),
                Text = decision.About is { } about ? $"{about}: {decision.Text}" : decision.Text,
                Owner = decision.Owner is { Length: > 0 } owner ? naming.Typed(owner) : null,
                DueDate = decision.DueDate,
                State = decision.DueDate is { } due && due < LondonTime.DateOf(facts.AtUtc) ? "Open, overdue" : "Open",
            };
        }
    }
}
