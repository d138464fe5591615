namespace QuarterlyCycle.Domain.Decisions;

/// <summary>What a board decided, followed up until it is done or dropped.</summary>
public sealed record Decision
{
    /// <summary>The cycle in which it was taken.</summary>
    public required string Cycle { get; init; }

    /// <summary>1 for the first decision of the cycle.</summary>
    public required int Number { get; init; }

    /// <summary>The id of the act that recorded it.</summary>
    public required string ActId { get; init; }

    /// <summary>The board's code.</summary>
    public required string Body { get; init; }

    /// <summary>The day of the meeting.</summary>
    public required DateOnly MeetingOn { get; init; }

    /// <summary>What became of the recommendation.</summary>
    public required DecisionOutcome Outcome { get; init; }

    /// <summary>The recommendation that it answers, or null.</summary>
    public string? Recommendation { get; init; }

    /// <summary>The decision in words.</summary>
    public required string Text { get; init; }

    /// <summary>The code of the measure or action it is about, or null.</summary>
    public string? About { get; init; }

    /// <summary>Who is to do it, or null.</summary>
    public string? Owner { get; init; }

    /// <summary>By when, or null.</summary>
    public DateOnly? DueDate { get; init; }

    /// <summary>Where it stands.</summary>
    public DecisionState State { get; init; }
}

/// <summary>What became of a recommendation.</summary>
public enum DecisionOutcome
{
    /// <summary>Agreed as put.</summary>
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

/// <summary>Where a decision stands.</summary>
public enum DecisionState
{
    /// <summary>Not yet done.</summary>
    Open,

    /// <summary>Done.</summary>
    Done,

    /// <summary>No longer wanted.</summary>
    Dropped,
}
