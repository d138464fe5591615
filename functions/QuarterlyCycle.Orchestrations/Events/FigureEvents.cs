namespace QuarterlyCycle.Orchestrations.Events;

/// <summary>Answers or corrections to these measures are stored.</summary>
public sealed record SubmissionReceived(string Id, DateTime AtUtc, string By, IReadOnlyList<string> Measures) : Signal(Id, AtUtc, By);

/// <summary>More time is given for these measures; the instant at which answers stop moves only if the project manager granted it.</summary>
public sealed record ExtensionGranted(string Id, DateTime AtUtc, string By, IReadOnlyList<string> Measures, DateTime DueUtc, DateTime AnswersStopUtc)
    : Signal(Id, AtUtc, By);

/// <summary>A question about one figure is stored, or the figure is sent back.</summary>
public sealed record ChallengeRaised(string Id, DateTime AtUtc, string By, string Measure, int Challenge) : Signal(Id, AtUtc, By);

/// <summary>The officer has answered a question.</summary>
public sealed record ChallengeAnswered(string Id, DateTime AtUtc, string By, string Measure, int Challenge) : Signal(Id, AtUtc, By);

/// <summary>These figures are agreed.</summary>
public sealed record FigureAgreed(string Id, DateTime AtUtc, string By, IReadOnlyList<string> Measures) : Signal(Id, AtUtc, By);

/// <summary>A figure that a pack has printed is revised.</summary>
public sealed record FigureRevised(string Id, DateTime AtUtc, string By, string Measure) : Signal(Id, AtUtc, By);
