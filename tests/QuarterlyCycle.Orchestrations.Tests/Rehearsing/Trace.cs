using QuarterlyCycle.Domain.Calendar;

namespace QuarterlyCycle.Orchestrations.Tests.Rehearsing;

/// <summary>What was sent and recorded, and when in London.</summary>
internal sealed class Trace(TimeProvider clock)
{
    private readonly List<(DateTime AtUtc, string About, string Text)> _lines = [];
    private readonly Lock _gate = new();

    public void Write(string about, string text)
    {
        lock (_gate)
        {
            _lines.Add((clock.GetUtcNow().UtcDateTime, about, text));
        }
    }

    /// <summary>The lines about one officer or body, as "6 October: E1, 3 figures".</summary>
    public IReadOnlyList<string> About(string about)
    {
        lock (_gate)
        {
            return [.. _lines.Where(line => line.About == about).Select(line => $"{BritishWords.ShortDate(LondonTime.DateOf(line.AtUtc))}: {line.Text}")];
        }
    }

    /// <summary>The same with the time of day.</summary>
    public IReadOnlyList<string> TimesAbout(string about)
    {
        lock (_gate)
        {
            return [.. _lines.Where(line => line.About == about).Select(Timed)];
        }
    }

    /// <summary>Everything, for the reader of a failed test.</summary>
    public string Whole()
    {
        lock (_gate)
        {
            return string.Join('\n', _lines.Select(line => $"{Timed(line)} [{line.About}]"));
        }
    }

    private static string Timed((DateTime AtUtc, string About, string Text) line)
    {
        (DateOnly day, TimeOnly time) = LondonTime.FromUtc(line.AtUtc);
        return $"{BritishWords.Time(time)} {BritishWords.ShortDate(day)}: {line.Text}";
    }
}
