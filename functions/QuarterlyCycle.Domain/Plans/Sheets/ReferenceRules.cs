using System.Globalization;

namespace QuarterlyCycle.Domain.Plans.Sheets;

/// <summary>Errors between rows: what may stand only once, circles, and nobody to run the quarter.</summary>
internal static class ReferenceRules
{
    // Codes are unique in the partnership, so that a reply by e-mail or a link can name a thing by its code alone.
    private static readonly string[] s_oneSpaceOfCodes = ["actions", "deliverables", "indicators"];

    public static void Check(Dictionary<string, ReadSheet> sheets, KnownNames known, ProblemList problems)
    {
        foreach (ReadSheet sheet in sheets.Values)
        {
            IReadOnlyList<string> columns = sheet.Form.Key is { } key ? [key.Name] : sheet.Form.UniqueTogether;
            Twice(sheet, columns, problems);
        }

        TwiceAcrossSheets(sheets, problems);
        BusinessPlanRules.Errors(sheets, CodedRows(sheets), problems);
        Circles(sheets.GetValueOrDefault("bodies"), "parent", problems);
        Circles(sheets.GetValueOrDefault("priorities"), "parent", problems);
        Circles(sheets.GetValueOrDefault("indicators"), "parent", problems);
        Circles(sheets.GetValueOrDefault("deliverables"), "same_as", problems);
        AliasesLeadSomewhere(sheets.GetValueOrDefault("aliases"), known, problems);
        SomebodyRunsTheQuarter(sheets.GetValueOrDefault("people"), problems);
    }

    private static void Twice(ReadSheet sheet, IReadOnlyList<string> columns, ProblemList problems)
    {
        if (columns.Count == 0)
        {
            return;
        }

        Dictionary<string, ReadRow> first = [];
        foreach (ReadRow row in sheet.Rows.Where(row => columns.All(row.Has)))
        {
            string identity = string.Join(' ', columns.Select(row.Required));
            if (first.TryGetValue(identity, out ReadRow? earlier))
            {
                problems.Error(row, columns[0], $"{identity} is already in row {RowNumber(earlier)}.{Met(row, earlier, columns[0])}");
            }
            else
            {
                first.Add(identity, row);
            }
        }
    }

    private static void TwiceAcrossSheets(Dictionary<string, ReadSheet> sheets, ProblemList problems)
    {
        Dictionary<string, ReadRow> first = [];
        foreach (ReadRow row in CodedRows(sheets))
        {
            ReadRow earlier = first.TryAdd(row.Required("code"), row) ? row : first[row.Required("code")];

            // A deliverable and the measure that is asked in its place may share a code.
            bool isItsMeasure = earlier.Sheet.Form.Name == "deliverables" && earlier.Text("indicator") == row.Text("code");
            if (earlier.Sheet != row.Sheet && !isItsMeasure)
            {
                problems.Error(row, "code", $"{row.Required("code")} is already the code of row {RowNumber(earlier)} of {earlier.Sheet.Form.Name}.");
            }
        }
    }

    private static IEnumerable<ReadRow> CodedRows(Dictionary<string, ReadSheet> sheets) =>
        s_oneSpaceOfCodes.Where(sheets.ContainsKey).SelectMany(name => sheets[name].Rows).Where(row => row.Has("code"));

    private static void Circles(ReadSheet? sheet, string column, ProblemList problems)
    {
        if (sheet is null)
        {
            return;
        }

        Dictionary<string, string> above = [];
        foreach (ReadRow row in sheet.Rows.Where(row => row.Has("code") && row.Has(column)))
        {
            above.TryAdd(row.Required("code"), row.Required(column));
        }

        foreach (ReadRow row in sheet.Rows.Where(row => row.Has("code") && row.Has(column)))
        {
            string start = row.Required("code");
            List<string> path = [start];
            while (above.TryGetValue(path[^1], out string? next) && path.Count <= above.Count && next != start)
            {
                path.Add(next);
            }

            if (above.GetValueOrDefault(path[^1]) == start)
            {
                problems.Error(row, column, $"goes round in a circle: {string.Join(" → ", path)} → {start}.");
            }
        }
    }

    private static void AliasesLeadSomewhere(ReadSheet? aliases, KnownNames known, ProblemList problems)
    {
        foreach (ReadRow row in aliases?.Rows.Where(row => row.Has("kind") && row.Has("means")) ?? [])
        {
            AliasKind kind = row.Choice<AliasKind>("kind")!.Value;
            string means = NameReader.Meaning(kind, row.Required("means"));
            (IReadOnlySet<string> meant, string missing) = kind switch
            {
                AliasKind.Person => (known.Of(Named.Person), "nobody in people has this address."),
                AliasKind.Organisation => (known.Of(Named.Organisation), "no organisation has this code."),
                AliasKind.Body => (known.Of(Named.Body), "no body has this code."),
                _ => (known.Of(Named.Anything), "no action, deliverable, measure or priority has this code."),
            };
            if (!meant.Contains(means))
            {
                problems.Error(row, "means", missing + Spelling.DidYouMean(means, meant));
            }
        }
    }

    private static void SomebodyRunsTheQuarter(ReadSheet? people, ProblemList problems)
    {
        if (people is not null && !people.Rows.Any(row => row.Choices<Role>("roles").Contains(Role.ProjectManager)))
        {
            string? letter = people.PlaceOf("roles") is { } place ? PlanSheet.ColumnLetter(place) : null;
            problems.Errors.Add(new CellProblem("people", null, letter, "roles", null, "nobody has the role project-manager, who is asked whenever there is nobody else."));
        }
    }

    private static string Met(ReadRow row, ReadRow earlier, string column)
    {
        string Written(ReadRow one) => one.Sheet.PlaceOf(column) is { } place ? one.Source.Cell(place).Trim() : "";
        return Written(row) == Written(earlier) ? "" : $" \"{Written(earlier)}\" and \"{Written(row)}\" are read as one.";
    }

    private static string RowNumber(ReadRow row) => row.Source.Number.ToString(CultureInfo.InvariantCulture);
}
