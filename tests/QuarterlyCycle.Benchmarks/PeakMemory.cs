using System.Globalization;

namespace QuarterlyCycle.Benchmarks;

/// <summary>The most memory that the process has held since it was last asked to forget; 'not measured' where the system does not say.</summary>
internal static class PeakMemory
{
    public static void Forget()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        if (OperatingSystem.IsLinux())
        {
            // 5 sets the peak back to what is held now.
            File.WriteAllText("/proc/self/clear_refs", "5");
        }
    }

    public static double? Megabytes()
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        string line = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
    }
}
