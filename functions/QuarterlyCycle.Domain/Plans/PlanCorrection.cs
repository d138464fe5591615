using QuarterlyCycle.Domain.Calendar;

namespace QuarterlyCycle.Domain.Plans;

/// <summary>Whether a corrected plan may take the place of the one that a running quarter was opened with: its words may change, what is asked of whom may not.</summary>
public static class PlanCorrection
{
    /// <summary>Why the corrected plan has to wait for the next quarter, a sentence for each reason; empty when it need not.</summary>
    public static IReadOnlyList<string> WhyNot(Plan running, Plan corrected, Quarter quarter)
    {
        List<string> reasons = [];
        Dictionary<string, Assignment> before = Assignments.For(running, quarter).ToDictionary(assignment => assignment.Code, StringComparer.Ordinal);
        Dictionary<string, Assignment> after = Assignments.For(corrected, quarter).ToDictionary(assignment => assignment.Code, StringComparer.Ordinal);
        reasons.AddRange(before.Keys.Where(code => !after.ContainsKey(code)).Select(code => $"{code} is asked this quarter and would not be any more."));
        reasons.AddRange(after.Keys.Where(code => !before.ContainsKey(code)).Select(code => $"{code} is not asked this quarter and would be."));
        foreach ((string code, Assignment was) in before.Where(pair => after.ContainsKey(pair.Key)))
        {
            Assignment now = after[code];
            if (was.OfficerEmail != now.OfficerEmail)
            {
                reasons.Add($"{code} is asked of {was.OfficerEmail} and would be asked of {now.OfficerEmail}.");
            }

            if (was.ReviewerEmail != now.ReviewerEmail)
            {
                reasons.Add($"{code} is reviewed by {was.ReviewerEmail} and would be reviewed by {now.ReviewerEmail}.");
            }

            if (!was.Bodies.SequenceEqual(now.Bodies))
            {
                reasons.Add($"{code} belongs to {string.Join(", ", was.Bodies)} and would belong to {string.Join(", ", now.Bodies)}.");
            }

            if (running.Indicator(code) is { } old && corrected.Indicator(code) is { } next && HowItCounts(old) != HowItCounts(next))
            {
                reasons.Add($"{code} would be counted in another way, but its figures are given for this one.");
            }
        }

        if (!Codes(running, quarter).SequenceEqual(Codes(corrected, quarter)))
        {
            reasons.Add("The groups that report, or the board that receives the report, would be others.");
        }

        return reasons;
    }

    private static (IndicatorUnit Unit, IndicatorKind Kind, decimal? Multiplier, bool CountsPeople) HowItCounts(Indicator indicator) =>
        (indicator.Unit, indicator.Kind, indicator.Multiplier, indicator.CountsPeople);

    private static IEnumerable<string?> Codes(Plan plan, Quarter quarter) =>
        ReportingBodies.Groups(plan.Bodies, plan.Meetings, quarter).Select(body => body.Code).Append(ReportingBodies.Board(plan.Bodies, plan.Meetings, quarter)?.Code);
}
