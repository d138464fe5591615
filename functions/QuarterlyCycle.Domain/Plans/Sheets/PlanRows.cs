namespace QuarterlyCycle.Domain.Plans.Sheets;

/// <summary>A plan made of the rows without error, with the sheet row from which each record came.</summary>
internal sealed class PlanRows
{
    private readonly Dictionary<object, ReadRow> _sources = new(ReferenceEqualityComparer.Instance);

    public required Plan Plan { get; set; }

    public required IReadOnlyDictionary<string, ReadSheet> Sheets { get; init; }

    public ReadRow RowOf(object record) => _sources[record];

    /// <summary>One record for each row without error; none when there is no such sheet.</summary>
    public IReadOnlyList<T> Of<T>(string sheet, Func<ReadRow, T> bind)
        where T : class
    {
        List<T> records = [];
        foreach (ReadRow row in Sheets.GetValueOrDefault(sheet) is { } read && HasColumns(read) ? read.Rows.Where(row => !row.IsBad) : [])
        {
            T record = bind(row);
            _sources.Add(record, row);
            records.Add(record);
        }

        return records;
    }

    // A required column may be missing altogether, which is an error of the sheet and not of its rows.
    private static bool HasColumns(ReadSheet sheet) => sheet.Form.Columns.All(column => !column.Required || sheet.PlaceOf(column.Name) is not null);
}
