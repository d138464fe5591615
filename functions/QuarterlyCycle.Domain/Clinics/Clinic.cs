namespace QuarterlyCycle.Domain.Clinics;

/// <summary>A performance clinic for one measure, from its trigger to the report back.</summary>
public sealed record Clinic
{
    /// <summary>The clinic's code, such as <c>2008-09-Q2.SS3a</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The cycle in which it was suggested.</summary>
    public required string Cycle { get; init; }

    /// <summary>The measure.</summary>
    public required string Measure { get; init; }

    /// <summary>Why it was suggested, in words.</summary>
    public required string Trigger { get; init; }

    /// <summary>Where it stands.</summary>
    public required ClinicState State { get; init; }

    /// <summary>Why it was declined, or null.</summary>
    public string? DeclinedBecause { get; init; }

    /// <summary>The day by which it is to be held, or null.</summary>
    public DateOnly? HoldByDate { get; init; }

    /// <summary>The day on which it was held, or null.</summary>
    public DateOnly? HeldOn { get; init; }

    /// <summary>What it found, or null.</summary>
    public string? Findings { get; init; }

    /// <summary>What is to be done.</summary>
    public IReadOnlyList<ClinicAction> Actions { get; init; } = [];
}

/// <summary>An action agreed by a clinic.</summary>
public sealed record ClinicAction(string Text, string Owner, DateOnly DueDate);

/// <summary>Where a clinic stands.</summary>
public enum ClinicState
{
    /// <summary>A trigger fired.</summary>
    Suggested,

    /// <summary>The project manager declined it, with a reason.</summary>
    Declined,

    /// <summary>The project manager called it.</summary>
    Called,

    /// <summary>It was held.</summary>
    Held,

    /// <summary>Its findings are reported to the board.</summary>
    Reported,

    /// <summary>It is closed.</summary>
    Closed,
}
