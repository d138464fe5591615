using System.Buffers.Binary;
using System.Globalization;
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

    /// <summary>Until when it works.</summary>
    public required DateTime ExpiresUtc { get; init; }

    /// <summary>How many times a wrong code was entered.</summary>
    public int WrongTries { get; init; }

    /// <summary>The act that used it.</summary>
    public string? SpentBy { get; init; }
}

/// <summary>What an entered code turned out to be.</summary>
public enum CodeResult
{
    /// <summary>It is the code.</summary>
    Right,

    /// <summary>It is wrong, too old, used, or was tried too often: the page says the same for all.</summary>
    WrongOrTooOld,
}

/// <summary>The six-digit codes that are sent by e-mail.</summary>
public sealed class Codes(IRecordStore store, LinkOptions options, TimeProvider clock)
{
    /// <summary>How long a code works.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(15);

    private const int MostWrongTries = 5;
    private const int Count = 1_000_000;

    private readonly RecordTable<CodeRow> _rows = new(store, "Codes");

    /// <summary>Makes the code for this officer and purpose, and ends an earlier one. The same round gives the same code and leaves its tries as they are.</summary>
    public async Task<string> Issue(string officer, string purpose, string round, CancellationToken cancellation = default)
    {
        string code = CodeOf(officer, purpose, round);
        CodeRow row = new() { Round = round, Hash = HashOf(officer, purpose, code), ExpiresUtc = clock.GetUtcNow().UtcDateTime + Lasts };
        if (await _rows.Insert(officer, purpose, row, cancellation) is null)
        {
            await _rows.Update(officer, purpose, known => known.Round == round ? known : row, cancellation);
        }

        return code;
    }

    /// <summary>Tries a code. A right one works once, for the act that used it.</summary>
    public async Task<CodeResult> Try(string officer, string purpose, string entered, string actId, CancellationToken cancellation = default)
    {
        string hash = HashOf(officer, purpose, entered.Trim());
        DateTime nowUtc = clock.GetUtcNow().UtcDateTime;
        bool isRight = false;
        await _rows.Update(
            officer,
            purpose,
            row =>
            {
                bool works = nowUtc < row.ExpiresUtc && row.WrongTries < MostWrongTries && (row.SpentBy is null || row.SpentBy == actId);
                isRight = works && Tokens.AreEqual(row.Hash, hash);
                return isRight ? row with { SpentBy = actId } : row with { WrongTries = Math.Min(row.WrongTries + 1, MostWrongTries) };
            },
            cancellation);
        return isRight ? CodeResult.Right : CodeResult.WrongOrTooOld;
    }

    private string CodeOf(string officer, string purpose, string round)
    {
        byte[] bytes = Tokens.DeriveBytes(options.Key, "code", officer, purpose, round);
        return (BinaryPrimitives.ReadUInt64BigEndian(bytes) % Count).ToString("D6", CultureInfo.InvariantCulture);
    }

    // Keyed, because a million codes are soon hashed.
    private string HashOf(string officer, string purpose, string code) => Tokens.Derive(options.Key, "code hash", officer, purpose, code);
}
