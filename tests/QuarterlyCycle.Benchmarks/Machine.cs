using System.Globalization;
using System.Runtime.InteropServices;
using QuarterlyCycle.DurableTask.Engine;

namespace QuarterlyCycle.Benchmarks;

/// <summary>The conditions without which a figure means nothing.</summary>
internal static class Machine
{
    public static async Task Describe(TextWriter output, string root)
    {
        using Place place = new(root);
        await using SqliteTaskHub hub = await place.Open(_ => { });
        object? sqlite = await hub.OnStore("SELECT sqlite_version()");
        object? journal = await hub.OnStore("PRAGMA journal_mode");
        object? synchronous = await hub.OnStore("PRAGMA synchronous");
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"""
            {Processor()}, {Environment.ProcessorCount} cores, load {Load()}
            {RuntimeInformation.OSDescription}, {FileSystem(root)}, {RuntimeInformation.FrameworkDescription}, server GC {(System.Runtime.GCSettings.IsServerGC ? "on" : "off")}
            SQLite {sqlite}, journal_mode={journal}, synchronous={synchronous} (2 is FULL)
            fdatasync or fsync: {(CountedSyncs.AreCounted ? "counted below SQLite" : "not counted")}
            """));
    }

    public static string Load() => OperatingSystem.IsLinux() ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "not known";

    private static string Processor() => OperatingSystem.IsLinux()
        ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim()
            ?? RuntimeInformation.ProcessArchitecture.ToString()
        : RuntimeInformation.ProcessArchitecture.ToString();

    private static string FileSystem(string root)
    {
        string full = Path.GetFullPath(root);
        return DriveInfo.GetDrives()
            .Where(drive => full.StartsWith(drive.Name, StringComparison.Ordinal))
            .MaxBy(drive => drive.Name.Length)?.DriveFormat ?? "file system not known";
    }
}
