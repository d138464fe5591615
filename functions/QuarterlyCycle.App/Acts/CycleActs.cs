namespace QuarterlyCycle.App.Acts;

/// <summary>The project manager starts a quarter.</summary>
public sealed record StartCycle : Act;

/// <summary>The project manager stops a quarter; every officer still asked is told.</summary>
public sealed record CancelCycle : Act
{
    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>The project manager closes a stage early or starts the next one now, as a new version of the timetable.</summary>
public sealed record MoveStage : Act
{
    /// <summary>What is moved.</summary>
    public required StageMove Move { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>The project manager lets a running quarter take the words of the newest plan; what is asked of whom stays.</summary>
public sealed record CorrectPlan : Act
{
    /// <summary>The version of the plan that the project manager looked at.</summary>
    public required int Version { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>The ways in which a project manager may move a stage.</summary>
public enum StageMove
{
    /// <summary>Answers stop now.</summary>
    CloseCollection,

    /// <summary>Corrections stop now.</summary>
    CloseReview,

    /// <summary>The outcome groups' packs are built now.</summary>
    StartCollation,

    /// <summary>The board pack is built now.</summary>
    StartBoardPack,
}

/// <summary>The project manager sends a reminder now to officers who still owe figures.</summary>
public sealed record SendReminderNow : Act
{
    /// <summary>The officers.</summary>
    public required IReadOnlyList<string> Officers { get; init; }
}

/// <summary>An officer, or the project manager for one, gets a new link; the earlier one stops working.</summary>
public sealed record RenewLink : Act
{
    /// <summary>The officer whose link it is.</summary>
    public required string Officer { get; init; }
}
