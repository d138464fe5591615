namespace QuarterlyCycle.Orchestrations.Calls;

/// <summary>The key of one review: one lead officer in one cycle, in parts of 75 measures from 1.</summary>
public sealed record ReviewKey(string Cycle, string Officer, int Part);

/// <summary>Tells the lead officer that the review is open (E30).</summary>
public sealed record SendReviewRequest(ReviewKey Review) : IActivityCall<Done>;

/// <summary>Reminds the lead officer two working days before corrections stop (E31), unless nothing is left to agree.</summary>
public sealed record SendReviewReminder(ReviewKey Review) : IActivityCall<Done>;

/// <summary>Lists the late figures that came since the last such mail (E33), if any; the day is the London date of the step.</summary>
public sealed record SendLateFigures(ReviewKey Review, DateOnly Day) : IActivityCall<Done>;

/// <summary>Sends a question or a figure sent back to its officer (E20, E22).</summary>
public sealed record SendChallenge(ReviewKey Review, string Measure, int Challenge) : IActivityCall<Done>;

/// <summary>Tells the lead officer that a question is answered (E32); the event's id tells one answer from the next.</summary>
public sealed record SendChallengeAnswer(ReviewKey Review, string Measure, int Challenge, string EventId) : IActivityCall<Done>;

/// <summary>Tells officers which of the agreed measures that had been questioned are now agreed (E21).</summary>
public sealed record SendAgreed(ReviewKey Review, IReadOnlyList<string> Measures, string EventId) : IActivityCall<Done>;

/// <summary>Tells the lead officer which agreements a later submission has undone (E34), if any.</summary>
public sealed record SendChangeAfterAgreement(ReviewKey Review, IReadOnlyList<string> Measures, string EventId) : IActivityCall<Done>;

/// <summary>Locks the figures of the review; open challenges will print as "Question open".</summary>
public sealed record CloseReview(ReviewKey Review) : IActivityCall<ReviewResult>;

/// <summary>Withdraws the review of a cancelled cycle.</summary>
public sealed record WithdrawReview(ReviewKey Review) : IActivityCall<Done>;

/// <summary>How a review ended.</summary>
public enum ReviewResult
{
    /// <summary>Every figure that came was agreed.</summary>
    Agreed,

    /// <summary>At least one question was open when corrections stopped.</summary>
    QuestionsOpen,

    /// <summary>At least one figure was neither agreed nor questioned.</summary>
    NotReviewed,

    /// <summary>The cycle was cancelled.</summary>
    Cancelled,
}
