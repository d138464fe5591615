using System.Globalization;
using QuarterlyCycle.Domain.Packs;

namespace QuarterlyCycle.App.Pages.Packs;

/// <summary>Where a version of a report stands, in the only words that are used for it.</summary>
public static class PackWords
{
    public static string Of(PackState state) => state switch
    {
        PackState.Draft => "Draft",
        PackState.Issued => "Issued",
        PackState.SignedOff => "Signed off",
        PackState.Replaced => "Replaced",
        _ => "Withdrawn",
    };

    /// <summary>A version; a draft with nothing to fix is ready to check.</summary>
    public static string Of(PackVersion version) => version is { State: PackState.Draft, MustFix.Count: 0 } ? "Ready to check" : Of(version.State);

    /// <summary>A file's kind, such as "HTML".</summary>
    public static string Kind(PackFile file) => file.Name[(file.Name.LastIndexOf('.') + 1)..].ToUpperInvariant();

    /// <summary>A size for people.</summary>
    public static string Size(long bytes) => bytes < 1_000_000
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, bytes / 1000)} KB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000m:0.0} MB");

    /// <summary>The address of a body's report.</summary>
    public static string Address(string cycle, string body) => $"/packs/{cycle}/{body}";

    /// <summary>The address of one version.</summary>
    public static string Address(PackVersion version) => string.Create(CultureInfo.InvariantCulture, $"/packs/{version.Cycle}/{version.Body}/v{version.Version}");

    /// <summary>The address of a file to keep.</summary>
    public static string Address(PackVersion version, PackFile file) => $"{Address(version)}/files/{Uri.EscapeDataString(file.Name)}";

    /// <summary>The address at which an edition is read.</summary>
    public static string Reading(PackVersion version, PackEdition edition) => $"{Address(version)}/{(edition == PackEdition.Public ? "public" : "exempt")}";
}
