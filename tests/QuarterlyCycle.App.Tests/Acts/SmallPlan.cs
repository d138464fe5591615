using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.App.Tests.Acts;

/// <summary>Two outcome groups, a board and a handful of people; quarter 2 of 2025-26 opens on Monday 6 October 2025.</summary>
internal static class SmallPlan
{
    public const string Cycle = "2025-26-Q2";

    public const string Pat = "pat@example.org";
    public const string Lee = "lee@example.org";
    public const string Ann = "ann@example.org";
    public const string Bob = "bob@example.org";
    public const string Cas = "cas@example.org";
    public const string Dee = "dee@example.org";

    private static readonly Period Year = Period.Parse("2025-26");

    /// <summary>Cas is away for the first week of October, and Lee stands in.</summary>
    public static Plan Make() => new()
    {
        Partnership = new PartnershipSettings { Name = "Northtown Partnership", Council = "Northtown Council", ContactPhone = "01632 960001" },
        Organisations = [new Organisation("council", "Northtown Council", ["example.org"])],
        People =
        [
            Somebody(Pat, "Pat Manager", Role.ProjectManager),
            Somebody(Lee, "Lee Lead", Role.Lead) with { Phone = "01632 960002" },
            Somebody(Ann, "Ann Able", Role.Compiling),
            Somebody(Bob, "Bob Busy", Role.Compiling),
            Somebody(Cas, "Cas Away", Role.Compiling) with { AwayFrom = new DateOnly(2025, 10, 6), AwayTo = new DateOnly(2025, 10, 10), StandIn = Lee },
            Somebody(Dee, "Dee Chair", Role.Chair, Role.Secretary),
        ],
        Bodies =
        [
            new Body { Code = "stay-safe", Name = "Stay Safe", Kind = BodyKind.OutcomeGroup, Parent = "board", Chair = Dee, Order = 1 },
            new Body { Code = "be-healthy", Name = "Be Healthy", Kind = BodyKind.OutcomeGroup, Parent = "board", Chair = Dee, Order = 2 },
            new Body { Code = "board", Name = "Commissioning Board", Kind = BodyKind.Board, Chair = Dee, Secretary = Dee, Order = 3 },
        ],
        Priorities = [new Priority("OP1", PriorityKind.Priority, "Children are safe")],
        Actions = [new KeyAction { Code = "SS", Text = "Keep children safe", Bodies = ["stay-safe"], Priorities = ["OP1"] }],
        Deliverables =
        [
            new Deliverable { Code = "SS5", Kind = DeliverableKind.Milestone, Text = "Missing children plan agreed", PlanYear = Year, Action = "SS", Leads = [Owner.Parse(Ann)], StrategicLead = Owner.Parse(Lee) },
        ],
        Indicators =
        [
            Measure("SS1", "Initial assessments on time", ["stay-safe"], IndicatorUnit.Percent, IndicatorKind.Average, Polarity.High, Ann),
            Measure("SS2", "Children missing from home", ["stay-safe"], IndicatorUnit.Count, IndicatorKind.Cumulative, Polarity.Low, Ann),
            Measure("SS3", "Referrals answered", ["stay-safe", "be-healthy"], IndicatorUnit.Percent, IndicatorKind.Snapshot, Polarity.High, Bob),
            Measure("SS4", "Serious incidents", ["stay-safe"], IndicatorUnit.Count, IndicatorKind.Cumulative, Polarity.Low, Ann) with { Sensitive = true },
            Measure("BH1", "Healthy schools", ["be-healthy"], IndicatorUnit.Count, IndicatorKind.Snapshot, Polarity.High, Cas),
        ],
        Targets =
        [
            Goal("SS1", 75), Goal("SS2", 40), Goal("SS3", 90), Goal("BH1", 30),
        ],
        Figures =
        [
            new PlanFigure { Indicator = "SS1", Period = Period.Parse("2025-26 Q1"), Value = 66.1m },
            new PlanFigure { Indicator = "SS2", Period = Period.Parse("2025-26 Q1"), Value = 3 },
            new PlanFigure { Indicator = "SS4", Period = Period.Parse("2025-26 Q1"), Value = 17 },
        ],
    };

    private static Person Somebody(string email, string name, params Role[] roles) =>
        new() { Email = email, Name = name, Organisation = "council", JobTitles = ["Officer"], Roles = roles };

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
            Lead = Owner.Parse(Lee),
            Decimals = unit == IndicatorUnit.Count ? 0 : 1,
            Profile = kind == IndicatorKind.Cumulative ? TargetProfile.Linear : TargetProfile.Flat,
        };

    private static Target Goal(string indicator, decimal value) => new() { Indicator = indicator, Period = Year, Value = value };
}
