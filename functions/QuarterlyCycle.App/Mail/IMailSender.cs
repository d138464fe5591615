namespace QuarterlyCycle.App.Mail;

/// <summary>Hands one message to a mail system and says what it answered, never by exception.</summary>
public interface IMailSender
{
    /// <summary>Whether sending the same key twice is delivered once, so that an unknown outcome may be tried again.</summary>
    bool RepeatsAreSafe { get; }

    /// <summary>Sends one message to one recipient.</summary>
    Task<SendResult> Send(OutgoingMail mail, CancellationToken cancellation = default);
}

/// <summary>A message as it will be sent.</summary>
public sealed record OutgoingMail(
    string Key,
    string FromName,
    string FromAddress,
    string ToName,
    string ToAddress,
    string Subject,
    string Text,
    string Html,
    IReadOnlyList<MailHeader> Headers,
    IReadOnlyList<MailAttachment> Attachments)
{
    /// <summary>Why no sender may send it, or null: a line break in a header would let a name from a plan add headers of its own.</summary>
    public string? WhyRefused()
    {
        string? bad = Headers.Select(header => header.Name).FirstOrDefault(name => name.Length == 0 || name.Any(character => character is <= ' ' or ':' or > '~'));
        if (bad is not null)
        {
            return $"The header name '{bad}' holds a character that header names may not hold.";
        }

        IEnumerable<string> values = [FromName, FromAddress, ToName, ToAddress, Subject, .. Headers.Select(header => header.Value)];
        return values.Any(value => value.Any(char.IsControl)) ? "A header of the message holds a line break or another control character." : null;
    }
}

/// <summary>A header of a message; neither part holds a line break.</summary>
public sealed record MailHeader(string Name, string Value);

/// <summary>A file that goes with a message.</summary>
public sealed record MailAttachment(string FileName, string ContentType, byte[] Content);

/// <summary>What became of one attempt to send.</summary>
public abstract record SendResult
{
    /// <summary>The mail system took it.</summary>
    public sealed record Accepted(string MessageId) : SendResult;

    /// <summary>It was certainly not sent and may be tried again.</summary>
    public sealed record NotSent(string Why, TimeSpan RetryAfter) : SendResult;

    /// <summary>It will never be sent to this address.</summary>
    public sealed record Refused(string Why) : SendResult;

    /// <summary>Nobody can say whether it was sent.</summary>
    public sealed record Unknown(string Why) : SendResult;
}
