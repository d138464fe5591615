namespace QuarterlyCycle.Domain.Packs;

/// <summary>How many measures and milestones carry each word.</summary>
public sealed record PackCounts
{
    /// <summary>How many measures there are.</summary>
    public required int Measures { get; init; }

    /// <summary>How many measures carry each status word, in order of first appearance.</summary>
    public required IReadOnlyList<PackCount> ByStatus { get; init; }

    /// <summary>How many figures nobody supplied.</summary>
    public required int Missing { get; init; }

    /// <summary>How many stand off their target.</summary>
    public required int OffTarget { get; init; }

    /// <summary>How many figures may still change.</summary>
    public required int Provisional { get; init; }

    /// <summary>How many have a question open.</summary>
    public required int QuestionsOpen { get; init; }

    /// <summary>How many improved, got worse or did not change since last quarter, by those words.</summary>
    public required IReadOnlyList<PackCount> ByDirection { get; init; }

    /// <summary>How many milestones are in each state.</summary>
    public required IReadOnlyList<PackCount> ByMilestoneState { get; init; }

    /// <summary>Counts a part or a whole pack; a code that comes twice counts once.</summary>
    public static PackCounts Of(IEnumerable<PackMeasure> measures, IEnumerable<PackMilestone> milestones)
    {
        List<PackMeasure> once = measures.DistinctBy(measure => measure.Code).ToList();
        return new PackCounts
        {
            Measures = once.Count,
            ByStatus = By(once.Select(measure => measure.Status.Words)),
            Missing = once.Count(measure => measure.IsMissing),
            OffTarget = once.Count(measure => measure.IsOffTarget),
            Provisional = once.Count(measure => measure.IsProvisional),
            QuestionsOpen = once.Count(measure => measure.QuestionIsOpen),
            ByDirection = By(once.Where(measure => measure.SinceLastQuarter is { Arrow: not PackArrow.None }).Select(measure => measure.SinceLastQuarter!.Words)),
            ByMilestoneState = By(milestones.DistinctBy(milestone => (milestone.Code, milestone.Text)).Select(milestone => milestone.State)),
        };
    }

    private static List<PackCount> By(IEnumerable<string> words) =>
        words.GroupBy(word => word, StringComparer.Ordinal).Select(group => new PackCount(group.Key, group.Count())).ToList();
}

/// <summary>How often a word occurs.</summary>
public sealed record PackCount(string Words, int Count);
