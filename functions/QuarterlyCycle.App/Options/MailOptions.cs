using System.ComponentModel.DataAnnotations;

namespace QuarterlyCycle.App.Options;

/// <summary>Whom e-mails come from.</summary>
public sealed record MailOptions
{
    /// <summary>The address that e-mails come from and are answered to; it is read.</summary>
    [Required]
    [EmailAddress]
    public required string FromAddress { get; init; }

    /// <summary>The name that stands before it.</summary>
    [Required]
    [RegularExpression(@"[^\r\n]*", ErrorMessage = "FromName may not hold a line break.")]
    public required string FromName { get; init; }
}
