using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;

namespace QuarterlyCycle.Functions.SendGrid;

/// <summary>The SendGrid account that sends the service's e-mails and posts what becomes of them.</summary>
public sealed record SendGridOptions : IValidatableObject
{
    /// <summary>The key that may send mail and nothing else; from the key vault.</summary>
    [Required]
    public required string ApiKey { get; init; }

    /// <summary>SendGrid's address; accounts kept in the EU have another.</summary>
    public Uri Address { get; init; } = new("https://api.sendgrid.com");

    /// <summary>The public key with which delivery events are signed, in base64 as SendGrid shows it.</summary>
    [Required]
    public required string EventKey { get; init; }

    /// <summary>The public key with which incoming e-mails are signed, in base64 as SendGrid shows it.</summary>
    [Required]
    public required string InboundKey { get; init; }

    /// <summary>How long SendGrid may take for one e-mail; shorter than the outbox waits before it gives the e-mail up for unknown.</summary>
    [Range(1, 120)]
    public int TimeoutSeconds { get; init; } = 60;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Address.IsAbsoluteUri || !(Address.Scheme == Uri.UriSchemeHttps || Address.IsLoopback))
        {
            yield return new ValidationResult("Address must begin with https://.", [nameof(Address)]);
        }

        foreach ((string name, string key) in new[] { (nameof(EventKey), EventKey), (nameof(InboundKey), InboundKey) })
        {
            if (!IsPublicKey(key))
            {
                yield return new ValidationResult($"{name} is not the base64 of a public key on P-256.", [name]);
            }
        }
    }

    private static bool IsPublicKey(string key)
    {
        try
        {
            using ECDsa read = ECDsa.Create();
            read.ImportSubjectPublicKeyInfo(Convert.FromBase64String(key), out _);
            return read.KeySize == 256;
        }
        catch (Exception unreadable) when (unreadable is FormatException or CryptographicException)
        {
            return false;
        }
    }
}
