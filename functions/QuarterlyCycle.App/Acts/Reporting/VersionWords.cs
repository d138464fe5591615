using System.Globalization;
using QuarterlyCycle.Domain.Packs;

namespace QuarterlyCycle.App.Acts;

/// <summary>How acts and audit entries name a version.</summary>
internal static class VersionWords
{
    public static string Of(PackVersion version) => Of(version.Body, version.Version);

    public static string Of(string body, int version) => $"{body} version {Number(version)}";

    public static string Number(int version) => version.ToString(CultureInfo.InvariantCulture);
}
