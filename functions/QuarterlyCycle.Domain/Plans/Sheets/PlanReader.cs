namespace QuarterlyCycle.Domain.Plans.Sheets;

/// <summary>Reads a plan from its sheets and collects everything that is wrong or doubtful in one pass.</summary>
public static class PlanReader
{
    /// <summary>The plan of these sheets, or every reason why there is none.</summary>
    public static PlanCheck Read(IReadOnlyList<PlanSheet> sheets)
    {
        ProblemList problems = new();
        problems.Errors.AddRange(sheets.SelectMany(sheet => sheet.Problems));
        Dictionary<string, ReadSheet> read = Recognise(sheets, problems);
        KnownNames known = NameReader.Read(read.Values);
        ReadCells(read.Values, new CellReader(known, problems), problems);

        PartnershipSettings? partnership = SettingsReader.Read(read.GetValueOrDefault("partnership"), new CellReader(known, problems), problems);
        RowRules.Check(read.Values, problems);
        ReferenceRules.Check(read, known, problems);
        PlanRows rows = PlanBinder.Bind(read, partnership ?? new PartnershipSettings { Name = "" });
        TrajectoryRules.Check(rows, problems);
        PlanWarnings.Check(rows, problems);
        AliasSuggestions.Check(rows, problems);

        Plan? plan = problems.Errors.Count == 0 ? rows.Plan with { Sheets = Canonical(sheets, read), AsRead = rows.Plan } : null;
        return new PlanCheck(plan, InOrder(problems.Errors), InOrder(problems.Warnings));
    }

    /// <summary>The plan of sheets that were checked before, such as those frozen with a cycle: later rules do not judge it again.</summary>
    public static Plan ReadChecked(IReadOnlyList<PlanSheet> sheets)
    {
        ProblemList problems = new();
        Dictionary<string, ReadSheet> read = Recognise(sheets, problems);
        CellReader cells = new(NameReader.Read(read.Values), problems);
        ReadCells(read.Values, cells, problems);
        PartnershipSettings? partnership = SettingsReader.Read(read.GetValueOrDefault("partnership"), cells, problems);
        if (partnership is null || problems.Errors.Count > 0)
        {
            throw new InvalidOperationException($"These sheets were never checked: {(problems.Errors.Count > 0 ? problems.Errors[0].ToString() : "there is no partnership")}");
        }

        Plan plan = PlanBinder.Bind(read, partnership).Plan;
        return plan with { Sheets = Canonical(sheets, read), AsRead = plan };
    }

    private static Dictionary<string, ReadSheet> Recognise(IReadOnlyList<PlanSheet> sheets, ProblemList problems)
    {
        Dictionary<string, ReadSheet> read = [];
        foreach (PlanSheet sheet in sheets)
        {
            string name = sheet.Name.Trim().ToLowerInvariant();
            if (SheetForms.Find(name) is not { } form)
            {
                string hint = Spelling.DidYouMean(name, SheetForms.All.Select(known => known.Name));
                problems.Warnings.Add(new CellProblem(sheet.Name, null, null, null, null, $"this sheet is not known and was not read.{hint}"));
                continue;
            }

            if (!read.TryAdd(name, new ReadSheet(form, sheet, Columns(form, sheet, problems))))
            {
                problems.Errors.Add(new CellProblem(sheet.Name, null, null, null, null, "this sheet is there twice."));
            }
        }

        foreach (SheetForm form in SheetForms.All.Where(form => form.Required && !read.ContainsKey(form.Name)))
        {
            problems.Errors.Add(new CellProblem(form.Name, null, null, null, null, "this sheet is required and is missing."));
        }

        return read;
    }

    private static List<(PlanColumn Column, int Place)> Columns(SheetForm form, PlanSheet sheet, ProblemList problems)
    {
        List<(PlanColumn Column, int Place)> columns = [];
        for (int place = 0; place < sheet.Headers.Count; place++)
        {
            string header = sheet.Headers[place].Trim().ToLowerInvariant();
            string letter = PlanSheet.ColumnLetter(place);
            PlanColumn? column = form.Columns.FirstOrDefault(known => known.Name == header);
            if (column is not null && columns.Any(known => known.Column == column))
            {
                problems.Errors.Add(new CellProblem(form.Name, 1, letter, header, null, "this column is there twice."));
            }
            else if (column is not null)
            {
                columns.Add((column, place));
            }
            else if (header.Length > 0 || sheet.Rows.Any(row => row.Cell(place).Trim().Length > 0))
            {
                string hint = Spelling.DidYouMean(header, form.Columns.Select(known => known.Name));
                problems.Warnings.Add(new CellProblem(form.Name, 1, letter, header.Length == 0 ? "no header" : header, null, $"this column is not known and was not read.{hint}"));
            }
        }

        if (sheet.Headers.Count > 0 || sheet.Problems.Count == 0)
        {
            problems.Errors.AddRange(form.Columns
                .Where(column => column.Required && columns.All(known => known.Column != column))
                .Select(column => new CellProblem(form.Name, 1, null, column.Name, null, "this column is required and is missing.")));
        }

        return columns;
    }

    private static void ReadCells(IEnumerable<ReadSheet> sheets, CellReader cells, ProblemList problems)
    {
        foreach (ReadSheet sheet in sheets)
        {
            foreach (PlanRow source in sheet.Source.Rows.Where(row => row.Cells.Any(cell => !string.IsNullOrWhiteSpace(cell))))
            {
                ReadRow row = new(sheet, source);
                sheet.Rows.Add(row);
                foreach ((PlanColumn column, int place) in sheet.Columns)
                {
                    row.Cells[column.Name] = cells.Read(row, column, source.Cell(place));
                }
            }
        }

        RequiredCells.Check(sheets, problems);
    }

    private static IReadOnlyList<PlanSheet> Canonical(IReadOnlyList<PlanSheet> sheets, Dictionary<string, ReadSheet> read) =>
    [
        .. sheets
            .Select(sheet => read.GetValueOrDefault(sheet.Name.Trim().ToLowerInvariant()))
            .OfType<ReadSheet>()
            .OrderBy(sheet => PlaceOf(sheet.Form.Name))
            .Select(sheet => new PlanSheet(
                sheet.Form.Name,
                [.. sheet.Columns.Select(known => known.Column.Name)],
                [.. sheet.Rows.Select((row, index) => new PlanRow(index + 2, [.. sheet.Columns.Select(known => row.Cells[known.Column.Name])]))])),
    ];

    private static IReadOnlyList<CellProblem> InOrder(List<CellProblem> problems) =>
    [
        .. problems
            .OrderBy(problem => PlaceOf(problem.Sheet))
            .ThenBy(problem => problem.Row ?? 0)
            .ThenBy(problem => problem.ColumnLetter?.Length ?? 0)
            .ThenBy(problem => problem.ColumnLetter, StringComparer.Ordinal)
            .ThenBy(problem => problem.Message, StringComparer.Ordinal),
    ];

    private static int PlaceOf(string sheet)
    {
        for (int place = 0; place < SheetForms.All.Count; place++)
        {
            if (SheetForms.All[place].Name == sheet)
            {
                return place;
            }
        }

        return SheetForms.All.Count;
    }
}
