using QuarterlyCycle.Domain.Calendar;

namespace QuarterlyCycle.Documents.Emails;

/// <summary>Tells an officer who was asked that the quarter is cancelled.</summary>
public sealed record CycleCancelledEmail : Email
{
    public required Quarter Quarter { get; init; }

    public required string CancelledBy { get; init; }

    public required string Reason { get; init; }

    public override string Subject => $"{EmailWords.Title(Quarter)} figures: you do not need to send them";

    public override string Preheader => "The quarter is cancelled.";

    internal override EmailText Write(Letterhead letterhead) => new()
    {
        Opening = $"{CancelledBy} has cancelled {EmailWords.Name(Quarter)}, so you do not need to send any more figures for it.",
        Blocks = [new Paragraph($"Reason: {EmailWords.Sentence(Reason)}"), new Paragraph("What you have already sent is kept.")],
        Next = "nothing more comes from us about this quarter.",
        Because = Because.Supplies(letterhead),
    };
}
