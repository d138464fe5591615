using System.Text.Json;
using System.Text.Json.Serialization;
using QuarterlyCycle.App.Files;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Cycles;
using QuarterlyCycle.Domain.Disclosure;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.App.Packs;

/// <summary>Keeps beside each version's files what it printed and which rule hid what, so that no later version gives it away.</summary>
public sealed class PrintedFigures(QuarterRecords records, IFileStore files)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(), new PeriodJson() },
    };

    public async Task Write(string folder, IReadOnlyList<PublishedFigure> printed, CancellationToken cancellation = default) =>
        await files.Write(Name(folder), JsonSerializer.SerializeToUtf8Bytes(printed, Json), cancellation);

    /// <summary>What a version printed; nothing when its file is gone.</summary>
    public async Task<IReadOnlyList<PublishedFigure>> Read(PackVersion version, CancellationToken cancellation = default)
    {
        string stored = version.Files[0].StoredAs;
        byte[]? content = await files.Read(Name(stored[..stored.LastIndexOf('/')]), cancellation);
        return content is null ? [] : JsonSerializer.Deserialize<IReadOnlyList<PublishedFigure>>(content, Json) ?? [];
    }

    /// <summary>What is hidden of these measures in a cycle, with everything in mind that was issued before.</summary>
    public async Task<DisclosureTable> Table(string cycle, Plan plan, IEnumerable<IndicatorHistory> histories, CancellationToken cancellation = default) =>
        Suppression.Of(histories, Quarter.Parse(cycle), SmallNumbers.Of(plan.Partnership), await Issued(cycle, plan, cancellation));

    // Older versions cannot meet anything that is still printed.
    private async Task<IReadOnlyList<IReadOnlyList<PublishedFigure>>> Issued(string cycle, Plan plan, CancellationToken cancellation)
    {
        Quarter first = Suppression.FirstPrinted(Quarter.Parse(cycle));
        List<PackVersion> issued = [];
        foreach (Cycle each in await records.Cycles.All(cancellation))
        {
            if (string.CompareOrdinal(each.Code, cycle) > 0 || Quarter.Parse(each.Code) < first)
            {
                continue;
            }

            foreach (Body body in plan.Bodies)
            {
                issued.AddRange((await records.Packs.All(each.Code, body.Code, cancellation)).Where(version => version.IssuedUtc is not null));
            }
        }

        List<IReadOnlyList<PublishedFigure>> printed = [];
        foreach (PackVersion version in issued.OrderBy(version => version.IssuedUtc).ThenBy(version => version.Body, StringComparer.Ordinal))
        {
            printed.Add(await Read(version, cancellation));
        }

        return printed;
    }

    private static string Name(string folder) => $"{folder}/printed.json";
}
