using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.App.Tests.Packs;

/// <summary>A small plan: two outcome groups that share a measure, a board, and a handful of people.</summary>
internal static class PackPlan
{
    public const string Manager = "pat@example.org";
    public const string Lead = "lee@example.org";
    public const string Ann = "ann@example.org";
    public const string Bob = "bob@example.org";
    public const string Chair = "chair@example.org";
    public const string ViceChair = "vice@example.org";
    public const string OtherChair = "other.chair@example.org";
    public const string Secretary = "secretary@example.org";

    private static readonly Period Year = Period.OfYear(2008);

    public static Plan Make() => new()
    {
        Partnership = new PartnershipSettings { Name = "Northtown Partnership", Council = "Northtown Council", ContactPhone = "01632 960001" },
        Organisations = [new Organisation("council", "Northtown Council", ["example.org"])],
        People =
        [
            Somebody(Manager, "Pat Manager", "Project Manager for Performance", Role.ProjectManager),
            Somebody(Lead, "Lee Lead", "Head of Safeguarding", Role.Lead),
            Somebody(Ann, "Ann Able", "Data Officer", Role.Compiling),
            Somebody(Bob, "Bob Busy", "Health Analyst", Role.Compiling),
            Somebody(Chair, "Chris Chair", "Director", Role.Chair),
            Somebody(ViceChair, "Vic Vice", "Deputy Director", Role.Chair),
            Somebody(OtherChair, "Olu Other", "Head of Health", Role.Chair),
            Somebody(Secretary, "Sam Secretary", "Committee Officer", Role.Secretary),
        ],
        Bodies =
        [
            new Body { Code = "stay-safe", Name = "Stay Safe", Kind = BodyKind.OutcomeGroup, Parent = "board", Chair = Chair, ViceChair = ViceChair, Order = 1 },
            new Body { Code = "be-healthy", Name = "Be Healthy", Kind = BodyKind.OutcomeGroup, Parent = "board", Chair = OtherChair, Order = 2 },
            new Body { Code = "board", Name = "Commissioning Board", Kind = BodyKind.Board, Chair = Chair, Secretary = Secretary, Order = 3 },
        ],
        Priorities = [new Priority("OP1", PriorityKind.Priority, "Children are safe.")],
        Actions = [new KeyAction { Code = "SS", Text = "Keep children safe", Bodies = ["stay-safe"], Priorities = ["OP1"] }],
        Deliverables =
        [
            new Deliverable { Code = "SS9", Kind = DeliverableKind.Milestone, Text = "Missing children plan agreed", PlanYear = Year, Action = "SS", Leads = [Owner.Parse(Ann)], StrategicLead = Owner.Parse(Lead) },
        ],
        Indicators =
        [
            Measure("SS1", "Initial assessments on time", ["stay-safe"], IndicatorUnit.Percent, IndicatorKind.Average, Polarity.High, Ann),
            Measure("SS2", "Children missing from home", ["stay-safe"], IndicatorUnit.Count, IndicatorKind.Cumulative, Polarity.Low, Ann),
            Measure("SS3", "Referrals answered", ["stay-safe", "be-healthy"], IndicatorUnit.Percent, IndicatorKind.Snapshot, Polarity.High, Bob),
            Measure("SS4", "Bullying incidents", ["stay-safe"], IndicatorUnit.Count, IndicatorKind.Cumulative, Polarity.Low, Bob),
            Measure("BH1", "Healthy schools", ["be-healthy"], IndicatorUnit.Count, IndicatorKind.Snapshot, Polarity.High, Bob),
        ],
        Targets =
        [
            Goal("SS1", 75), Goal("SS2", 40), Goal("SS3", 90), Goal("SS4", 400), Goal("BH1", 30),
        ],
        Figures =
        [
            new PlanFigure { Indicator = "SS1", Period = Period.Parse("2008-09 Q1"), Value = 72 },
            new PlanFigure { Indicator = "SS4", Period = Period.Parse("2008-09 Q1"), Value = 90 },
        ],
        Risks = [new Risk { About = "SS1", Text = "Two social worker posts are vacant.", HowManaged = "Agency cover until January." }],
    };

    private static Person Somebody(string email, string name, string post, Role role) =>
        new() { Email = email, Name = name, Organisation = "council", JobTitles = [post], Roles = [role] };

    private static Indicator Measure(
        string code, string name, IReadOnlyList<string> bodies, IndicatorUnit unit, IndicatorKind kind, Polarity polarity, string compiling) => new()
        {
            Code = code,
            Name = name,
            Bodies = bodies,
            Unit = unit,
            Kind = kind,
            Polarity = polarity,
            Compiling = Owner.Parse(compiling),
            Lead = Owner.Parse(Lead),
            Decimals = unit == IndicatorUnit.Count ? 0 : 1,
            Profile = kind == IndicatorKind.Cumulative ? TargetProfile.Linear : TargetProfile.Flat,
        };

    private static Target Goal(string indicator, decimal value) => new() { Indicator = indicator, Period = Year, Value = value };
}
