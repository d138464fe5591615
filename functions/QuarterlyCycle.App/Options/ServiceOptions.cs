using System.ComponentModel.DataAnnotations;

namespace QuarterlyCycle.App.Options;

/// <summary>Where the service is reached, and which of its installations this is.</summary>
public sealed record ServiceOptions : IValidatableObject
{
    /// <summary>The address that links begin with; never taken from a request.</summary>
    [Required]
    public required Uri Address { get; init; }

    /// <summary>What this installation is called in logs and on pages, such as Production or Rehearsal.</summary>
    [Required]
    public required string Environment { get; init; }

    /// <summary>Whether cookies may travel without encryption, which only the machine itself may do.</summary>
    public bool IsLocal => Address is { IsAbsoluteUri: true, IsLoopback: true } && Address.Scheme == Uri.UriSchemeHttp;

    /// <summary>The full address of a path of this service.</summary>
    public Uri At(string path) => new(Address, path);

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Address.IsAbsoluteUri || !(Address.Scheme == Uri.UriSchemeHttps || IsLocal))
        {
            yield return new ValidationResult("Address must begin with https://, or with http://localhost on this machine.", [nameof(Address)]);
        }
    }
}
