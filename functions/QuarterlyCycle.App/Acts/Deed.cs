using QuarterlyCycle.Domain.Submissions;
using QuarterlyCycle.Orchestrations.Events;

namespace QuarterlyCycle.App.Acts;

/// <summary>How one kind of act is checked and carried out.</summary>
public abstract class Deed
{
    /// <summary>The record of the act.</summary>
    public abstract Type ActType { get; }

    internal abstract Task<Checked> CheckAct(Act act, CancellationToken cancellation);

    internal abstract Task<Effect> DoAct(Act act, object? found, CancellationToken cancellation);

    /// <summary>Why the act cannot be done, or null, and what the check read that the doing looks at as well.</summary>
    internal sealed record Checked(ActResult? Refusal, object? Found = null);
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

    internal sealed override async Task<Checked> CheckAct(Act act, CancellationToken cancellation) => new(await Check((TAct)act, cancellation));

    internal sealed override Task<Effect> DoAct(Act act, object? found, CancellationToken cancellation) => Do((TAct)act, cancellation);
}

/// <summary>
/// A deed that is checked and carried out from one reading of the records. What it writes is held against the store as it then is, by keys that
/// are taken once and by ETags, so that an older reading loses and never overwrites. After a crash the records are read anew.
/// </summary>
public abstract class Deed<TAct, TFound> : Deed
    where TAct : Act
    where TFound : class
{
    /// <inheritdoc />
    public sealed override Type ActType => typeof(TAct);

    /// <summary>Reads what the act is about. Changes nothing.</summary>
    protected abstract Task<TFound> Look(TAct act, CancellationToken cancellation);

    /// <summary>Why the act cannot be done, from what was read; null when nothing stands against it. Changes nothing.</summary>
    protected abstract Task<ActResult?> Check(TAct act, TFound found, CancellationToken cancellation);

    /// <summary>Changes the records, writes the audit entries and posts the receipts.</summary>
    protected abstract Task<Effect> Do(TAct act, TFound found, CancellationToken cancellation);

    internal sealed override async Task<Checked> CheckAct(Act act, CancellationToken cancellation)
    {
        TFound found = await Look((TAct)act, cancellation);
        return new Checked(await Check((TAct)act, found, cancellation), found);
    }

    internal sealed override async Task<Effect> DoAct(Act act, object? found, CancellationToken cancellation) =>
        await Do((TAct)act, found as TFound ?? await Look((TAct)act, cancellation), cancellation);
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
