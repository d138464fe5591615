using QuarterlyCycle.Domain.Calendar;

namespace QuarterlyCycle.Domain.Plans;

/// <summary>A meeting that people have fixed; no rule moves it.</summary>
public sealed record Meeting
{
    /// <summary>The code of the body that meets.</summary>
    public required string Body { get; init; }

    /// <summary>The day.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The time in London.</summary>
    public TimeOnly? Time { get; init; }

    /// <summary>The quarter it is about.</summary>
    public Period? Cycle { get; init; }

    /// <summary>Whether the public may attend, and so whether clear days apply.</summary>
    public bool Public { get; init; } = true;

    /// <summary>Where it is held.</summary>
    public string? Place { get; init; }
}

/// <summary>What a body did with what was put to it.</summary>
public enum PlanDecisionOutcome
{
    /// <summary>Agreed.</summary>
    Agreed,

    /// <summary>Agreed with changes.</summary>
    Amended,

    /// <summary>Put off.</summary>
    Deferred,

    /// <summary>Noted.</summary>
    Noted,

    /// <summary>Rejected.</summary>
    Rejected,
}

/// <summary>Whether a decision still needs following up.</summary>
public enum PlanDecisionState
{
    /// <summary>Returns on the next quarter's request and pack.</summary>
    Open,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Dropped.</summary>
    Dropped,
}

/// <summary>A decision taken before the service stood, which the service follows up.</summary>
public sealed record PlanDecision
{
    /// <summary>The decision's code.</summary>
    public required string Code { get; init; }

    /// <summary>The code of the body that decided.</summary>
    public required string Body { get; init; }

    /// <summary>The day of the meeting.</summary>
    public required DateOnly Meeting { get; init; }

    /// <summary>What the body did.</summary>
    public required PlanDecisionOutcome Outcome { get; init; }

    /// <summary>The decision in its words.</summary>
    public required string Text { get; init; }

    /// <summary>The code of what it is about.</summary>
    public string? About { get; init; }

    /// <summary>Who follows it up.</summary>
    public Owner? Owner { get; init; }

    /// <summary>By when.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Whether it still needs following up.</summary>
    public PlanDecisionState State { get; init; }
}

/// <summary>Where a clinic in the plan stands.</summary>
public enum PlanClinicState
{
    /// <summary>Suggested by a trigger.</summary>
    Suggested,

    /// <summary>Called.</summary>
    Called,

    /// <summary>Declined with a reason.</summary>
    Declined,

    /// <summary>Held.</summary>
    Held,

    /// <summary>Reported to the board.</summary>
    Reported,

    /// <summary>Closed.</summary>
    Closed,
}

/// <summary>A performance clinic that was under way before the service stood.</summary>
public sealed record PlanClinic
{
    /// <summary>The clinic's code.</summary>
    public required string Code { get; init; }

    /// <summary>The code of the measure it is about.</summary>
    public required string Indicator { get; init; }

    /// <summary>What brought it about.</summary>
    public required string Trigger { get; init; }

    /// <summary>When it was called.</summary>
    public DateOnly? CalledOn { get; init; }

    /// <summary>When it was held.</summary>
    public DateOnly? HeldOn { get; init; }

    /// <summary>What it found.</summary>
    public string? Findings { get; init; }

    /// <summary>What is to be done.</summary>
    public string? Actions { get; init; }

    /// <summary>The code of the body that is reported to.</summary>
    public string? ReportTo { get; init; }

    /// <summary>By when it is reported.</summary>
    public DateOnly? ReportBy { get; init; }

    /// <summary>Where it stands.</summary>
    public PlanClinicState State { get; init; }
}
