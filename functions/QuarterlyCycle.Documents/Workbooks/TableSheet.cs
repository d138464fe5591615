using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace QuarterlyCycle.Documents.Workbooks;

/// <summary>Writes one table as a worksheet.</summary>
internal static class TableSheet
{
    private const uint TextStyle = 1;
    private const uint HeaderStyle = 2;

    // Format 49 is text, so that a spreadsheet does not make a date of a code that is edited later.
    public static Stylesheet Styles()
    {
        CellFormat text = new() { NumberFormatId = 49, ApplyNumberFormat = true };
        CellFormat header = new() { NumberFormatId = 49, ApplyNumberFormat = true, FontId = 1, ApplyFont = true };
        return new Stylesheet(
            new Fonts(new Font(), new Font(new Bold())) { Count = 2 },
            new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })) { Count = 2 },
            new Borders(new Border()) { Count = 1 },
            new CellStyleFormats(new CellFormat()) { Count = 1 },
            new CellFormats(new CellFormat(), text, header) { Count = 3 });
    }

    public static Worksheet Write(WorkbookTable table)
    {
        SheetData data = new();
        foreach (WorkbookRow row in table.Rows)
        {
            Row written = new() { RowIndex = (uint)row.Number };
            for (int column = 0; column < row.Cells.Count; column++)
            {
                if (row.Cells[column].Length > 0)
                {
                    written.AppendChild(Cell(row.Cells[column], row.Number, column));
                }
            }

            data.AppendChild(written);
        }

        SheetView view = new(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 };
        return new Worksheet(new SheetViews(view), data);
    }

    private static Cell Cell(string text, int row, int column)
    {
        string reference = Letters(column) + row.ToString(CultureInfo.InvariantCulture);
        if (row > 1 && IsSameAsNumber(text))
        {
            return new Cell { CellReference = reference, CellValue = new CellValue(text) };
        }

        return new Cell
        {
            CellReference = reference,
            DataType = CellValues.InlineString,
            StyleIndex = row == 1 ? HeaderStyle : TextStyle,
            InlineString = new InlineString(new Text(WithoutControls(text)) { Space = SpaceProcessingModeValues.Preserve }),
        };
    }

    // Only what comes back letter for letter: not 007, 1.50 or a telephone number.
    private static bool IsSameAsNumber(string text) =>
        text.Length <= 15
        && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number)
        && ((double)number).ToString("G15", CultureInfo.InvariantCulture) == text;

    // XML cannot hold them, and a workbook with one does not open.
    private static string WithoutControls(string text)
    {
        StringBuilder kept = new(text.Length);
        foreach (char letter in text)
        {
            kept.Append(char.IsControl(letter) && letter is not ('\n' or '\t') ? "" : letter);
        }

        return kept.ToString();
    }

    private static string Letters(int column)
    {
        string letters = "";
        for (int left = column + 1; left > 0; left = (left - 1) / 26)
        {
            letters = (char)('A' + ((left - 1) % 26)) + letters;
        }

        return letters;
    }
}
