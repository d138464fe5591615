using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Packs;

namespace QuarterlyCycle.Documents.Tests.Packs;

/// <summary>A group's pack and a board pack for quarter 2 of 2025-26, with something in every section.</summary>
internal static class PackSamples
{
    public static readonly PackStatus Met = new("Target met", PackSymbol.Circle, PackColour.Green);
    public static readonly PackStatus JustOff = new("Just off target", PackSymbol.Diamond, PackColour.Amber);
    public static readonly PackStatus Off = new("Off target", PackSymbol.Triangle, PackColour.Red);
    public static readonly PackStatus NoTarget = new("No target set", PackSymbol.None, PackColour.None);
    public static readonly PackStatus NotSupplied = new("Not supplied", PackSymbol.None, PackColour.Grey);

    private static readonly PackDirection Better = new("Improved", PackArrow.Better);
    private static readonly PackDirection Worse = new("Got worse", PackArrow.Worse);
    private static readonly PackDirection Broken = new("Not comparable", PackArrow.None, "definition changed");

    public static Pack Group => new()
    {
        Quarter = new Quarter(2025, 2),
        Kind = PackKind.OutcomeGroup,
        BodyCode = "stay-safe",
        BodyName = "Stay Safe",
        ServiceName = "Quarterly performance",
        Partnership = "Example Children and Young People's Partnership",
        Edition = PackEdition.Public,
        Version = 2,
        State = PackState.Draft,
        FiguresAtUtc = new DateTime(2025, 10, 31, 17, 0, 0, DateTimeKind.Utc),
        Title = "Stay Safe: performance in quarter 2 of 2025-26",
        Front = new PackFront
        {
            Meeting = "Stay Safe outcome group",
            MeetingDate = new DateOnly(2025, 11, 4),
            Subject = "How the partnership did against its Stay Safe measures in July to September 2025",
            ReportOf = "Project Manager for Performance",
            ContactOfficer = "Jo Manager, 01234 567890",
            WardsAffected = "All",
            FunctionOf = "Commissioning Board",
        },
        Summary =
        [
            "1 of 5 measures met its target, 1 is just off target and 1 is off target; 1 figure was not supplied.",
            "Initial assessments on time have fallen for two quarters, and the group is asked what it will do.",
        ],
        Recommendations =
        [
            new PackRecommendation(RecommendationKind.Decide, "That the group agrees an action on SS1."),
            new PackRecommendation(RecommendationKind.Discuss, "That the group discusses the effect on black and minority ethnic, disabled and disadvantaged children."),
            new PackRecommendation(RecommendationKind.Note, "That the group notes the rest of the report."),
        ],
        Implications = [new PackImplication("Council priorities", "Supports the plan's second priority."), new PackImplication("Financial", "None"), new PackImplication("Legal", "None")],
        Parts = [StaySafe],
        SignOffs = [new PackSignOff { BodyName = "Stay Safe", Version = 1, SignedBy = "Val Vice", Post = "Vice-chair", SignedFor = "Chris Chair", SignedAtUtc = new DateTime(2025, 11, 12, 10, 0, 0, DateTimeKind.Utc) }],
        EarlierDecisions = [new PackDecision { Code = "D4", BodyName = "Commissioning Board", MeetingDate = new DateOnly(2025, 8, 26), Outcome = "Agreed", Text = "A report on re-referrals.", Owner = "Lee Lead", DueDate = new DateOnly(2025, 11, 25), State = "Open" }],
        Changes = [new PackChange { Code = "SS2", Name = "Children on the register", Old = "31.0", New = "31.4", Class = "Provisional to final", Why = "Two late returns", ChangedOn = new DateOnly(2025, 11, 3), Effect = "Status unchanged", SinceSignOff = true }],
        NextSteps = ["The board receives this report on Tuesday 25 November 2025."],
        BackgroundPapers = ["Children and Young People's Plan 2025-28"],
        Legend = [new PackLegendEntry(Met, "The figure meets its target."), new PackLegendEntry(JustOff, "Within the tolerance."), new PackLegendEntry(Off, "Outside the tolerance."), new PackLegendEntry(NoTarget, "There is nothing to compare with."), new PackLegendEntry(NotSupplied, "Answers stopped without a figure.")],
        Rules = ["A figure is just off target when it misses by up to 5% of the target. Set by the Commissioning Board on 1 April 2025."],
        Shorthand = [new PackShorthand("p", "provisional"), new PackShorthand("c", "hidden, because the number is small"), new PackShorthand("x", "not available")],
        SmallNumbers = "Numbers from 1 to 5 are hidden and marked [c], so that no child can be recognised.",
        OtherFormats =
        [
            new PackOtherFormat("en-GB", "English", "We can give you this information in any other way, style or language. Telephone 01234 567890."),
            new PackOtherFormat("pl", "Polish", "Możemy przekazać te informacje w innym języku. Telefon 01234 567890."),
            new PackOtherFormat("ur", "Urdu", "یہ معلومات دوسری زبان میں بھی مل سکتی ہیں۔ 01234 567890"),
        ],
    };

    public static Pack Board => Group with
    {
        Kind = PackKind.Board,
        BodyCode = "board",
        BodyName = "Commissioning Board",
        State = PackState.Issued,
        Version = 1,
        Title = "Performance in quarter 2 of 2025-26",
        Front = Group.Front with { Meeting = "Commissioning Board", MeetingDate = new DateOnly(2025, 11, 25), Subject = "Performance of the Children and Young People's Plan" },
        Parts = [StaySafe with { Version = 2, SignOffWords = "Signed off on 12 November 2025." }, BeHealthy],
        CrossCuttingIssues = ["Two groups report vacancies that delay assessments."],
        RiskManagement = ["The risk of late assessments is raised by Stay Safe."],
        ContributionToOutcomes = ["1 of 3 figures with a target contributes as planned."],
        SignOffs =
        [
            new PackSignOff { BodyName = "Stay Safe", Version = 2, SignedBy = "Chris Chair", Post = "Chair", SignedAtUtc = new DateTime(2025, 11, 12, 10, 0, 0, DateTimeKind.Utc) },
            new PackSignOff { BodyName = "Be Healthy", Version = 1 },
        ],
        Changes = [],
    };

