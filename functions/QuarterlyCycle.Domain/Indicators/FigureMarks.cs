using System.Text.RegularExpressions;

namespace QuarterlyCycle.Domain.Indicators;

/// <summary>The shorthand that may stand behind a figure where it is typed or printed, such as <c>68.2 [p]</c>.</summary>
public static partial class FigureMarks
{
    /// <summary>Provisional.</summary>
    public const char Provisional = 'p';

    /// <summary>Estimated.</summary>
    public const char Estimated = 'e';

    /// <summary>Revised.</summary>
    public const char Revised = 'r';

    /// <summary>A forecast.</summary>
    public const char Forecast = 'f';

    /// <summary>Of low reliability.</summary>
    public const char Unreliable = 'u';

    /// <summary>The marks behind a text's figure, each once.</summary>
    public static IReadOnlySet<char> In(string? text) => Form().Match(text ?? "").Groups["mark"].Captures.Select(capture => char.ToLowerInvariant(capture.Value[0])).ToHashSet();

    /// <summary>The text without the marks behind it.</summary>
    public static string Without(string text) => Form().Replace(text, "").TrimEnd();

    [GeneratedRegex(@"(\s*\[(?<mark>[pefru])\])+\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Form();
}
