using QuarterlyCycle.Domain.Clinics;

namespace QuarterlyCycle.App.Acts;

/// <summary>The project manager asks for a clinic on a measure that no trigger has met.</summary>
public sealed record ProposeClinic : Act
{
    /// <summary>The measure's code.</summary>
    public required string Measure { get; init; }

    /// <summary>Why, as reports print it.</summary>
    public required string Why { get; init; }
}

/// <summary>The project manager calls a suggested clinic.</summary>
public sealed record CallClinic : Act
{
    /// <summary>The clinic.</summary>
    public required string Clinic { get; init; }

    /// <summary>The day by which it is held.</summary>
    public required DateOnly HoldByDate { get; init; }
}

/// <summary>The project manager declines a suggested clinic.</summary>
public sealed record DeclineClinic : Act
{
    /// <summary>The clinic.</summary>
    public required string Clinic { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>The project manager records what a clinic found.</summary>
public sealed record RecordClinic : Act
{
    /// <summary>The clinic.</summary>
    public required string Clinic { get; init; }

    /// <summary>The day it was held.</summary>
    public required DateOnly HeldOn { get; init; }

    /// <summary>The causes found.</summary>
    public required string Findings { get; init; }

    /// <summary>What is to be done.</summary>
    public required IReadOnlyList<ClinicAction> Actions { get; init; }
}

/// <summary>The project manager closes a clinic whose findings are reported.</summary>
public sealed record CloseClinic : Act
{
    /// <summary>The clinic.</summary>
    public required string Clinic { get; init; }
}
