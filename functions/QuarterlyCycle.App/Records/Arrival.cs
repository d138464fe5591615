namespace QuarterlyCycle.App.Records;

/// <summary>What is done with one kind of row that came from outside, once it is stored. It may run more than once for the same row.</summary>
public abstract class Arrival
{
    /// <summary>The rows that it takes.</summary>
    public abstract string Kind { get; }

    /// <summary>Does what the row asks for; the answer says why nothing can be done for it, or is null.</summary>
    public abstract Task<string?> Take(InboxRow row, CancellationToken cancellation);
}
