using QuarterlyCycle.Documents.Workbooks;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Plans.Sheets;

namespace QuarterlyCycle.App.Plans;

/// <summary>A plan as one .xlsx workbook whose sheets carry the names of the plan's sheets.</summary>
public static class PlanWorkbook
{
    /// <summary>Writes the plan as a workbook.</summary>
    public static byte[] Write(Plan plan) =>
        WorkbookTables.Write([.. PlanWriter.Write(plan).Select(sheet => new WorkbookTable(sheet.Name, [.. sheet.Rows.Select(row => new WorkbookRow(row.Number, row.Cells)).Prepend(new WorkbookRow(1, sheet.Headers))]))]);

    /// <summary>The plan in a workbook that somebody uploaded, or every reason why there is none.</summary>
    public static PlanCheck Load(string name, byte[] workbook) => PlanSource.Check(Read(name, workbook));

    internal static PlanFiles Read(string path)
    {
        string name = Path.GetFileName(path);
        return new FileInfo(path).Length > WorkbookTables.MostBytes ? PlanFiles.Unreadable(name, WorkbookTables.TooLarge) : Read(name, File.ReadAllBytes(path));
    }

    private static PlanFiles Read(string name, byte[] workbook)
    {
        WorkbookReading reading = WorkbookTables.Read(workbook);
        return reading.Problem is { } problem ? PlanFiles.Unreadable(name, problem) : new PlanFiles([.. reading.Tables.Select(Sheet)], []);
    }

    private static PlanSheet Sheet(WorkbookTable table)
    {
        WorkbookRow? first = table.Rows.Count > 0 && table.Rows[0].Number == 1 ? table.Rows[0] : null;
        IReadOnlyList<string> headers = first?.Cells ?? [];
        return new PlanSheet(table.Name, headers, [.. table.Rows.Where(row => row.Number > 1).Select(row => new PlanRow(row.Number, row.Cells))])
        {
            Problems = [.. table.Faults.Select(fault => new CellProblem(table.Name, fault.Row, PlanSheet.ColumnLetter(fault.Column), Header(headers, fault.Column), fault.Value, fault.Message))],
        };
    }

    private static string? Header(IReadOnlyList<string> headers, int column) => column < headers.Count && headers[column].Length > 0 ? headers[column] : null;
}
