namespace QuarterlyCycle.Documents.Emails;

/// <summary>Subjects of up to 60 characters that keep the code and the deadline and shorten what lies between.</summary>
internal static class SubjectLine
{
    public const int Longest = 60;

    /// <summary>Joins the parts; if they are too long, the middle one is cut, at a word where one ends in time, and ends in an ellipsis.</summary>
    public static string Fit(string before, string middle, string after = "")
    {
        int room = Longest - before.Length - after.Length;
        return before + Shorten(middle, Math.Max(room, 0)) + after;
    }

    /// <summary>The first wording that is short enough; the last one is cut where none is.</summary>
    public static string FirstThatFits(params IReadOnlyList<string> wordings) =>
        wordings.FirstOrDefault(wording => wording.Length <= Longest) ?? Shorten(wordings[^1], Longest);

    /// <summary>The text itself, or its first words and an ellipsis.</summary>
    public static string Shorten(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        if (longest < 2)
        {
            return "";
        }

        string start = text[..(longest - 1)];
        int space = text[longest - 1] == ' ' ? start.Length : start.LastIndexOf(' ');
        // A long name without a space is cut inside it rather than dropped.
        string words = (space > longest / 2 ? start[..space] : start).TrimEnd(' ', ',', ';', ':', '-', '–', '(');
        return words + "…";
    }
}
