using System.Text.Json;
using System.Text.Json.Serialization;
using QuarterlyCycle.App.Mail;

namespace QuarterlyCycle.Functions.SendGrid;

/// <summary>Reads what SendGrid posts about messages that it took: a list of events, of which some settle an e-mail.</summary>
internal static class DeliveryEvents
{
    /// <summary>The custom argument under which a message carries the key of its e-mail; SendGrid repeats it on every event.</summary>
    public const string MailKey = "mail_key";

    private const int LongestId = 500;

    /// <summary>The reports, or null when the body is no list of events.</summary>
    public static IReadOnlyList<DeliveryReport>? Read(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize<Posted[]>(body) is { } events ? [.. events.Select(Report).OfType<DeliveryReport>()] : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Ids of SendGrid and keys of e-mails are far shorter: what is longer is about no e-mail of ours.
    private static DeliveryReport? Report(Posted posted) =>
        posted is { Id: { Length: > 0 and <= LongestId } id, MailKey: { Length: > 0 and <= LongestId } key }
        && posted.MessageId is null or { Length: <= LongestId }
        && Kind(posted) is { } kind
            ? new DeliveryReport(id, key, new DeliveryEvent(kind, posted.MessageId, posted.Reason ?? posted.Response))
            : null;

    // Deferred is not here: SendGrid goes on trying for three days, and then says bounce.
    private static DeliveryKind? Kind(Posted posted) => posted.Event switch
    {
        "delivered" => DeliveryKind.Delivered,
        "dropped" => DeliveryKind.Dropped,
        "bounce" => IsForGood(posted) ? DeliveryKind.Bounced : DeliveryKind.NotReady,
        _ => null,
    };

    // A blocked message is one that this server would not take now (RFC 3463 says 4 for such, and 5 for ever).
    private static bool IsForGood(Posted posted) => posted.Status is { Length: > 0 } status ? !status.StartsWith('4') : posted.Type != "blocked";

    private sealed record Posted
    {
        [JsonPropertyName("event")]
        public string? Event { get; init; }

        [JsonPropertyName("sg_event_id")]
        public string? Id { get; init; }

        [JsonPropertyName("sg_message_id")]
        public string? MessageId { get; init; }

        [JsonPropertyName(DeliveryEvents.MailKey)]
        public string? MailKey { get; init; }

        [JsonPropertyName("type")]
        public string? Type { get; init; }

        [JsonPropertyName("status")]
        public string? Status { get; init; }

        [JsonPropertyName("reason")]
        public string? Reason { get; init; }

        [JsonPropertyName("response")]
        public string? Response { get; init; }
    }
}
