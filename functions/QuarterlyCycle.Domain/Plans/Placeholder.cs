using System.Text.RegularExpressions;

namespace QuarterlyCycle.Domain.Plans;

/// <summary>Words that stand where the real ones are still to come; they are never 0, never published, and stop a pack from being issued.</summary>
public static partial class Placeholder
{
    /// <summary>The first placeholder in a text, such as <c>£***</c> or <c>TBC</c>; null when there is none.</summary>
    public static string? In(string? text)
    {
        Match match = Form().Match(text ?? "");
        return match.Success ? match.Value.Trim() : null;
    }

    [GeneratedRegex(@"£\*+|\b20\*\*(\s*[/–-]\s*\*\*)?|\*{2,}|^\s*\*\s*$|\b(TBC|TBA|XX+)\b|\?{3,}|\[(insert|to be|tbc|add)[^\]]*\]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();
}
