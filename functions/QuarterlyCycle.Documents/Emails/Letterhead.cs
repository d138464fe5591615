namespace QuarterlyCycle.Documents.Emails;

/// <summary>What every e-mail of one partnership carries, and what its service can do.</summary>
public sealed record Letterhead
{
    /// <summary>The post of whoever runs the quarter, where the plan gives none.</summary>
    public const string UsualPost = "Project Manager for Performance";

    public required string ServiceName { get; init; }

    public required string Council { get; init; }

    public required string Partnership { get; init; }

    public required string ProjectManager { get; init; }

    public string ProjectManagerPost { get; init; } = UsualPost;

    public string? Telephone { get; init; }

    public string? Address { get; init; }

    public required string PrivacyUrl { get; init; }

    // An e-mail promises only what the service does: replies, spreadsheets and passing on are offered where these are true.
    public bool RepliesAreRead { get; init; }

    public bool SpreadsheetsAreRead { get; init; }

    public bool MeasuresCanBePassedOn { get; init; }

    /// <summary>The project manager inside a sentence: a name, or "the" and the post where the plan names nobody.</summary>
    internal string ManagerInSentence => IsKnownByPost ? $"the {ProjectManagerPost}" : ProjectManager;

    internal bool IsKnownByPost => string.Equals(ProjectManager, ProjectManagerPost, StringComparison.OrdinalIgnoreCase);

    /// <summary>The name that an e-mail comes from.</summary>
    public string FromName => $"{ServiceName}, {Council}";
}
