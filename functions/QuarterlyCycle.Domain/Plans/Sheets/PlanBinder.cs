using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Indicators;

namespace QuarterlyCycle.Domain.Plans.Sheets;

/// <summary>Makes the plan's records of rows that have been checked.</summary>
internal static class PlanBinder
{
    public static PlanRows Bind(IReadOnlyDictionary<string, ReadSheet> sheets, PartnershipSettings partnership)
    {
        PlanRows rows = new() { Plan = new Plan { Partnership = partnership }, Sheets = sheets };
        IReadOnlyList<Indicator> indicators = Indicators(rows);
        Dictionary<string, Polarity> polarities = [];
        foreach (Indicator indicator in indicators.Where(indicator => indicator.HasFigure))
        {
            polarities.TryAdd(indicator.Code, indicator.Polarity);
        }

        rows.Plan = new Plan
        {
            Partnership = partnership,
            Organisations = rows.Of("organisations", row => new Organisation(row.Required("code"), row.Required("name"), row.List("email_domains"))),
            People = rows.Of("people", Person),
            Posts = rows.Of("posts", row => new Post(row.Required("code"), row.Required("title"), row.Text("organisation"), row.Text("holder"))),
            Bodies = rows.Of("bodies", Body),
            Priorities = rows.Of("priorities", row => new Priority(row.Required("code"), row.Choice<PriorityKind>("kind")!.Value, row.Required("text"))
            {
                Body = row.Text("body"),
                Parent = row.Text("parent"),
                AreaOfFocus = row.Yes("area_of_focus"),
                YoungPeoples = row.Yes("young_peoples"),
            }),
            Actions = rows.Of("actions", Action),
            Deliverables = rows.Of("deliverables", Deliverable),
            Indicators = indicators,
            Targets = rows.Of("targets", row => Target(row, polarities.TryGetValue(row.Required("indicator"), out Polarity polarity) ? polarity : null)),
            Figures = rows.Of("figures", Figure),
            Comparators = rows.Of("comparators", Comparator),
            DefinitionChanges = rows.Of("definition_changes", row => new DefinitionChange(
                row.Required("indicator"), row.Period("from_period")!, row.Choice<DefinitionChangeKind>("kind")!.Value, row.Required("reason"), row.Text("by"), row.Date("on"))),
            Dependencies = rows.Of("dependencies", row => new Dependency(
                row.Required("about"), row.Required("on"), row.Choice<DependsOnKind>("on_kind")!.Value, row.Text("responsible"), row.Text("arrangement"), row.Yes("critical"))),
            Risks = rows.Of("risks", Risk),
            Equality = rows.Of("equality", row => new EqualityStatement(
                row.Required("about"), row.Required("statement"), row.Choice<EqualityAssessment>("eia"), row.Date("eia_due"), row.Owner("owner"))),
            Implications = rows.Of("implications", row => new Implication(
                row.Required("body"), row.Required("heading"), row.Whole("order")!.Value, row.Text("standing_text"), row.Yes("required", otherwise: true))),
            BusinessPlan = rows.Of("business_plan", BusinessPlanLine),
            Meetings = rows.Of("meetings", Meeting),
            Decisions = rows.Of("decisions", Decision),
            Clinics = rows.Of("clinics", Clinic),
            Stages = rows.Of("stages", Stage),
            Calendar = rows.Of("calendar", row => new CalendarOverride(row.Date("date")!.Value, row.Choice<CalendarOverrideKind>("kind")!.Value, row.Required("reason"))),
            Aliases = rows.Of("aliases", row => new Alias(
                row.Choice<AliasKind>("kind")!.Value, row.Required("as_written"), row.Required("means"), row.Text("confirmed_by"), row.Date("confirmed_on"))),
            Sections = rows.Of("sections", row => new ReportSection(row.Required("body"), row.Whole("order")!.Value, row.Required("heading"), row.Text("text"))),
        };
        return rows;
    }

