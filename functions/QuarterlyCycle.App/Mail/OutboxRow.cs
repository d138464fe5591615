using System.Text.Json.Serialization;

namespace QuarterlyCycle.App.Mail;

/// <summary>Where one e-mail stands.</summary>
public enum MailState
{
    /// <summary>To be sent when its time has come.</summary>
    Queued,

    /// <summary>Being written; free again when the claim has run out.</summary>
    Claimed,

    /// <summary>Handed to the mail system, which has not answered yet.</summary>
    Sending,

    /// <summary>The mail system took it.</summary>
    Accepted,

    /// <summary>The recipient's mail system took it.</summary>
    Delivered,

    /// <summary>The recipient's mail system refused it.</summary>
    Bounced,

    /// <summary>Not sent: too late, or the address is refused.</summary>
    Dropped,

    /// <summary>Not sent: when its time came nobody needed it any more.</summary>
    NotNeeded,

    /// <summary>Sent as a section of another e-mail.</summary>
    Grouped,

    /// <summary>Nobody knows whether it was sent.</summary>
    Uncertain,
}

/// <summary>One e-mail to one officer: written before it is sent, under a key that a repeat cannot change.</summary>
public sealed record OutboxRow
{
    /// <summary>The orchestration it belongs to, or another subject that gives it its place; letters, digits, - and a full stop.</summary>
    public required string Instance { get; init; }

    /// <summary>Its number in the list of e-mails, such as <c>E1</c>.</summary>
    public required string Purpose { get; init; }

    /// <summary>What tells it from others of the same purpose and instance, such as <c>1</c> or <c>m014.2</c>.</summary>
    public required string Ordinal { get; init; }

    /// <summary>The officer's number.</summary>
    public required string Recipient { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTime PostedUtc { get; init; }

    /// <summary>It is not sent earlier.</summary>
    public required DateTime NotBeforeUtc { get; init; }

    /// <summary>It is not sent later.</summary>
    public required DateTime NotAfterUtc { get; init; }

    /// <summary>The ids that it is about, by kind: cycle, measure, version.</summary>
    public IReadOnlyDictionary<string, string> Subject { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Where it stands.</summary>
    public MailState State { get; init; }

    /// <summary>How often somebody began to send it.</summary>
    public int Attempts { get; init; }

    /// <summary>Until when a claim or an unanswered sending is left alone.</summary>
    public DateTime? ClaimedUntilUtc { get; init; }

    /// <summary>When it is tried again.</summary>
    public DateTime? RetryAtUtc { get; init; }

    /// <summary>The keys of the e-mails that are sections of this one, as <c>instance/key</c>.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>The e-mail of which this one is a section, as <c>instance/key</c>.</summary>
    public string? GroupedInto { get; init; }

    /// <summary>The file that holds the message as it was sent.</summary>
    public string? MessageFile { get; init; }

    /// <summary>The SHA-256 of that file.</summary>
    public string? MessageHash { get; init; }

    /// <summary>The mail system's id of the message.</summary>
    public string? MessageId { get; init; }

    /// <summary>When the mail system took it.</summary>
    public DateTime? SentUtc { get; init; }

    /// <summary>Whether it was sent once more after the recipient's mail system was not ready.</summary>
    public bool WasRetriedAfterBounce { get; init; }

    /// <summary>Why it stands where it stands, in words.</summary>
    public string? Why { get; init; }

    /// <summary>The key in its partition.</summary>
    [JsonIgnore]
    public string Key => $"{Purpose}.{Ordinal}";

    /// <summary>The key among all e-mails; file names are made of it.</summary>
    [JsonIgnore]
    public string MailKey => $"{Instance}/{Key}";

    /// <summary>What e-mails have in common that may share a message; null when this one stands alone.</summary>
    [JsonIgnore]
    public string? Group => MailPurposes.MayBeGrouped(Purpose) ? $"{Recipient}|{NotBeforeUtc:O}" : null;

    /// <summary>Whether nothing is left to do for it.</summary>
    [JsonIgnore]
    public bool IsSettled => State is MailState.Accepted || IsFinal;

    /// <summary>Whether nothing may change it any more.</summary>
    [JsonIgnore]
    public bool IsFinal => State is MailState.Delivered or MailState.Bounced or MailState.Dropped or MailState.NotNeeded or MailState.Grouped;

    /// <summary>From when on there is something to do for it; null when it waits for the mail system or is settled.</summary>
    [JsonIgnore]
    public DateTime? DueUtc => State switch
    {
        MailState.Queued => RetryAtUtc ?? NotBeforeUtc,
        MailState.Claimed or MailState.Sending => ClaimedUntilUtc,
        _ => null,
    };
}
