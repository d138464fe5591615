namespace QuarterlyCycle.Orchestrations.Events;

/// <summary>A doorbell: something is stored, and the orchestration should look. The event's name is the record's type name.</summary>
/// <param name="Id">The key of the inbox row that carried it; a second ring with an id already seen is ignored.</param>
/// <param name="AtUtc">When the act was stored.</param>
/// <param name="By">The officer number of who acted.</param>
public abstract record Signal(string Id, DateTime AtUtc, string By);
