namespace QuarterlyCycle.Domain.Plans.Sheets;

/// <summary>Writes each record of a plan as the row that it would be read from.</summary>
internal static class RowWriter
{
    public static CellWords Write(object record) => record switch
    {
        Organisation row => new CellWords().Text("code", row.Code).Text("name", row.Name).List("email_domains", row.EmailDomains),
        Person row => new CellWords().Text("email", row.Email).Text("name", row.Name).Text("organisation", row.Organisation).List("job_titles", row.JobTitles)
            .Text("phone", row.Phone).Choices("roles", row.Roles).List("also_known_as", row.AlsoKnownAs).Date("away_from", row.AwayFrom).Date("away_to", row.AwayTo)
            .Text("stand_in", row.StandIn),
        Post row => new CellWords().Text("code", row.Code).Text("title", row.Title).Text("organisation", row.Organisation).Text("holder", row.Holder),
        Body row => new CellWords().Text("code", row.Code).Text("name", row.Name).Choice<BodyKind>("kind", row.Kind).Text("parent", row.Parent).Text("chair", row.Chair)
            .Text("vice_chair", row.ViceChair).Text("secretary", row.Secretary).List("members", row.Members).List("supported_by", row.SupportedBy).Number("order", row.Order),
        Priority row => new CellWords().Text("code", row.Code).Choice<PriorityKind>("kind", row.Kind).Text("text", row.Text).Text("body", row.Body).Text("parent", row.Parent)
            .YesNo("area_of_focus", row.AreaOfFocus).YesNo("young_peoples", row.YoungPeoples),
        KeyAction row => new CellWords().Text("code", row.Code).Text("text", row.Text).List("bodies", row.Bodies).List("priorities", row.Priorities)
            .Text("group_heading", row.GroupHeading).Owner("strategic_lead", row.StrategicLead).Owners("leads", row.Leads).List("partners", row.Partners)
            .List("linked_plans", row.LinkedPlans).Text("resource_text", row.ResourceText).Text("commentary", row.Commentary),
        Deliverable row => new CellWords().Text("code", row.Code).Choice<DeliverableKind>("kind", row.Kind).Text("text", row.Text).Period("plan_year", row.PlanYear)
            .Text("action", row.Action).Date("due", row.Due).Text("due_text", row.DueText).Text("target_text", row.TargetText).Text("indicator", row.Indicator)
            .Owner("strategic_lead", row.StrategicLead).Owners("leads", row.Leads).YesNo("ask", row.Ask, otherwise: row.Kind != DeliverableKind.Activity)
            .Choice("state", row.State).Text("same_as", row.SameAs),
        Indicator row => Indicator(row),
        Target row => new CellWords().Text("indicator", row.Indicator).Period("period", row.Period).Number("value", row.Value).Number("low", row.Low).Number("high", row.High)
            .Text("text", row.Text).Choice("operator", row.Operator).Number("baseline", row.Baseline).Period("baseline_period", row.BaselinePeriod).Date("by", row.By)
            .Text("set_by", row.SetBy).Date("set_on", row.SetOn),
        PlanFigure row => new CellWords().Text("indicator", row.Indicator).Period("period", row.Period).Number("value", row.Value).Number("numerator", row.Numerator)
            .Number("denominator", row.Denominator).Text("text", row.Text).Choice<PlanFigureStatus>("status", row.Status == PlanFigureStatus.Final ? null : row.Status)
            .Choice("reason", row.Reason).Period("data_period", row.DataPeriod).Number("definition_version", row.DefinitionVersion).Text("source", row.Source),
        Comparator row => new CellWords().Text("indicator", row.Indicator).Choice<ComparatorName>("name", row.Name).Period("period", row.Period).Number("value", row.Value)
            .Text("text", row.Text).Number("members", row.Members).Choice("basis", row.Basis).YesNo("like_for_like", row.LikeForLike, otherwise: true)
            .Text("why_not", row.WhyNot).Text("source", row.Source).Date("published", row.Published),
        DefinitionChange row => new CellWords().Text("indicator", row.Indicator).Period("from_period", row.FromPeriod).Choice<DefinitionChangeKind>("kind", row.Kind)
            .Text("reason", row.Reason).Text("by", row.By).Date("on", row.On),
        Dependency row => new CellWords().Text("about", row.About).Text("on", row.On).Choice<DependsOnKind>("on_kind", row.OnKind).Text("responsible", row.Responsible)
            .Text("arrangement", row.Arrangement).YesNo("critical", row.Critical),
        Risk row => new CellWords().Text("about", row.About).Text("risk", row.Text).Text("impact", row.Impact).Text("likelihood", row.Likelihood)
            .Number("impact_score", row.ImpactScore).Number("likelihood_score", row.LikelihoodScore).Text("how_managed", row.HowManaged).Owner("owner", row.Owner)
            .Date("review_on", row.ReviewOn),
        EqualityStatement row => new CellWords().Text("about", row.About).Text("statement", row.Statement).Choice("eia", row.Assessment).Date("eia_due", row.AssessmentDue)
            .Owner("owner", row.Owner),
        Implication row => new CellWords().Text("body", row.Body).Text("heading", row.Heading).Number("order", row.Order).Text("standing_text", row.StandingText)
            .YesNo("required", row.Required, otherwise: true),
        BusinessPlanLine row => new CellWords().Text("section", row.Section).Text("activity", row.Activity).Text("target", row.Target).Owners("responsible", row.Responsible)
            .Text("success_text", row.SuccessText).Text("indicator", row.Indicator).Date("due", row.Due).Text("due_text", row.DueText).Choice("state", row.State)
            .YesNo("young_peoples", row.YoungPeoples),
        Meeting row => new CellWords().Text("body", row.Body).Date("date", row.Date).Time("time", row.Time).Period("cycle", row.Cycle)
            .YesNo("public", row.Public, otherwise: true).Text("place", row.Place),
        PlanDecision row => new CellWords().Text("code", row.Code).Text("body", row.Body).Date("meeting", row.Meeting).Choice<PlanDecisionOutcome>("outcome", row.Outcome)
            .Text("text", row.Text).Text("about", row.About).Owner("owner", row.Owner).Date("due", row.Due).Choice<PlanDecisionState>("state", row.State),
        PlanClinic row => new CellWords().Text("code", row.Code).Text("indicator", row.Indicator).Text("trigger", row.Trigger).Date("called_on", row.CalledOn)
            .Date("held_on", row.HeldOn).Text("findings", row.Findings).Text("actions", row.Actions).Text("report_to", row.ReportTo).Date("report_by", row.ReportBy)
            .Choice<PlanClinicState>("state", row.State),
        StageRow row => new CellWords().Text("template", row.Template).Choice<StageName>("stage", row.Stage).Text("role", row.Role).Number("opens_day", row.OpensDay)
            .Number("closes_day", row.ClosesDay).Time("closes_at", row.ClosesAt),
        CalendarOverride row => new CellWords().Date("date", row.Date).Choice<CalendarOverrideKind>("kind", row.Kind).Text("reason", row.Reason),
        Alias row => new CellWords().Choice<AliasKind>("kind", row.Kind).Text("as_written", row.AsWritten).Text("means", row.Means).Text("confirmed_by", row.ConfirmedBy)
            .Date("confirmed_on", row.ConfirmedOn),
        ReportSection row => new CellWords().Text("body", row.Body).Number("order", row.Order).Text("heading", row.Heading).Text("text", row.Text),
        _ => throw new InvalidOperationException($"A plan has no rows of {record.GetType().Name}."),
    };

