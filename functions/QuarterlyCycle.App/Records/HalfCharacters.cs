namespace QuarterlyCycle.App.Records;

/// <summary>Surrogates without their other half: no store can give them back, so that every store refuses them.</summary>
internal static class HalfCharacters
{
    /// <summary>The beginning of a text, cut behind a whole character.</summary>
    public static string Cut(string text, int longest) =>
        text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];

    public static bool AreIn(string text)
    {
        int index = text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff');
        for (; index >= 0 && index < text.Length; index++)
        {
            if (char.IsSurrogate(text[index]))
            {
                if (index + 1 == text.Length || !char.IsSurrogatePair(text[index], text[index + 1]))
                {
                    return true;
                }

                index++;
            }
        }

        return false;
    }
}
