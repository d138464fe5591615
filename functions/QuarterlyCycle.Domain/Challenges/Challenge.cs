namespace QuarterlyCycle.Domain.Challenges;

/// <summary>A question about one figure, with its thread; it unlocks that one figure for its officer.</summary>
public sealed record Challenge
{
    /// <summary>The cycle's code.</summary>
    public required string Cycle { get; init; }

    /// <summary>The code of the measure or milestone.</summary>
    public required string Code { get; init; }

    /// <summary>1 for the first challenge of this figure in the cycle.</summary>
    public required int Number { get; init; }

    /// <summary>The id of the act that raised it.</summary>
    public required string ActId { get; init; }

    /// <summary>The number of the officer on whose review list the figure stands.</summary>
    public required string Reviewer { get; init; }

    /// <summary>Who raised it.</summary>
    public required string RaisedBy { get; init; }

    /// <summary>The number of the officer who is asked.</summary>
    public required string Officer { get; init; }

    /// <summary>The submission that it questions.</summary>
    public required int Submission { get; init; }

    /// <summary>What is asked.</summary>
    public required ChallengeReason Reason { get; init; }

    /// <summary>The question, or why the figure is sent back, in the reviewer's words.</summary>
    public required string Words { get; init; }

    /// <summary>Whether the figure is sent back to be changed, not only questioned.</summary>
    public bool SentBack { get; init; }

    /// <summary>The day by which an answer is wanted.</summary>
    public required DateOnly AnswerByDate { get; init; }

    /// <summary>When it was raised.</summary>
    public required DateTime RaisedUtc { get; init; }

    /// <summary>Where it stands.</summary>
    public required ChallengeState State { get; init; }

    /// <summary>The answer in the officer's words, or null.</summary>
    public string? Answer { get; init; }

    /// <summary>Who answered, or null.</summary>
    public string? AnsweredBy { get; init; }

    /// <summary>When it was answered or corrected, or null.</summary>
    public DateTime? AnsweredUtc { get; init; }

    /// <summary>When it was closed by agreement or by the end of corrections, or null.</summary>
    public DateTime? ClosedUtc { get; init; }
}

/// <summary>What a challenge asks.</summary>
public enum ChallengeReason
{
    /// <summary>Whether the figure is for the right period.</summary>
    Period,

    /// <summary>Whether the decimal point is right.</summary>
    DecimalPoint,

    /// <summary>Whether the definition was kept.</summary>
    Definition,

    /// <summary>What explains the figure.</summary>
    WhatExplainsIt,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>Where a challenge stands.</summary>
public enum ChallengeState
{
    /// <summary>Nobody has answered.</summary>
    Open,

    /// <summary>The officer says that the figure is right, with a reason.</summary>
    Answered,

    /// <summary>The officer has corrected the figure.</summary>
    Corrected,

    /// <summary>The reviewer has agreed the figure.</summary>
    Closed,

    /// <summary>It was open when corrections stopped: the pack prints "Question open".</summary>
    LeftOpen,
}
