namespace QuarterlyCycle.Domain.Challenges;

/// <summary>Nobody agrees what they sent themselves, and nobody signs alone for what they compiled.</summary>
public static class DutiesApart
{
    /// <summary>Whether a reviewer may agree a figure: not one they sent, nor one that a delegate sent for them.</summary>
    public static bool MayAgree(string reviewer, string sentBy, string? sentFor = null) =>
        !Same(reviewer, sentBy) && !(sentFor is not null && Same(reviewer, sentFor));

    /// <summary>Who reviews a figure: the lead officer, then the accountable officer, then a project manager; null when all of them had a hand in it.</summary>
    public static string? Reviewer(string? lead, string? accountable, IReadOnlyList<string> projectManagers, string sentBy, string? sentFor = null)
    {
        foreach (string? candidate in (string?[])[lead, accountable, .. projectManagers])
        {
            if (candidate is not null && MayAgree(candidate, sentBy, sentFor))
            {
                return candidate;
            }
        }

        return null;
    }

    /// <summary>What the page says to a person who sent the figure.</summary>
    public static string Refusal(string nextReviewer) => $"You sent this figure, so someone else has to agree it. We've asked {nextReviewer}.";

    /// <summary>Whether a pack needs a second signature, because who signs compiled some of its figures.</summary>
    public static bool NeedsSecondSignature(string signer, IEnumerable<string> compilers) => compilers.Any(compiler => Same(compiler, signer));

    // E-mail addresses and officer numbers alike.
    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
