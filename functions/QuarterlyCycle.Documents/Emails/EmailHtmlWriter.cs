using QuarterlyCycle.Documents.Components;

namespace QuarterlyCycle.Documents.Emails;

/// <summary>The HTML part: one column, styles on each element because many mail programs drop a style sheet.</summary>
internal static class EmailHtmlWriter
{
    public const string CopyThis = "Or copy this address:";
    public const string WhatNext = "What happens next:";

    private const string Face = "font-family:'Helvetica Neue',Helvetica,Arial,sans-serif;";
    private const string Body = $"margin:0 0 16px;{Face}font-size:16px;line-height:24px;color:#1d1d1d;";
    private const string Small = $"margin:0 0 4px;{Face}font-size:14px;line-height:20px;color:#4a4a4a;";
    private const string Link = "color:#12436d;text-decoration:underline;word-break:break-all;";

    public static string Write(Email email, string subject, EmailText text, Letterhead letterhead)
    {
        HtmlWriter html = new();
        html.Add($"<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.Add($"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light\">\n<title>{subject}</title>\n</head>\n");
        html.Add($"<body style=\"margin:0;padding:0;background-color:#ffffff;\">\n");
        html.Add($"<div style=\"display:none;max-height:0;overflow:hidden;\">{email.Preheader}</div>\n");
        html.Add($"<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\"><tr><td align=\"left\" style=\"border-top:6px solid #12436d;padding:24px 16px;\">\n");
        html.Add($"<div lang=\"en-GB\" style=\"max-width:600px;\">\n");
        html.Add($"<p style=\"{Body}\">Dear {email.Recipient}</p>\n<p style=\"{Body}\">").Lines(EmailWords.Capitalised(text.Opening)).Add($"</p>\n");
        if (text.Button is { } button)
        {
            Button(html, button);
        }

        foreach (EmailBlock block in text.Blocks)
        {
            Block(html, block);
        }

        if (text.Next is { } next)
        {
            html.Add($"<p style=\"{Body}\"><strong>{WhatNext}</strong> ").Lines(next).Add($"</p>\n");
        }

        html.Add($"<p style=\"{Body}\">").Lines(string.Join('\n', EmailFoot.Sender(text, letterhead))).Add($"</p>\n");
        html.Add($"<div style=\"border-top:1px solid #bfbfbf;padding-top:12px;\">\n");
        foreach (EmailFootLine line in EmailFoot.Lines(email, text, letterhead))
        {
            html.Add($"<p style=\"{Small}\">{line.Text}");
            if (line.Url is { } url)
            {
                html.Add($" <a href=\"{url}\" style=\"{Link}\">{url}</a>");
            }

            html.Add($"</p>\n");
        }

        html.Add($"</div>\n</div>\n</td></tr></table>\n</body>\n</html>\n");
        return html.ToString();
    }

    private static void Button(HtmlWriter html, EmailButton button)
    {
        html.Add($"<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"margin:8px 0 16px;\"><tr><td bgcolor=\"#12436d\" style=\"background-color:#12436d;border-radius:4px;\">");
        html.Add($"<a href=\"{button.Url}\" style=\"display:inline-block;padding:12px 24px;{Face}font-size:18px;line-height:24px;font-weight:bold;color:#ffffff;text-decoration:none;\">{button.Label}</a></td></tr></table>\n");
        html.Add($"<p style=\"{Body}\">{CopyThis} <a href=\"{button.Url}\" style=\"{Link}\">{button.Url}</a></p>\n");
    }

    private static void Block(HtmlWriter html, EmailBlock block)
    {
        switch (block)
        {
            case Paragraph paragraph:
                html.Add($"<p style=\"{Body}\">");
                if (paragraph.Lead is { } lead)
                {
                    html.Add($"<strong>{lead}</strong> ");
                }

                html.Lines(paragraph.Text).Add($"</p>\n");
                break;
            case Subheading subheading:
                html.Add($"<h2 style=\"margin:24px 0 12px;{Face}font-size:20px;line-height:26px;color:#1d1d1d;\">{subheading.Text}</h2>\n");
                break;
            case Press press:
                Button(html, press.Button);
                break;
            case Bullets bullets:
                html.Add($"<ul style=\"{Body}padding:0 0 0 24px;\">\n");
                foreach (string entry in bullets.Entries)
                {
                    html.Add($"<li style=\"margin:0 0 6px;\">").Lines(entry).Add($"</li>\n");
                }

                html.Add($"</ul>\n");
                break;
            case Card card:
                html.Add($"<div style=\"{Body}border-left:4px solid #bfbfbf;padding:2px 0 2px 14px;\"><strong>{card.Title}</strong>");
                foreach (string line in card.Lines)
                {
                    html.Add($"<br>").Lines(line);
                }

                html.Add($"</div>\n");
                break;
            case Form form:
                html.Add($"<pre style=\"margin:0 0 16px;padding:12px;background-color:#f2f2f2;font-family:Consolas,Menlo,monospace;font-size:14px;line-height:22px;white-space:pre-wrap;color:#1d1d1d;\">");
                html.Lines(string.Join('\n', form.Lines)).Add($"</pre>\n");
                break;
            default:
                throw new InvalidOperationException($"An e-mail cannot hold a {block.GetType().Name}.");
        }
    }
}
