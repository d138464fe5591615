using System.Text.Encodings.Web;
using System.Text.Json;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Plans.Sheets;

namespace QuarterlyCycle.App.Plans;

/// <summary>A plan as one file of canonical JSON, for freezing the plan of a cycle. The form is never changed, only added to.</summary>
public static class PlanArchive
{
    private static readonly JsonWriterOptions s_form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The plan's bytes; the same plan always gives the same bytes.</summary>
    public static byte[] Write(Plan plan)
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter json = new(bytes, s_form))
        {
            json.WriteStartObject();
            json.WriteNumber("version", 1);
            json.WriteStartArray("sheets");
            foreach (PlanSheet sheet in PlanWriter.Write(plan))
            {
                json.WriteStartObject();
                json.WriteString("name", sheet.Name);
                WriteLine(json, "headers", sheet.Headers);
                json.WriteStartArray("rows");
                foreach (PlanRow row in sheet.Rows)
                {
                    WriteLine(json, null, row.Cells);
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    /// <summary>The plan of these bytes, which <see cref="Write"/> wrote.</summary>
    public static Plan Read(ReadOnlyMemory<byte> bytes)
    {
        using JsonDocument json = JsonDocument.Parse(bytes);
        int version = json.RootElement.GetProperty("version").GetInt32();
        if (version != 1)
        {
            throw new InvalidOperationException($"This plan was archived in form {version}, which this release does not know.");
        }

        return PlanReader.ReadChecked([.. json.RootElement.GetProperty("sheets").EnumerateArray().Select(Sheet)]);
    }

    private static PlanSheet Sheet(JsonElement sheet) => new(
        sheet.GetProperty("name").GetString()!,
        Line(sheet.GetProperty("headers")),
        [.. sheet.GetProperty("rows").EnumerateArray().Select((row, index) => new PlanRow(index + 2, Line(row)))]);

    private static IReadOnlyList<string> Line(JsonElement cells) => [.. cells.EnumerateArray().Select(cell => cell.GetString()!)];

    private static void WriteLine(Utf8JsonWriter json, string? name, IReadOnlyList<string> cells)
    {
        if (name is null)
        {
            json.WriteStartArray();
        }
        else
        {
            json.WriteStartArray(name);
        }

        foreach (string cell in cells)
        {
            json.WriteStringValue(cell);
        }

        json.WriteEndArray();
    }
}
