using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using QuarterlyCycle.Orchestrations.Events;

namespace QuarterlyCycle.App.Records;

/// <summary>Where one act or message from outside stands.</summary>
public enum InboxState
{
    /// <summary>Stored; not every orchestration has been told yet.</summary>
    Received,

    /// <summary>Every orchestration that could still hear it has been told.</summary>
    Forwarded,

    /// <summary>No orchestration could hear it any more.</summary>
    TooLate,

    /// <summary>Not acted on: it failed a check.</summary>
    Rejected,
}

/// <summary>Whether one orchestration has been told.</summary>
public enum SignalState
{
    /// <summary>Not yet.</summary>
    Waiting,

    /// <summary>It was told.</summary>
    Raised,

    /// <summary>It had ended.</summary>
    Ended,
}

/// <summary>What one orchestration is to be told, and whether it was.</summary>
public sealed record InboxSignal(string Instance, string Event, string Payload, SignalState State = SignalState.Waiting)
{
    /// <summary>The signal for this orchestration.</summary>
    public static InboxSignal To(string instance, Signal signal) =>
        new(instance, signal.GetType().Name, System.Text.Json.JsonSerializer.Serialize(signal, signal.GetType(), RecordRows.Json));
}

/// <summary>One act on a page or one message from outside: stored first, then told to the orchestrations.</summary>
public sealed record InboxRow
{
    /// <summary>Where it came from, such as <c>page</c> or <c>reply</c>.</summary>
    public required string Source { get; init; }

    /// <summary>The act's id, or the SHA-256 of the provider's id or of the message.</summary>
    public required string Key { get; init; }

    /// <summary>What it is, such as <c>SubmissionReceived</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>When it arrived.</summary>
    public required DateTime ReceivedUtc { get; init; }

    /// <summary>What it says, as JSON, or the name of the file that holds it.</summary>
    public string? Payload { get; init; }

    /// <summary>Whom to tell.</summary>
    public required IReadOnlyList<InboxSignal> Signals { get; init; }

    /// <summary>Where it stands.</summary>
    public InboxState State { get; init; }

    /// <summary>Why it was rejected or came too late, in words.</summary>
    public string? Why { get; init; }

    /// <summary>Its partition: the source and two digits that spread the rows.</summary>
    [JsonIgnore]
    public string Partition => PartitionOf(Source, Key);

    /// <summary>The partition of a key from this source.</summary>
    public static string PartitionOf(string source, string key) =>
        $"{source}.{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 1))}";

    /// <summary>The key of a message that has no id fit for a key.</summary>
    public static string KeyOf(ReadOnlySpan<byte> message) => Convert.ToHexStringLower(SHA256.HashData(message));
}
