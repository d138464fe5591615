using QuarterlyCycle.Domain.Submissions;
using QuarterlyCycle.Orchestrations.Events;

namespace QuarterlyCycle.App.Acts;

/// <summary>How one kind of act is checked and carried out.</summary>
public abstract class Deed
{
    /// <summary>The record of the act.</summary>
    public abstract Type ActType { get; }

    internal abstract Task<ActResult?> CheckAct(Act act, CancellationToken cancellation);

    internal abstract Task<Effect> DoAct(Act act, CancellationToken cancellation);
}

/// <summary>How one kind of act is checked and carried out. Carrying out may be repeated after a crash on any line, and then changes nothing twice.</summary>
public abstract class Deed<TAct> : Deed
    where TAct : Act
{
    /// <inheritdoc />
    public sealed override Type ActType => typeof(TAct);

    /// <summary>Why the act cannot be done, from the records as they are now; null when nothing stands against it. Changes nothing.</summary>
    protected abstract Task<ActResult?> Check(TAct act, CancellationToken cancellation);

    /// <summary>Changes the records, writes the audit entries and posts the receipts.</summary>
    protected abstract Task<Effect> Do(TAct act, CancellationToken cancellation);

    internal sealed override Task<ActResult?> CheckAct(Act act, CancellationToken cancellation) => Check((TAct)act, cancellation);

    internal sealed override Task<Effect> DoAct(Act act, CancellationToken cancellation) => Do((TAct)act, cancellation);
}

/// <summary>What an act changed: what a person can quote, and who is to be woken.</summary>
public sealed record Effect(string Reference)
{
    /// <summary>The signals to raise, in this order.</summary>
    public IReadOnlyList<Bell> Bells { get; init; } = [];

    /// <summary>What was not taken because somebody else was faster by a breath.</summary>
    public IReadOnlyList<FieldError> NotTaken { get; init; } = [];

    /// <summary>Whether a cycle waits to be started.</summary>
    public bool StartsCycle { get; init; }

    /// <summary>Whether a clinic waits to be started.</summary>
    public bool StartsClinic { get; init; }
}

/// <summary>A signal and the instance that hears it.</summary>
public sealed record Bell(string Instance, Signal Signal);
