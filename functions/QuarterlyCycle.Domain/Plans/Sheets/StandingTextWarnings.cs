using System.Text.RegularExpressions;

namespace QuarterlyCycle.Domain.Plans.Sheets;

/// <summary>Doubts about the standing text of reports: empty bullets, and bullets that repeat an action elsewhere.</summary>
internal static partial class StandingTextWarnings
{
    // A shorter line may stand in many places without being misplaced.
    private const int LeastWords = 6;

    public static void Check(PlanRows rows, ProblemList problems)
    {
        (string Code, string Words)[] actions = [.. rows.Plan.Actions.Select(action => (action.Code, Plain(action.Text))).Where(action => action.Item2.Split(' ').Length >= LeastWords)];
        foreach (ReportSection section in rows.Plan.Sections.Where(section => section.Text is not null))
        {
            ReadRow row = rows.RowOf(section);
            bool isUnderItsAction = false;
            foreach (string line in section.Text!.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                string words = line.TrimStart('-', '•').Trim();
                if (words.Length == 0)
                {
                    problems.Warn(row, "text", line, "an empty bullet is left out of reports.");
                }
                else if (words.Length == line.Length)
                {
                    isUnderItsAction = Priority().IsMatch(words);
                }
                else if (!isUnderItsAction && actions.FirstOrDefault(action => Plain(words).EndsWith(action.Words, StringComparison.Ordinal)) is { Code: { } code })
                {
                    problems.Warn(row, "text", words, $"this bullet says the same as action {code} and is kept in its place. Does it belong under another paragraph?");
                }
            }
        }
    }

    // The same words may be set with other dashes, commas and quotation marks.
    private static string Plain(string text) => string.Concat(text.ToLowerInvariant().Where(letter => char.IsAsciiLetterOrDigit(letter) || letter == ' ')).Trim();

    // The list of a priority's actions is where they belong.
    [GeneratedRegex(@"^priority:? ?\d+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Priority();
}
