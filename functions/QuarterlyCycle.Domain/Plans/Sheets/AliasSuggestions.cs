using System.Globalization;

namespace QuarterlyCycle.Domain.Plans.Sheets;

/// <summary>Suggests, with the evidence, which people and organisations may be the same. Nothing merges alone: a person confirms.</summary>
internal static class AliasSuggestions
{
    public static void Check(PlanRows rows, ProblemList problems)
    {
        People(rows, problems);
        Organisations(rows, problems);
        Acronyms(rows, problems);
    }

    private static void People(PlanRows rows, ProblemList problems)
    {
        IReadOnlyList<Person> people = rows.Plan.People;
        for (int later = 1; later < people.Count; later++)
        {
            for (int earlier = 0; earlier < later; earlier++)
            {
                if (PersonNames.Evidence(people[earlier], people[later]) is { } evidence && !IsSettled(rows.Plan, AliasKind.Person, people[earlier].Name, people[later].Name))
                {
                    string row = rows.RowOf(people[earlier]).Source.Number.ToString(CultureInfo.InvariantCulture);
                    problems.Warn(rows.RowOf(people[later]), "name", $"may be {people[earlier].Name} in row {row}: {evidence}. If so, keep one row and confirm the other name in aliases.");
                }
            }
        }
    }

    private static void Organisations(PlanRows rows, ProblemList problems)
    {
        IReadOnlyList<Organisation> organisations = rows.Plan.Organisations;
        for (int later = 1; later < organisations.Count; later++)
        {
            for (int earlier = 0; earlier < later; earlier++)
            {
                (Organisation one, Organisation other) = (organisations[earlier], organisations[later]);
                if (OrganisationNames.Evidence(one.Name, other.Name) is { } evidence && !IsSettled(rows.Plan, AliasKind.Organisation, one.Name, other.Name))
                {
                    string row = rows.RowOf(one).Source.Number.ToString(CultureInfo.InvariantCulture);
                    problems.Warn(rows.RowOf(other), "name", $"may be {one.Name} in row {row}: {evidence}. If so, keep one row and confirm the other name in aliases.");
                }
            }
        }
    }

    // The same letters in another order, or one more: DSCB and DCSB, SCRP and SCRIP.
    private static void Acronyms(PlanRows rows, ProblemList problems)
    {
        Dictionary<string, (ReadRow Row, string Column, int Times)> found = [];
        foreach (ReadRow row in rows.Sheets.Values.Where(sheet => sheet.Form.Name != "aliases").SelectMany(sheet => sheet.Rows))
        {
            foreach ((PlanColumn column, _) in row.Sheet.Columns.Where(known => known.Column.Type == ColumnType.Text))
            {
                foreach (string acronym in AcronymsIn(row.Text(column.Name)))
                {
                    (ReadRow first, string where, int times) = found.GetValueOrDefault(acronym, (row, column.Name, 0));
                    found[acronym] = (first, where, times + 1);
                }
            }
        }

        string[] acronyms = [.. found.Keys.Order(StringComparer.Ordinal)];
        for (int later = 1; later < acronyms.Length; later++)
        {
            for (int earlier = 0; earlier < later; earlier++)
            {
                if (AreOneSlipApart(acronyms[earlier], acronyms[later]) && !IsSettled(rows.Plan, null, acronyms[earlier], acronyms[later]))
                {
                    (string rare, string usual) = found[acronyms[earlier]].Times < found[acronyms[later]].Times ? (acronyms[earlier], acronyms[later]) : (acronyms[later], acronyms[earlier]);
                    problems.Warn(found[rare].Row, found[rare].Column, rare, $"may be {usual}, which the plan also writes.");
                }
            }
        }
    }

    private static IEnumerable<string> AcronymsIn(string? text) =>
        (text ?? "").Split([' ', '\n', '(', ')', ',', '.', ';', ':', '/', '\'', '’', '-', '–'], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.Length > 2 && word[^1] == 's' && char.IsAsciiLetterUpper(word[^2]) ? word[..^1] : word)
            .Where(word => word.Length is >= 4 and <= 6 && word.All(char.IsAsciiLetterUpper))
            .Distinct();

    private static bool AreOneSlipApart(string one, string other) =>
        Spelling.Distance(one, other) == 1 && (one.Length != other.Length || one.Order().SequenceEqual(other.Order()));

    private static bool IsSettled(Plan plan, AliasKind? kind, string one, string other) =>
        plan.Aliases.Any(alias => (kind is null || alias.Kind == kind) && (Same(alias.AsWritten, one) || Same(alias.AsWritten, other)));

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
