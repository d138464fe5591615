using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using QuarterlyCycle.App.Mail;

namespace QuarterlyCycle.Local.Mail;

/// <summary>Writes a message as a file that mail programs open (RFC 5322 and 2045). The same message at the same instant gives the same bytes.</summary>
internal static class MimeWriter
{
    private const int LongestLine = 76;
    private const int LongestHeaderWord = 45;

    public static byte[] Write(OutgoingMail mail, DateTime sentUtc)
    {
        StringBuilder message = new();
        Header(message, "From", Address(mail.FromName, mail.FromAddress));
        Header(message, "To", Address(mail.ToName, mail.ToAddress));
        Header(message, "Subject", Words(mail.Subject));
        Header(message, "Date", sentUtc.ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture) + " +0000");
        Header(message, "Message-ID", MessageId(mail));
        foreach (MailHeader header in mail.Headers)
        {
            Header(message, header.Name, Words(header.Value));
        }

        Header(message, "MIME-Version", "1.0");
        if (mail.Attachments.Count == 0)
        {
            Alternative(message, mail);
        }
        else
        {
            Mixed(message, mail);
        }

        return Encoding.ASCII.GetBytes(message.ToString());
    }

    public static string MessageId(OutgoingMail mail) => $"<{mail.Key.Replace('/', '_')}@{mail.FromAddress[(mail.FromAddress.IndexOf('@', StringComparison.Ordinal) + 1)..]}>";

    private static void Mixed(StringBuilder message, OutgoingMail mail)
    {
        string boundary = Boundary(mail.Key, "mixed");
        Header(message, "Content-Type", $"multipart/mixed; boundary=\"{boundary}\"");
        Line(message, "");
        Line(message, $"--{boundary}");
        Alternative(message, mail);
        foreach (MailAttachment attachment in mail.Attachments)
        {
            Line(message, $"--{boundary}");
            Header(message, "Content-Type", attachment.ContentType);
            Header(message, "Content-Disposition", $"attachment; filename=\"{FileName(attachment.FileName)}\"");
            Header(message, "Content-Transfer-Encoding", "base64");
            Line(message, "");
            string content = Convert.ToBase64String(attachment.Content);
            for (int start = 0; start < content.Length; start += LongestLine)
            {
                Line(message, content.Substring(start, Math.Min(LongestLine, content.Length - start)));
            }
        }

        Line(message, $"--{boundary}--");
    }

    // The last of the alternatives is the one that mail programs prefer (RFC 2046, section 5.1.4), so the text comes first.
    private static void Alternative(StringBuilder message, OutgoingMail mail)
    {
        string boundary = Boundary(mail.Key, "alternative");
        Header(message, "Content-Type", $"multipart/alternative; boundary=\"{boundary}\"");
        Line(message, "");
        Text(message, boundary, "text/plain", mail.Text);
        Text(message, boundary, "text/html", mail.Html);
        Line(message, $"--{boundary}--");
    }

    private static void Text(StringBuilder message, string boundary, string type, string text)
    {
        Line(message, $"--{boundary}");
        Header(message, "Content-Type", $"{type}; charset=utf-8");
        Header(message, "Content-Transfer-Encoding", "quoted-printable");
        Line(message, "");
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        foreach (string line in lines[^1].Length == 0 ? lines[..^1] : lines)
        {
            QuotedPrintable(message, line);
        }
    }

    private static void QuotedPrintable(StringBuilder message, string line)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(line);
        int column = 0;
        for (int index = 0; index < bytes.Length; index++)
        {
            char character = (char)bytes[index];
            bool isLast = index == bytes.Length - 1;
            bool isPlain = (character is > ' ' and <= '~' and not '=') || (character is ' ' or '\t' && !isLast);
            int width = isPlain ? 1 : 3;
            if (column + width > LongestLine - 1)
            {
                message.Append("=\r\n");
                column = 0;
            }

            column += width;
            if (isPlain)
            {
                message.Append(character);
            }
            else
            {
                message.Append(CultureInfo.InvariantCulture, $"={bytes[index]:X2}");
            }
        }

        Line(message, "");
    }

    private static string Address(string name, string address) =>
        Words(name) is var words && words.StartsWith("=?", StringComparison.Ordinal)
            ? $"{words} <{address}>"
            : $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\" <{address}>";

    // Words beyond ASCII as RFC 2047 writes them, in pieces that do not cut a character.
    private static string Words(string text)
    {
        if (text.All(character => character is >= ' ' and <= '~'))
        {
            return text;
        }

        List<string> pieces = [];
        StringBuilder piece = new();
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Encoding.UTF8.GetByteCount(piece.ToString()) + rune.Utf8SequenceLength > LongestHeaderWord)
            {
                pieces.Add(Piece(piece));
                piece.Clear();
            }

            piece.Append(rune.ToString());
        }

        pieces.Add(Piece(piece));
        return string.Join("\r\n ", pieces);
    }

    private static string Piece(StringBuilder piece) => $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(piece.ToString()))}?=";

    private static string FileName(string name) =>
        string.Concat(name.Select(character => character is >= ' ' and <= '~' and not '"' and not '\\' ? character : '_'));

    private static string Boundary(string key, string part) =>
        $"=_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{part} {key}")).AsSpan(0, 12))}";

    private static void Header(StringBuilder message, string name, string value) => Line(message, $"{name}: {value}");

    private static void Line(StringBuilder message, string text) => message.Append(text).Append("\r\n");
}
