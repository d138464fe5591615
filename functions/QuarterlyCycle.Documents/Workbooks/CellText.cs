using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace QuarterlyCycle.Documents.Workbooks;

/// <summary>What a cell says, in words that do not depend on how it is shown, save that a percentage stays one.</summary>
internal sealed class CellText
{
    private readonly string[] _shared;
    private readonly NumberLook[] _looks;
    private readonly bool _is1904;

    public CellText(WorkbookPart part)
    {
        _shared = [.. part.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>().Select(Plain) ?? []];
        _looks = NumberLooks.Of(part.WorkbookStylesPart?.Stylesheet);
        _is1904 = part.Workbook.WorkbookProperties?.Date1904?.Value == true;
    }

    public string Of(Cell cell)
    {
        string value = cell.CellValue?.Text ?? "";
        CellValues type = cell.DataType?.Value ?? CellValues.Number;
        return type switch
        {
            CellValues.SharedString => int.TryParse(value, CultureInfo.InvariantCulture, out int index) && index >= 0 && index < _shared.Length ? _shared[index] : "",
            CellValues.InlineString => cell.InlineString is { } inline ? Plain(inline) : "",
            CellValues.Boolean => value is "1" or "true" ? "TRUE" : "FALSE",
            CellValues.Number => Number(value, LookOf(cell)),
            CellValues.Date => value.EndsWith("T00:00:00", StringComparison.Ordinal) ? value[..10] : value,
            _ => value,
        };
    }

    private NumberLook LookOf(Cell cell) => cell.StyleIndex?.Value is { } style && style < _looks.Length ? _looks[style] : NumberLook.Number;

    private string Number(string value, NumberLook look)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) || Math.Abs(number) >= 1e15)
        {
            return value;
        }

        return look switch
        {
            NumberLook.Date when number is >= 0 and < 2_958_466 => Date(number),
            NumberLook.Time when number is >= 0 and < 1 => Date(number),
            NumberLook.Percent => Digits((double)((decimal)number * 100)) + "%",
            _ => Digits(number),
        };
    }

    // Fifteen digits are what a spreadsheet keeps; more would print 0.1 as 0.10000000000000001.
    private static string Digits(double number) =>
        decimal.Parse(number.ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);

    private string Date(double serial)
    {
        // The 1900 system counts a 29 February 1900 that never was, which 30 December 1899 makes good for every later date.
        DateTime start = _is1904 ? new DateTime(1904, 1, 1, 0, 0, 0, DateTimeKind.Unspecified) : new DateTime(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);
        DateTime moment = start.AddSeconds(Math.Round(serial * 86_400));
        if (serial < 1)
        {
            return moment.ToString("HH:mm", CultureInfo.InvariantCulture);
        }

        return moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }

    // Phonetic guides stand beside the text in some workbooks and are no part of it.
    private static string Plain(RstType item) =>
        string.Concat(item.Descendants<Text>().Where(text => text.Parent is not PhoneticRun).Select(text => text.Text));
}
