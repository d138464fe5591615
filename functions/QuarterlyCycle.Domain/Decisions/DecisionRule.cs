using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.Domain.Decisions;

/// <summary>What a board does with a recommendation, in words, and what returns next quarter.</summary>
public static class DecisionRule
{
    /// <summary>The outcome in words.</summary>
    public static string Words(DecisionOutcome outcome) => outcome switch
    {
        DecisionOutcome.Agreed => "Agreed",
        DecisionOutcome.Amended => "Amended",
        DecisionOutcome.Deferred => "Deferred",
        DecisionOutcome.Noted => "Noted",
        _ => "Rejected",
    };

    /// <summary>The state in words.</summary>
    public static string Words(DecisionState state) => state switch
    {
        DecisionState.Open => "Open",
        DecisionState.Done => "Done",
        _ => "Dropped",
    };

    /// <summary>The state in which a new decision starts: what asks nothing of anybody is done at once.</summary>
    public static DecisionState StartsAs(DecisionOutcome outcome, string? owner) => outcome switch
    {
        DecisionOutcome.Deferred => DecisionState.Open,
        DecisionOutcome.Rejected => DecisionState.Done,
        _ => string.IsNullOrWhiteSpace(owner) ? DecisionState.Done : DecisionState.Open,
    };

    /// <summary>Whether a decision returns on the next quarter's request and pack.</summary>
    public static bool Returns(Decision decision) => decision.State == DecisionState.Open;

    /// <summary>Whether a decision is past its date.</summary>
    public static bool IsOverdue(Decision decision, DateOnly today) => Returns(decision) && decision.DueDate < today;

    /// <summary>What has to be put right before a decision is recorded.</summary>
    public static IReadOnlyList<FieldError> Check(DecisionOutcome? outcome, string? text, string? owner, DateOnly? dueDate, DateOnly meetingOn)
    {
        List<FieldError> errors = [];
        if (outcome is null)
        {
            errors.Add(new FieldError("outcome", "Select what the board decided"));
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            errors.Add(new FieldError("text", "Enter the decision in the board's words"));
        }

        if (dueDate is not null && string.IsNullOrWhiteSpace(owner))
        {
            errors.Add(new FieldError("owner", "Enter who is to do it"));
        }

        if (dueDate < meetingOn)
        {
            errors.Add(new FieldError("dueDate", $"Enter a date after {Calendar.BritishWords.Date(meetingOn)}"));
        }

        return errors;
    }
}
