using System.Text.RegularExpressions;

namespace QuarterlyCycle.Domain.Plans.Sheets;

/// <summary>Points at Acts of Parliament whose names are often written wrong; the words stay as they are.</summary>
internal static partial class ActNames
{
    private static readonly (Regex Form, string Name)[] s_often =
    [
        (ChildrensAct(), "the Children Act"),
        (ChildCareAct(), "the Childcare Act"),
        (CrimeAndDisorderAct(), "the Crime and Disorder Act"),
        (DataProtectionAct(), "the Data Protection Act"),
    ];

    public static void Check(PlanRows rows, ProblemList problems)
    {
        foreach (ReadRow row in rows.Sheets.Values.SelectMany(sheet => sheet.Rows))
        {
            foreach ((PlanColumn column, _) in row.Sheet.Columns.Where(known => known.Column.Type == ColumnType.Text))
            {
                foreach ((Regex form, string name) in s_often)
                {
                    if (form.Match(row.Text(column.Name) ?? "") is { Success: true } match)
                    {
                        problems.Warn(row, column.Name, match.Value, $"the Act is called {name} {match.Groups["year"].Value}; the words are left as they are.");
                    }
                }
            }
        }
    }

    private const RegexOptions Usual = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"\bChild(ren)?['’]?s?['’]? Act (?<year>1989|2004)\b(?<!\bChildren Act \d{4})", Usual, 1000)]
    private static partial Regex ChildrensAct();

    [GeneratedRegex(@"\bChild Care Act (?<year>2006)\b", Usual, 1000)]
    private static partial Regex ChildCareAct();

    [GeneratedRegex(@"\bCrime (& Disorder|and Disorders|Disorder) Act (?<year>1998)\b", Usual, 1000)]
    private static partial Regex CrimeAndDisorderAct();

    [GeneratedRegex(@"\bData Protections Act (?<year>1984|1998|2018)\b", Usual, 1000)]
    private static partial Regex DataProtectionAct();
}
