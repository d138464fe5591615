namespace QuarterlyCycle.Domain.Challenges;

/// <summary>The words and the tag of a figure's status; a null colour is plain text.</summary>
public sealed record FigureTag(string Words, string? Colour, bool Bold = false);

/// <summary>Where a requested figure stands, in the only words that are used for it.</summary>
public static class FigureStatusWords
{
    /// <summary>The words and tag; a figure that is still owed after its due instant is overdue.</summary>
    public static FigureTag Of(FigureStatus status, bool isPastDue = false) => status switch
    {
        FigureStatus.NotStarted or FigureStatus.InProgress when isPastDue => new FigureTag("Overdue", "red"),
        FigureStatus.NotStarted => new FigureTag("Not started", "grey"),
        FigureStatus.InProgress => new FigureTag("In progress", "light-blue"),
        FigureStatus.Sent => new FigureTag("Sent", null),
        FigureStatus.QuestionRaised => new FigureTag("Question raised", "yellow"),
        FigureStatus.Agreed => new FigureTag("Agreed", null),
        FigureStatus.NoFigureGiven => new FigureTag("No figure given", "grey"),
        FigureStatus.NotSupplied => new FigureTag("Not supplied", "grey", Bold: true),
        FigureStatus.NotDue => new FigureTag("Not due", "grey"),
        _ => new FigureTag("Withdrawn", "grey"),
    };
}
