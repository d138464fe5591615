using QuarterlyCycle.Domain.Calendar;

namespace QuarterlyCycle.Domain.Plans;

/// <summary>What a plan calls the thing at the top of its golden thread.</summary>
public enum PriorityKind
{
    /// <summary>A theme.</summary>
    Theme,

    /// <summary>An outcome.</summary>
    Outcome,

    /// <summary>A priority.</summary>
    Priority,

    /// <summary>An aspiration.</summary>
    Aspiration,

    /// <summary>A principle.</summary>
    Principle,

    /// <summary>A strategic outcome.</summary>
    StrategicOutcome,

    /// <summary>A concern that crosses the outcomes.</summary>
    CrossCutting,

    /// <summary>A "big thing".</summary>
    BigThing,
}

/// <summary>The top of the golden thread: a theme, outcome, priority, aspiration or principle.</summary>
public sealed record Priority(string Code, PriorityKind Kind, string Text)
{
    /// <summary>The code of the body to which it belongs, if to one.</summary>
    public string? Body { get; init; }

    /// <summary>The code of the priority above it.</summary>
    public string? Parent { get; init; }

    /// <summary>Whether it is an area of focus.</summary>
    public bool AreaOfFocus { get; init; }

    /// <summary>Whether young people chose it.</summary>
    public bool YoungPeoples { get; init; }
}

/// <summary>An action that serves priorities and belongs to one or more bodies.</summary>
public sealed record KeyAction
{
    /// <summary>The code, such as <c>SS1</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The action in the plan's words.</summary>
    public required string Text { get; init; }

    /// <summary>The codes of the bodies it belongs to.</summary>
    public required IReadOnlyList<string> Bodies { get; init; }

    /// <summary>The codes of the priorities it serves.</summary>
    public IReadOnlyList<string> Priorities { get; init; } = [];

    /// <summary>The heading under which the plan groups it.</summary>
    public string? GroupHeading { get; init; }

    /// <summary>Who leads on it strategically.</summary>
    public Owner? StrategicLead { get; init; }

    /// <summary>Who leads on it.</summary>
    public IReadOnlyList<Owner> Leads { get; init; } = [];

    /// <summary>Partners, as the plan names them.</summary>
    public IReadOnlyList<string> Partners { get; init; } = [];

    /// <summary>Other plans it is linked to.</summary>
    public IReadOnlyList<string> LinkedPlans { get; init; } = [];

    /// <summary>Resources, verbatim; nothing is added up.</summary>
    public string? ResourceText { get; init; }

    /// <summary>The plan's own commentary.</summary>
    public string? Commentary { get; init; }
}

/// <summary>What an action promises by a date.</summary>
public enum DeliverableKind
{
    /// <summary>A measurable promise.</summary>
    Target,

    /// <summary>Done or not done by a date.</summary>
    Milestone,

    /// <summary>Work that goes on; not asked about unless the plan says so.</summary>
    Activity,
}

/// <summary>How far a deliverable has come.</summary>
public enum DeliverableState
{
    /// <summary>Not started.</summary>
    NotStarted,

    /// <summary>On track.</summary>
    OnTrack,

    /// <summary>Behind.</summary>
    Behind,

    /// <summary>Done; not asked about again.</summary>
    Done,

    /// <summary>Stopped; not asked about again.</summary>
    Stopped,
}

/// <summary>What an action promises by a date: a target, a milestone or an activity.</summary>
public sealed record Deliverable
{
    /// <summary>The code, such as <c>SS4b</c>.</summary>
    public required string Code { get; init; }

    /// <summary>What kind of promise it is.</summary>
    public required DeliverableKind Kind { get; init; }

    /// <summary>The promise in the plan's words.</summary>
    public required string Text { get; init; }

    /// <summary>The year of the plan in which it stands.</summary>
    public required Period PlanYear { get; init; }

    /// <summary>The code of the key action it belongs to.</summary>
    public string? Action { get; init; }

    /// <summary>The date by which it is promised.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>The date in the plan's words.</summary>
    public string? DueText { get; init; }

    /// <summary>The target in the plan's words.</summary>
    public string? TargetText { get; init; }

    /// <summary>The code of the measure that is asked instead.</summary>
    public string? Indicator { get; init; }

    /// <summary>Who leads on it strategically.</summary>
    public Owner? StrategicLead { get; init; }

    /// <summary>Who leads on it; the first is asked.</summary>
    public IReadOnlyList<Owner> Leads { get; init; } = [];

    /// <summary>Whether progress is asked each quarter; activities only if the plan says so.</summary>
    public bool Ask { get; init; } = true;

    /// <summary>How far it has come, if the plan says.</summary>
    public DeliverableState? State { get; init; }

    /// <summary>The code of the deliverable that is asked once for both.</summary>
    public string? SameAs { get; init; }
}
