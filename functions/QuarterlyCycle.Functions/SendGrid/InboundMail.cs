using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Records;

namespace QuarterlyCycle.Functions.SendGrid;

/// <summary>Reads from a posted e-mail what is needed to show that it came, and to know it again.</summary>
internal static class InboundMail
{
    private const int LongestField = 64 * 1024;

    /// <summary>The e-mail; one whose fields cannot be read is known by its bytes alone.</summary>
    public static async Task<IncomingMail> Read(string? contentType, byte[] body, string file, CancellationToken cancellation)
    {
        Dictionary<string, string> fields = await Fields(contentType, body, cancellation);
        string from = fields.GetValueOrDefault("from", "");
        string subject = fields.GetValueOrDefault("subject", "");
        // One message to two of our addresses is posted twice, so its id alone does not tell the posts apart.
        string id = MessageId(fields.GetValueOrDefault("headers", "")) is { } messageId
            ? $"{messageId} {fields.GetValueOrDefault("envelope", "")}"
            : InboxRow.KeyOf(body);
        return new IncomingMail(id, from, subject, file);
    }

    private static async Task<Dictionary<string, string>> Fields(string? contentType, byte[] body, CancellationToken cancellation)
    {
        Dictionary<string, string> fields = new(StringComparer.Ordinal);
        if (!MediaTypeHeaderValue.TryParse(contentType, out MediaTypeHeaderValue? type) || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 } boundary)
        {
            return fields;
        }

        try
        {
            MultipartReader reader = new(boundary.ToString(), new MemoryStream(body));
            while (await reader.ReadNextSectionAsync(cancellation) is { } section)
            {
                if (section.GetContentDispositionHeader() is { } disposition && disposition.IsFormDisposition())
                {
                    fields[disposition.Name.ToString()] = await Text(section.Body, cancellation);
                }
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            // What was read so far is enough to show; the file keeps the rest.
        }

        return fields;
    }

    // Only short fields are looked at here, and those are UTF-8 or plain.
    private static async Task<string> Text(Stream body, CancellationToken cancellation)
    {
        byte[] text = new byte[LongestField];
        int length = await body.ReadAtLeastAsync(text, text.Length, throwOnEndOfStream: false, cancellation);
        return Encoding.UTF8.GetString(text, 0, length);
    }

    private static string? MessageId(string headers)
    {
        string? line = headers.Split('\n').FirstOrDefault(line => line.StartsWith("Message-ID:", StringComparison.OrdinalIgnoreCase));
        string? id = line?[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        return string.IsNullOrEmpty(id) ? null : id;
    }
}
