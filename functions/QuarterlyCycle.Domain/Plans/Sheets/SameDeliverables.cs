using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace QuarterlyCycle.Domain.Plans.Sheets;

/// <summary>Suggests <c>same_as</c> where two deliverables say the same, so that it is asked once and reported in each pack.</summary>
internal static partial class SameDeliverables
{
    private static readonly HashSet<string> s_smallWords = ["a", "an", "and", "all", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "their", "to", "with"];

    public static void Check(PlanRows rows, ProblemList problems)
    {
        List<(Deliverable Deliverable, HashSet<string> Words)> texts = [.. rows.Plan.Deliverables.Select(deliverable => (deliverable, ContentWords(deliverable.Text)))];
        for (int later = 1; later < texts.Count; later++)
        {
            for (int earlier = 0; earlier < later; earlier++)
            {
                if (AreAlike(texts[earlier].Words, texts[later].Words) && !AreJoined(texts[earlier].Deliverable, texts[later].Deliverable))
                {
                    Deliverable first = texts[earlier].Deliverable;
                    string row = rows.RowOf(first).Source.Number.ToString(CultureInfo.InvariantCulture);
                    problems.Warn(rows.RowOf(texts[later].Deliverable), "text", $"says much the same as {first.Code} in row {row}. If it is the same, put {first.Code} in same_as: it is then asked once and reported in each.");
                    break;
                }
            }
        }
    }

    // Joined already: by same_as in either direction or through a third, or by one measure asked for both.
    private static bool AreJoined(Deliverable one, Deliverable other) =>
        (one.SameAs ?? one.Code) == (other.SameAs ?? other.Code) || (one.Indicator is not null && one.Indicator == other.Indicator);

    // Every word of one has its like in the other, save one; "in English" and "in maths" are two.
    private static bool AreAlike(HashSet<string> one, HashSet<string> other)
    {
        int shared = one.Count(other.Contains);
        if (shared < 4 || !Numbers(one).SetEquals(Numbers(other)))
        {
            return false;
        }

        return one.Count(word => !HasLike(other, word)) + other.Count(word => !HasLike(one, word)) <= (shared >= 6 ? 1 : 0);
    }

    private static bool HasLike(HashSet<string> words, string word) =>
        words.Contains(word) || (word.Length >= 4 && words.Any(other => other.Length >= 4 && other.AsSpan(0, 4).SequenceEqual(word.AsSpan(0, 4))));

    private static HashSet<string> Numbers(HashSet<string> words) => [.. words.Where(word => char.IsAsciiDigit(word[0]))];

    private static HashSet<string> ContentWords(string text)
    {
        StringBuilder plain = new();
        string outsideBrackets = InBrackets().Replace(text.ToLowerInvariant(), " ");
        foreach (char letter in outsideBrackets.Where(letter => letter is not ('\'' or '’')))
        {
            plain.Append(char.IsLetterOrDigit(letter) ? letter : ' ');
        }

        return [.. plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !s_smallWords.Contains(word))];
    }

    [GeneratedRegex(@"\([^()]*\)", RegexOptions.None, 1000)]
    private static partial Regex InBrackets();
}
