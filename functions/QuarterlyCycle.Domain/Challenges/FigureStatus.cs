namespace QuarterlyCycle.Domain.Challenges;

/// <summary>Where one requested figure stands in its cycle.</summary>
public enum FigureStatus
{
    /// <summary>Nothing is saved.</summary>
    NotStarted,

    /// <summary>Something is saved and not sent.</summary>
    InProgress,

    /// <summary>It is with the lead officer.</summary>
    Sent,

    /// <summary>The lead officer asked about it, and it is unlocked for its officer.</summary>
    QuestionRaised,

    /// <summary>It is agreed and locked.</summary>
    Agreed,

    /// <summary>It was sent with a coded reason instead of a figure.</summary>
    NoFigureGiven,

    /// <summary>Answers stopped without it.</summary>
    NotSupplied,

    /// <summary>Nothing is asked for it this quarter.</summary>
    NotDue,

    /// <summary>Its cycle was cancelled.</summary>
    Withdrawn,
}
