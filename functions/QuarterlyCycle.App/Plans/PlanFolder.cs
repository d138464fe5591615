using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Plans.Sheets;

namespace QuarterlyCycle.App.Plans;

/// <summary>A plan as a folder of UTF-8 CSV files, one for each sheet.</summary>
public static class PlanFolder
{
    private const long MostBytes = 20 * 1024 * 1024;

    /// <summary>Writes one CSV file for each sheet of the plan.</summary>
    public static void Write(Plan plan, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (PlanSheet sheet in PlanWriter.Write(plan))
        {
            File.WriteAllBytes(Path.Combine(folder, sheet.Name + ".csv"), CsvSheet.Write(sheet));
        }
    }

    internal static PlanFiles Read(string folder)
    {
        string[] files = [.. Directory.GetFiles(folder).Where(IsCsv).Order(StringComparer.Ordinal)];
        if (files.Length == 0)
        {
            return PlanFiles.Unreadable(Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)), "this folder has no CSV files.");
        }

        return new PlanFiles([.. files.Select(ReadFile)], []);
    }

    private static PlanSheet ReadFile(string file)
    {
        string name = Path.GetFileNameWithoutExtension(file).ToLowerInvariant();
        if (new FileInfo(file).Length > MostBytes)
        {
            return CsvSheet.Unreadable(name, "this file is larger than 20 MB.");
        }

        return CsvSheet.Read(name, File.ReadAllBytes(file));
    }

    private static bool IsCsv(string file) => Path.GetExtension(file).Equals(".csv", StringComparison.OrdinalIgnoreCase);
}
