using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json.Serialization;
using QuarterlyCycle.App.Options;
using QuarterlyCycle.App.Records;

namespace QuarterlyCycle.App.Access;

/// <summary>A code as it is stored: its keyed hash, and how often it was tried.</summary>
public sealed record CodeRow
{
    /// <summary>Tells it from earlier codes for the same purpose.</summary>
    public required string Round { get; init; }

    /// <summary>The keyed hash of the code.</summary>
    public required string Hash { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTime IssuedUtc { get; init; }

    /// <summary>Until when it works.</summary>
    public required DateTime ExpiresUtc { get; init; }

    /// <summary>How many times a wrong code was entered.</summary>
    public int WrongTries { get; init; }

    /// <summary>The act that used it.</summary>
    public string? SpentBy { get; init; }

    /// <summary>Whether somebody who enters it now is let in.</summary>
    public bool Works(DateTime nowUtc) => nowUtc < ExpiresUtc && !TriesAreUsedUp && SpentBy is null;

    /// <summary>Whether it was tried so often that only a new code helps.</summary>
    [JsonIgnore]
    public bool TriesAreUsedUp => WrongTries >= Codes.MostWrongTries;
}

/// <summary>What an entered code turned out to be.</summary>
public enum CodeResult
{
    /// <summary>It is the code.</summary>
    Right,

    /// <summary>It is wrong, too old, used, or was tried too often: the page says the same for all.</summary>
    WrongOrTooOld,
}

/// <summary>The six-digit codes that are sent by e-mail. Each is for one person and one purpose, and both are part of its hash.</summary>
public sealed class Codes(IRecordStore store, LinkOptions options, TimeProvider clock)
{
    /// <summary>How long a code works.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(15);

    internal const int MostWrongTries = 5;
    private const int Digits = 6;
    private const int Count = 1_000_000;

    private readonly RecordTable<CodeRow> _rows = new(store, "Codes");

    /// <summary>Makes the code for this officer and purpose, and ends an earlier one. The same round gives the same code and leaves its tries as they are.</summary>
    public async Task<string> Issue(string officer, string purpose, string round, CancellationToken cancellation = default)
    {
        string code = CodeOf(officer, purpose, round);
        DateTime nowUtc = clock.GetUtcNow().UtcDateTime;
        CodeRow row = new() { Round = round, Hash = HashOf(officer, purpose, code), IssuedUtc = nowUtc, ExpiresUtc = nowUtc + Lasts };
        (string partition, string key) = PlaceOf(officer, purpose);
        if (await _rows.Insert(partition, key, row, cancellation) is null)
        {
            await _rows.Update(partition, key, known => known.Round == round ? known : row, cancellation);
        }

        return code;
    }

    /// <summary>The newest code for this officer and purpose, or null. Looking changes nothing.</summary>
    public async Task<CodeRow?> Newest(string officer, string purpose, CancellationToken cancellation = default)
    {
        (string partition, string key) = PlaceOf(officer, purpose);
        return (await _rows.Get(partition, key, cancellation))?.Record;
    }

    /// <summary>The digits of the newest code, for the e-mail that carries them; null where it is of another round or works no more.</summary>
    internal async Task<(string Code, TimeSpan Left)?> Read(string officer, string purpose, string round, CancellationToken cancellation)
    {
        DateTime nowUtc = clock.GetUtcNow().UtcDateTime;
        return await Newest(officer, purpose, cancellation) is { } row && row.Round == round && row.Works(nowUtc)
            ? (CodeOf(officer, purpose, round), row.ExpiresUtc - nowUtc)
            : null;
    }

    /// <summary>Tries a code. A right one works once, for the act that used it.</summary>
    public async Task<CodeResult> Try(string officer, string purpose, string entered, string actId, CancellationToken cancellation = default)
    {
        string hash = HashOf(officer, purpose, Typed(entered) ?? "");
        DateTime nowUtc = clock.GetUtcNow().UtcDateTime;
        (string partition, string key) = PlaceOf(officer, purpose);
        CodeResult result = CodeResult.WrongOrTooOld;
        await _rows.Update(
            partition,
            key,
            row =>
            {
                (CodeRow after, result) = After(row, hash, actId, nowUtc);
                return after;
            },
            cancellation);
        return result;
    }

    /// <summary>What was entered without the spaces and hyphens that a paste may bring; null when that is no code at all, which is no try.</summary>
    public static string? Typed(string entered)
    {
        string digits = string.Concat(entered.Where(character => !char.IsWhiteSpace(character) && character is not ('-' or '\u200b' or '\ufeff')));
        return digits.Length == Digits && digits.All(char.IsAsciiDigit) ? digits : null;
    }

    /// <summary>Forgets the codes of a partition that ended before this instant.</summary>
    internal Task<int> Purge(string partition, DateTime beforeUtc, CancellationToken cancellation) =>
        _rows.DeleteWhere(partition, row => row.ExpiresUtc < beforeUtc, cancellation);

    private static (CodeRow After, CodeResult Result) After(CodeRow row, string hash, string actId, DateTime nowUtc)
    {
        if (!(row with { SpentBy = row.SpentBy == actId ? null : row.SpentBy }).Works(nowUtc))
        {
            return (row, CodeResult.WrongOrTooOld);
        }

        if (Tokens.AreEqual(row.Hash, hash))
        {
            return (row with { SpentBy = actId }, CodeResult.Right);
        }

        return (row with { WrongTries = row.WrongTries + 1 }, CodeResult.WrongOrTooOld);
    }

    private static (string Partition, string Key) PlaceOf(string officer, string purpose)
    {
        string key = Tokens.Hash($"{officer} {purpose}");
        return (Tokens.PartitionOf(key), key);
    }

    private string CodeOf(string officer, string purpose, string round)
    {
        byte[] bytes = Tokens.DeriveBytes(options.Key, "code", officer, purpose, round);
        return (BinaryPrimitives.ReadUInt64BigEndian(bytes) % Count).ToString("D6", CultureInfo.InvariantCulture);
    }

    // Keyed, because a million codes are soon hashed.
    private string HashOf(string officer, string purpose, string code) => Tokens.Derive(options.Key, "code hash", officer, purpose, code);
}
