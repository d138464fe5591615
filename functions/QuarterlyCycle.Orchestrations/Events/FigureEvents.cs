using QuarterlyCycle.Domain.Timetables;

namespace QuarterlyCycle.Orchestrations.Events;

/// <summary>Answers or corrections to these measures are stored.</summary>
public sealed record SubmissionReceived(string Id, DateTime AtUtc, string By, IReadOnlyList<string> Measures) : Signal(Id, AtUtc, By);

/// <summary>More time is given for these measures; the instant at which answers stop moves only if the project manager granted it.</summary>
/// <param name="Id">The key of the inbox row that carried it.</param>
/// <param name="AtUtc">When the act was stored.</param>
/// <param name="By">The officer number of who acted.</param>
/// <param name="Measures">The measures that are given more time.</param>
/// <param name="DueUtc">When they are due now.</param>
/// <param name="AnswersStopUtc">When answers to them stop now.</param>
/// <param name="Chasing">The reminders before and after the new date; without them one follows when the figures become overdue.</param>
public sealed record ExtensionGranted(
    string Id,
    DateTime AtUtc,
    string By,
    IReadOnlyList<string> Measures,
    DateTime DueUtc,
    DateTime AnswersStopUtc,
    IReadOnlyList<ChasingDate>? Chasing = null)
    : Signal(Id, AtUtc, By);

/// <summary>A question about one figure is stored, or the figure is sent back.</summary>
public sealed record ChallengeRaised(string Id, DateTime AtUtc, string By, string Measure, int Challenge) : Signal(Id, AtUtc, By);

/// <summary>The officer has answered a question.</summary>
public sealed record ChallengeAnswered(string Id, DateTime AtUtc, string By, string Measure, int Challenge) : Signal(Id, AtUtc, By);

/// <summary>These figures are agreed.</summary>
public sealed record FigureAgreed(string Id, DateTime AtUtc, string By, IReadOnlyList<string> Measures) : Signal(Id, AtUtc, By);

/// <summary>A figure that a pack has printed is revised.</summary>
public sealed record FigureRevised(string Id, DateTime AtUtc, string By, string Measure) : Signal(Id, AtUtc, By);
