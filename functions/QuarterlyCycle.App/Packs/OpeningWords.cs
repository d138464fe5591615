using System.Globalization;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.App.Packs;

/// <summary>Title, summary and recommendations: the project manager's words, or sentences drafted from the counts.</summary>
internal static class OpeningWords
{
    public static string QuarterName(Quarter quarter) => $"quarter {Number(quarter.Number)} of {quarter.Year}";

    public static string Title(Quarter quarter, Body body) => $"{body.Name}: performance in {QuarterName(quarter)}";

    // A late report needs a reason; the project manager writes it into the summary as a line of its own.
    private const string Urgent = "Urgent:";

    public static IReadOnlyList<string> Summary(PackSummary? written, PackCounts counts, string bodyName, Quarter quarter)
    {
        List<string> lines = [.. Lines(written).Where(line => !IsUrgency(line))];
        return lines.Count > 0 ? lines : Draft(counts, bodyName, quarter);
    }

    /// <summary>Why the report is urgent, from the line of the summary that begins "Urgent:", or null.</summary>
    public static string? UrgencyReason(PackSummary? written) =>
        Lines(written).Where(IsUrgency).Select(line => line[Urgent.Length..].Trim()).FirstOrDefault(reason => reason.Length > 0);

    /// <summary>Two sentences from the counts alone, so that they cannot give away a hidden figure.</summary>
    public static IReadOnlyList<string> Draft(PackCounts counts, string bodyName, Quarter quarter)
    {
        string statuses = string.Join(", ", counts.ByStatus.Select(count => $"{count.Words} {Number(count.Count)}"));
        return
        [
            $"{bodyName} reports on {Count(counts.Measures, "measure")} in {QuarterName(quarter)}: {(statuses.Length == 0 ? "none" : statuses)}.",
            $"{(counts.MissingWords.Length == 0 ? "No figure was" : $"{counts.MissingWords} {(counts.Missing + counts.MissingMilestones == 1 ? "was" : "were")}")} not supplied, {Some(counts.Provisional, "figure", "is", "are", inside: true)} provisional and {Some(counts.QuestionsOpen, "question", "is", "are", inside: true)} open.",
        ];
    }

    /// <summary>What a group is asked for, and what it asks of the board.</summary>
    public static IEnumerable<PackRecommendation> OfGroup(Body group, PackPart part, string? board, Quarter quarter, StandingText standing)
    {
        string called = group.Kind == BodyKind.OutcomeGroup && !group.Name.Contains("group", StringComparison.OrdinalIgnoreCase) ? $"the {group.Name} outcome group" : The(group.Name);
        foreach (PackRecommendation recommendation in standing.Recommendations)
        {
            yield return recommendation;
        }

        if (standing.Recommendations.Count == 0)
        {
            yield return new PackRecommendation(RecommendationKind.Note, $"That {called} note its performance in {QuarterName(quarter)}.");
        }

        if (part.Exceptions.Count > 0)
        {
            yield return new PackRecommendation(RecommendationKind.Discuss, $"That {called} discuss {List(part.Exceptions.Select(exception => exception.Measure.Code))}, which {(part.Exceptions.Count == 1 ? "is" : "are")} off target, and record what is being done.");
        }

        foreach (PackException raised in part.Exceptions.Where(exception => exception.DecisionWanted is not null))
        {
            string decide = $"That {The(board ?? "board")} decide what is to be done about {raised.Measure.Code} {raised.Measure.Name}.";
            yield return new PackRecommendation(RecommendationKind.Decide, decide, raised.Measure.Code);
        }
    }

    /// <summary>What the board is asked for.</summary>
    public static IEnumerable<PackRecommendation> OfBoard(Body board, IReadOnlyList<PackPart> parts, Quarter quarter, StandingText standing, bool areOutcomeGroups)
    {
        foreach (PackRecommendation recommendation in standing.Recommendations)
        {
            yield return recommendation;
        }

        if (standing.Recommendations.Count == 0)
        {
            string[] groups = [.. parts.Where(part => !part.IsBoardsOwn).Select(part => part.BodyName)];
            string whose = groups switch
            {
                [] => "the progress reported to it",
                [var only] => $"the performance of {The(only)}",
                _ => areOutcomeGroups ? "the performance of the outcome groups" : "the progress of the groups that report to it",
            };
            yield return new PackRecommendation(RecommendationKind.Note, $"That {The(board.Name)} note {whose} in {QuarterName(quarter)}.");
        }

        foreach (IGrouping<string, (PackException Exception, string Group)> raised in parts
            .SelectMany(part => part.Exceptions.Where(exception => exception.DecisionWanted is not null).Select(exception => (exception, Group: part.IsBoardsOwn ? "" : part.BodyName)))
            .GroupBy(pair => pair.exception.Measure.Code))
        {
            string[] by = [.. raised.Select(pair => pair.Group).Where(group => group.Length > 0)];
            yield return new PackRecommendation(
                RecommendationKind.Decide,
                $"That {The(board.Name)} decide what is to be done about {raised.Key} {raised.First().Exception.Measure.Name}{(by.Length == 0 ? "" : $", raised by {List(by)}")}.",
                raised.Key);
        }

        string missing = PackCounts.Of(parts.SelectMany(part => part.Measures), parts.SelectMany(part => part.Promises)).MissingWords;
        if (missing.Length > 0)
        {
            yield return new PackRecommendation(RecommendationKind.Discuss, $"That {The(board.Name)} discuss why {missing} {(missing.StartsWith("1 ", StringComparison.Ordinal) && !missing.Contains(" and ", StringComparison.Ordinal) ? "was" : "were")} not supplied.");
        }
    }

    public static string List(IEnumerable<string> words)
    {
        string[] all = [.. words];
        return all.Length < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} and {all[^1]}";
    }

    public static string Count(int count, string what) => $"{Number(count)} {what}{(count == 1 ? "" : "s")}";

    private static string Some(int count, string what, string one, string many, bool inside = false) => count switch
    {
        0 => $"{(inside ? "no" : "No")} {what} {one}",
        1 => $"1 {what} {one}",
        _ => $"{Number(count)} {what}s {many}",
    };

    /// <summary>A body's name in a sentence.</summary>
    public static string The(string name) => name.StartsWith("The ", StringComparison.OrdinalIgnoreCase) ? $"the {name[4..]}" : $"the {name}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static bool IsUrgency(string line) => line.StartsWith(Urgent, StringComparison.OrdinalIgnoreCase);

    private static string[] Lines(PackSummary? written) => (written?.Text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
