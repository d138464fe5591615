namespace QuarterlyCycle.App.Mail;

/// <summary>What a mail system tells about a message that it took.</summary>
public enum DeliveryKind
{
    /// <summary>The recipient's mail system took it.</summary>
    Delivered,

    /// <summary>The recipient's mail system was not ready (4.x.x); it is sent once more.</summary>
    NotReady,

    /// <summary>The recipient's mail system refused it for good (5.x.x).</summary>
    Bounced,

    /// <summary>The sending mail system did not try, for example because the address is suppressed.</summary>
    Dropped,
}

/// <summary>One such message about a message.</summary>
public sealed record DeliveryEvent(DeliveryKind Kind, string? MessageId = null, string? Why = null);
