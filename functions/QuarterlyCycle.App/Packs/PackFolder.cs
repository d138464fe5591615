using System.Globalization;
using System.Text;

namespace QuarterlyCycle.App.Packs;

/// <summary>Where the files of a version are kept.</summary>
internal static class PackFolder
{
    // Two builds of one number at the same moment must not write over each other's files; only one of them becomes the version.
    private const int LengthOfCause = 8;

    public static string Of(string cycle, string body, int version, string cause) =>
        $"packs/{cycle}/{body}/v{version.ToString(CultureInfo.InvariantCulture)}-{PackSeal.Hash(Encoding.UTF8.GetBytes(cause))[..LengthOfCause]}";
}
