using System.Xml.Linq;
using Xunit;

namespace QuarterlyCycle.Domain.Tests.House;

/// <summary>Holds the project files against the arrows of functions/README.md; an arrow more or an arrow less fails.</summary>
public sealed class ArrowsTests
{
    private static readonly string[] Analyzers = ["Meziantou.Analyzer", "Microsoft.CodeAnalysis.BannedApiAnalyzers"];

    private static readonly Dictionary<string, Arrow> Allowed = new(StringComparer.Ordinal)
    {
        ["Domain"] = new([], []),
        ["DurableTask"] = new([], ["Microsoft.Data.Sqlite"]) { WithAzurePackages = ["Microsoft.DurableTask.Abstractions", "Microsoft.DurableTask.Client"] },
        ["Orchestrations"] = new(["Domain", "DurableTask"], []),
        ["Documents"] = new(["Domain"], ["CsvHelper", "DocumentFormat.OpenXml"]),
        ["App"] = new(["Documents", "Domain", "Orchestrations"], ["CsvHelper"]),
        ["AzureStorage"] = new(["App"], ["Azure.Identity"]) { WithAzurePackages = ["Azure.Data.Tables", "Azure.Storage.Blobs"] },
        ["Local"] = new(["App", "AzureStorage", "DurableTask"], ["Microsoft.Data.Sqlite", "Spectre.Console", "System.CommandLine"]),
        ["Functions"] = new(["App", "AzureStorage"], [])
        {
            WithAzurePackages =
            [
                "Microsoft.Azure.Functions.Worker", "Microsoft.Azure.Functions.Worker.Extensions.DurableTask",
                "Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore", "Microsoft.Azure.Functions.Worker.Extensions.Timer",
                "Microsoft.Azure.Functions.Worker.Sdk", "SendGrid",
            ],
        },
    };

    public static TheoryData<string> Projects => [.. Allowed.Keys];

    [Fact]
    public void The_projects_are_exactly_those_of_the_house()
    {
        string[] found = [.. Directory.GetDirectories(Path.Combine(Repository(), "functions")).Select(Path.GetFileName).Order(StringComparer.Ordinal)!];
        string[] expected = [.. Allowed.Keys.Select(name => $"QuarterlyCycle.{name}").Order(StringComparer.Ordinal)];
        Assert.Equal(expected, found);
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_what_its_arrow_allows(string project)
    {
        XDocument file = Load(project);
        string[] references = [.. file.Descendants("ProjectReference").Select(reference => NameOf(reference.Attribute("Include")!.Value)).Order(StringComparer.Ordinal)];
        Assert.Equal(Allowed[project].Projects, references);
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_takes_only_the_packages_of_its_arrow(string project)
    {
        XDocument file = Load(project);
        Assert.Equal(Allowed[project].Packages, Packages(file, withAzurePackages: false));
        Assert.Equal(Allowed[project].WithAzurePackages, Packages(file, withAzurePackages: true));
    }

    [Theory]
    [InlineData("Domain")]
    [InlineData("Orchestrations")]
    public void Rules_and_orchestrators_are_built_with_the_list_of_banned_symbols(string project) =>
        Assert.Contains(Load(project).Descendants("AdditionalFiles"), file => file.Attribute("Include")!.Value == "../BannedSymbols.Deterministic.txt");

    [Fact]
    public void No_project_sets_a_version_of_its_own()
    {
        string[] files = Directory.GetFiles(Repository(), "*.csproj", SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.DoesNotContain(XDocument.Load(file).Descendants("PackageReference"), reference =>
            reference.Attribute("Version") is not null || reference.Attribute("VersionOverride") is not null));
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        string solution = File.ReadAllText(Path.Combine(Repository(), "QuarterlyCycle.sln"));
        string[] files = Directory.GetFiles(Repository(), "*.csproj", SearchOption.AllDirectories);
        Assert.All(files, file => Assert.Contains(Path.GetFileName(file), solution, StringComparison.Ordinal));
    }

    [Fact]
    public void The_service_has_three_interfaces_and_no_more()
    {
        string[] interfaces =
        [
            .. new[] { "Domain", "Documents", "App", "AzureStorage", "Local", "Functions" }
                .SelectMany(project => Directory.GetFiles(Path.Combine(Repository(), "functions", $"QuarterlyCycle.{project}"), "*.cs", SearchOption.AllDirectories))
                .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
                .SelectMany(File.ReadLines)
                .Where(line => line.Contains(" interface I", StringComparison.Ordinal))
                .Select(line => line.Trim().Split("interface ")[1].Split([' ', '<', '(', ';'])[0])
                .Order(StringComparer.Ordinal),
        ];
        Assert.Equal(["IFileStore", "IMailSender", "IRecordStore"], interfaces);
    }

    private static string[] Packages(XDocument file, bool withAzurePackages) =>
    [
        .. file.Descendants("PackageReference")
            .Where(reference => Condition(reference).Contains("AzurePackages", StringComparison.Ordinal) == withAzurePackages)
            .Select(reference => reference.Attribute("Include")!.Value)
            .Except(Analyzers)
            .Order(StringComparer.Ordinal),
    ];

    private static string Condition(XElement reference) =>
        string.Concat(reference.AncestorsAndSelf().Select(element => element.Attribute("Condition")?.Value));

    private static string NameOf(string path) => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')).Replace("QuarterlyCycle.", "", StringComparison.Ordinal);

    private static XDocument Load(string project) =>
        XDocument.Load(Path.Combine(Repository(), "functions", $"QuarterlyCycle.{project}", $"QuarterlyCycle.{project}.csproj"));

    private static string Repository()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "QuarterlyCycle.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("QuarterlyCycle.sln stands above no folder of the tests' output.");
    }

    private sealed record Arrow(string[] Projects, string[] Packages)
    {
        public string[] WithAzurePackages { get; init; } = [];
    }
}
