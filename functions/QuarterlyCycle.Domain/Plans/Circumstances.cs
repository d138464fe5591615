namespace QuarterlyCycle.Domain.Plans;

/// <summary>What something in the plan depends on.</summary>
public enum DependsOnKind
{
    /// <summary>Another priority.</summary>
    Priority,

    /// <summary>A measure.</summary>
    Indicator,

    /// <summary>A policy.</summary>
    Policy,

    /// <summary>Another plan.</summary>
    Plan,

    /// <summary>A strategy.</summary>
    Strategy,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>A dependency of an action, measure or priority.</summary>
public sealed record Dependency(string About, string On, DependsOnKind OnKind, string? Responsible, string? Arrangement, bool Critical);

/// <summary>A risk, in prose; scores only where the plan gives them.</summary>
public sealed record Risk
{
    /// <summary>The code of what is at risk.</summary>
    public required string About { get; init; }

    /// <summary>The risk in the plan's words.</summary>
    public required string Text { get; init; }

    /// <summary>The impact in the plan's words.</summary>
    public string? Impact { get; init; }

    /// <summary>The likelihood in the plan's words.</summary>
    public string? Likelihood { get; init; }

    /// <summary>The impact, 1 to 5.</summary>
    public int? ImpactScore { get; init; }

    /// <summary>The likelihood, 1 to 5.</summary>
    public int? LikelihoodScore { get; init; }

    /// <summary>How it is managed.</summary>
    public string? HowManaged { get; init; }

    /// <summary>Who manages it.</summary>
    public Owner? Owner { get; init; }

    /// <summary>When it is looked at again.</summary>
    public DateOnly? ReviewOn { get; init; }
}

/// <summary>How far an equality impact assessment has come.</summary>
public enum EqualityAssessment
{
    /// <summary>Not needed.</summary>
    NotNeeded,

    /// <summary>Not started.</summary>
    NotStarted,

    /// <summary>In progress.</summary>
    InProgress,

    /// <summary>Done.</summary>
    Done,
}

/// <summary>An equality statement about an action, measure or body, with its impact assessment.</summary>
public sealed record EqualityStatement(string About, string Statement, EqualityAssessment? Assessment, DateOnly? AssessmentDue, Owner? Owner);

/// <summary>A heading of implications that a body's reports carry.</summary>
public sealed record Implication(string Body, string Heading, int Order, string? StandingText, bool Required);

/// <summary>A line of a board's own business plan.</summary>
public sealed record BusinessPlanLine
{
    /// <summary>The code, such as <c>BP7</c>: its place among the lines, which the sheet does not write.</summary>
    public required string Code { get; init; }

    /// <summary>The section it stands in.</summary>
    public required string Section { get; init; }

    /// <summary>The work.</summary>
    public required string Activity { get; init; }

    /// <summary>The target in the plan's words.</summary>
    public string? Target { get; init; }

    /// <summary>Who is responsible.</summary>
    public IReadOnlyList<Owner> Responsible { get; init; } = [];

    /// <summary>How success will be known.</summary>
    public string? SuccessText { get; init; }

    /// <summary>The code of the measure that shows it.</summary>
    public string? Indicator { get; init; }

    /// <summary>The date by which it is promised.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>The date in the plan's words.</summary>
    public string? DueText { get; init; }

    /// <summary>How far it has come, if the plan says.</summary>
    public DeliverableState? State { get; init; }

    /// <summary>Whether young people asked for it.</summary>
    public bool YoungPeoples { get; init; }
}

/// <summary>Standing text of a body's reports: a section, or a line of the report's front block where the heading is the name of one.</summary>
public sealed record ReportSection(string Body, int Order, string Heading, string? Text);
