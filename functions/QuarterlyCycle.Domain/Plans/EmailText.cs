using System.Buffers;

namespace QuarterlyCycle.Domain.Plans;

/// <summary>An e-mail address as plan files write it; people are told apart by it, in lower case.</summary>
public static class EmailText
{
    private static readonly SearchValues<char> NeverInAName = SearchValues.Create(" \t\r\n<>\"(),:;[]\\");

    /// <summary>The form under which addresses are compared and stored.</summary>
    public static string Canonical(string address) => address.Trim().ToLowerInvariant();

    /// <summary>Whether the text has the form of one address: something before one @, and a domain with a dot after it.</summary>
    public static bool IsAddress(string text)
    {
        int at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0
            && at == text.LastIndexOf('@')
            && text.Length <= 254
            && IsDomain(text[(at + 1)..])
            && !text.AsSpan(0, at).ContainsAny(NeverInAName)
            && !text.Any(char.IsControl);
    }

    /// <summary>The part after the @.</summary>
    public static string Domain(string address) => Canonical(address[(address.IndexOf('@', StringComparison.Ordinal) + 1)..]);

    /// <summary>Whether the text has the form of a mail domain, such as <c>example.org</c>.</summary>
    public static bool IsDomain(string text) =>
        text.Contains('.', StringComparison.Ordinal)
        && text.Split('.').All(label => label.Length > 0 && label.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'));
}
