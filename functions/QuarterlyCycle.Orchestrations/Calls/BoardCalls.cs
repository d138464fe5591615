namespace QuarterlyCycle.Orchestrations.Calls;

/// <summary>Sends the issued board pack to the board's secretary (E60) and the receipt to the project manager (E48).</summary>
public sealed record SendToSecretary(PackKey Pack, int Version) : IActivityCall<Done>;

/// <summary>Tells the secretary that a new version replaces the one before (E61).</summary>
public sealed record SendReplacement(PackKey Pack, int Version) : IActivityCall<Done>;

/// <summary>Tells the secretary not to publish this version (E62).</summary>
public sealed record SendWithdrawal(PackKey Pack, int Version) : IActivityCall<Done>;

/// <summary>Warns the secretary that sign-offs are outstanding (E63), if any are.</summary>
public sealed record WarnSecretary(PackKey Pack) : IActivityCall<Done>;

/// <summary>Asks the secretary to record the board's decisions (E64); the ordinal is 1 for the request and 2 for the reminder.</summary>
public sealed record AskForDecisions(PackKey Pack, int Ordinal) : IActivityCall<Done>;

/// <summary>Tells officers what the board said about their measures (E27).</summary>
public sealed record SendDecisions(PackKey Pack, string EventId) : IActivityCall<Done>;

/// <summary>Records at the last instant whether decisions were recorded.</summary>
public sealed record CloseBoardPack(PackKey Pack) : IActivityCall<BoardPackResult>;

/// <summary>How the board's part of the quarter ended.</summary>
public enum BoardPackResult
{
    /// <summary>The secretary recorded decisions.</summary>
    DecisionsRecorded,

    /// <summary>No decision was recorded by the last instant.</summary>
    NoDecisions,

    /// <summary>The cycle was cancelled.</summary>
    Cancelled,
}