    private static CellWords Indicator(Indicator row)
    {
        CellWords cells = new CellWords().Text("code", row.Code).Text("name", row.Name).List("bodies", row.Bodies);
        if (row.HasFigure)
        {
            cells.Choice<IndicatorUnit>("unit", row.Unit).Choice<IndicatorKind>("kind", row.Kind).Choice<Polarity>("polarity", row.Polarity)
                .Choice<TargetProfile>("profile", row.Profile == UsualProfile(row) ? null : row.Profile)
                .Number("decimals", row.Decimals == UsualDecimals(row) ? null : row.Decimals)
                .YesNo("whole", row.Whole, otherwise: !row.IsChange);
        }

        return cells.Owner("compiling", row.Compiling).Owner("lead", row.Lead).Text("accountable", row.Accountable).Text("parent", row.Parent).Text("action", row.Action)
            .Number("number", row.Number).Text("ref", row.Ref).Choices("scope", row.Scope).Text("definition", row.Definition)
            .Number("definition_version", row.DefinitionVersion == 1 ? null : row.DefinitionVersion).YesNo("is_change", row.IsChange).Number("multiplier", row.Multiplier)
            .Text("numerator_label", row.NumeratorLabel).Text("denominator_label", row.DenominatorLabel).YesNo("counts_required", row.CountsRequired)
            .YesNo("counts_people", row.CountsPeople, otherwise: true)
            .Choice<Frequency>("frequency", row.Frequency == Frequency.Quarterly ? null : row.Frequency).List("helpers", row.Helpers).YesNo("sensitive", row.Sensitive)
            .Choice("tolerance_kind", row.Tolerance?.Kind).Number("tolerance", row.Tolerance?.Amount).Text("tolerance_by", row.Tolerance?.By)
            .Date("tolerance_on", row.Tolerance?.On).Text("tolerance_why", row.Tolerance?.Why).Number("better_pct", row.BetterPct).Number("better_floor", row.BetterFloor)
            .Text("population", row.Population).Choice<IndicatorState>("state", row.State == IndicatorState.Active ? null : row.State);
    }

    private static TargetProfile UsualProfile(Indicator row) => row.Kind == IndicatorKind.Cumulative ? TargetProfile.Linear : TargetProfile.Flat;

    private static int UsualDecimals(Indicator row) => row.Unit == IndicatorUnit.Count ? 0 : 1;
}
