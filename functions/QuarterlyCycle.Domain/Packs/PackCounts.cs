using System.Globalization;

namespace QuarterlyCycle.Domain.Packs;

/// <summary>How many measures and milestones carry each word.</summary>
public sealed record PackCounts
{
    // The order in which a committee reads them: what is finished first, what is not known last.
    private static readonly string[] MilestoneStates = ["Done", "On track", "Behind", "Not started", "Stopped", "Not available", PackMilestone.NotSupplied];

    /// <summary>How many measures there are.</summary>
    public required int Measures { get; init; }

    /// <summary>How many measures carry each status word, in order of first appearance.</summary>
    public required IReadOnlyList<PackCount> ByStatus { get; init; }

    /// <summary>How many figures nobody supplied.</summary>
    public required int Missing { get; init; }

    /// <summary>How many milestones nobody reported on.</summary>
    public int MissingMilestones { get; init; }

    /// <summary>What nobody supplied, in words: "2 figures", "1 figure and 1 milestone"; empty if nothing is missing.</summary>
    public string MissingWords => string.Join(" and ", new[] { Words(Missing, "figure"), Words(MissingMilestones, "milestone") }.Where(words => words.Length > 0));

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
        List<PackMilestone> promises = milestones.DistinctBy(milestone => (milestone.Code, milestone.Text)).ToList();
        List<PackMeasure> once = measures.DistinctBy(measure => measure.Code).ToList();
        return new PackCounts
        {
            Measures = once.Count,
            ByStatus = By(once.Select(measure => measure.Status.Words)),
            Missing = once.Count(measure => measure.IsMissing),
            MissingMilestones = promises.Count(milestone => milestone.State == PackMilestone.NotSupplied),
            OffTarget = once.Count(measure => measure.IsOffTarget),
            Provisional = once.Count(measure => measure.IsProvisional),
            QuestionsOpen = once.Count(measure => measure.QuestionIsOpen),
            ByDirection = By(once.Where(measure => measure.SinceLastQuarter is { Arrow: not PackArrow.None }).Select(measure => measure.SinceLastQuarter!.Words)),
            ByMilestoneState = [.. By(promises.Select(milestone => milestone.State)).OrderBy(count => Place(count.Words))],
        };
    }

    private static string Words(int count, string what) => count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    private static int Place(string state) => Array.IndexOf(MilestoneStates, state) is var place and >= 0 ? place : MilestoneStates.Length;

    private static List<PackCount> By(IEnumerable<string> words) =>
        words.GroupBy(word => word, StringComparer.Ordinal).Select(group => new PackCount(group.Key, group.Count())).ToList();
}

/// <summary>How often a word occurs.</summary>
public sealed record PackCount(string Words, int Count);
