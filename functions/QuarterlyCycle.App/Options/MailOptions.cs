using System.ComponentModel.DataAnnotations;

namespace QuarterlyCycle.App.Options;

/// <summary>Where e-mails come from; the name before the address is the letterhead's.</summary>
public sealed record MailOptions
{
    /// <summary>The address that e-mails come from and are answered to; it is read.</summary>
    [Required]
    [EmailAddress]
    public required string FromAddress { get; init; }
}
