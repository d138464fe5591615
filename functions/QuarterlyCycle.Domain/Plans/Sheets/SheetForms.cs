namespace QuarterlyCycle.Domain.Plans.Sheets;

/// <summary>Every sheet that a plan may have, with every column: the one table that reading, checking and writing go by.</summary>
internal static partial class SheetForms
{
    public static IReadOnlyList<SheetForm> All { get; } =
    [
        new("partnership", true, [Needed(Text("key")), Text("value")]) { UniqueTogether = ["key"] },
        new("organisations", true,
        [
            Key("code", Named.Organisation), Needed(Text("name")), Needed(List(MailDomain("email_domains"))),
        ]),
        new("people", true,
        [
            Needed(Email("email")) with { IsKey = true }, Needed(Text("name")), Needed(Code("organisation", Named.Organisation)), List(Text("job_titles")), Text("phone"),
            List(Choice<Role>("roles")), List(Text("also_known_as")), Date("away_from"), Date("away_to"), Email("stand_in"),
        ]),
        new("posts", false,
        [
            Key("code", Named.Post), Needed(Text("title")), Code("organisation", Named.Organisation), Email("holder"),
        ]),
        new("bodies", true,
        [
            Key("code", Named.Body), Needed(Text("name")), Needed(Choice<BodyKind>("kind")), Code("parent", Named.Body), Email("chair"), Email("vice_chair"), Email("secretary"),
            List(Email("members")), List(Text("supported_by")), Whole("order"),
        ]),
        new("priorities", false,
        [
            Key("code", Named.Priority), Needed(Choice<PriorityKind>("kind")), Needed(Text("text")), Code("body", Named.Body), Code("parent", Named.Priority),
            YesNo("area_of_focus"), YesNo("young_peoples"),
        ]),
        new("actions", false,
        [
            Key("code", Named.Action), Needed(Text("text")), Needed(List(Code("bodies", Named.Body))), List(Code("priorities", Named.Priority)), Text("group_heading"),
            Owner("strategic_lead"), List(Owner("leads")), List(Text("partners")), List(Text("linked_plans")), Text("resource_text"), Text("commentary"),
        ]),
        new("deliverables", false,
        [
            Key("code", Named.Deliverable), Needed(Choice<DeliverableKind>("kind")), Needed(Text("text")), Needed(Period("plan_year")), Code("action", Named.Action), Date("due"),
            Text("due_text"), Text("target_text"), Code("indicator", Named.Indicator), Owner("strategic_lead"), List(Owner("leads")), YesNo("ask"),
            Choice<DeliverableState>("state"), Code("same_as", Named.Deliverable),
        ]),
        new("indicators", true,
        [
            Key("code", Named.Indicator), Needed(Text("name")), Needed(List(Code("bodies", Named.Body))),

            // Required unless the row has parts; see IndicatorRules.
            Needed(Choice<IndicatorUnit>("unit")), Needed(Choice<IndicatorKind>("kind")), Needed(Owner("compiling")), Needed(Owner("lead")), Needed(Choice<Polarity>("polarity")),

            Code("parent", Named.Indicator), Code("action", Named.Action), Whole("number"), Text("ref"), List(Choice<IndicatorScope>("scope")), Text("definition"),
            Whole("definition_version", 1), YesNo("is_change"), Number("multiplier", 0), Whole("decimals", 0, 4), Text("numerator_label"), Text("denominator_label"),
            YesNo("counts_required"), YesNo("whole"), YesNo("counts_people"), Choice<Frequency>("frequency"), List(Email("helpers")), Email("accountable"), YesNo("sensitive"),
            Choice<ToleranceKind>("tolerance_kind"), Number("tolerance", 0), Text("tolerance_by"), Date("tolerance_on"), Text("tolerance_why"), Number("better_pct", 0),
            Number("better_floor", 0), Choice<TargetProfile>("profile"), Code("population", Named.Nothing), Choice<IndicatorState>("state"),
        ]),
        new("targets", false,
        [
            Needed(Code("indicator", Named.Indicator)), Needed(Period("period")), Number("value"), Number("low"), Number("high"), Text("text"), Choice<TargetOperator>("operator"),
            Number("baseline"), Period("baseline_period"), Date("by"), Text("set_by"), Date("set_on"),
        ]) { UniqueTogether = ["indicator", "period"] },
        new("figures", false,
        [
            Needed(Code("indicator", Named.Indicator)), Needed(Period("period")), Number("value"), Number("numerator"), Number("denominator"), Text("text"),
            Choice<PlanFigureStatus>("status"), Choice<PlanFigureReason>("reason"), Period("data_period"), Whole("definition_version", 1), Text("source"),
        ]) { UniqueTogether = ["indicator", "period"] },
        new("comparators", false,
        [
            Needed(Code("indicator", Named.Indicator)), Needed(Choice<ComparatorName>("name")), Needed(Period("period")), Number("value"), Text("text"), Whole("members", 1),
            Choice<ComparatorBasis>("basis"), YesNo("like_for_like"), Text("why_not"), Text("source"), Date("published"),
        ]) { UniqueTogether = ["indicator", "name", "period"] },
        new("definition_changes", false,
        [
            Needed(Code("indicator", Named.Indicator)), Needed(Period("from_period")), Needed(Choice<DefinitionChangeKind>("kind")), Needed(Text("reason")), Text("by"), Date("on"),
        ]) { UniqueTogether = ["indicator", "from_period"] },
        new("dependencies", false,
        [
            Needed(Code("about", Named.Anything)), Needed(Text("on")), Needed(Choice<DependsOnKind>("on_kind")), Text("responsible"), Text("arrangement"), YesNo("critical"),
        ]),
        new("risks", false,
        [
            Needed(Code("about", Named.Anything)), Needed(Text("risk")), Text("impact"), Text("likelihood"), Whole("impact_score", 1, 5), Whole("likelihood_score", 1, 5),
            Text("how_managed"), Owner("owner"), Date("review_on"),
        ]),
        new("equality", false,
        [
            Needed(Code("about", Named.Anything)), Needed(Text("statement")), Choice<EqualityAssessment>("eia"), Date("eia_due"), Owner("owner"),
        ]),
        new("implications", false,
        [
            Needed(Code("body", Named.Body)), Needed(Text("heading")), Needed(Whole("order")), Text("standing_text"), YesNo("required"),
        ]),
        new("business_plan", false,
        [
            Needed(Text("section")), Needed(Text("activity")), Text("target"), List(Owner("responsible")), Text("success_text"), Code("indicator", Named.Indicator), Date("due"),
            Text("due_text"), Choice<DeliverableState>("state"), YesNo("young_peoples"),
        ]),
        new("meetings", false,
        [
            Needed(Code("body", Named.Body)), Needed(Date("date")), Time("time"), Period("cycle"), YesNo("public"), Text("place"),
        ]) { UniqueTogether = ["body", "date"] },
        new("decisions", false,
        [
            Key("code", Named.Decision), Needed(Code("body", Named.Body)), Needed(Date("meeting")), Needed(Choice<PlanDecisionOutcome>("outcome")), Needed(Text("text")),
            Code("about", Named.Anything), Owner("owner"), Date("due"), Choice<PlanDecisionState>("state"),
        ]),
        new("clinics", false,
        [
            Key("code", Named.Clinic), Needed(Code("indicator", Named.Indicator)), Needed(Text("trigger")), Date("called_on"), Date("held_on"), Text("findings"), Text("actions"),
            Code("report_to", Named.Body), Date("report_by"), Choice<PlanClinicState>("state"),
        ]),
        new("stages", false,
        [
            Needed(Text("template")), Needed(Choice<StageName>("stage")), Needed(Text("role")), Needed(Whole("opens_day", 1)), Needed(Whole("closes_day", 1)), Time("closes_at"),
        ]),
        new("calendar", false,
        [
            Needed(Date("date")), Needed(Choice<CalendarOverrideKind>("kind")), Needed(Text("reason")),
        ]) { UniqueTogether = ["date"] },
        new("aliases", false,
        [
            Needed(Choice<AliasKind>("kind")), Needed(Text("as_written")), Needed(Text("means")), Text("confirmed_by"), Date("confirmed_on"),
        ]) { UniqueTogether = ["kind", "as_written"] },
        new("sections", false,
        [
            Needed(Code("body", Named.Body)), Needed(Whole("order")), Needed(Text("heading")), Text("text"),
        ]),
    ];

    public static SheetForm? Find(string name) => All.FirstOrDefault(form => form.Name == name);
}
