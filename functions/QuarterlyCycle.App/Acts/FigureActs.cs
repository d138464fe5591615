using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.App.Acts;

/// <summary>An officer sends figures; those with an error are refused together, and queries need an explanation in the form.</summary>
public sealed record SendFigures : Act
{
    /// <summary>One form for each measure that is sent.</summary>
    public required IReadOnlyList<SubmissionForm> Forms { get; init; }

    /// <summary>How they came.</summary>
    public required SubmissionRoute Route { get; init; }

    /// <summary>The officer for whom the project manager enters them, or null.</summary>
    public string? OnBehalfOf { get; init; }
}

/// <summary>An officer corrects a figure already sent.</summary>
public sealed record CorrectFigure : Act
{
    /// <summary>The new answer, whole.</summary>
    public required SubmissionForm Form { get; init; }

    /// <summary>Why it changes.</summary>
    public required CorrectionReason Reason { get; init; }

    /// <summary>How it came.</summary>
    public required SubmissionRoute Route { get; init; }
}

/// <summary>The project manager revises a figure after corrections have stopped, also of a quarter that has ended; reports already issued stay as they are.</summary>
public sealed record ReviseFigure : Act
{
    /// <summary>The new answer, whole.</summary>
    public required SubmissionForm Form { get; init; }

    /// <summary>What kind of revision it is.</summary>
    public required CorrectionReason Reason { get; init; }

    /// <summary>Why, as reports print it.</summary>
    public required string Why { get; init; }
}

/// <summary>An officer asks for more time for named measures.</summary>
public sealed record AskForMoreTime : Act
{
    /// <summary>The measures.</summary>
    public required IReadOnlyList<string> Measures { get; init; }

    /// <summary>The day by which they will come.</summary>
    public required DateOnly UntilDate { get; init; }

    /// <summary>Why.</summary>
    public required string Why { get; init; }
}

/// <summary>The project manager decides on an extension.</summary>
public sealed record DecideExtension : Act
{
    /// <summary>The extension's id.</summary>
    public required string Extension { get; init; }

    /// <summary>Whether it is given.</summary>
    public required bool Give { get; init; }

    /// <summary>Another day than the one asked for, or null.</summary>
    public DateOnly? UntilDate { get; init; }

    /// <summary>Why it is refused, or null.</summary>
    public string? Reason { get; init; }
}

/// <summary>The project manager gives more time, or reopens, without having been asked.</summary>
public sealed record GiveMoreTime : Act
{
    /// <summary>The officer.</summary>
    public required string Officer { get; init; }

    /// <summary>The measures.</summary>
    public required IReadOnlyList<string> Measures { get; init; }

    /// <summary>The new day.</summary>
    public required DateOnly UntilDate { get; init; }

    /// <summary>Why.</summary>
    public required string Why { get; init; }
}

/// <summary>A reviewer asks about a figure, or sends it back.</summary>
public sealed record RaiseChallenge : Act
{
    /// <summary>The measure.</summary>
    public required string Measure { get; init; }

    /// <summary>What is asked.</summary>
    public required ChallengeReason Reason { get; init; }

    /// <summary>The question in words.</summary>
    public required string Words { get; init; }

    /// <summary>The day by which an answer is wanted.</summary>
    public required DateOnly AnswerByDate { get; init; }

    /// <summary>Whether it is sent back to be changed.</summary>
    public bool SendBack { get; init; }
}

/// <summary>The officer says that the questioned figure is right, and why; a wrong figure is corrected by <see cref="CorrectFigure"/>.</summary>
public sealed record AnswerChallenge : Act
{
    /// <summary>The measure.</summary>
    public required string Measure { get; init; }

    /// <summary>The challenge's number.</summary>
    public required int Challenge { get; init; }

    /// <summary>The answer.</summary>
    public required string Answer { get; init; }
}

/// <summary>A reviewer agrees figures.</summary>
public sealed record AgreeFigures : Act
{
    /// <summary>The measures.</summary>
    public required IReadOnlyList<string> Measures { get; init; }

    /// <summary>The number of the submission that the page showed, by measure, so that nobody agrees a figure they have not seen; null when it is not known.</summary>
    public IReadOnlyDictionary<string, int>? Seen { get; init; }
}
