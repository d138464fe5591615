using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Net.Sockets;
using System.Text;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Options;

namespace QuarterlyCycle.Local.Mail;

/// <summary>Hands messages to a mail server by SMTP.</summary>
public sealed class SmtpMailSender(SmtpOptions options) : IMailSender
{
    private static readonly TimeSpan SoonAgain = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LaterAgain = TimeSpan.FromMinutes(15);

    /// <inheritdoc />
    public bool RepeatsAreSafe => false;

    /// <inheritdoc />
    public async Task<SendResult> Send(OutgoingMail mail, CancellationToken cancellation = default)
    {
        if (mail.WhyRefused() is { } refused)
        {
            return new SendResult.Refused(refused);
        }

        using SmtpClient client = new(options.Host, options.Port) { EnableSsl = options.UseTls, Timeout = options.TimeoutSeconds * 1000 };
        if (options.UserName is not null)
        {
            client.Credentials = new NetworkCredential(options.UserName, options.Password);
        }

        try
        {
            using MailMessage message = Write(mail);
            await client.SendMailAsync(message, cancellation);
            return new SendResult.Accepted(MimeWriter.MessageId(mail));
        }
        catch (FormatException badAddress)
        {
            return new SendResult.Refused(badAddress.Message);
        }
        catch (SmtpException failure)
        {
            return Read(failure);
        }
        catch (OperationCanceledException)
        {
            return new SendResult.Unknown("The service was stopped while it was sent.");
        }
    }

    private static SendResult Read(SmtpException failure)
    {
        string why = failure.InnerException is { } inner ? $"{failure.Message} {inner.Message}" : failure.Message;
        int code = (int)failure.StatusCode;
        return failure.StatusCode switch
        {
            SmtpStatusCode.GeneralFailure => NeverConnected(failure) ? new SendResult.NotSent(why, SoonAgain) : new SendResult.Unknown(why),
            // The server wants a password or encryption: the settings are wrong, not the address.
            SmtpStatusCode.MustIssueStartTlsFirst or SmtpStatusCode.ClientNotPermitted => new SendResult.NotSent(why, LaterAgain),
            // A server that answers has not taken the message: 4 means later, 5 means never (RFC 5321, section 4.2.1).
            >= (SmtpStatusCode)400 and < (SmtpStatusCode)500 => new SendResult.NotSent(why, SoonAgain),
            SmtpStatusCode.MailboxUnavailable or SmtpStatusCode.MailboxNameNotAllowed or SmtpStatusCode.UserNotLocalTryAlternatePath
                or SmtpStatusCode.TransactionFailed or SmtpStatusCode.ExceededStorageAllocation => new SendResult.Refused(why),
            _ => code is >= 500 and < 600 ? new SendResult.NotSent(why, LaterAgain) : new SendResult.Unknown(why),
        };
    }

    private static bool NeverConnected(SmtpException failure)
    {
        for (Exception? inner = failure.InnerException; inner is not null; inner = inner.InnerException)
        {
            if (inner is SocketException socket)
            {
                return socket.SocketErrorCode is SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.HostUnreachable
                    or SocketError.NetworkUnreachable or SocketError.TryAgain or SocketError.NoData;
            }
        }

        return false;
    }

    private static MailMessage Write(OutgoingMail mail)
    {
        MailMessage message = new(new MailAddress(mail.FromAddress, mail.FromName), new MailAddress(mail.ToAddress, mail.ToName))
        {
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        message.Headers.Add("Message-ID", MimeWriter.MessageId(mail));
        foreach (MailHeader header in mail.Headers)
        {
            message.Headers.Add(header.Name, header.Value);
        }

        message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(mail.Text, Encoding.UTF8, MediaTypeNames.Text.Plain));
        message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(mail.Html, Encoding.UTF8, MediaTypeNames.Text.Html));
        foreach (MailAttachment attachment in mail.Attachments)
        {
            message.Attachments.Add(new Attachment(new MemoryStream(attachment.Content), new ContentType(attachment.ContentType)) { Name = attachment.FileName });
        }

        return message;
    }
}
