using System.Text;

namespace QuarterlyCycle.Domain.Plans.Sheets;

/// <summary>How plan files write a choice: <c>outcome-group</c> for <see cref="BodyKind.OutcomeGroup"/>.</summary>
public static class ChoiceWords
{
    /// <summary>The word for one value.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Words<T>.Own.ByValue[value];

    /// <summary>Every word, in the order of the values.</summary>
    public static IReadOnlyList<string> All<T>()
        where T : struct, Enum => Words<T>.Own.All;

    /// <summary>The value for a word; null when it is none of them.</summary>
    public static T? Read<T>(string word)
        where T : struct, Enum => Words<T>.Own.ByWord.TryGetValue(word, out object? value) ? (T)value : null;

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

    // One piece of code for all choices: made for each of them, dictionaries would take longer to compile than to fill.
    private sealed class Vocabulary
    {
        public Vocabulary(Type choice)
        {
            foreach (object value in Enum.GetValues(choice))
            {
                string word = Kebab(value.ToString()!);
                ByValue.Add(value, word);
                ByWord.Add(word, value);
                All.Add(word);
            }
        }

        public Dictionary<object, string> ByValue { get; } = [];

        public Dictionary<string, object> ByWord { get; } = new(StringComparer.Ordinal);

        public List<string> All { get; } = [];
    }

    private static class Words<T>
        where T : struct, Enum
    {
        public static readonly Vocabulary Own = new(typeof(T));
    }
}
