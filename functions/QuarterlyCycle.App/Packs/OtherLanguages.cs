using QuarterlyCycle.Domain.Packs;

namespace QuarterlyCycle.App.Packs;

/// <summary>Reads the setting that offers other languages and formats: a line that is only a language's name begins that language's part.</summary>
internal static class OtherLanguages
{
    private const string English = "English";
    private const string EnglishTag = "en-GB";

    private static readonly Dictionary<string, string> Tags = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Arabic"] = "ar",
        ["Bengali"] = "bn",
        ["Chinese"] = "zh",
        ["Farsi"] = "fa",
        ["French"] = "fr",
        ["Gujarati"] = "gu",
        ["Hindi"] = "hi",
        ["Kurdish"] = "ku",
        ["Polish"] = "pl",
        ["Portuguese"] = "pt",
        ["Punjabi"] = "pa",
        ["Romanian"] = "ro",
        ["Somali"] = "so",
        ["Urdu"] = "ur",
        ["Welsh"] = "cy",
    };

    public static IReadOnlyList<PackOtherFormat> Read(string? setting)
    {
        List<(string Name, string Tag, List<string> Lines)> parts = [(English, EnglishTag, [])];
        int current = 0;
        foreach (string line in (setting ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (Tags.TryGetValue(line, out string? tag))
            {
                parts.Add((line, tag, []));
                current = parts.Count - 1;
                continue;
            }

            // What follows a language in another script and is written in English letters is English again.
            bool backToEnglish = parts[current].Lines.Any(IsOtherScript) && line.Any(char.IsAsciiLetter) && !IsOtherScript(line);
            current = backToEnglish ? 0 : current;
            parts[current].Lines.Add(line);
        }

        return [.. parts.Where(part => part.Lines.Count > 0).Select(part => new PackOtherFormat(part.Tag, part.Name, string.Join('\n', part.Lines)))];
    }

    private static bool IsOtherScript(string line) => line.Any(letter => letter > '\u036F' && char.IsLetter(letter));
}
