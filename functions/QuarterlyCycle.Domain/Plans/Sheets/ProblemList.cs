namespace QuarterlyCycle.Domain.Plans.Sheets;

/// <summary>Errors and warnings as they are found, each with its place.</summary>
internal sealed class ProblemList
{
    public List<CellProblem> Errors { get; } = [];

    public List<CellProblem> Warnings { get; } = [];

    public void Error(ReadRow row, string column, string message)
    {
        row.IsBad = true;
        Errors.Add(At(row, column, message));
    }

    public void Warn(ReadRow row, string column, string message) => Warnings.Add(At(row, column, message));

    public void Warn(ReadRow row, string column, string part, string message) => Warnings.Add(At(row, column, message) with { Value = part });

    private static CellProblem At(ReadRow row, string column, string message)
    {
        int? place = row.Sheet.PlaceOf(column);
        string written = place is { } known ? row.Source.Cell(known).Trim() : "";
        return new CellProblem(row.Sheet.Form.Name, row.Source.Number, place is { } at ? PlanSheet.ColumnLetter(at) : null, column, written.Length == 0 ? null : written, message);
    }
}
