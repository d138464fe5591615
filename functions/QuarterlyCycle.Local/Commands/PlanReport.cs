using System.Globalization;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Plans.Sheets;

namespace QuarterlyCycle.Local.Commands;

/// <summary>Prints what is wrong with a plan, a problem a line; warnings stand apart.</summary>
internal static class PlanReport
{
    /// <summary>The plan, or null after its errors have been printed.</summary>
    public static Plan? PlanOf(PlanCheck check)
    {
        if (check.Plan is null)
        {
            Print(check);
        }

        return check.Plan;
    }

    public static void Print(PlanCheck check)
    {
        foreach (CellProblem error in check.Errors)
        {
            Console.WriteLine(error);
        }

        if (check.Warnings.Count > 0)
        {
            Console.WriteLine(check.Errors.Count > 0 ? $"{Environment.NewLine}Warnings:" : "Warnings:");
            foreach (CellProblem warning in check.Warnings)
            {
                Console.WriteLine(warning);
            }
        }

        Console.WriteLine();
        Console.WriteLine(check.Errors.Count == 0
            ? $"The plan is clean. {Count(check.Warnings.Count, "warning")}."
            : $"{Count(check.Errors.Count, "error")}, {Count(check.Warnings.Count, "warning")}. Nothing is imported.");
    }

    public static string Count(int number, string noun) => $"{number.ToString("#,0", CultureInfo.InvariantCulture)} {noun}{(number == 1 ? "" : "s")}";
}
