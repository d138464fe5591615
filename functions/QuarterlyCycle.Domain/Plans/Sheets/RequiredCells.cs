using System.Globalization;
using System.Text.RegularExpressions;

namespace QuarterlyCycle.Domain.Plans.Sheets;

/// <summary>Finds cells that must be filled and are not.</summary>
internal static partial class RequiredCells
{
    // A measure that only holds its parts together carries no figure, so it needs nobody to ask and no unit.
    private static readonly string[] s_notNeededWithParts = ["unit", "kind", "compiling", "lead", "polarity"];

    public static void Check(IEnumerable<ReadSheet> sheets, ProblemList problems)
    {
        foreach (ReadSheet sheet in sheets)
        {
            HashSet<string> parents = sheet.Form.Name == "indicators" ? [.. sheet.Rows.Select(row => row.Text("parent")).OfType<string>()] : [];
            foreach (ReadRow row in sheet.Rows)
            {
                bool hasParts = row.Text("code") is { } code && parents.Contains(code);
                foreach ((PlanColumn column, int place) in sheet.Columns)
                {
                    bool isBlank = column.Required && string.IsNullOrWhiteSpace(row.Source.Cell(place));
                    if (isBlank && !(hasParts && s_notNeededWithParts.Contains(column.Name)))
                    {
                        problems.Error(row, column.Name, $"is required and is empty.{(column.IsKey ? NextFreeCode(sheet, row) : "")}");
                    }
                }
            }
        }
    }

    private static string NextFreeCode(ReadSheet sheet, ReadRow row)
    {
        string? before = sheet.Rows.TakeWhile(other => other != row).LastOrDefault(other => other.Has("code"))?.Text("code");
        Match match = NumberedCode().Match(before ?? "");
        if (!match.Success)
        {
            return "";
        }

        string prefix = match.Groups["prefix"].Value;
        int last = sheet.Rows
            .Select(other => NumberedCode().Match(other.Text("code") ?? ""))
            .Where(other => other.Success && other.Groups["prefix"].Value == prefix)
            .Max(other => int.Parse(other.Groups["number"].ValueSpan, CultureInfo.InvariantCulture));
        return $" The next free code is {prefix}{(last + 1).ToString(CultureInfo.InvariantCulture)}.";
    }

    [GeneratedRegex(@"^(?<prefix>[A-Z]+)(?<number>\d{1,6})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NumberedCode();
}
