using System.Globalization;

namespace QuarterlyCycle.Domain.Plans.Sheets;

/// <summary>A row of cells as they were written, with its number as the spreadsheet shows it.</summary>
public sealed record PlanRow(int Number, IReadOnlyList<string> Cells)
{
    /// <summary>The cell in this column; empty beyond the last.</summary>
    public string Cell(int column) => column < Cells.Count ? Cells[column] : "";
}

/// <summary>A sheet as it was written: its headers in row 1, then its rows.</summary>
public sealed record PlanSheet(string Name, IReadOnlyList<string> Headers, IReadOnlyList<PlanRow> Rows)
{
    /// <summary>What was wrong with the file itself, such as merged cells.</summary>
    public IReadOnlyList<CellProblem> Problems { get; init; } = [];

    /// <summary>The letter or letters of a column, counted from 0: A, B … Z, AA.</summary>
    public static string ColumnLetter(int column)
    {
        string letters = "";
        for (int left = column + 1; left > 0; left = (left - 1) / 26)
        {
            letters = (char)('A' + (left - 1) % 26) + letters;
        }

        return letters;
    }
}

/// <summary>Something wrong or doubtful in a plan, with the place where people find it.</summary>
public sealed record CellProblem(string Sheet, int? Row, string? ColumnLetter, string? Header, string? Value, string Message)
{
    /// <summary>The problem in one line, such as <c>indicators, row 14, column F (polarity), "hgih": must be one of high, low.</c></summary>
    public override string ToString()
    {
        string row = Row is { } number ? string.Create(CultureInfo.InvariantCulture, $", row {number}") : "";
        string column = (ColumnLetter, Header) switch
        {
            ({ } letter, { } header) => $", column {letter} ({header})",
            ({ } letter, null) => $", column {letter}",
            (null, { } header) => $", column {header}",
            _ => "",
        };
        string value = Value is null ? "" : $", \"{Value}\"";
        return $"{Sheet}{row}{column}{value}: {Message}";
    }
}
