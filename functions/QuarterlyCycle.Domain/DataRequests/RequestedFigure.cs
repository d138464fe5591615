using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.Submissions;
using QuarterlyCycle.Domain.Timetables;

namespace QuarterlyCycle.Domain.DataRequests;

/// <summary>One measure or milestone asked of one officer for one quarter.</summary>
public sealed record RequestedFigure
{
    /// <summary>The cycle's code.</summary>
    public required string Cycle { get; init; }

    /// <summary>The code of the measure or milestone.</summary>
    public required string Code { get; init; }

    /// <summary>Whether it is a milestone, answered by its state and not by a number.</summary>
    public required bool IsMilestone { get; init; }

    /// <summary>The number of the officer who is asked.</summary>
    public required string Officer { get; init; }

    /// <summary>The number of the officer who reviews.</summary>
    public required string Reviewer { get; init; }

    /// <summary>The part of the reviewer's list, from 1, at most 75 measures each.</summary>
    public required int ReviewPart { get; init; }

    /// <summary>The chunk of the data request.</summary>
    public required int Chunk { get; init; }

    /// <summary>The codes of the bodies whose packs print it.</summary>
    public required IReadOnlyList<string> Bodies { get; init; }

    /// <summary>Where it stands; whether it is overdue follows from the date.</summary>
    public required FigureStatus Status { get; init; }

    /// <summary>The time given beyond the timetable, or null.</summary>
    public MoreTime? MoreTime { get; init; }

    /// <summary>What is saved and not sent, or null.</summary>
    public SubmissionForm? Draft { get; init; }

    /// <summary>The number of the submission in force, from 1, or null.</summary>
    public int? Submission { get; init; }

    /// <summary>Who sent the submission in force, or null.</summary>
    public string? SentBy { get; init; }

    /// <summary>When the first answer came, or null.</summary>
    public DateTime? AnsweredUtc { get; init; }

    /// <summary>Whether the first answer came after the due instant.</summary>
    public bool Late { get; init; }

    /// <summary>Whether a query fired on the submission in force.</summary>
    public bool Queried { get; init; }

    /// <summary>Who agreed it last, or null; a correction undoes the agreement and leaves the name.</summary>
    public string? AgreedBy { get; init; }

    /// <summary>The id of the act by which it was agreed last, or null.</summary>
    public string? AgreedIn { get; init; }

    /// <summary>The submission that was agreed last, or null.</summary>
    public int? AgreedSubmission { get; init; }

    /// <summary>Whether an agreement was undone by a later submission.</summary>
    public bool LostItsAgreement => AgreedSubmission is not null && Status != FigureStatus.Agreed;

    /// <summary>The number of the challenge that is open, or null.</summary>
    public int? OpenChallenge { get; init; }

    /// <summary>How many challenges there were.</summary>
    public int Challenges { get; init; }

    /// <summary>When it was revised last after corrections had stopped, or null.</summary>
    public DateTime? RevisedUtc { get; init; }

    /// <summary>Whether the review has locked it.</summary>
    public bool Locked { get; init; }

    /// <summary>Whether an answer is still owed.</summary>
    public bool IsOutstanding => Status is FigureStatus.NotStarted or FigureStatus.InProgress;

    /// <summary>Whether it is in, and neither agreed nor back with its officer.</summary>
    public bool WaitsForReview => Status is FigureStatus.Sent or FigureStatus.NoFigureGiven;

    /// <summary>When answers to it stop: by the timetable in force, or later where the project manager gave more time.</summary>
    public DateTime AnswersStopUtc(Timetable timetable) => Later(timetable.AnswersStopUtc, MoreTime?.AnswersStopUtc);

    /// <summary>When it is due: by the timetable in force, or later where more time was given, and never after answers stop.</summary>
    public DateTime DueUtc(Timetable timetable)
    {
        DateTime due = Later(timetable.DueUtc, MoreTime?.DueUtc);
        DateTime stop = AnswersStopUtc(timetable);
        return due < stop ? due : stop;
    }

    /// <summary>When corrections to it stop: with the others, or with the more time that the project manager gave.</summary>
    public DateTime CorrectionsStopUtc(Timetable timetable) => Later(timetable.CorrectionsStopUtc, MoreTime?.AnswersStopUtc);

    /// <summary>Whether it is owed and its due instant has passed.</summary>
    public bool IsOverdue(Timetable timetable, DateTime nowUtc) => IsOutstanding && nowUtc > DueUtc(timetable);

    private static DateTime Later(DateTime planned, DateTime? given) => given is { } instant && instant > planned ? instant : planned;
}

/// <summary>More time for one figure; answers stop later only if the project manager gave that too.</summary>
public sealed record MoreTime(DateTime DueUtc, DateTime? AnswersStopUtc);
