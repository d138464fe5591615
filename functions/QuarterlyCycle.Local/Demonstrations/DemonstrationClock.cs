using System.Globalization;
using System.Text;
using QuarterlyCycle.DurableTask.Engine;
using QuarterlyCycle.Local.Commands;
using QuarterlyCycle.Local.Storage;

namespace QuarterlyCycle.Local.Demonstrations;

/// <summary>The demonstration's time, which stands still until somebody moves it; kept in a file, so that a killed demonstration goes on where it was.</summary>
internal sealed class DemonstrationClock
{
    private readonly string _file;

    private DemonstrationClock(string file, DateTime nowUtc, int played)
    {
        _file = file;
        Clock = new SkippingClock(nowUtc);
        Played = played;
    }

    public SkippingClock Clock { get; }

    /// <summary>How many steps of the scenario are behind us.</summary>
    public int Played { get; private set; }

    public static DemonstrationClock Open(string file, DateTime startUtc)
    {
        if (!File.Exists(file))
        {
            DemonstrationClock made = new(file, startUtc, 0);
            made.Save(startUtc, 0);
            return made;
        }

        string[] parts = File.ReadAllText(file).Trim().Split(' ');
        return parts.Length == 2
            && DateTime.TryParseExact(parts[0], "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out DateTime nowUtc)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int played)
            ? new DemonstrationClock(file, nowUtc, played)
            : throw new RefusedArgument($"{file} does not hold the demonstration's time: delete the data folder to begin anew.");
    }

    /// <summary>Moves the clock on; the file first, so that no timer fires at a time that a restart would not know.</summary>
    public void MoveTo(DateTime instantUtc)
    {
        Save(instantUtc, Played);
        Clock.AdvanceTo(instantUtc);
    }

    public void HavePlayed(int played)
    {
        Save(Clock.UtcNow, played);
        Played = played;
    }

    private void Save(DateTime instantUtc, int played) =>
        WholeFile.Write(_file, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{instantUtc:O} {played}")));
}
