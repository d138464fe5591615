using System.Net.Mail;
using System.Text.Json;

namespace QuarterlyCycle.Functions.Tests.SendGrid;

/// <summary>What the v3 mail/send format asks of a request, from SendGrid's public reference and its list of errors.</summary>
internal static class MailSendFormat
{
    private static readonly HashSet<string> Known = ["from", "subject", "personalizations", "content", "attachments", "tracking_settings"];

    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "x-sg-id", "x-sg-eid", "received", "dkim-signature", "Content-Type", "Content-Transfer-Encoding", "To", "From", "Subject", "Reply-To", "CC", "BCC",
    };

    /// <summary>What is wrong with the request, or null.</summary>
    public static string? Fault(JsonElement mail)
    {
        if (mail.EnumerateObject().Select(field => field.Name).FirstOrDefault(name => !Known.Contains(name)) is { } unknown)
        {
            return $"{unknown} is no field of a mail.";
        }

        JsonElement[] personalizations = [.. mail.GetProperty("personalizations").EnumerateArray()];
        JsonElement[] content = [.. mail.GetProperty("content").EnumerateArray()];
        return personalizations.Length != 1 || personalizations[0].GetProperty("to").GetArrayLength() != 1 ? "One recipient each."
            : !IsAddress(mail.GetProperty("from")) ? "The from address does not match a verified sender."
            : !IsAddress(personalizations[0].GetProperty("to")[0]) ? "Does not contain a valid address."
            : Text(mail, "subject").Length == 0 ? "The subject is required."
            : Text(content[0], "type") != "text/plain" || Text(content[1], "type") != "text/html" ? "If present, text/plain must be first, followed by text/html."
            : content.Any(part => Text(part, "value").Length == 0) ? "The content value must be a string at least one character in length."
            : HeaderFault(personalizations[0]) ?? ArgumentFault(personalizations[0]) ?? AttachmentFault(mail) ?? TrackingFault(mail);
    }

    public static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";

    private static bool IsAddress(JsonElement element) => MailAddress.TryCreate(Text(element, "email"), out _);

    private static string? HeaderFault(JsonElement personalization) =>
        personalization.TryGetProperty("headers", out JsonElement headers) && headers.EnumerateObject().Any(header => Reserved.Contains(header.Name))
            ? "You cannot override reserved headers."
            : null;

    private static string? ArgumentFault(JsonElement personalization) =>
        personalization.GetProperty("custom_args").EnumerateObject().Any(argument => argument.Value.ValueKind != JsonValueKind.String)
            ? "The custom arguments must be strings."
            : null;

    private static string? AttachmentFault(JsonElement mail)
    {
        if (!mail.TryGetProperty("attachments", out JsonElement attachments) || attachments.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        foreach (JsonElement attachment in attachments.EnumerateArray())
        {
            string type = Text(attachment, "type");
            if (type.IndexOfAny([';', '\r', '\n']) >= 0 && type != "text/calendar; method=REQUEST")
            {
                return "The attachment type cannot contain ';', or CRLF characters.";
            }

            if (!attachment.GetProperty("content").TryGetBytesFromBase64(out _) || Text(attachment, "filename").Length == 0 || Text(attachment, "disposition") != "attachment")
            {
                return "The attachment needs content in base64, a filename and a disposition.";
            }
        }

        return null;
    }

    private static string? TrackingFault(JsonElement mail)
    {
        JsonElement tracking = mail.GetProperty("tracking_settings");
        return tracking.GetProperty("click_tracking").GetProperty("enable").GetBoolean() || tracking.GetProperty("open_tracking").GetProperty("enable").GetBoolean()
            ? "This account does not allow tracking."
            : null;
    }
}
