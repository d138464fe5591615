using System.Security.Cryptography;
using System.Text;

namespace QuarterlyCycle.App.Acts;

/// <summary>The short reference that people quote, the same for every repeat of an act.</summary>
public static class ActReference
{
    // Without letters and digits that look or sound alike on the telephone.
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 6;

    public static string Of(string actId)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(actId));
        return string.Concat(Enumerable.Range(0, Length).Select(place => Letters[hash[place] % Letters.Length]));
    }
}
