using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using QuarterlyCycle.Orchestrations;
using Xunit;

namespace QuarterlyCycle.Functions.Tests.Settings;

/// <summary>What must never stand in the templates, and what must agree with host.json.</summary>
public sealed partial class InfraTests
{
    private static readonly string[] Modules =
        ["alerts", "budget", "deployRole", "functionApp", "identity", "keyVault", "monitoring", "network", "plan", "roles", "scheduler", "storageData", "storageHost"];

    public static TheoryData<string> Files =>
    [
        .. Directory.GetFiles(Repository.At("infra"), "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Repository.Root, path)).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void No_file_holds_a_key_or_asks_for_one(string file)
    {
        string text = Repository.Text(file);
        Assert.DoesNotMatch(Forbidden(), text);
        Assert.DoesNotMatch(LongSecret(), PublicKey().Replace(text, ""));
    }

    [Fact]
    public void The_one_address_of_telemetry_opens_nothing()
    {
        string[] lines = [.. Directory.GetFiles(Repository.At("infra"), "*.bicep", SearchOption.AllDirectories).SelectMany(File.ReadLines).Where(line => line.Contains("ConnectionString", StringComparison.OrdinalIgnoreCase))];
        Assert.Equal(["insights.properties.ConnectionString", "connectionStringName: 'DurableTaskScheduler'"], lines.Select(line => line.Trim()[(line.Trim().LastIndexOf("__", StringComparison.Ordinal) is > 0 and var at ? at + 2 : line.Trim().IndexOf(' ', StringComparison.Ordinal) + 1)..]));
        Assert.Contains("DisableLocalAuth: true", Repository.Text("infra/modules/monitoring.bicep"), StringComparison.Ordinal);
        Assert.Contains("Authentication=ManagedIdentity", Repository.Text("infra/modules/functionApp.bicep"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_modules_are_those_of_the_design_and_each_is_used()
    {
        Assert.Equal(Modules, Directory.GetFiles(Repository.At("infra/modules")).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));
        string main = Repository.Text("infra/main.bicep");
        Assert.All(Modules, module => Assert.Contains($"'modules/{module}.bicep'", main, StringComparison.Ordinal));
    }

    [Fact]
    public void The_hub_has_its_name_from_host_json_alone()
    {
        string hub = Durable().GetProperty("hubName").GetString()!;
        Assert.Contains("loadJsonContent('../host.json').extensions.durableTask.hubName", Repository.Text("infra/main.bicep"), StringComparison.Ordinal);
        Assert.All(Directory.GetFiles(Repository.At("infra"), "*.bicep*", SearchOption.AllDirectories), file => Assert.DoesNotContain(hub, File.ReadAllText(file), StringComparison.Ordinal));
    }

    [Fact]
    public void Versions_agree_between_host_json_the_orchestrators_and_the_templates()
    {
        Assert.Equal(QuarterRegistration.Version, Durable().GetProperty("defaultVersion").GetString());
        string framework = XDocument.Load(Repository.At("Directory.Build.props")).Descendants("TargetFramework").Single().Value;
        Assert.Contains($"runtime: {{ name: 'dotnet-isolated', version: '{framework["net".Length..]}' }}", Repository.Text("infra/modules/functionApp.bicep"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_task_hub_uses_the_storage_that_the_templates_set_up()
    {
        JsonElement storage = Durable().GetProperty("storageProvider");
        string connection = storage.GetProperty("connectionName").GetString()!;
        string app = Repository.Text("infra/modules/functionApp.bicep");
        Assert.Equal("AzureStorage", storage.GetProperty("type").GetString());
        Assert.All(["blob", "queue", "table"], service => Assert.Contains($"{connection}__{service}ServiceUri: host.properties.primaryEndpoints.{service}", app, StringComparison.Ordinal));
    }

    [Fact]
    public void Refusals_are_told_and_inputs_stay_out_of_traces()
    {
        Assert.Equal("Reject", Durable().GetProperty("versionFailureStrategy").GetString());
        Assert.True(Durable().GetProperty("throwStatusExceptionsOnRaiseEvent").GetBoolean());
        Assert.False(Durable().GetProperty("tracing").GetProperty("traceInputsAndOutputs").GetBoolean());
    }

    [Fact]
    public void A_piece_of_work_is_not_given_to_another_before_a_function_may_end()
    {
        using JsonDocument host = Host();
        TimeSpan longest = TimeSpan.Parse(host.RootElement.GetProperty("functionTimeout").GetString()!, System.Globalization.CultureInfo.InvariantCulture);
        TimeSpan hidden = TimeSpan.Parse(Durable().GetProperty("storageProvider").GetProperty("workItemQueueVisibilityTimeout").GetString()!, System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(hidden >= longest);
    }

    [Fact]
    public void Addresses_have_no_prefix()
    {
        using JsonDocument host = Host();
        Assert.Equal("", host.RootElement.GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString());
    }

    [Fact]
    public void The_developer_CLI_finds_the_parameters_the_project_and_the_app()
    {
        string yaml = Repository.Text("infra/azure.yaml");
        string Named(string name) =>
            yaml.Split('\n').Select(line => line.Trim()).Single(line => line.StartsWith($"{name}: ", StringComparison.Ordinal))[(name.Length + 2)..];
        string service = yaml.Split("services:\n")[1].Split('\n')[0].Trim().TrimEnd(':');

        Assert.True(File.Exists(Repository.At($"infra/{Named("path")}/{Named("module")}.bicepparam")));
        Assert.True(Directory.Exists(Repository.At($"infra/{Named("project")}")));
        Assert.Contains($"'azd-service-name': '{service}'", Repository.Text("infra/modules/functionApp.bicep"), StringComparison.Ordinal);
        Assert.Contains("azd env set AzurePackages true", Repository.Text("infra/README.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Storage_and_vault_are_opened_by_identity_alone()
    {
        Assert.All(["storageHost", "storageData"], account => Assert.Contains("allowSharedKeyAccess: false", Repository.Text($"infra/modules/{account}.bicep"), StringComparison.Ordinal));
        Assert.Contains("enableRbacAuthorization: true", Repository.Text("infra/modules/keyVault.bicep"), StringComparison.Ordinal);
        Assert.Contains("enablePurgeProtection: true", Repository.Text("infra/modules/keyVault.bicep"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_resource_names_the_version_of_its_interface()
    {
        string[] resources = [.. Directory.GetFiles(Repository.At("infra"), "*.bicep", SearchOption.AllDirectories).SelectMany(File.ReadLines).Where(line => line.StartsWith("resource ", StringComparison.Ordinal))];
        Assert.NotEmpty(resources);
        Assert.All(resources, line => Assert.Matches(@"'Microsoft\.[\w./]+@\d{4}-\d{2}-\d{2}(-preview)?'", line));
    }

    [Fact]
    public void The_linters_rules_are_errors()
    {
        using JsonDocument config = JsonDocument.Parse(Repository.Text("infra/bicepconfig.json"));
        Assert.All(config.RootElement.GetProperty("analyzers").GetProperty("core").GetProperty("rules").EnumerateObject(), rule => Assert.Equal("error", rule.Value.GetProperty("level").GetString()));
    }

    private static JsonDocument Host() => JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "host.json")));

    private static JsonElement Durable()
    {
        using JsonDocument host = Host();
        return host.RootElement.GetProperty("extensions").GetProperty("durableTask").Clone();
    }

    [GeneratedRegex("listKeys|listAccountSas|listServiceSas|AccountKey|SharedAccess|DefaultEndpointsProtocol|InstrumentationKey=|SG\\.[A-Za-z0-9_-]{10}|BEGIN [A-Z ]*PRIVATE KEY|password\\s*[:=]", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Forbidden();

    // Forty characters of base64 in a row, a digit among them, are a key or a hash.
    [GeneratedRegex("(?=[A-Za-z+/]*[0-9])[A-Za-z0-9+/]{40,}", RegexOptions.None, 1000)]
    private static partial Regex LongSecret();

    // These two are made to be shown.
    [GeneratedRegex("sendGrid(Event|Inbound)Key: '[^']*'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PublicKey();
}
