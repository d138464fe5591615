namespace QuarterlyCycle.Documents.Workbooks;

/// <summary>A row of a worksheet, with its number as the spreadsheet shows it.</summary>
public sealed record WorkbookRow(int Number, IReadOnlyList<string> Cells);

/// <summary>Something in a worksheet that cannot be read as a plain cell; columns are counted from 0.</summary>
public sealed record WorkbookFault(int Row, int Column, string? Value, string Message);

/// <summary>A worksheet as rows of text: numbers without separators, dates as 2025-10-17, yes-no cells as TRUE and FALSE.</summary>
public sealed record WorkbookTable(string Name, IReadOnlyList<WorkbookRow> Rows)
{
    /// <summary>Merged cells, formulas without a stored value and spreadsheet errors.</summary>
    public IReadOnlyList<WorkbookFault> Faults { get; init; } = [];
}

/// <summary>The worksheets of a workbook, or the one reason why it cannot be read.</summary>
public sealed record WorkbookReading(IReadOnlyList<WorkbookTable> Tables, string? Problem);
