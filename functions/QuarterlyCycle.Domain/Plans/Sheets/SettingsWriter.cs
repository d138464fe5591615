namespace QuarterlyCycle.Domain.Plans.Sheets;

/// <summary>Writes settings as keys and values: first those the plan gave, in its order, then any others that differ from the field's defaults.</summary>
internal static class SettingsWriter
{
    public static PlanSheet Write(PartnershipSettings settings)
    {
        Dictionary<string, string> now = Values(settings);
        Dictionary<string, string> field = Values(new PartnershipSettings { Name = "" });
        List<(string Key, string Value)> rows = [];
        foreach ((string key, string written) in settings.AsWritten)
        {
            bool isKept = AreSame(SheetForms.Settings.First(setting => setting.Name == key), written.Length == 0 ? field[key] : written, now[key]);
            rows.Add((key, isKept ? written : now[key]));
        }

        rows.AddRange(SheetForms.Settings
            .Where(setting => now[setting.Name] != field[setting.Name] && !rows.Exists(row => row.Key == setting.Name))
            .Select(setting => (setting.Name, now[setting.Name])));
        return new PlanSheet("partnership", ["key", "value"], [.. rows.Select((row, index) => new PlanRow(index + 2, [row.Key, row.Value]))]);
    }

    private static bool AreSame(PlanColumn setting, string one, string other) => setting switch
    {
        { IsList: true } => CellReader.Split(one).SequenceEqual(CellReader.Split(other)),
        { Type: ColumnType.Number or ColumnType.Whole } => PlainNumber.Read(one) == PlainNumber.Read(other),
        _ => one == other,
    };

    private static Dictionary<string, string> Values(PartnershipSettings settings) => new CellWords()
        .Text("name", settings.Name)
        .Text("template", settings.Template)
        .Choice<WeekRule>("week_rule", settings.WeekRule)
        .Choice<TimetableFrom>("timetable_from", settings.TimetableFrom)
        .Number("clear_days", settings.ClearDays)
        .Choice<StatusScheme>("status_scheme", settings.StatusScheme)
        .Choice<ToleranceKind>("tolerance_kind", settings.ToleranceKind)
        .Number("tolerance", settings.Tolerance)
        .Number("better_pct", settings.BetterPct)
        .Number("better_floor", settings.BetterFloor)
        .Text("improvement_softens", YesNo(settings.ImprovementSoftens))
        .Number("suppress_low", settings.SuppressLow)
        .Number("suppress_high", settings.SuppressHigh)
        .Text("outlier_screen", YesNo(settings.OutlierScreen))
        .Text("trial_limits", YesNo(settings.TrialLimits))
        .Text("intervals", YesNo(settings.Intervals))
        .Choices("clinic_triggers", settings.ClinicTriggers)
        .Text("numbering", settings.Numbering == ParagraphNumbering.Through ? SheetForms.NumberedThrough : SheetForms.NumberedBySection)
        .Choice<ImplicationsPlace>("implications_position", settings.ImplicationsPosition)
        .Choices("pack_formats", settings.PackFormats)
        .Text("attach_packs", YesNo(settings.AttachPacks))
        .Text("council", settings.Council)
        .Text("service_name", settings.ServiceName)
        .Text("service_address", settings.ServiceAddress)
        .Text("contact_name", settings.ContactName)
        .Text("contact_email", settings.ContactEmail)
        .Text("contact_phone", settings.ContactPhone)
        .Text("brand_colour", settings.BrandColour)
        .Text("logo", settings.Logo)
        .Text("other_formats", settings.OtherFormats)
        .Cells;

    private static string YesNo(bool yes) => yes ? "yes" : "no";
}
