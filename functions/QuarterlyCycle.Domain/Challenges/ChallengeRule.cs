using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.Domain.Challenges;

/// <summary>The life of a challenge: raised, answered or corrected or passed on, closed; still open when corrections stop, it is printed as open.</summary>
public static class ChallengeRule
{
    /// <summary>What a pack prints for a challenge that was left open.</summary>
    public const string QuestionOpen = "Question open";

    /// <summary>Whether a figure can be questioned: it has been sent, nothing is asked about it yet and corrections have not stopped.</summary>
    public static bool MayRaise(FigureStatus status, bool isLocked) =>
        !isLocked && status is FigureStatus.Sent or FigureStatus.Agreed or FigureStatus.NoFigureGiven;

    /// <summary>What has to be put right before a question is sent.</summary>
    public static IReadOnlyList<FieldError> CheckQuestion(ChallengeReason? reason, string? words, bool sentBack, DateOnly? answerBy, DateOnly today, DateOnly correctionsStopOn)
    {
        List<FieldError> errors = [];
        if (!sentBack && reason is null)
        {
            errors.Add(new FieldError("reason", "Select what you want to ask"));
        }

        if (string.IsNullOrWhiteSpace(words) && (sentBack || reason == ChallengeReason.Other))
        {
            errors.Add(new FieldError("words", sentBack ? "Enter what needs changing" : "Enter your question"));
        }

        if (answerBy is not { } day || day < today || day > correctionsStopOn)
        {
            errors.Add(new FieldError("answerBy", $"Enter a date from {Calendar.BritishWords.Date(today)} to {Calendar.BritishWords.Date(correctionsStopOn)}"));
        }

        return errors;
    }

    /// <summary>What has to be put right before an answer is stored.</summary>
    public static IReadOnlyList<FieldError> CheckAnswer(string? words) =>
        string.IsNullOrWhiteSpace(words) ? [new FieldError("answer", "Enter your answer")] : [];

    /// <summary>The ready question for a reason.</summary>
    public static string ReadyQuestion(ChallengeReason reason, string measure, string months) => reason switch
    {
        ChallengeReason.Period => $"Does {measure} cover {months}?",
        ChallengeReason.DecimalPoint => $"Is the decimal point of {measure} in the right place?",
        ChallengeReason.Definition => $"Was {measure} counted by the definition in the plan?",
        ChallengeReason.WhatExplainsIt => $"What explains the figure for {measure}?",
        _ => "",
    };

    /// <summary>The officer says that the figure is right, with a reason.</summary>
    public static Challenge Answer(Challenge challenge, string words, string by, DateTime atUtc) =>
        Move(challenge, ChallengeState.Answered, ChallengeState.Open) with { Answer = words, AnsweredBy = by, AnsweredUtc = atUtc };

    /// <summary>The officer has corrected the figure; an answer given before is kept.</summary>
    public static Challenge Correct(Challenge challenge, string by, DateTime atUtc) =>
        Move(challenge, ChallengeState.Corrected, ChallengeState.Open, ChallengeState.Answered) with { AnsweredBy = by, AnsweredUtc = atUtc };

    /// <summary>Somebody else is asked; the question stays open.</summary>
    public static Challenge PassOn(Challenge challenge, string officer) =>
        Move(challenge, ChallengeState.Open, ChallengeState.Open) with { Officer = officer };

    /// <summary>The reviewer agrees the figure. An open question closes too: the reviewer may find the answer alone.</summary>
    public static Challenge Close(Challenge challenge, DateTime atUtc) =>
        Move(challenge, ChallengeState.Closed, ChallengeState.Open, ChallengeState.Answered, ChallengeState.Corrected) with { ClosedUtc = atUtc };

    /// <summary>Corrections have stopped: a question that was not closed is printed as open.</summary>
    public static Challenge AtCorrectionsStop(Challenge challenge, DateTime atUtc) =>
        challenge.State is ChallengeState.Closed or ChallengeState.LeftOpen
            ? challenge
            : challenge with { State = ChallengeState.LeftOpen, ClosedUtc = atUtc };

    private static Challenge Move(Challenge challenge, ChallengeState to, params ChallengeState[] from) =>
        from.Contains(challenge.State)
            ? challenge with { State = to }
            : throw new InvalidOperationException($"Challenge {challenge.Number} of {challenge.Code} in {challenge.Cycle} is {challenge.State} and cannot become {to}.");
}
