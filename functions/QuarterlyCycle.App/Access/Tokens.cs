using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace QuarterlyCycle.App.Access;

/// <summary>Tokens of 256 bits and the hashes under which they are stored.</summary>
internal static class Tokens
{
    // 32 bytes in base64url without padding.
    private const int Length = 43;

    /// <summary>The token that this key makes of these parts, whichever process asks.</summary>
    public static string Derive(byte[] key, params ReadOnlySpan<string?> parts) => Base64Url.EncodeToString(DeriveBytes(key, parts));

    public static byte[] DeriveBytes(byte[] key, params ReadOnlySpan<string?> parts)
    {
        StringBuilder text = new();
        foreach (string? part in parts)
        {
            // Each part behind its length, so that no two lists of parts read the same.
            text.Append(CultureInfo.InvariantCulture, $"{part?.Length ?? -1}:{part};");
        }

        return HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>A token that nobody can foresee.</summary>
    public static string Random() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>The hash under which a token is stored.</summary>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>Whether it can be a token at all; anything else is not looked up.</summary>
    public static bool IsWellFormed(string token) =>
        token.Length == Length && token.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');

    /// <summary>Compares in a time that tells nothing.</summary>
    public static bool AreEqual(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));

    /// <summary>The partition of a hash.</summary>
    public static string PartitionOf(string hash) => hash[..2];

    /// <summary>Every partition that a hash can be in.</summary>
    public static IEnumerable<string> Partitions => Enumerable.Range(0, 256).Select(number => number.ToString("x2", CultureInfo.InvariantCulture));
}
