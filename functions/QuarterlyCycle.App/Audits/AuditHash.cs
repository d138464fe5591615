using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace QuarterlyCycle.App.Audits;

/// <summary>The keyed hash of one entry. The order and form of its parts are never changed: every chain written so far depends on them.</summary>
internal static class AuditHash
{
    public static string Of(byte[] key, string cycle, int number, AuditEntry entry, string previousHash)
    {
        using IncrementalHash hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        Append(hash, cycle);
        Append(hash, number.ToString(CultureInfo.InvariantCulture));
        Append(hash, entry.AtUtc.ToString("O", CultureInfo.InvariantCulture));
        Append(hash, entry.Actor);
        Append(hash, entry.OnBehalfOf);
        Append(hash, entry.Act);
        Append(hash, entry.Subject);
        Append(hash, entry.Old);
        Append(hash, entry.New);
        Append(hash, entry.ActId);
        Append(hash, previousHash);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // Each part stands behind its length, so that no two entries read the same; nothing at all has a length of its own.
    private static void Append(IncrementalHash hash, string? part)
    {
        byte[] bytes = part is null ? [] : Encoding.UTF8.GetBytes(part);
        byte[] length = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, part is null ? -1 : bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
