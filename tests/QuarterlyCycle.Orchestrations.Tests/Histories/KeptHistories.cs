namespace QuarterlyCycle.Orchestrations.Tests.Histories;

/// <summary>The folder of recorded histories in the source tree: one subfolder for each released version, never edited once released.</summary>
internal static class KeptHistories
{
    /// <summary>Set to a subfolder's name, such as v1, this makes the tests write their histories there.</summary>
    public const string RecordInto = "RECORD_HISTORIES";

    public static string Folder { get; } = Path.Combine(SourceRoot(), "tests", "QuarterlyCycle.Orchestrations.Tests", "Histories");

    public static IEnumerable<string> Files() => Directory.EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    public static string Read(string version, string scenario, string instance) => File.ReadAllText(PathOf(version, scenario, instance));

    public static void Write(string version, string scenario, string instance, string history)
    {
        string path = PathOf(version, scenario, instance);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, history);
    }

    private static string PathOf(string version, string scenario, string instance) => Path.Combine(Folder, version, $"{scenario}.{instance}.json");

    private static string SourceRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "QuarterlyCycle.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests run outside the source tree.");
    }
}
