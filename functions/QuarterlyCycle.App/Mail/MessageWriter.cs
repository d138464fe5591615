using System.Text;
using QuarterlyCycle.App.Options;
using QuarterlyCycle.Documents.Emails;

namespace QuarterlyCycle.App.Mail;

/// <summary>Makes the message of one e-mail, or of several that share one.</summary>
internal static class MessageWriter
{
    public static OutgoingMail Write(string key, IReadOnlyList<ComposedMail> sections, MailOptions options)
    {
        ComposedMail first = sections[0];
        Email email = sections.Count == 1
            ? first.Email
            : new GroupedEmail { Recipient = first.Email.Recipient, Notices = [.. sections.Select(section => section.Email)] };
        RenderedEmail rendered = EmailRenderer.Render(email, first.Letterhead);
        return new OutgoingMail(
            key,
            first.Letterhead.FromName,
            options.FromAddress,
            first.ToName,
            first.ToAddress,
            rendered.Subject,
            rendered.Text,
            rendered.Html,
            [.. rendered.Headers.Select(header => new MailHeader(header.Key, header.Value)), .. sections.SelectMany(section => section.Headers)],
            Attachments(sections));
    }

    private static List<MailAttachment> Attachments(IReadOnlyList<ComposedMail> sections)
    {
        List<MailAttachment> attachments = [];
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        foreach (ComposedMail section in sections)
        {
            IEnumerable<MailAttachment> own = EmailRenderer.Render(section.Email, section.Letterhead).Attachments
                .Select(file => new MailAttachment(file.FileName, file.ContentType, Encoding.UTF8.GetBytes(file.Content)))
                .Concat(section.Attachments);
            foreach (MailAttachment attachment in own)
            {
                attachments.Add(attachment with { FileName = Unused(names, attachment.FileName) });
            }
        }

        return attachments;
    }

    private static string Unused(HashSet<string> names, string wanted)
    {
        string name = wanted;
        for (int number = 2; !names.Add(name); number++)
        {
            name = $"{Path.GetFileNameWithoutExtension(wanted)}-{number}{Path.GetExtension(wanted)}";
        }

        return name;
    }
}