    private static Person Person(ReadRow row) => new()
    {
        Email = row.Required("email"),
        Name = row.Required("name"),
        Organisation = row.Required("organisation"),
        JobTitles = row.List("job_titles"),
        Phone = row.Text("phone"),
        Roles = row.Choices<Role>("roles"),
        AlsoKnownAs = row.List("also_known_as"),
        AwayFrom = row.Date("away_from"),
        AwayTo = row.Date("away_to"),
        StandIn = row.Text("stand_in"),
    };

    private static Body Body(ReadRow row) => new()
    {
        Code = row.Required("code"),
        Name = row.Required("name"),
        Kind = row.Choice<BodyKind>("kind")!.Value,
        Parent = row.Text("parent"),
        Chair = row.Text("chair"),
        ViceChair = row.Text("vice_chair"),
        Secretary = row.Text("secretary"),
        Members = row.List("members"),
        SupportedBy = row.List("supported_by"),
        Order = row.Whole("order"),
    };

    private static KeyAction Action(ReadRow row) => new()
    {
        Code = row.Required("code"),
        Text = row.Required("text"),
        Bodies = row.List("bodies"),
        Priorities = row.List("priorities"),
        GroupHeading = row.Text("group_heading"),
        StrategicLead = row.Owner("strategic_lead"),
        Leads = row.Owners("leads"),
        Partners = row.List("partners"),
        LinkedPlans = row.List("linked_plans"),
        ResourceText = row.Text("resource_text"),
        Commentary = row.Text("commentary"),
    };

    private static Deliverable Deliverable(ReadRow row)
    {
        DeliverableKind kind = row.Choice<DeliverableKind>("kind")!.Value;
        return new Deliverable
        {
            Code = row.Required("code"),
            Kind = kind,
            Text = row.Required("text"),
            PlanYear = row.Period("plan_year")!,
            Action = row.Text("action"),
            Due = row.Date("due"),
            DueText = row.Text("due_text"),
            TargetText = row.Text("target_text"),
            Indicator = row.Text("indicator"),
            StrategicLead = row.Owner("strategic_lead"),
            Leads = row.Owners("leads"),
            Ask = row.Yes("ask", otherwise: kind != DeliverableKind.Activity),
            State = row.Choice<DeliverableState>("state"),
            SameAs = row.Text("same_as"),
        };
    }

    private static IReadOnlyList<Indicator> Indicators(PlanRows rows)
    {
        HashSet<string> parents = [.. rows.Sheets.GetValueOrDefault("indicators")?.Rows.Select(row => row.Text("parent")).OfType<string>() ?? []];
        return rows.Of("indicators", row => Indicator(row, parents.Contains(row.Required("code"))));
    }

    private static Indicator Indicator(ReadRow row, bool hasParts)
    {
        IndicatorUnit unit = row.Choice<IndicatorUnit>("unit") ?? default;
        IndicatorKind kind = row.Choice<IndicatorKind>("kind") ?? default;
        bool isChange = row.Yes("is_change");
        return new Indicator
        {
            Code = row.Required("code"),
            Name = row.Required("name"),
            Bodies = row.List("bodies"),
            Unit = unit,
            Kind = kind,
            Polarity = row.Choice<Polarity>("polarity") ?? Polarity.Neutral,
            HasFigure = !hasParts || (row.Has("unit") && row.Has("kind") && row.Has("compiling")),
            Compiling = row.Owner("compiling"),
            Lead = row.Owner("lead"),
            Accountable = row.Text("accountable"),
            Parent = row.Text("parent"),
            Action = row.Text("action"),
            Number = row.Whole("number"),
            Ref = row.Text("ref"),
            Scope = row.Choices<IndicatorScope>("scope"),
            Definition = row.Text("definition"),
            DefinitionVersion = row.Whole("definition_version") ?? 1,
            IsChange = isChange,
            Multiplier = row.Number("multiplier"),
            Decimals = row.Whole("decimals") ?? (unit == IndicatorUnit.Count ? 0 : 1),
            NumeratorLabel = row.Text("numerator_label"),
            DenominatorLabel = row.Text("denominator_label"),
            CountsRequired = row.Yes("counts_required"),
            Whole = row.Yes("whole", otherwise: !isChange),
            CountsPeople = row.Yes("counts_people", otherwise: true),
            Frequency = row.Choice<Frequency>("frequency") ?? Frequency.Quarterly,
            Helpers = row.List("helpers"),
            Sensitive = row.Yes("sensitive"),
            Tolerance = row.Number("tolerance") is { } tolerance
                ? new Tolerance(row.Choice<ToleranceKind>("tolerance_kind") ?? (isChange ? ToleranceKind.Absolute : ToleranceKind.Relative), tolerance, row.Text("tolerance_by"), row.Date("tolerance_on"), row.Text("tolerance_why"))
                : null,
            BetterPct = row.Number("better_pct"),
            BetterFloor = row.Number("better_floor"),
            Profile = row.Choice<TargetProfile>("profile") ?? (kind == IndicatorKind.Cumulative ? TargetProfile.Linear : TargetProfile.Flat),
            Population = row.Text("population"),
            State = row.Choice<IndicatorState>("state") ?? IndicatorState.Active,
        };
    }

