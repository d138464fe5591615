using System.ComponentModel.DataAnnotations;

namespace QuarterlyCycle.App.Options;

/// <summary>What keeps the audit record honest.</summary>
public sealed record AuditOptions
{
    /// <summary>The key of the chain's hashes, kept apart from the records; base64 in settings.</summary>
    [Required]
    [MinLength(32)]
    public required byte[] Key { get; init; }
}
