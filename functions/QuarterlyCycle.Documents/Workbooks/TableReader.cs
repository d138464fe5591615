using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace QuarterlyCycle.Documents.Workbooks;

/// <summary>Reads one worksheet, row by row.</summary>
internal static class TableReader
{
    // Formatting can stretch over whole columns and a million rows; cells beyond these hold nothing that a person typed.
    private const int MostColumns = 200;
    private const int MostRows = 100_000;

    public static WorkbookTable Read(string name, WorksheetPart worksheet, CellText text)
    {
        List<WorkbookRow> rows = [];
        List<WorkbookFault> faults = [];
        int number = 0;
        using OpenXmlReader reader = OpenXmlReader.Create(worksheet);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(Row) && reader.IsStartElement && reader.LoadCurrentElement() is Row row)
            {
                number = (int?)row.RowIndex?.Value ?? number + 1;
                if (number <= MostRows)
                {
                    AddRow(rows, faults, row, number, text);
                }
            }
            else if (reader.ElementType == typeof(MergeCell) && reader.IsStartElement && reader.LoadCurrentElement() is MergeCell { Reference.Value: { } merged })
            {
                faults.Add(MergedCells(merged));
            }
        }

        return new WorkbookTable(name, rows) { Faults = faults };
    }

    private static void AddRow(List<WorkbookRow> rows, List<WorkbookFault> faults, Row row, int number, CellText text)
    {
        List<string> cells = [];
        int column = -1;
        foreach (Cell cell in row.Elements<Cell>())
        {
            column = cell.CellReference?.Value is { } reference ? Place(reference).Column : column + 1;
            if (column is < 0 or >= MostColumns)
            {
                continue;
            }

            while (cells.Count <= column)
            {
                cells.Add("");
            }

            cells[column] = text.Of(cell);
            if (cell.CellFormula is not null && HasNoValue(cell))
            {
                faults.Add(new WorkbookFault(number, column, "=" + cell.CellFormula.Text, "this formula has no stored value. Open the workbook, let it calculate, and save it."));
            }
            else if (cell.DataType?.Value == CellValues.Error)
            {
                faults.Add(new WorkbookFault(number, column, cells[column], "this is a spreadsheet error, not a value."));
            }
        }

        if (cells.Exists(cell => cell.Length > 0))
        {
            rows.Add(new WorkbookRow(number, cells));
        }
    }

    // What a text formula stored may be empty text.
    private static bool HasNoValue(Cell cell) =>
        cell.CellValue is not { } stored || (stored.Text.Length == 0 && cell.DataType?.Value != CellValues.String);

    private static WorkbookFault MergedCells(string range)
    {
        (int row, int column) = Place(range.Split(':')[0]);
        return new WorkbookFault(row, column, range, "these cells are merged. Unmerge them and fill each one.");
    }

    private static (int Row, int Column) Place(string reference)
    {
        int column = 0;
        int row = 0;
        foreach (char letter in reference.ToUpperInvariant())
        {
            if (char.IsAsciiLetterUpper(letter) && column < 100_000)
            {
                column = (column * 26) + letter - 'A' + 1;
            }
            else if (char.IsAsciiDigit(letter) && row < 10_000_000)
            {
                row = (row * 10) + letter - '0';
            }
        }

        return (row, column - 1);
    }
}
