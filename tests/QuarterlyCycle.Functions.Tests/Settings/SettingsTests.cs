using System.Reflection;
using System.Text.RegularExpressions;
using QuarterlyCycle.Functions.Hosting;
using Xunit;

namespace QuarterlyCycle.Functions.Tests.Settings;

/// <summary>Holds the sample and the templates against the options: what is read is set, and what is set is read.</summary>
public sealed partial class SettingsTests
{
    // Read by the Functions host, the identity library or the scheduler's client, and by nothing here.
    private static readonly string[] Platform =
    [
        "APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "APPLICATIONINSIGHTS_CONNECTION_STRING", "AZURE_CLIENT_ID", "AzureWebJobsDisableHomepage",
        "AzureWebJobsStorage", "AzureWebJobsStorage__blobServiceUri", "AzureWebJobsStorage__clientId", "AzureWebJobsStorage__credential",
        "AzureWebJobsStorage__queueServiceUri", "AzureWebJobsStorage__tableServiceUri", "FUNCTIONS_WORKER_RUNTIME",
    ];

    private static readonly string[] OnlyOnAzure = ["Storage__Blobs", "Storage__Tables"];
    private static readonly string[] OnlyOnAMachine = ["Storage__Emulator"];

    [Fact]
    public void Every_option_has_its_setting_in_the_sample_and_every_setting_its_option() =>
        Assert.Equal(Options().Except(OnlyOnAzure).Order(StringComparer.Ordinal), SampleSettings.Values.Keys.Except(Platform).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_option_has_its_setting_in_the_templates_and_every_setting_its_option() =>
        Assert.Equal(Options().Except(OnlyOnAMachine).Order(StringComparer.Ordinal), Templates().Except(Platform).Order(StringComparer.Ordinal));

    [Fact]
    public void The_templates_set_what_the_platform_needs() =>
        Assert.Equal(Platform.Except(["AzureWebJobsStorage", "FUNCTIONS_WORKER_RUNTIME"]).Order(StringComparer.Ordinal), Templates().Intersect(Platform).Order(StringComparer.Ordinal));

    [Fact]
    public void A_secret_comes_from_the_vault_and_from_nowhere_else()
    {
        string app = Repository.Text("infra/modules/functionApp.bicep");
        foreach (string secret in new[] { "Audit__Key", "Links__Key", "SendGrid__ApiKey" })
        {
            Assert.Matches($@"{secret}: '@Microsoft\.KeyVault\(SecretUri=\$\{{vaultUri\}}secrets/{secret.Replace("__", "", StringComparison.Ordinal)}/\)'", app);
            Assert.Equal("", SampleSettings.Values[secret]);
        }
    }

    // As the host's start names them: a record of options and its section.
    private static IEnumerable<string> Options()
    {
        MatchCollection added = Added().Matches(Repository.Text("functions/QuarterlyCycle.Functions/Hosting/ServiceSetup.cs"));
        Assert.True(added.Count > 5);
        return added.SelectMany(match => Settings(match.Groups["options"].Value, match.Groups["section"].Value));
    }

    private static IEnumerable<string> Settings(string options, string section)
    {
        Type type = new[] { typeof(StorageOptions).Assembly, typeof(App.Options.ServiceOptions).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Single(type => type.Name == options && type.Namespace!.StartsWith("QuarterlyCycle", StringComparison.Ordinal));
        return type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite).Select(property => $"{section}__{property.Name}");
    }

    private static IEnumerable<string> Templates()
    {
        string block = Block().Match(Repository.Text("infra/modules/functionApp.bicep")).Groups["settings"].Value;
        return Setting().Matches(block).Select(match => match.Groups["name"].Value);
    }

    [GeneratedRegex("""AddChecked<(?<options>\w+)>\(configuration, "(?<section>\w+)"\)""", RegexOptions.None, 1000)]
    private static partial Regex Added();

    [GeneratedRegex("""^var settings = \{\n(?<settings>.*?)^\}""", RegexOptions.Multiline | RegexOptions.Singleline, 1000)]
    private static partial Regex Block();

    [GeneratedRegex("""^  (?<name>\w+): """, RegexOptions.Multiline, 1000)]
    private static partial Regex Setting();
}
