namespace QuarterlyCycle.App.Records;

/// <summary>Surrogates without their other half: no store can give them back, so that every store refuses them.</summary>
internal static class HalfCharacters
{
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
