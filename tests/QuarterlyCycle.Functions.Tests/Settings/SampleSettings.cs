using System.Text.Json;
using Microsoft.Extensions.Configuration;
using QuarterlyCycle.Functions.Tests.SendGrid;

namespace QuarterlyCycle.Functions.Tests.Settings;

/// <summary>local.settings.sample.json as a developer has it who has filled in the keys.</summary>
internal static class SampleSettings
{
    public static IReadOnlyDictionary<string, string> Values { get; } = Read();

    public static Dictionary<string, string?> Filled(params (string Name, string? Value)[] others)
    {
        Dictionary<string, string?> settings = Values.ToDictionary(setting => setting.Key.Replace("__", ":", StringComparison.Ordinal), string? (setting) => setting.Value);
        string key = Convert.ToBase64String([.. Enumerable.Range(1, 32).Select(number => (byte)number)]);
        settings["Audit:Key"] = key;
        settings["Links:Key"] = key;
        settings["SendGrid:ApiKey"] = "SG.test";
        settings["SendGrid:EventKey"] = TestSignature.EventKey;
        settings["SendGrid:InboundKey"] = TestSignature.InboundKey;
        foreach ((string name, string? value) in others)
        {
            settings[name] = value;
        }

        return settings;
    }

    public static IConfiguration Configuration(params (string Name, string? Value)[] others) =>
        new ConfigurationBuilder().AddInMemoryCollection(Filled(others).Where(setting => setting.Value is not null)).Build();

    private static Dictionary<string, string> Read()
    {
        using JsonDocument sample = JsonDocument.Parse(Repository.Text("functions/QuarterlyCycle.Functions/local.settings.sample.json"));
        return sample.RootElement.GetProperty(nameof(Values)).EnumerateObject().ToDictionary(setting => setting.Name, setting => setting.Value.GetString()!, StringComparer.Ordinal);
    }
}
