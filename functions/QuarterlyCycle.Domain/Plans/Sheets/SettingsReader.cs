namespace QuarterlyCycle.Domain.Plans.Sheets;

/// <summary>Reads the sheet <c>partnership</c>, whose rows are keys and values.</summary>
internal static class SettingsReader
{
    public static PartnershipSettings? Read(ReadSheet? sheet, CellReader cells, ProblemList problems)
    {
        if (sheet is null || sheet.PlaceOf("key") is null || sheet.PlaceOf("value") is not { } place)
        {
            return null;
        }

        // One row that holds every setting, so that a setting is read like any other cell.
        ReadRow settings = new(sheet, new PlanRow(0, []));
        bool isNamed = false;
        foreach (ReadRow row in sheet.Rows)
        {
            string key = row.Text("key")?.ToLowerInvariant() ?? "";
            if (SheetForms.Settings.FirstOrDefault(known => known.Name == key) is not { } setting)
            {
                problems.Warn(row, "key", $"this setting is not known and was not read.{Spelling.DidYouMean(key, SheetForms.Settings.Select(known => known.Name))}");
                continue;
            }

            row.Cells["key"] = key;
            row.Cells["value"] = setting.Type == ColumnType.Text ? row.Text("value") ?? "" : cells.Read(row, setting with { Name = "value" }, row.Source.Cell(place));
            settings.Cells.TryAdd(key, row.Cells["value"]);
            isNamed |= key == "name" && row.Has("value");
        }

        if (!isNamed)
        {
            problems.Errors.Add(new CellProblem("partnership", null, null, "name", null, "the partnership's name is required and is missing."));
            return null;
        }

        CheckTogether(sheet, settings, problems);
        return Bind(settings, sheet);
    }

    private static void CheckTogether(ReadSheet sheet, ReadRow settings, ProblemList problems)
    {
        ReadRow? high = sheet.Rows.FirstOrDefault(row => row.Text("key") == "suppress_high");
        if (high is not null && settings.Whole("suppress_high") < (settings.Whole("suppress_low") ?? 1))
        {
            problems.Error(high, "value", "suppress_high must not be less than suppress_low.");
        }
    }

    private static PartnershipSettings Bind(ReadRow row, ReadSheet sheet)
    {
        PartnershipSettings field = new() { Name = row.Required("name") };
        StatusScheme scheme = row.Choice<StatusScheme>("status_scheme") ?? field.StatusScheme;
        return field with
        {
            Template = row.Text("template") ?? field.Template,
            WeekRule = row.Choice<WeekRule>("week_rule") ?? field.WeekRule,
            TimetableFrom = row.Choice<TimetableFrom>("timetable_from"),
            ClearDays = row.Whole("clear_days") ?? field.ClearDays,
            StatusScheme = scheme,
            ToleranceKind = row.Choice<ToleranceKind>("tolerance_kind") ?? field.ToleranceKind,
            Tolerance = row.Number("tolerance") ?? (scheme == StatusScheme.StarCircleTriangle ? 0 : field.Tolerance),
            BetterPct = row.Number("better_pct") ?? field.BetterPct,
            BetterFloor = row.Number("better_floor"),
            ImprovementSoftens = row.Yes("improvement_softens"),
            SuppressLow = row.Whole("suppress_low") ?? field.SuppressLow,
            SuppressHigh = row.Whole("suppress_high") ?? field.SuppressHigh,
            OutlierScreen = row.Yes("outlier_screen", otherwise: true),
            TrialLimits = row.Yes("trial_limits"),
            Intervals = row.Yes("intervals"),
            ClinicTriggers = row.Has("clinic_triggers") ? row.Choices<ClinicTrigger>("clinic_triggers") : field.ClinicTriggers,
            Numbering = row.Text("numbering") == SheetForms.NumberedThrough ? ParagraphNumbering.Through : ParagraphNumbering.BySection,
            ImplicationsPosition = row.Choice<ImplicationsPlace>("implications_position") ?? field.ImplicationsPosition,
            PackFormats = row.Has("pack_formats") ? row.Choices<PackFormat>("pack_formats") : field.PackFormats,
            AttachPacks = row.Yes("attach_packs"),
            Council = row.Text("council"),
            ServiceName = row.Text("service_name"),
            ServiceAddress = row.Text("service_address"),
            ContactName = row.Text("contact_name"),
            ContactEmail = row.Text("contact_email"),
            ContactPhone = row.Text("contact_phone"),
            BrandColour = row.Text("brand_colour"),
            Logo = row.Text("logo"),
            OtherFormats = row.Text("other_formats"),
            AsWritten = [.. sheet.Rows.Where(setting => setting.Has("key")).Select(setting => KeyValuePair.Create(setting.Required("key"), setting.Text("value") ?? ""))],
        };
    }
}
