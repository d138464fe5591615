using System.Reflection;
using QuarterlyCycle.App.Tests.CommandLine;
using QuarterlyCycle.App.Tests.Files;
using Xunit;

namespace QuarterlyCycle.AzureStorage.Tests;

/// <summary>What is left to test where neither the Azure packages nor tests/node_modules is there.</summary>
public sealed class LeftOutTests
{
    [Fact]
    public void Records_over_Tables_and_files_over_Blobs_are_tested()
    {
        const string why = "The tests over Tables and Blobs were left out: neither the Azure packages nor tests/node_modules is there. tests/run installs what they need.";
        Assert.True(Environment.GetEnvironmentVariable("LEAVE_NO_TEST_OUT") is null, why);
        Assert.Skip(why);
    }

    [Fact]
    public void Without_the_Azure_packages_the_project_builds_empty_and_needs_only_the_App()
    {
        Assembly storage = Assembly.Load("QuarterlyCycle.AzureStorage");
        Assert.DoesNotContain(storage.GetTypes(), type => type.IsPublic);
        Assert.DoesNotContain(storage.GetReferencedAssemblies(), reference => reference.Name!.StartsWith("Azure.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("verify", "--data")]
    [InlineData("rehearse", "--out")]
    public async Task A_storage_account_in_the_settings_is_refused_in_one_line(string command, string place)
    {
        using TemporaryFolder folder = new();
        await File.WriteAllTextAsync(folder.At("settings.json"), """{ "Storage": { "Account": "https://quarterly.blob.core.windows.net" } }""", TestContext.Current.CancellationToken);

        Ran ran = await CommandProcess.Run(command, place, folder.At("place"), "--settings", folder.At("settings.json"));

        Assert.Equal(2, ran.Code);
        Assert.Contains("Azure storage is not in this build", Assert.Single(ran.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }
}
