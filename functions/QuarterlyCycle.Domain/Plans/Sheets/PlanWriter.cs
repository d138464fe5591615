namespace QuarterlyCycle.Domain.Plans.Sheets;

/// <summary>Writes a plan as sheets; rows that nobody changed are written as they were read.</summary>
public static class PlanWriter
{
    /// <summary>The sheets of a plan: those it was read from, and any other that has rows.</summary>
    public static IReadOnlyList<PlanSheet> Write(Plan plan)
    {
        List<PlanSheet> sheets = [];
        foreach (SheetForm form in SheetForms.All)
        {
            PlanSheet? asRead = plan.Sheets.FirstOrDefault(sheet => sheet.Name == form.Name);
            IReadOnlyList<object> records = RecordsOf(plan, form.Name);
            IReadOnlyList<object> before = plan.AsRead is { } first ? RecordsOf(first, form.Name) : [];
            if (asRead is not null && records.SequenceEqual(before, ReferenceEqualityComparer.Instance))
            {
                sheets.Add(asRead);
            }
            else if (form.Name == "partnership")
            {
                sheets.Add(SettingsWriter.Write(plan.Partnership));
            }
            else if (asRead is not null || form.Required || records.Count > 0)
            {
                sheets.Add(Write(form, records, before, asRead));
            }
        }

        return sheets;
    }

    private static PlanSheet Write(SheetForm form, IReadOnlyList<object> records, IReadOnlyList<object> before, PlanSheet? asRead)
    {
        List<Dictionary<string, string>> rows = [.. records.Select(record => AsRead(record, before, asRead) ?? RowWriter.Write(record).Cells)];
        IReadOnlyList<string> written = asRead?.Headers ?? [];
        List<string> headers =
        [
            .. written,
            .. form.Columns
                .Where(column => !written.Contains(column.Name) && (column.Required || rows.Exists(row => row.GetValueOrDefault(column.Name, "").Length > 0)))
                .Select(column => column.Name),
        ];
        return new PlanSheet(form.Name, headers, [.. rows.Select((row, index) => new PlanRow(index + 2, [.. headers.Select(header => row.GetValueOrDefault(header, ""))]))]);
    }

    private static Dictionary<string, string>? AsRead(object record, IReadOnlyList<object> before, PlanSheet? asRead)
    {
        for (int index = 0; asRead is not null && index < before.Count; index++)
        {
            if (ReferenceEquals(before[index], record))
            {
                return asRead.Headers.Select((header, column) => (header, cell: asRead.Rows[index].Cell(column))).ToDictionary(pair => pair.header, pair => pair.cell);
            }
        }

        return null;
    }

    private static IReadOnlyList<object> RecordsOf(Plan plan, string sheet) => sheet switch
    {
        "partnership" => [plan.Partnership],
        "organisations" => plan.Organisations,
        "people" => plan.People,
        "posts" => plan.Posts,
        "bodies" => plan.Bodies,
        "priorities" => plan.Priorities,
        "actions" => plan.Actions,
        "deliverables" => plan.Deliverables,
        "indicators" => plan.Indicators,
        "targets" => plan.Targets,
        "figures" => plan.Figures,
        "comparators" => plan.Comparators,
        "definition_changes" => plan.DefinitionChanges,
        "dependencies" => plan.Dependencies,
        "risks" => plan.Risks,
        "equality" => plan.Equality,
        "implications" => plan.Implications,
        "business_plan" => plan.BusinessPlan,
        "meetings" => plan.Meetings,
        "decisions" => plan.Decisions,
        "clinics" => plan.Clinics,
        "stages" => plan.Stages,
        "calendar" => plan.Calendar,
        "aliases" => plan.Aliases,
        _ => plan.Sections,
    };
}
