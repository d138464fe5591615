using QuarterlyCycle.Domain.Calendar;

namespace QuarterlyCycle.Documents.Emails;

/// <summary>Invites to a performance clinic, or reminds of it.</summary>
public sealed record ClinicInvitationEmail : Email
{
    public required string Code { get; init; }

    public required string MeasureName { get; init; }

    /// <summary>Why the clinic was called, in words without values.</summary>
    public required string Trigger { get; init; }

    public required DateOnly HoldByDate { get; init; }

    public bool IsReminder { get; init; }

    public required string Url { get; init; }

    public override EmailPurpose Purpose => EmailPurpose.Asks;

    public override string Subject => $"{(IsReminder ? "Reminder: p" : "P")}erformance clinic on {Code} by {BritishWords.ShortDate(HoldByDate)}";

    public override string Preheader => Trigger;

    internal override EmailText Write(Letterhead letterhead) => new()
    {
        Opening = $"A performance clinic looks at {Code} and has to be held by {BritishWords.LongDate(HoldByDate)}.",
        Button = new EmailButton("See the measure", Url),
        Blocks = [new Card($"{Code} {MeasureName}", [$"Why: {Trigger}"])],
        Next = $"{letterhead.ManagerInSentence} fixes the time with you. The clinic looks at causes, milestones and actions, and its findings go to the board.",
        Because = Because.Supplies(letterhead),
    };
}

/// <summary>Asks how an action agreed at a clinic stands.</summary>
public sealed record ClinicActionEmail : Email
{
    public required string Code { get; init; }

    public required string MeasureName { get; init; }

    public required string Action { get; init; }

    public required DateOnly DueDate { get; init; }

    public required string Url { get; init; }

    public override EmailPurpose Purpose => EmailPurpose.Asks;

    public override string Subject => $"Clinic on {Code}: how does your action stand?";

    public override string Preheader => $"It was due on {BritishWords.ShortDate(DueDate)}.";

    internal override EmailText Write(Letterhead letterhead) => new()
    {
        Opening = $"Tell us how your action from the performance clinic on {Code} stands. It was due on {BritishWords.LongDate(DueDate)}.",
        Button = new EmailButton("See the clinic", Url),
        Blocks = [new Card($"{Code} {MeasureName}", [Action])],
        Next = $"tell {letterhead.ManagerInSentence}, who records it for the next report.",
        Because = Because.Supplies(letterhead),
    };
}
