namespace QuarterlyCycle.Orchestrations.Calls;

/// <summary>The key of one body's packs in one cycle; the board's body is the plan's board.</summary>
public sealed record PackKey(string Cycle, string Body);

/// <summary>Builds the next draft of the body's pack and stores its files with their SHA-256; the draft's number, from 1, makes a repeat give the same version.</summary>
public sealed record BuildPack(PackKey Pack, int Draft) : IActivityCall<BuiltPack>;

/// <summary>A version of a pack, and the seal that binds a signature to it: the SHA-256 over its files' names and hashes.</summary>
public sealed record BuiltPack(int Version, string Seal);

/// <summary>Tells the project manager that a draft is ready to check (E47).</summary>
public sealed record SendDraftReady(PackKey Pack, int Version) : IActivityCall<Done>;

/// <summary>Sends the papers to the group (E50) and the receipt to the project manager (E48).</summary>
public sealed record SendPapers(PackKey Pack, int Version) : IActivityCall<Done>;

/// <summary>Asks the group to record what it decided (E51).</summary>
public sealed record AskForGroupUpdate(PackKey Pack) : IActivityCall<Done>;

/// <summary>Asks the chair to sign off this version (E52).</summary>
public sealed record AskForSignOff(PackKey Pack, int Version) : IActivityCall<Done>;

/// <summary>Asks the chair again because the version changed (E55).</summary>
public sealed record AskForSignOffAgain(PackKey Pack, int Version) : IActivityCall<Done>;

/// <summary>Reminds the chair the working day before the sign-off is due (E53), unless it is signed.</summary>
public sealed record RemindChair(PackKey Pack, int Version) : IActivityCall<Done>;

/// <summary>Asks the vice-chair to sign for the chair (E52), unless it is signed.</summary>
public sealed record AskViceChair(PackKey Pack, int Version) : IActivityCall<Done>;

/// <summary>Tells the project manager that the chair has sent the pack back (E56).</summary>
public sealed record SendPackSentBack(PackKey Pack, int Version, string EventId) : IActivityCall<Done>;

/// <summary>Sends the chair the receipt of a signature (E54).</summary>
public sealed record SendSignOffReceipt(PackKey Pack, int Version) : IActivityCall<Done>;

/// <summary>Records at the last instant whether the newest issued version carries a signature on exactly its seal.</summary>
public sealed record RecordSignOff(PackKey Pack) : IActivityCall<OutcomeGroupResult>;

/// <summary>Withdraws the packs of a cancelled cycle.</summary>
public sealed record WithdrawPacks(PackKey Pack) : IActivityCall<Done>;

/// <summary>How an outcome group's part of the quarter ended.</summary>
public enum OutcomeGroupResult
{
    /// <summary>The chair, or the vice-chair for the chair, signed the newest version.</summary>
    SignedOff,

    /// <summary>Nobody signed the newest version; it is printed as unsigned.</summary>
    NotSignedOff,

    /// <summary>The cycle was cancelled.</summary>
    Cancelled,
}
