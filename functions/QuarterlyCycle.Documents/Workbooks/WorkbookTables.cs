using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace QuarterlyCycle.Documents.Workbooks;

/// <summary>Reads and writes .xlsx workbooks as tables of text.</summary>
public static class WorkbookTables
{
    /// <summary>The largest workbook that is read.</summary>
    public const int MostBytes = 20 * 1024 * 1024;

    /// <summary>What is said of a larger one.</summary>
    public const string TooLarge = "this workbook is too large: at most 20 MB, and 200 MB when it is unpacked.";

    private const string NoWorkbook = "this is not an .xlsx workbook.";
    private const string Locked = "this workbook has a password, or is an old .xls. Save it as .xlsx without a password.";

    // Compound files: what Excel writes for .xls and around an encrypted .xlsx ([MS-CFB] 2.2).
    private static ReadOnlySpan<byte> CompoundFile => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>The worksheets in a workbook's bytes.</summary>
    public static WorkbookReading Read(byte[] workbook)
    {
        if (workbook.Length > MostBytes)
        {
            return new WorkbookReading([], TooLarge);
        }

        if (workbook.AsSpan().StartsWith(CompoundFile))
        {
            return new WorkbookReading([], Locked);
        }

        try
        {
            if (!ArchiveLimits.Hold(workbook))
            {
                return new WorkbookReading([], TooLarge);
            }

            using MemoryStream bytes = new(workbook, writable: false);
            using SpreadsheetDocument document = SpreadsheetDocument.Open(bytes, isEditable: false);
            return document.WorkbookPart is { Workbook: not null } part ? new WorkbookReading(Tables(part), null) : new WorkbookReading([], NoWorkbook);
        }
        catch (Exception fault) when (fault is OpenXmlPackageException or FileFormatException or InvalidDataException or XmlException or FormatException or ArgumentException or InvalidOperationException or IOException)
        {
            return new WorkbookReading([], NoWorkbook);
        }
    }

    /// <summary>A workbook with one worksheet for each table, headers bold and in view; plain numbers are numbers, the rest is text.</summary>
    public static byte[] Write(IReadOnlyList<WorkbookTable> tables)
    {
        using MemoryStream bytes = new();
        using (SpreadsheetDocument document = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            WorkbookPart part = document.AddWorkbookPart();
            part.AddNewPart<WorkbookStylesPart>().Stylesheet = TableSheet.Styles();
            DocumentFormat.OpenXml.Spreadsheet.Sheets sheets = new();
            for (int index = 0; index < tables.Count; index++)
            {
                WorksheetPart sheet = part.AddNewPart<WorksheetPart>();
                sheet.Worksheet = TableSheet.Write(tables[index]);
                sheets.AppendChild(new Sheet { Id = part.GetIdOfPart(sheet), SheetId = (uint)index + 1, Name = tables[index].Name });
            }

            part.Workbook = new Workbook(sheets);
        }

        return bytes.ToArray();
    }

    private static List<WorkbookTable> Tables(WorkbookPart part)
    {
        CellText text = new(part);
        List<WorkbookTable> tables = [];
        foreach (Sheet sheet in part.Workbook.Descendants<Sheet>())
        {
            if (sheet is { Id.Value: { } id, Name.Value: { } name } && part.TryGetPartById(id, out OpenXmlPart? found) && found is WorksheetPart worksheet)
            {
                tables.Add(TableReader.Read(name, worksheet, text));
            }
        }

        return tables;
    }
}