    private static Target Target(ReadRow row, Polarity? polarity)
    {
        TargetReading? read = row.Has("value") || row.Has("low") ? null : TargetText.Read(row.Required("text"), polarity);
        TargetReading? understood = read is { Kind: TargetReadingKind.Read } ? read : null;
        TargetOperator fromPolarity = polarity switch
        {
            Polarity.Low => TargetOperator.AtMost,
            Polarity.Range => row.Has("low") ? TargetOperator.Between : TargetOperator.Exactly,
            _ => row.Has("low") ? TargetOperator.Between : TargetOperator.AtLeast,
        };
        return new Target
        {
            Indicator = row.Required("indicator"),
            Period = row.Period("period")!,
            Value = row.Number("value") ?? understood?.Value,
            Low = row.Number("low"),
            High = row.Number("high"),
            Text = row.Text("text"),
            Operator = row.Choice<TargetOperator>("operator") ?? understood?.Operator ?? fromPolarity,
            Baseline = row.Number("baseline") ?? understood?.Baseline,
            BaselinePeriod = row.Period("baseline_period"),
            By = row.Date("by") ?? understood?.By,
            SetBy = row.Text("set_by"),
            SetOn = row.Date("set_on"),
        };
    }

    private static PlanFigure Figure(ReadRow row)
    {
        string? text = row.Text("text");
        decimal? value = row.Number("value");
        Period? day = null;
        bool hasCounts = row.Has("numerator") && row.Has("denominator");
        PlanFigureReason? reason = row.Choice<PlanFigureReason>("reason");
        if (value is null && reason is null && !hasCounts)
        {
            (value, day) = text is null ? (null, null) : PlainNumber.ReadDated(FigureMarks.Without(text));
            reason = value is null ? Meaning(text) : null;
        }

        return new PlanFigure
        {
            Indicator = row.Required("indicator"),
            Period = row.Period("period")!,
            Value = value,
            Numerator = row.Number("numerator"),
            Denominator = row.Number("denominator"),
            Text = text,
            Status = row.Choice<PlanFigureStatus>("status") ?? Printed(FigureMarks.In(text)),
            Reason = reason,
            DataPeriod = row.Period("data_period") ?? day,
            DefinitionVersion = row.Whole("definition_version"),
            Source = row.Text("source"),
        };
    }

    private static PlanFigureStatus Printed(IReadOnlySet<char> marks) =>
        marks.Contains(FigureMarks.Revised) ? PlanFigureStatus.Revised
        : marks.Contains(FigureMarks.Provisional) ? PlanFigureStatus.Provisional
        : marks.Contains(FigureMarks.Estimated) ? PlanFigureStatus.Estimated
        : PlanFigureStatus.Final;

