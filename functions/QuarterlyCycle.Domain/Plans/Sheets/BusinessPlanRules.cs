using System.Globalization;

namespace QuarterlyCycle.Domain.Plans.Sheets;

/// <summary>The lines of a business plan: their codes, and cells into which several lines were copied from a printed table.</summary>
internal static class BusinessPlanRules
{
    public const string Sheet = "business_plan";

    /// <summary>The code of the line at this place, from 0.</summary>
    public static string CodeOf(int place) => string.Create(CultureInfo.InvariantCulture, $"BP{place + 1}");

    public static void Errors(Dictionary<string, ReadSheet> sheets, IEnumerable<ReadRow> codedRows, ProblemList problems)
    {
        HashSet<string> taken = [.. Enumerable.Range(0, sheets.GetValueOrDefault(Sheet)?.Rows.Count ?? 0).Select(CodeOf)];
        foreach (ReadRow row in codedRows.Where(row => taken.Contains(row.Required("code"))))
        {
            problems.Error(row, "code", $"{row.Required("code")} is the code of a line of {Sheet}, which are numbered BP1, BP2 and so on.");
        }
    }

    public static void Warnings(PlanRows rows, ProblemList problems)
    {
        foreach (BusinessPlanLine line in rows.Plan.BusinessPlan.Where(Assignments.IsAsked))
        {
            if (line.Responsible.Count == 0)
            {
                problems.Warn(rows.RowOf(line), "responsible", "nobody is responsible; the request goes to the project manager.");
            }

            int activities = Lines(line.Activity);
            if (activities > 1)
            {
                int criteria = Lines(line.SuccessText);
                string pairs = line.Responsible.Count == activities && criteria == activities
                    ? "they pair by line"
                    : $"{Count(line.Responsible.Count, "owner", "owners")} and {Count(criteria, "success criterion", "success criteria")} do not pair with them by line";
                problems.Warn(rows.RowOf(line), "activity", $"{Count(activities, "activity stands", "activities stand")} in one cell; {pairs}. Progress is asked once for all: give each activity its own row.");
            }
        }
    }

    private static int Lines(string? cell) => (cell ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Length;

    private static string Count(int number, string one, string many) => number == 1 ? $"1 {one}" : $"{number.ToString(CultureInfo.InvariantCulture)} {many}";
}
