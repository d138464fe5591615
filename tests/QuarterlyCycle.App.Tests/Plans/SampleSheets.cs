using CsvHelper;

namespace QuarterlyCycle.App.Tests.Plans;

/// <summary>A sample plan's sheets as they lie in its folder, cell by cell, read without the product's own reader.</summary>
internal sealed class SampleSheets(string plan)
{
    public string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Plans", plan);

    public IReadOnlyList<SheetRow> Rows(string sheet)
    {
        using CsvReader csv = CsvReader.FromFile(Path.Combine(Folder, sheet + ".csv"));
        List<SheetRow> rows = [];
        foreach (CsvRow row in csv)
        {
            rows.Add(new SheetRow(row.ToDictionary().ToDictionary(cell => cell.Key, cell => cell.Value ?? "")));
        }

        return rows;
    }
}

/// <summary>One row, its cells by their header.</summary>
internal sealed class SheetRow(Dictionary<string, string> cells)
{
    public string this[string column] => cells[column];
}
