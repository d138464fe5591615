using QuarterlyCycle.App.Cycles;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.Clinics;
using QuarterlyCycle.Domain.Cycles;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Disclosure;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Submissions;
using QuarterlyCycle.Domain.Timetables;

namespace QuarterlyCycle.App.Packs;

/// <summary>Everything that the packs of one quarter are written from, as the records stood at one instant.</summary>
public sealed record QuarterFacts
{
    public required Cycle Cycle { get; init; }

    public required Quarter Quarter { get; init; }

    public required Plan Plan { get; init; }

    public required Timetable Timetable { get; init; }

    public required DateTime AtUtc { get; init; }

    public required IReadOnlyDictionary<string, Officer> PeopleByNumber { get; init; }

    /// <summary>What is asked this quarter, by code.</summary>
    public required IReadOnlyDictionary<string, RequestedFigure> Requested { get; init; }

    /// <summary>The submissions in force, by code.</summary>
    public required IReadOnlyDictionary<string, Submission> Submissions { get; init; }

    /// <summary>The milestones that an earlier quarter's answer ended, by code; they are not asked again.</summary>
    public required IReadOnlyDictionary<string, FinishedMilestone> Finished { get; init; }

    /// <summary>What is known of each measure up to this quarter, by code.</summary>
    public required IReadOnlyDictionary<string, IndicatorHistory> Histories { get; init; }

    public required ILookup<string, Challenge> Challenges { get; init; }

    /// <summary>Every attempt to get each officer's figures, by officer.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<ChasingLine>> Chasing { get; init; }

    public required IReadOnlyList<Extension> Extensions { get; init; }

    public required IReadOnlyList<Clinic> Clinics { get; init; }

    /// <summary>What the public editions hide, over all bodies, and by which rule.</summary>
    public required DisclosureTable Disclosure { get; init; }

    public SmallNumbers SmallNumbers => SmallNumbers.Of(Plan.Partnership);

    public bool WasAsked(string code) => Requested.ContainsKey(code);

    /// <summary>Whether nobody supplied it: answers to it stopped, or stand open, without one.</summary>
    public bool IsMissing(string code) =>
        Requested.TryGetValue(code, out RequestedFigure? figure) && (figure.IsOutstanding || figure.Status == FigureStatus.NotSupplied);

    /// <summary>Whether a question on it is open, or was when corrections stopped.</summary>
    public bool IsQuestionOpen(string code) => Challenges[code].Any(challenge => challenge.State is ChallengeState.Open or ChallengeState.LeftOpen);
}
