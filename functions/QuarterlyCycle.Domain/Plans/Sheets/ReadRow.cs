using System.Globalization;
using QuarterlyCycle.Domain.Calendar;

namespace QuarterlyCycle.Domain.Plans.Sheets;

/// <summary>A row whose cells are in canonical form; a cell in error is empty here.</summary>
internal sealed class ReadRow(ReadSheet sheet, PlanRow source)
{
    public ReadSheet Sheet { get; } = sheet;

    public PlanRow Source { get; } = source;

    public Dictionary<string, string> Cells { get; } = [];

    /// <summary>Whether an error was found in it, so that nothing is made of it.</summary>
    public bool IsBad { get; set; }

    public string? Text(string column) => Cells.TryGetValue(column, out string? cell) && cell.Length > 0 ? cell : null;

    public string Required(string column) => Text(column) ?? throw new InvalidOperationException($"{Sheet.Form.Name}, row {Source.Number.ToString(CultureInfo.InvariantCulture)}: {column} is empty although it was checked.");

    public bool Has(string column) => Text(column) is not null;

    public IReadOnlyList<string> List(string column) => Text(column) is { } cell ? CellReader.Split(cell) : [];

    public bool Yes(string column, bool otherwise = false) => Text(column) is { } cell ? cell == "yes" : otherwise;

    public decimal? Number(string column) => Text(column) is { } cell ? decimal.Parse(cell, NumberStyles.Number, CultureInfo.InvariantCulture) : null;

    public int? Whole(string column) => Number(column) is { } number ? (int)number : null;

    public DateOnly? Date(string column) => Text(column) is { } cell ? DateOnly.ParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    public TimeOnly? Time(string column) => Text(column) is { } cell ? TimeOnly.ParseExact(cell, "HH:mm", CultureInfo.InvariantCulture) : null;

    public Period? Period(string column) => Text(column) is { } cell ? Calendar.Period.Parse(cell) : null;

    public Owner? Owner(string column) => Text(column) is { } cell ? Plans.Owner.Parse(cell) : null;

    public IReadOnlyList<Owner> Owners(string column) => [.. List(column).Select(Plans.Owner.Parse)];

    public T? Choice<T>(string column)
        where T : struct, Enum => Text(column) is { } cell ? ChoiceWords.Read<T>(cell) : null;

    public IReadOnlyList<T> Choices<T>(string column)
        where T : struct, Enum => [.. List(column).Select(word => ChoiceWords.Read<T>(word)).OfType<T>()];
}

/// <summary>A sheet being read: which column stands where, and its rows.</summary>
internal sealed class ReadSheet(SheetForm form, PlanSheet source, IReadOnlyList<(PlanColumn Column, int Place)> columns)
{
    public SheetForm Form { get; } = form;

    public PlanSheet Source { get; } = source;

    /// <summary>The known columns in the order in which they stand.</summary>
    public IReadOnlyList<(PlanColumn Column, int Place)> Columns { get; } = columns;

    public List<ReadRow> Rows { get; } = [];

    public int? PlaceOf(string column)
    {
        foreach ((PlanColumn known, int place) in Columns)
        {
            if (known.Name == column)
            {
                return place;
            }
        }

        return null;
    }
}
