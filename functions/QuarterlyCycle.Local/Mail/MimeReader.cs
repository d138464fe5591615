using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace QuarterlyCycle.Local.Mail;

/// <summary>One part of a message: its headers, and its content or its own parts.</summary>
internal sealed record MimePart(IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Content, IReadOnlyList<MimePart> Parts)
{
    public string Header(string name) =>
        Headers.FirstOrDefault(header => string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase)).Value ?? "";

    public string MediaType => Header("Content-Type").Split(';')[0].Trim().ToUpperInvariant();

    public string Text => Encoding.UTF8.GetString(Content);
}

/// <summary>Reads the messages that this service writes; their text is UTF-8.</summary>
internal static partial class MimeReader
{
    public static MimePart Read(byte[] message) => Part(Encoding.Latin1.GetString(message).ReplaceLineEndings("\n").Split('\n'));

    private static MimePart Part(ReadOnlySpan<string> lines)
    {
        List<KeyValuePair<string, string>> headers = [];
        int index = 0;
        for (; index < lines.Length && lines[index].Length > 0; index++)
        {
            if (lines[index][0] is ' ' or '\t' && headers.Count > 0)
            {
                headers[^1] = new(headers[^1].Key, headers[^1].Value + lines[index]);
            }
            else if (lines[index].IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
            {
                headers.Add(new(lines[index][..colon], lines[index][(colon + 1)..].Trim()));
            }
        }

        headers = [.. headers.Select(header => new KeyValuePair<string, string>(header.Key, Words(header.Value)))];
        MimePart part = new(headers, [], []);
        ReadOnlySpan<string> body = lines[Math.Min(index + 1, lines.Length)..];
        return part.MediaType.StartsWith("MULTIPART/", StringComparison.Ordinal)
            ? part with { Parts = Parts(body, Boundary().Match(part.Header("Content-Type")).Groups["boundary"].Value) }
            : part with { Content = Content(body, part.Header("Content-Transfer-Encoding")) };
    }

    private static List<MimePart> Parts(ReadOnlySpan<string> lines, string boundary)
    {
        List<MimePart> parts = [];
        int start = -1;
        for (int index = 0; index < lines.Length; index++)
        {
            if (!lines[index].StartsWith($"--{boundary}", StringComparison.Ordinal))
            {
                continue;
            }

            if (start >= 0)
            {
                parts.Add(Part(lines[start..index]));
            }

            start = index + 1;
            if (lines[index] == $"--{boundary}--")
            {
                break;
            }
        }

        return parts;
    }

    private static byte[] Content(ReadOnlySpan<string> lines, string encoding)
    {
        string[] all = lines.ToArray();
        return encoding.ToUpperInvariant() switch
        {
            "BASE64" => Convert.FromBase64String(string.Concat(all)),
            "QUOTED-PRINTABLE" => QuotedPrintable(all),
            _ => Encoding.Latin1.GetBytes(string.Join('\n', all)),
        };
    }

    private static byte[] QuotedPrintable(string[] lines)
    {
        List<byte> bytes = [];
        foreach (string line in lines)
        {
            bool goesOn = line.EndsWith('=');
            string text = goesOn ? line[..^1] : line + "\n";
            for (int index = 0; index < text.Length; index++)
            {
                if (text[index] == '=' && index + 2 < text.Length
                    && byte.TryParse(text.AsSpan(index + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out byte value))
                {
                    bytes.Add(value);
                    index += 2;
                }
                else
                {
                    bytes.Add((byte)text[index]);
                }
            }
        }

        return [.. bytes];
    }

    // White space between two encoded words belongs to the folding, not to the text.
    private static string Words(string value) =>
        EncodedWord().Replace(Between().Replace(value, "?==?"), word => Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups["text"].Value)));

    [GeneratedRegex("boundary=\"?(?<boundary>[^\";]+)\"?", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Boundary();

    [GeneratedRegex(@"=\?utf-8\?B\?(?<text>[A-Za-z0-9+/=]*)\?=", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex EncodedWord();

    [GeneratedRegex(@"\?=\s+=\?", RegexOptions.None, 1000)]
    private static partial Regex Between();
}
