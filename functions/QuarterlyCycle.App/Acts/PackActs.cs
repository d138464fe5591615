using QuarterlyCycle.Domain.Decisions;
using QuarterlyCycle.Domain.Packs;

namespace QuarterlyCycle.App.Acts;

/// <summary>The project manager writes the summary that the body's next version prints.</summary>
public sealed record WriteSummary : Act
{
    /// <summary>The body.</summary>
    public required string Body { get; init; }

    /// <summary>The summary, a sentence a line.</summary>
    public required string Text { get; init; }
}

/// <summary>The project manager has a new draft built.</summary>
public sealed record BuildNewVersion : Act
{
    /// <summary>The body.</summary>
    public required string Body { get; init; }
}

/// <summary>The project manager issues a version.</summary>
public sealed record IssuePack : Act
{
    /// <summary>The body.</summary>
    public required string Body { get; init; }

    /// <summary>The version.</summary>
    public required int Version { get; init; }
}

/// <summary>The project manager withdraws an issued version.</summary>
public sealed record WithdrawPack : Act
{
    /// <summary>The body.</summary>
    public required string Body { get; init; }

    /// <summary>The version.</summary>
    public required int Version { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>An outcome group records what it decided.</summary>
public sealed record RecordGroupUpdate : Act
{
    /// <summary>The group.</summary>
    public required string Body { get; init; }

    /// <summary>What was said about each measure that is off target.</summary>
    public required IReadOnlyList<MeasureUpdate> Measures { get; init; }

    /// <summary>The effect on black and minority ethnic, disabled and disadvantaged children.</summary>
    public required string Equality { get; init; }

    /// <summary>The areas of concern.</summary>
    public required string AreasOfConcern { get; init; }
}

/// <summary>A chair, or the vice-chair for the chair, signs the version with this seal.</summary>
public sealed record SignPack : Act
{
    /// <summary>The body.</summary>
    public required string Body { get; init; }

    /// <summary>The version that was read.</summary>
    public required int Version { get; init; }

    /// <summary>Its seal, as the page showed it.</summary>
    public required string Seal { get; init; }
}

/// <summary>A chair sends a version back.</summary>
public sealed record SendPackBack : Act
{
    /// <summary>The body.</summary>
    public required string Body { get; init; }

    /// <summary>The version that was read.</summary>
    public required int Version { get; init; }

    /// <summary>Where, such as "3.2", or null.</summary>
    public string? Paragraph { get; init; }

    /// <summary>What needs changing.</summary>
    public required string Comment { get; init; }
}

/// <summary>The secretary records the board's decisions.</summary>
public sealed record RecordDecisions : Act
{
    /// <summary>The board.</summary>
    public required string Body { get; init; }

    /// <summary>The day of the meeting.</summary>
    public required DateOnly MeetingOn { get; init; }

    /// <summary>The decisions, one for each recommendation or measure looked at.</summary>
    public required IReadOnlyList<DecisionForm> Decisions { get; init; }
}

/// <summary>One decision as it is recorded.</summary>
public sealed record DecisionForm(DecisionOutcome Outcome, string? Recommendation, string Text, string? About, string? Owner, DateOnly? DueDate);

/// <summary>The project manager marks a decision done or dropped.</summary>
public sealed record UpdateDecision : Act
{
    /// <summary>The decision's number in its cycle.</summary>
    public required int Number { get; init; }

    /// <summary>Where it stands now.</summary>
    public required DecisionState State { get; init; }
}
