using System.Text;
using CsvHelper;
using QuarterlyCycle.Domain.Plans.Sheets;

namespace QuarterlyCycle.App.Plans;

/// <summary>One sheet as CSV: UTF-8, comma, line feed, quotes only where they are needed.</summary>
internal static class CsvSheet
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static PlanSheet Unreadable(string name, string message) =>
        new(name, [], []) { Problems = [new CellProblem(name, null, null, null, null, message)] };

    public static PlanSheet Read(string name, byte[] bytes)
    {
        string text;
        try
        {
            text = s_strict.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return Unreadable(name, "this file is not UTF-8 text. In Excel, save it as \"CSV UTF-8\".");
        }

        if (text.Contains('\0', StringComparison.Ordinal))
        {
            return Unreadable(name, "this file is not UTF-8 text. In Excel, save it as \"CSV UTF-8\".");
        }

        return ReadText(name, text);
    }

    public static byte[] Write(PlanSheet sheet)
    {
        using MemoryStream bytes = new();
        using (CsvWriter csv = CsvWriter.Create(bytes, new CsvWriterOptions { NewLine = "\n", Quoting = CsvQuoting.WhenNeededOrWhitespace }, leaveOpen: true))
        {
            foreach (IReadOnlyList<string> line in sheet.Rows.Select(row => row.Cells).Prepend(sheet.Headers))
            {
                csv.WriteRecord([.. line]);
            }
        }

        return bytes.ToArray();
    }

    private static PlanSheet ReadText(string name, string text)
    {
        List<CellProblem> problems = [];
        CsvReaderOptions form = new()
        {
            HasHeader = false,

            // Blank lines count, so that rows have the numbers that a spreadsheet shows.
            SkipEmptyLines = false,
            OnMalformedRecord = record => problems.AddRange(Malformed(name, record)),
        };
        using CsvReader csv = CsvReader.FromText(text, form);
        List<PlanRow> rows = [];
        while (csv.Read())
        {
            rows.Add(new PlanRow(rows.Count + 1, [.. Enumerable.Range(0, csv.FieldCount).Select(column => csv[column].ToString())]));
        }

        if (rows.Count == 0 || rows[0].Cells.All(string.IsNullOrWhiteSpace))
        {
            return Unreadable(name, "this file is empty: row 1 must hold the headers.");
        }

        return new PlanSheet(name, rows[0].Cells, [.. rows.Skip(1)]) { Problems = problems };
    }

    private static CellProblem[] Malformed(string name, CsvMalformedRecord record)
    {
        string? message = record.Reason switch
        {
            CsvMalformedReason.UnterminatedQuote => "a cell begins with a quotation mark and never ends.",
            CsvMalformedReason.TextAfterClosingQuote => "text follows the quotation mark that ends a cell. A quotation mark inside a cell is written twice.",
            _ => null,
        };
        return message is null ? [] : [new CellProblem(name, (int)record.RecordNumber, null, null, null, message)];
    }
}
