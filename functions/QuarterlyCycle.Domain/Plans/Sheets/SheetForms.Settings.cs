namespace QuarterlyCycle.Domain.Plans.Sheets;

/// <content>Every key of the sheet <c>partnership</c>, written as columns so that its values are checked like cells.</content>
internal static partial class SheetForms
{
    public const string NumberedBySection = "1.1";
    public const string NumberedThrough = "1";

    public static IReadOnlyList<PlanColumn> Settings { get; } =
    [
        Needed(Text("name")),
        Text("template"),
        Choice<WeekRule>("week_rule"),
        Choice<TimetableFrom>("timetable_from"),
        Whole("clear_days", 0, 30),
        Choice<StatusScheme>("status_scheme"),
        Choice<ToleranceKind>("tolerance_kind"),
        Number("tolerance", 0),
        Number("better_pct", 0),
        Number("better_floor", 0),
        YesNo("improvement_softens"),
        Whole("suppress_low", 0),
        Whole("suppress_high", 0),
        YesNo("outlier_screen"),
        YesNo("trial_limits"),
        YesNo("intervals"),
        List(Choice<ClinicTrigger>("clinic_triggers")),
        OneOf("numbering", NumberedBySection, NumberedThrough),
        Choice<ImplicationsPlace>("implications_position"),
        List(Choice<PackFormat>("pack_formats")),
        YesNo("attach_packs"),
        Text("council"),
        Text("service_name"),
        Text("service_address"),
        Text("contact_name"),
        Email("contact_email") with { Names = Named.Nothing },
        Text("contact_phone"),
        Text("brand_colour"),
        Text("logo"),
        Text("other_formats"),
    ];
}
