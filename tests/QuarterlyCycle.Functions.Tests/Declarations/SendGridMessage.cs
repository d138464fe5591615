// The message of the minimal client, in the shape of the SendGrid package and with the names of the v3 mail/send format.
namespace SendGrid.Helpers.Mail;

public sealed class EmailAddress(string email, string? name = null)
{
    public string Email { get; } = email;

    public string? Name { get; } = name;
}

public sealed class SendGridMessage
{
    private readonly List<object> _to = [];
    private readonly Dictionary<string, string> _headers = [];
    private readonly Dictionary<string, string> _customArgs = [];
    private readonly List<object> _attachments = [];
    private readonly Dictionary<string, object> _tracking = [];

    public EmailAddress? From { get; set; }

    public string? Subject { get; set; }

    public string? PlainTextContent { get; set; }

    public string? HtmlContent { get; set; }

    public void AddTo(EmailAddress email) => _to.Add(Address(email));

    public void AddHeader(string key, string value) => _headers[key] = value;

    public void AddCustomArg(string key, string value) => _customArgs[key] = value;

    public void AddAttachment(string filename, string base64Content, string? type = null, string? disposition = null, string? content_id = null) =>
        _attachments.Add(new { filename, content = base64Content, type, disposition });

    public void SetClickTracking(bool enable, bool enableText) => _tracking["click_tracking"] = new { enable, enable_text = enableText };

    public void SetOpenTracking(bool enable, string? substitutionTag) => _tracking["open_tracking"] = new { enable };

    internal object ToBody() => new
    {
        from = Address(From!),
        subject = Subject,
        personalizations = new[] { new { to = _to, headers = _headers, custom_args = _customArgs } },
        content = new[] { new { type = "text/plain", value = PlainTextContent }, new { type = "text/html", value = HtmlContent } },
        attachments = _attachments.Count == 0 ? null : _attachments,
        tracking_settings = _tracking,
    };

    private static object Address(EmailAddress address) => new { email = address.Email, name = address.Name };
}