    // Printed tables write "N/A" for not applicable, a dash for not available, and leave a figure that nobody gave blank.
    private static PlanFigureReason Meaning(string? text) => text?.ToUpperInvariant() switch
    {
        null => PlanFigureReason.NotSupplied,
        "N/A" or "NA" or "NOT APPLICABLE" => PlanFigureReason.NotApplicable,
        _ => PlanFigureReason.NotKnown,
    };

    private static Comparator Comparator(ReadRow row) => new()
    {
        Indicator = row.Required("indicator"),
        Name = row.Choice<ComparatorName>("name")!.Value,
        Period = row.Period("period")!,
        Value = row.Number("value"),
        Text = row.Text("text"),
        Members = row.Whole("members"),
        Basis = row.Choice<ComparatorBasis>("basis"),
        LikeForLike = row.Yes("like_for_like", otherwise: true),
        WhyNot = row.Text("why_not"),
        Source = row.Text("source"),
        Published = row.Date("published"),
    };

    private static Risk Risk(ReadRow row) => new()
    {
        About = row.Required("about"),
        Text = row.Required("risk"),
        Impact = row.Text("impact"),
        Likelihood = row.Text("likelihood"),
        ImpactScore = row.Whole("impact_score"),
        LikelihoodScore = row.Whole("likelihood_score"),
        HowManaged = row.Text("how_managed"),
        Owner = row.Owner("owner"),
        ReviewOn = row.Date("review_on"),
    };

    private static BusinessPlanLine BusinessPlanLine(ReadRow row) => new()
    {
        Code = BusinessPlanRules.CodeOf(row.Sheet.Rows.IndexOf(row)),
        Section = row.Required("section"),
        Activity = row.Required("activity"),
        Target = row.Text("target"),
        Responsible = row.Owners("responsible"),
        SuccessText = row.Text("success_text"),
        Indicator = row.Text("indicator"),
        Due = row.Date("due"),
        DueText = row.Text("due_text"),
        State = row.Choice<DeliverableState>("state"),
        YoungPeoples = row.Yes("young_peoples"),
    };

    private static Meeting Meeting(ReadRow row) => new()
    {
        Body = row.Required("body"),
        Date = row.Date("date")!.Value,
        Time = row.Time("time"),
        Cycle = row.Period("cycle"),
        Public = row.Yes("public", otherwise: true),
        Place = row.Text("place"),
    };

    private static PlanDecision Decision(ReadRow row) => new()
    {
        Code = row.Required("code"),
        Body = row.Required("body"),
        Meeting = row.Date("meeting")!.Value,
        Outcome = row.Choice<PlanDecisionOutcome>("outcome")!.Value,
        Text = row.Required("text"),
        About = row.Text("about"),
        Owner = row.Owner("owner"),
        Due = row.Date("due"),
        State = row.Choice<PlanDecisionState>("state") ?? PlanDecisionState.Open,
    };

    private static PlanClinic Clinic(ReadRow row) => new()
    {
        Code = row.Required("code"),
        Indicator = row.Required("indicator"),
        Trigger = row.Required("trigger"),
        CalledOn = row.Date("called_on"),
        HeldOn = row.Date("held_on"),
        Findings = row.Text("findings"),
        Actions = row.Text("actions"),
        ReportTo = row.Text("report_to"),
        ReportBy = row.Date("report_by"),
        State = row.Choice<PlanClinicState>("state") ?? PlanClinicState.Suggested,
    };

    private static StageRow Stage(ReadRow row)
    {
        StageRow stage = new()
        {
            Template = row.Required("template"),
            Stage = row.Choice<StageName>("stage")!.Value,
            Role = row.Required("role"),
            OpensDay = row.Whole("opens_day")!.Value,
            ClosesDay = row.Whole("closes_day")!.Value,
        };
        return row.Time("closes_at") is { } closesAt ? stage with { ClosesAt = closesAt } : stage;
    }
}
