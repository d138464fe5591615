using QuarterlyCycle.App.Plans;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.App.Tests.CommandLine;

/// <summary>Derby's plan as it is shipped beside the program, and copies of it to spoil.</summary>
internal static class SamplePlan
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Plans", "derby-2008-09");

    public static Plan Read() => PlanSource.Load(Folder).Plan!;

    public static string CopyTo(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (string file in Directory.EnumerateFiles(Folder))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        return folder;
    }
}
