using System.Globalization;

namespace QuarterlyCycle.Orchestrations;

/// <summary>The only place where instance ids are built: letters, digits, '-' and '.', at most 100 characters, and never a name or an address.</summary>
public static class InstanceIds
{
    private const string ClinicPrefix = "clinic";

    /// <summary>The quarter's own instance, such as <c>2026-27-Q1</c>.</summary>
    public static string Cycle(string cycle) => cycle;

    /// <summary>The collection of one chunk of at most 75 data requests.</summary>
    public static string Collection(string cycle, int chunk) => $"{cycle}.collection.{Number(chunk)}";

    /// <summary>The data request to one officer.</summary>
    public static string DataRequest(string cycle, string officer) => $"{cycle}.request.{officer}";

    /// <summary>The review by one lead officer; a second part of more than 75 measures has its number behind.</summary>
    public static string Review(string cycle, string officer, int part) =>
        part == 1 ? $"{cycle}.review.{officer}" : $"{cycle}.review.{officer}.{Number(part)}";

    /// <summary>A chunk of at most 75 reviews, where there are more than 75.</summary>
    public static string ReviewChunk(string cycle, int chunk) => $"{cycle}.reviews.{Number(chunk)}";

    /// <summary>One outcome group's pack and sign-off.</summary>
    public static string OutcomeGroup(string cycle, string body) => $"{cycle}.group.{body}";

    /// <summary>The board's pack and decisions.</summary>
    public static string BoardPack(string cycle) => $"{cycle}.board";

    /// <summary>One performance clinic, which outlives its cycle.</summary>
    public static string Clinic(string clinic) => $"{ClinicPrefix}.{clinic}";

    /// <summary>The cycle to which an instance belongs; a clinic's code begins with the cycle that suggested it.</summary>
    public static string CycleOf(string instanceId)
    {
        string[] parts = instanceId.Split('.');
        return parts[0] == ClinicPrefix && parts.Length > 1 ? parts[1] : parts[0];
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