    private static PackMeasure LateAssessments => new()
    {
        Code = "SS1",
        Name = "Initial assessments on time",
        GoodIs = "High",
        Target = "70%",
        Figure = "61.2%",
        Marks = ["p"],
        Status = Off,
        StatusRule = "Off target by more than 5% of the target.",
        SinceLastQuarter = Worse,
        SinceLastYear = Better,
        YearToDate = "63.4%",
        Commentary = "Two posts were vacant from May.\nBoth are filled now.",
        Explanation = "The fall is real: 112 assessments came in August & 40 is usual.",
        IsProvisional = true,
        IsOffTarget = true,
        QuestionIsOpen = true,
        SharedWith = ["Be Healthy"],
        Past = [new PackPoint("2024-25 Q4", "68.0%", "70%", 68.0m, 70m), new PackPoint("2025-26 Q1", "66.1%", "70%", 66.1m, 70m), new PackPoint("2025-26 Q2", "61.2%", "70%", 61.2m, 70m)],
    };

    private static PackPart StaySafe => new()
    {
        BodyCode = "stay-safe",
        BodyName = "Stay Safe",
        Measures =
        [
            LateAssessments,
            new PackMeasure { Code = "SS2", Name = "Children on the register per 10,000", GoodIs = "Low", Target = "32.0", Figure = "31.4", Status = Met, SinceLastQuarter = Better, SinceLastYear = Broken, YearToDate = "31.4", Notes = ["Counted on the last day of the quarter."] },
            new PackMeasure { Code = "SS3", Name = "Re-referrals in < 12 months & later", GoodIs = "Low", Target = "24%", Figure = "24.8%", Status = JustOff, SinceLastQuarter = new PackDirection("No change", PackArrow.Same), SinceLastYear = Worse, YearToDate = "24.6%" },
            new PackMeasure { Code = "SS4", Name = "Bullying incidents", GoodIs = "Low", Target = "No target set", Figure = "hidden", Marks = ["c"], Status = NoTarget },
            new PackMeasure { Code = "SS5", Name = "Missing children found within a day", GoodIs = "High", Target = "90%", Figure = "Figure not supplied", Marks = ["x"], Status = NotSupplied, IsMissing = true },
        ],
        Milestones = [new PackMilestone { Code = "SS4b", Text = "Missing children plan agreed", Lead = "Lee Lead", Due = "December 2025", State = "On track", Comment = "Draft out for comment." }],
        MissingFigures =
        [
            new PackMissingFigure
            {
                Code = "SS5",
                Name = "Missing children found within a day",
                Owner = "Ann O'Neill, Information Officer, Example Police",
                Chasing = [new ChasingLine(new DateTime(2025, 10, 6, 8, 0, 0, DateTimeKind.Utc), "data request sent; delivered"), new ChasingLine(new DateTime(2025, 10, 20, 8, 0, 0, DateTimeKind.Utc), "overdue reminder sent; delivered")],
            },
        ],
        Exceptions = [new PackException { Measure = LateAssessments, Why = "Off target by 8.8 points, and worse than last quarter.", Discussed = true, Action = "Bring two assessors back from secondment.", ActionOwner = "Lee Lead", ActionDueDate = new DateOnly(2025, 12, 1), DecisionWanted = "That the board calls a performance clinic." }],
        Questions = [new PackQuestion { Code = "SS1", Name = "Initial assessments on time", IsOpen = true, AskedBy = "Lee Lead", AskedOn = new DateOnly(2025, 10, 21), Question = "Does August stand out in other years?", Thread = ["Ann O'Neill on 22 October 2025: I am checking."] }],
        Actions = [new PackAction("SS1", "Bring two assessors back.", "Lee Lead", new DateOnly(2025, 12, 1), "Open")],
        Risks = [new PackRisk { About = "SS1", Risk = "Children wait longer.", Impact = "High", Likelihood = "Likely", HowManaged = "Weekly list of open cases.", Owner = "Lee Lead" }],
        Dependencies = [new PackDependency("SS1", "Recruitment by the council", "Human Resources", "Monthly meeting", true)],
        EqualityAnswer = "Disabled children wait two days longer.",
        AreasOfConcern = ["August demand."],
        GroupHasAnswered = true,
        Clinics = [new PackClinic { Code = "SS1", Name = "Initial assessments on time", Trigger = "Off target two quarters running", State = "Called" }],
        Comparators = [new PackComparator { Code = "SS1", Name = "Initial assessments on time", Figure = "61.2%", ComparedWith = "Statistical neighbours", ComparatorFigure = "68.9%", ComparatorPeriod = "2024-25", Members = 10, Basis = "Mean of rates", Rating = "Worse than statistical neighbours", Source = "Published tables" }],
    };

    private static PackPart BeHealthy => new()
    {
        BodyCode = "be-healthy",
        BodyName = "Be Healthy",
        Version = 1,
        SignOffWords = "Not signed off.",
        Measures = [LateAssessments, new PackMeasure { Code = "BH1", Name = "Breastfeeding at 6 to 8 weeks", GoodIs = "High", Target = "53%", Figure = "53.0%", Status = Met, SinceLastQuarter = Better, SinceLastYear = Better }],
    };
}
