using System.Text;

namespace QuarterlyCycle.Documents.Emails;

/// <summary>The plain-text part. Lines end in CR LF, as mail does.</summary>
internal static class EmailTextWriter
{
    public static string Write(Email email, EmailText text, Letterhead letterhead)
    {
        StringBuilder builder = new();
        Line(builder, $"Dear {email.Recipient}");
        Gap(builder);
        Line(builder, EmailWords.Capitalised(text.Opening));
        if (text.Button is { } button)
        {
            Gap(builder);
            Button(builder, button);
        }

        foreach (EmailBlock block in text.Blocks)
        {
            Gap(builder);
            Block(builder, block);
        }

        if (text.Next is { } next)
        {
            Gap(builder);
            Line(builder, $"{EmailHtmlWriter.WhatNext} {next}");
        }

        Gap(builder);
        foreach (string line in EmailFoot.Sender(text, letterhead))
        {
            Line(builder, line);
        }

        Gap(builder);
        foreach (EmailFootLine line in EmailFoot.Lines(email, text, letterhead))
        {
            Line(builder, line.Url is { } url ? $"{line.Text} {url}" : line.Text);
        }

        return builder.ToString();
    }

    private static void Block(StringBuilder builder, EmailBlock block)
    {
        switch (block)
        {
            case Paragraph paragraph:
                Line(builder, paragraph.Lead is { } lead ? $"{lead} {paragraph.Text}" : paragraph.Text);
                break;
            case Subheading subheading:
                Line(builder, subheading.Text);
                Line(builder, new string('-', subheading.Text.Length));
                break;
            case Press press:
                Button(builder, press.Button);
                break;
            case Bullets bullets:
                foreach (string entry in bullets.Entries)
                {
                    Line(builder, $"- {entry}");
                }

                break;
            case Card card:
                Line(builder, card.Title);
                foreach (string line in card.Lines)
                {
                    Line(builder, $"  {line}");
                }

                break;
            case Form form:
                foreach (string line in form.Lines)
                {
                    Line(builder, line);
                }

                break;
            default:
                throw new InvalidOperationException($"An e-mail cannot hold a {block.GetType().Name}.");
        }
    }

    private static void Button(StringBuilder builder, EmailButton button)
    {
        Line(builder, button.Label);
        Line(builder, $"{EmailHtmlWriter.CopyThis} {button.Url}");
    }

    private static void Line(StringBuilder builder, string text) => builder.Append(text.ReplaceLineEndings("\r\n")).Append("\r\n");

    private static void Gap(StringBuilder builder) => builder.Append("\r\n");
}
