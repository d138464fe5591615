using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.App.Acts;

/// <summary>An act as it is stored, before anything is changed.</summary>
public sealed record ActRow
{
    public required string Id { get; init; }

    /// <summary>The name of the act's record.</summary>
    public required string Kind { get; init; }

    public required DateTime ReceivedUtc { get; init; }

    /// <summary>The act as JSON, or null when it stands in <see cref="File"/>.</summary>
    public string? Payload { get; init; }

    /// <summary>The file of an act that is too long for a row.</summary>
    public string? File { get; init; }

    /// <summary>Whether everything it changes is changed, and its signals are in the inbox.</summary>
    public bool IsDone { get; init; }

    public string? Reference { get; init; }

    public IReadOnlyList<FieldError> NotTaken { get; init; } = [];
}
