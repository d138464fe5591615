using System.Globalization;
using System.Text;
using QuarterlyCycle.Domain.Calendar;

namespace QuarterlyCycle.Documents.Emails;

/// <summary>A deadline for a calendar. The Uid stays the same for the life of the deadline and the Sequence rises with each change. No personal link: calendars are shared.</summary>
public sealed record CalendarDeadline
{
    public required string Uid { get; init; }

    public required int Sequence { get; init; }

    public required string Title { get; init; }

    public required string Description { get; init; }

    public required DateTime DueUtc { get; init; }

    public required DateTime AlarmUtc { get; init; }

    public required DateTime WrittenAtUtc { get; init; }

    public bool IsCancelled { get; init; }
}

/// <summary>Writes deadlines as calendar files (RFC 5545).</summary>
public static class CalendarFile
{
    public const string FileName = "due-date.ics";

    // Long enough to be seen, short enough to leave the afternoon free.
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(30);

    /// <summary>One deadline that ends when it is due, shows as free time and reminds once.</summary>
    public static string Write(CalendarDeadline deadline)
    {
        List<string> lines =
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//QuarterlyCycle//Deadlines//EN",
            "CALSCALE:GREGORIAN",
            deadline.IsCancelled ? "METHOD:CANCEL" : "METHOD:PUBLISH",
            .. London,
            "BEGIN:VEVENT",
            $"UID:{Escape(deadline.Uid)}",
            $"SEQUENCE:{deadline.Sequence.ToString(CultureInfo.InvariantCulture)}",
            $"DTSTAMP:{Utc(deadline.WrittenAtUtc)}",
            $"DTSTART;TZID=Europe/London:{InLondon(deadline.DueUtc - Length)}",
            $"DTEND;TZID=Europe/London:{InLondon(deadline.DueUtc)}",
            $"SUMMARY:{Escape(deadline.Title)}",
            $"DESCRIPTION:{Escape(deadline.Description)}",
            "TRANSP:TRANSPARENT",
            deadline.IsCancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED",
        ];
        if (!deadline.IsCancelled)
        {
            lines.AddRange(
            [
                "BEGIN:VALARM",
                "ACTION:DISPLAY",
                $"DESCRIPTION:{Escape(deadline.Title)}",
                $"TRIGGER;VALUE=DATE-TIME:{Utc(deadline.AlarmUtc)}",
                "END:VALARM",
            ]);
        }

        lines.AddRange(["END:VEVENT", "END:VCALENDAR"]);
        StringBuilder file = new();
        foreach (string line in lines)
        {
            Fold(file, line);
        }

        return file.ToString();
    }

    internal static EmailAttachment Attachment(CalendarDeadline deadline) =>
        new(FileName, $"text/calendar; charset=utf-8; method={(deadline.IsCancelled ? "CANCEL" : "PUBLISH")}", Write(deadline));

    private static string[] London =>
    [
        "BEGIN:VTIMEZONE",
        "TZID:Europe/London",
        "BEGIN:DAYLIGHT",
        "TZNAME:BST",
        "TZOFFSETFROM:+0000",
        "TZOFFSETTO:+0100",
        "DTSTART:19960331T010000",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "TZNAME:GMT",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0000",
        "DTSTART:19961027T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "END:STANDARD",
        "END:VTIMEZONE",
    ];

    private static string Utc(DateTime instantUtc) => instantUtc.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string InLondon(DateTime instantUtc)
    {
        (DateOnly day, TimeOnly time) = LondonTime.FromUtc(instantUtc);
        return day.ToDateTime(time).ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);
    }

    private static string Escape(string text)
    {
        string escaped = text.ReplaceLineEndings("\n")
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace(";", "\\;", StringComparison.Ordinal)
            .Replace(",", "\\,", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal);
        return string.Concat(escaped.Where(character => !char.IsControl(character)));
    }

    // Content lines are at most 75 octets of UTF-8; what follows goes on a line that starts with a space (RFC 5545, 3.1).
    private static void Fold(StringBuilder file, string line)
    {
        int octets = 0;
        foreach (Rune rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > 75)
            {
                file.Append("\r\n ");
                octets = 1;
            }

            file.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        file.Append("\r\n");
    }
}
