namespace QuarterlyCycle.Domain.Plans.Sheets;

/// <summary>Reads what cells may name before any cell is checked: confirmed aliases, then codes, addresses and names.</summary>
internal static class NameReader
{
    public static KnownNames Read(IReadOnlyCollection<ReadSheet> sheets)
    {
        KnownNames known = new();
        foreach (ReadSheet sheet in sheets.Where(sheet => sheet.Form.Name == "aliases"))
        {
            foreach (PlanRow row in sheet.Source.Rows)
            {
                if (ChoiceWords.Read<AliasKind>(Cell(sheet, row, "kind").ToLowerInvariant()) is { } kind)
                {
                    known.AddAlias(kind, Cell(sheet, row, "as_written"), Meaning(kind, Cell(sheet, row, "means")));
                }
            }
        }

        CellReader cells = new(known, new ProblemList());
        foreach (ReadSheet sheet in sheets)
        {
            if (sheet.Form.Key is not { } key)
            {
                continue;
            }

            foreach (string written in sheet.Source.Rows.Select(row => Cell(sheet, row, key.Name)).Where(written => written.Length > 0 && key.Names != Named.Person))
            {
                known.Add(key.Names, cells.Resolve(key.Names, written));
            }
        }

        foreach (ReadSheet sheet in sheets.Where(sheet => sheet.Form.Name == BusinessPlanRules.Sheet))
        {
            int lines = sheet.Source.Rows.Count(row => row.Cells.Any(cell => !string.IsNullOrWhiteSpace(cell)));
            known.AddLines(Enumerable.Range(0, lines).Select(BusinessPlanRules.CodeOf));
        }

        foreach (ReadSheet sheet in sheets.Where(sheet => sheet.Form.Name == "people"))
        {
            foreach (PlanRow row in sheet.Source.Rows)
            {
                string email = EmailText.Canonical(Cell(sheet, row, "email"));
                if (EmailText.IsAddress(email))
                {
                    known.AddPerson(email, [Cell(sheet, row, "name"), .. CellReader.Split(Cell(sheet, row, "also_known_as"))]);
                }
            }
        }

        return known;
    }

    public static string Meaning(AliasKind kind, string means) => kind switch
    {
        AliasKind.Person => EmailText.Canonical(means),
        AliasKind.Code => CodeForm.Canonical(means),
        _ => CodeForm.CanonicalName(means),
    };

    private static string Cell(ReadSheet sheet, PlanRow row, string column) => sheet.PlaceOf(column) is { } place ? row.Cell(place).Trim() : "";
}
