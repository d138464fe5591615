using QuarterlyCycle.Domain.Packs;

namespace QuarterlyCycle.App.Packs;

/// <summary>The measures off target, each with what the group is doing about it and what it wants decided; of the board's own it always decides.</summary>
internal static class Exceptions
{
    public static IEnumerable<PackException> Of(IEnumerable<PackMeasure> measures, GroupUpdate? update, Naming naming, string? board, bool isBoardsOwn)
    {
        foreach (PackMeasure measure in measures.Where(measure => measure.IsOffTarget))
        {
            MeasureUpdate? said = update?.Measures.FirstOrDefault(entry => entry.Code == measure.Code);
            yield return new PackException
            {
                Measure = measure,
                Why = $"It is {LowerFirst(measure.Status.Words)}: the figure is {measure.Figure}, and the target is {measure.Target}.",
                Discussed = said?.Discussed ?? false,
                Action = Given(said?.Action),
                ActionOwner = Given(said?.Owner) is { } owner ? naming.Typed(owner) : null,
                ActionDueDate = said?.DueDate,
                DecisionWanted = isBoardsOwn || said is { RaiseWithBoard: true }
                    ? $"{Sentence(OpeningWords.The(board ?? "board"))} is asked to decide what is to be done about {measure.Code}."
                    : null,
            };
        }
    }

    private static string Sentence(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    private static string LowerFirst(string words) => words.Length == 0 ? words : char.ToLowerInvariant(words[0]) + words[1..];

    private static string? Given(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();
}
