using System.ComponentModel.DataAnnotations;

namespace QuarterlyCycle.Local.Hosting;

/// <summary>The one setting that moves records and files out of the data folder.</summary>
internal sealed record StorageOptions
{
    /// <summary>The address of a storage account's blobs, opened by the identity of whoever runs this; or a connection string, as Azurite has one.</summary>
    [Required]
    public string Account { get; init; } = "";
}
