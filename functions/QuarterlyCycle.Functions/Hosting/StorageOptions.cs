using System.ComponentModel.DataAnnotations;

namespace QuarterlyCycle.Functions.Hosting;

/// <summary>Where records and files are kept: the two addresses of an account that this app's identity may use, or an emulator.</summary>
public sealed record StorageOptions : IValidatableObject
{
    /// <summary>The account's table service.</summary>
    public Uri? Tables { get; init; }

    /// <summary>The account's blob service.</summary>
    public Uri? Blobs { get; init; }

    /// <summary>The emulator's connection string, on a developer's machine only.</summary>
    public string? Emulator { get; init; }

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Tables is null != Blobs is null || Tables is null == string.IsNullOrEmpty(Emulator))
        {
            yield return new ValidationResult("Set Tables and Blobs, or Emulator alone.", [nameof(Tables), nameof(Blobs), nameof(Emulator)]);
        }
    }
}
