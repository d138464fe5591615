using System.Security.Cryptography;
using System.Text;
using QuarterlyCycle.Domain.Packs;

namespace QuarterlyCycle.App.Packs;

/// <summary>What binds a signature to a version: the SHA-256 over the names and hashes of its files.</summary>
public static class PackSeal
{
    public static string Hash(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>The seal over these files, whatever order they come in.</summary>
    public static string Of(IEnumerable<PackFile> files) =>
        Hash(Encoding.UTF8.GetBytes(string.Concat(files.Select(file => $"{file.Name} {file.Sha256}\n").Order(StringComparer.Ordinal))));
}
