using QuarterlyCycle.Domain.Plans.Sheets;

namespace QuarterlyCycle.App.Plans;

/// <summary>Loads a plan from wherever people keep it.</summary>
public static class PlanSource
{
    /// <summary>The plan in a folder of CSV files or in an .xlsx workbook, or every reason why there is none.</summary>
    public static PlanCheck Load(string path)
    {
        if (Directory.Exists(path))
        {
            return Check(PlanFolder.Read(path));
        }

        if (!File.Exists(path))
        {
            return PlanCheck.Unreadable(new CellProblem(path, null, null, null, null, "there is no folder or workbook here."));
        }

        return Check(PlanWorkbook.Read(path));
    }

    internal static PlanCheck Check(PlanFiles files) =>
        files.Problems.Count > 0 ? PlanCheck.Unreadable(files.Problems) : PlanReader.Read(files.Sheets);
}
