namespace QuarterlyCycle.Documents.Emails;

/// <summary>Several notices that are due to one person at the same moment, as one e-mail with a section for each.</summary>
public sealed record GroupedEmail : Email
{
    /// <summary>The notices, in the order in which they are shown.</summary>
    public required IReadOnlyList<Email> Notices { get; init; }

    public override string Subject
    {
        get
        {
            Email first = Notices[0];
            if (Notices.All(notice => notice.GetType() == first.GetType()) && first.SubjectOfSeveral(Notices) is { } together)
            {
                return SubjectLine.Shorten(together, SubjectLine.Longest);
            }

            return SubjectLine.FirstThatFits(
                $"{first.Subject} and {EmailWords.Count(Notices.Count - 1, "more notice")}",
                $"{first.Subject} and more",
                SubjectLine.Fit("", first.Subject, " and more"));
        }
    }

    public override string Preheader => string.Join(" · ", Notices.Select(notice => notice.Subject));

    public override EmailPurpose Purpose => Notices.Any(notice => notice.Purpose == EmailPurpose.Asks) ? EmailPurpose.Asks : EmailPurpose.Tells;

    internal override EmailText Write(Letterhead letterhead)
    {
        List<EmailBlock> blocks = [];
        List<string> reasons = [];
        bool serviceSigns = false;
        foreach (Email notice in Notices)
        {
            EmailText text = notice.Write(letterhead);
            blocks.Add(new Subheading(notice.Subject));
            blocks.Add(new Paragraph(EmailWords.Capitalised(text.Opening)));
            if (text.Button is { } button)
            {
                blocks.Add(new Press(button));
            }

            blocks.AddRange(text.Blocks);
            if (text.Next is { } next)
            {
                blocks.Add(new Paragraph(next, EmailHtmlWriter.WhatNext));
            }

            serviceSigns |= text.ServiceSigns;
            if (!reasons.Contains(text.Because, StringComparer.Ordinal))
            {
                reasons.Add(text.Because);
            }
        }

        return new EmailText
        {
            Opening = $"There are {EmailWords.Number(Notices.Count)} things for you in this email.",
            Blocks = blocks,
            Because = EmailWords.List(reasons),
            ServiceSigns = serviceSigns,
        };
    }
}
