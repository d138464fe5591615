using System.ComponentModel.DataAnnotations;

namespace QuarterlyCycle.App.Options;

/// <summary>The mail server that takes the service's e-mails.</summary>
public sealed record SmtpOptions : IValidatableObject
{
    /// <summary>The server's name.</summary>
    [Required]
    public required string Host { get; init; }

    /// <summary>The server's port; 587 is where servers take mail to be sent on.</summary>
    [Range(1, 65535)]
    public int Port { get; init; } = 587;

    /// <summary>Whether the connection is encrypted by STARTTLS.</summary>
    public bool UseTls { get; init; } = true;

    /// <summary>The account; null where the server asks for none.</summary>
    public string? UserName { get; init; }

    /// <summary>The account's password.</summary>
    public string? Password { get; init; }

    /// <summary>How long the server may take for one e-mail; shorter than the outbox waits before it gives the e-mail up for unknown.</summary>
    [Range(1, 120)]
    public int TimeoutSeconds { get; init; } = 60;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (UserName is null != Password is null)
        {
            yield return new ValidationResult("UserName and Password belong together.", [nameof(UserName), nameof(Password)]);
        }

        if (UserName is not null && !UseTls)
        {
            yield return new ValidationResult("A password is only sent with UseTls.", [nameof(UseTls)]);
        }
    }
}
