using System.Text.RegularExpressions;

namespace QuarterlyCycle.App.Pages.Log;

/// <summary>The name of an audited act as words: FigureAgreed is "Figure agreed".</summary>
internal static partial class AuditWords
{
    public static string Of(string act)
    {
        string spaced = Humps().Replace(act, match => $" {match.Value.ToLowerInvariant()}").TrimStart();
        return spaced.Length == 0 ? act : char.ToUpperInvariant(spaced[0]) + spaced[1..];
    }

    [GeneratedRegex("[A-Z]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Humps();
}
