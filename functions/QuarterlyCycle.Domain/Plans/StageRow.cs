namespace QuarterlyCycle.Domain.Plans;

/// <summary>A stage of the quarter, as the sheet <c>stages</c> names it.</summary>
public enum StageName
{
    /// <summary>Officers answer.</summary>
    Collect,

    /// <summary>Late answers are still taken.</summary>
    LateAnswers,

    /// <summary>Lead officers review and challenge.</summary>
    Review,

    /// <summary>Packs are put together and papers go out.</summary>
    Collate,

    /// <summary>Outcome groups meet.</summary>
    Meet,

    /// <summary>Chairs sign.</summary>
    SignOff,

    /// <summary>The board's pack and its decisions.</summary>
    Board,
}

/// <summary>A stage of a template: who works between which working days of the cycle.</summary>
public sealed record StageRow
{
    /// <summary>The template it belongs to.</summary>
    public required string Template { get; init; }

    /// <summary>The stage.</summary>
    public required StageName Stage { get; init; }

    /// <summary>Who works in it, in words.</summary>
    public required string Role { get; init; }

    /// <summary>The first working day of the cycle on which it is open.</summary>
    public required int OpensDay { get; init; }

    /// <summary>The last working day of the cycle on which it is open.</summary>
    public required int ClosesDay { get; init; }

    /// <summary>The time in London at which it closes.</summary>
    public TimeOnly ClosesAt { get; init; } = new(17, 0);
}

/// <summary>What an override of the calendar does.</summary>
public enum CalendarOverrideKind
{
    /// <summary>A bank holiday that the rules do not know.</summary>
    Holiday,

    /// <summary>A day on which work goes on in spite of the rules.</summary>
    WorkingDay,

    /// <summary>A local closure.</summary>
    Closure,
}

/// <summary>A day on which the calendar differs from its rules.</summary>
public sealed record CalendarOverride(DateOnly Date, CalendarOverrideKind Kind, string Reason);

/// <summary>What an alias stands for.</summary>
public enum AliasKind
{
    /// <summary>A person's name; it means an e-mail address.</summary>
    Person,

    /// <summary>A code of an action, deliverable or measure.</summary>
    Code,

    /// <summary>An organisation's name; it means its code.</summary>
    Organisation,

    /// <summary>A body's name; it means its code.</summary>
    Body,
}

/// <summary>A spelling that a person has confirmed to mean something else.</summary>
public sealed record Alias(AliasKind Kind, string AsWritten, string Means, string? ConfirmedBy, DateOnly? ConfirmedOn);
