using System.Text;
using QuarterlyCycle.Documents.Emails;
using Xunit;

namespace QuarterlyCycle.Documents.Tests.Emails;

public sealed class CalendarFileTests
{
    [Fact]
    public void A_deadline_is_half_an_hour_that_ends_when_it_is_due()
    {
        string[] lines = Lines(EmailSamples.Deadline());

        Assert.Contains("METHOD:PUBLISH", lines);
        Assert.Contains("UID:2025-26-Q2.request.o0417@performance.example.org", lines);
        Assert.Contains("SEQUENCE:0", lines);
        Assert.Contains("DTSTART;TZID=Europe/London:20251017T163000", lines);
        Assert.Contains("DTEND;TZID=Europe/London:20251017T170000", lines);
        Assert.Contains("DTSTAMP:20251006T080000Z", lines);
        Assert.Contains("TRANSP:TRANSPARENT", lines);
        Assert.Contains("TRIGGER;VALUE=DATE-TIME:20251016T080000Z", lines);
        Assert.Contains("TZID:Europe/London", lines);
        Assert.Contains("SUMMARY:Quarter 2 figures due\\; send them to the project manager\\, by 5pm", lines);
    }

    [Fact]
    public void A_cancelled_deadline_keeps_its_name_and_rings_no_more()
    {
        string[] lines = Lines(EmailSamples.Deadline() with { IsCancelled = true, Sequence = 2 });

        Assert.Contains("METHOD:CANCEL", lines);
        Assert.Contains("SEQUENCE:2", lines);
        Assert.Contains("STATUS:CANCELLED", lines);
        Assert.DoesNotContain("BEGIN:VALARM", lines);
    }

    [Fact]
    public void Lines_are_folded_at_75_octets_and_read_back_whole()
    {
        string title = string.Concat(Enumerable.Repeat("Ffigurau’r chwarter – £ ", 12)).Trim();
        string file = CalendarFile.Write(EmailSamples.Deadline() with { Title = title });

        Assert.All(file.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.Contains($"SUMMARY:{title}", file.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_break_in_a_title_adds_no_line_of_its_own()
    {
        string[] lines = Lines(EmailSamples.Deadline() with { Title = "One\r\nATTENDEE:mailto:x@example.org" });

        Assert.DoesNotContain(lines, line => line.StartsWith("ATTENDEE", StringComparison.Ordinal));
    }

    [Fact]
    public void The_data_request_carries_the_deadline_and_names_it()
    {
        RenderedEmail email = EmailRenderer.Render(EmailSamples.All.OfType<DataRequestEmail>().First(), EmailSamples.Letterhead);

        EmailAttachment attachment = Assert.Single(email.Attachments);
        Assert.Equal("due-date.ics", attachment.FileName);
        Assert.DoesNotContain("/r/", attachment.Content, StringComparison.Ordinal);
        Assert.Contains("Attached: due-date.ics", email.Text, StringComparison.Ordinal);
    }

    private static string[] Lines(CalendarDeadline deadline) =>
        CalendarFile.Write(deadline).Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");
}
