using System.ComponentModel.DataAnnotations;

namespace QuarterlyCycle.App.Options;

/// <summary>What links, codes and form tokens are made with.</summary>
public sealed record LinkOptions
{
    /// <summary>The key that they are derived from; base64 in settings. Another key ends every link.</summary>
    [Required]
    [MinLength(32)]
    public required byte[] Key { get; init; }
}
