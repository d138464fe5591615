using QuarterlyCycle.Domain.Calendar;

namespace QuarterlyCycle.Documents.Emails;

/// <summary>A new link to a data request; the earlier one no longer works.</summary>
public sealed record NewLinkEmail : Email
{
    public required Quarter Quarter { get; init; }

    public required DateTime DueUtc { get; init; }

    public required string Url { get; init; }

    public override string Subject => $"Your new link for {EmailWords.Name(Quarter)} figures";

    public override string Preheader => "The earlier link no longer works.";

    internal override EmailText Write(Letterhead letterhead) => new()
    {
        Opening = "Use this link. The earlier one no longer works.",
        Button = new EmailButton("Send your figures", Url),
        Blocks = [new Paragraph($"Your figures are due by {EmailWords.Instant(DueUtc)}. What you saved is still there.")],
        Next = $"if you did not ask for a new link, tell {letterhead.ManagerInSentence}.",
        Because = Because.Supplies(letterhead),
    };
}

/// <summary>A link that signs one person in, once.</summary>
public sealed record SignInEmail : Email
{
    public required DateTime UntilUtc { get; init; }

    public required string Url { get; init; }

    public override string Subject => "Sign in to quarterly performance";

    public override string Preheader => "This link works once.";

    internal override EmailText Write(Letterhead letterhead) => new()
    {
        Opening = $"This link works once, until {EmailWords.Instant(UntilUtc)}. If you did not ask for it, do nothing.",
        Button = new EmailButton("Sign in", Url),
        Next = "opening the link does not sign you in; pressing the button on the page does.",
        Because = Because.WasAskedFor(letterhead),
    };
}

/// <summary>The six-digit code for somebody who has opened one of our links.</summary>
public sealed record CodeEmail : Email
{
    public required string Code { get; init; }

    public required int Minutes { get; init; }

    public override string Subject => "Your code for quarterly performance";

    public override string Preheader => "Nobody will ask you for it.";

    internal override EmailText Write(Letterhead letterhead) => new()
    {
        Opening = $"Enter {Code} within {EmailWords.Count(Minutes, "minute")}. Nobody will ask you for it.",
        Next = "if you did not ask for a code, do nothing.",
        Because = Because.OpenedALink(letterhead),
    };
}
