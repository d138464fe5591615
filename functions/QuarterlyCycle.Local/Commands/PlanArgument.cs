using QuarterlyCycle.App.Plans;
using QuarterlyCycle.Domain.Plans.Sheets;

namespace QuarterlyCycle.Local.Commands;

/// <summary>A plan named on the command line: one of the sample plans by name, or a folder or workbook by path.</summary>
internal sealed record PlanArgument(string Name, string Path)
{
    public const string Default = "derby-2008-09";

    public static string Samples { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "Plans");

    public static PlanArgument Find(string text)
    {
        string sample = System.IO.Path.Combine(Samples, text);
        if (Directory.Exists(sample))
        {
            return new PlanArgument(text, sample);
        }

        if (Directory.Exists(text) || File.Exists(text))
        {
            return new PlanArgument(System.IO.Path.GetFileNameWithoutExtension(System.IO.Path.TrimEndingDirectorySeparator(text)), text);
        }

        string known = string.Join(", ", Directory.GetDirectories(Samples).Select(System.IO.Path.GetFileName).Order(StringComparer.Ordinal));
        throw new RefusedArgument($"There is no plan \"{text}\": name a folder of CSV files, an .xlsx workbook, or one of the sample plans ({known}).");
    }

    /// <summary>The file that plays the people of this plan, which stands beside it.</summary>
    public string Scenario => Directory.Exists(Path)
        ? System.IO.Path.Combine(Path, "scenario.json")
        : System.IO.Path.ChangeExtension(Path, ".scenario.json");

    public PlanCheck Check() => PlanSource.Load(Path);
}
