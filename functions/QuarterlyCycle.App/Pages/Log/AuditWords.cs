using System.Text.RegularExpressions;

namespace QuarterlyCycle.App.Pages.Log;

/// <summary>What the audit names by codes, as words.</summary>
internal static partial class AuditWords
{
    /// <summary>The name of an act: FigureAgreed is "Figure agreed".</summary>
    public static string Of(string act)
    {
        string spaced = Humps().Replace(act, match => $" {match.Value.ToLowerInvariant()}").TrimStart();
        return spaced.Length == 0 ? act : char.ToUpperInvariant(spaced[0]) + spaced[1..];
    }

    /// <summary>An audited value; a code such as OnTrack is "On track", and what people typed stays as it is.</summary>
    public static string? OfValue(string? value) => value is not null && Code().IsMatch(value) ? Of(value) : value;

    [GeneratedRegex("^([A-Z][a-z]+){2,}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();

    [GeneratedRegex("[A-Z]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Humps();
}
