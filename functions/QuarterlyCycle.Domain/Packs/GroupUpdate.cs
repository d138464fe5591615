namespace QuarterlyCycle.Domain.Packs;

/// <summary>What an outcome group decided about the quarter.</summary>
public sealed record GroupUpdate
{
    /// <summary>The cycle's code.</summary>
    public required string Cycle { get; init; }

    /// <summary>The group's code.</summary>
    public required string Body { get; init; }

    /// <summary>The id of the act that recorded it last.</summary>
    public required string Id { get; init; }

    /// <summary>Who recorded it.</summary>
    public required string By { get; init; }

    /// <summary>When.</summary>
    public required DateTime AtUtc { get; init; }

    /// <summary>What was said about each measure that is off target.</summary>
    public required IReadOnlyList<MeasureUpdate> Measures { get; init; }

    /// <summary>The effect on black and minority ethnic, disabled and disadvantaged children, or why there is no evidence.</summary>
    public required string Equality { get; init; }

    /// <summary>The areas of concern, or "None".</summary>
    public required string AreasOfConcern { get; init; }
}

/// <summary>What an outcome group said about one measure.</summary>
/// <param name="Code">The measure.</param>
/// <param name="Discussed">Whether the group discussed it.</param>
/// <param name="Action">What is being done, or empty.</param>
/// <param name="Owner">Who does it, or empty.</param>
/// <param name="DueDate">By when, or null.</param>
/// <param name="RaiseWithBoard">Whether the board is asked to look at it.</param>
public sealed record MeasureUpdate(string Code, bool Discussed, string Action, string Owner, DateOnly? DueDate, bool RaiseWithBoard);
