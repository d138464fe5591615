using System.Text;

namespace QuarterlyCycle.Domain.Plans.Sheets;

/// <summary>How plan files write a choice: <c>outcome-group</c> for <see cref="BodyKind.OutcomeGroup"/>.</summary>
public static class ChoiceWords
{
    /// <summary>The word for one value.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Words<T>.ByValue[value];

    /// <summary>Every word, in the order of the values.</summary>
    public static IReadOnlyList<string> All<T>()
        where T : struct, Enum => Words<T>.All;

    /// <summary>The value for a word; null when it is none of them.</summary>
    public static T? Read<T>(string word)
        where T : struct, Enum => Words<T>.ByWord.TryGetValue(word, out T value) ? value : null;

    private static string Kebab(string name)
    {
        StringBuilder word = new();
        for (int i = 0; i < name.Length; i++)
        {
            bool startsPart = i > 0 && (char.IsUpper(name[i]) || (char.IsDigit(name[i]) && !char.IsDigit(name[i - 1])));
            word.Append(startsPart ? "-" : "").Append(char.ToLowerInvariant(name[i]));
        }

        return word.ToString();
    }

    private static class Words<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> ByValue = Enum.GetValues<T>().ToDictionary(value => value, value => Kebab(value.ToString()));
        public static readonly Dictionary<string, T> ByWord = ByValue.ToDictionary(entry => entry.Value, entry => entry.Key);
        public static readonly IReadOnlyList<string> All = [.. ByValue.Values];
    }
}
