namespace QuarterlyCycle.Domain.Packs;

/// <summary>The summary that the project manager wrote for a body's next version.</summary>
/// <param name="Cycle">The cycle's code.</param>
/// <param name="Body">The body's code.</param>
/// <param name="Text">The summary, a sentence a line.</param>
/// <param name="By">The number of who wrote it.</param>
/// <param name="AtUtc">When.</param>
public sealed record PackSummary(string Cycle, string Body, string Text, string By, DateTime AtUtc);
