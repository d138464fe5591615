using QuarterlyCycle.App.Tests.Files;
using Xunit;

namespace QuarterlyCycle.App.Tests.CommandLine;

public sealed class WrongArgumentTests
{
    [Theory]
    [InlineData("--colour", "rehearse", "--colour", "red")]
    [InlineData("no plan \"leeds\"", "rehearse", "--plan", "leeds")]
    [InlineData("no plan \"leeds\"", "check", "leeds")]
    [InlineData("no plan \"leeds\"", "import", "leeds")]
    [InlineData("\"Q2\" is not a quarter", "rehearse", "--quarter", "Q2")]
    [InlineData("no scenario", "rehearse", "--scenario", "nobody.json")]
    [InlineData("--port must be a number between 1 and 65535", "demo", "--port", "0")]
    [InlineData("--port must be a number between 1 and 65535", "serve", "--port", "70000")]
    [InlineData("--port must be a number", "demo", "--port", "seven")]
    [InlineData("no data", "verify")]
    [InlineData("cannot be the service's address", "serve", "--address", "http://quarterly.example.org")]
    public async Task A_wrong_argument_is_one_clear_line_and_leaves_nothing_behind(string says, string command, params string[] arguments)
    {
        using TemporaryFolder folder = new();
        string[] place = command switch
        {
            "rehearse" => ["--out", folder.At("out")],
            "check" => [],
            _ => ["--data", folder.At("data")],
        };

        Ran ran = await CommandProcess.Run([command, .. arguments, .. place]);

        Assert.Equal(2, ran.Code);
        Assert.Contains(says, Assert.Single(Lines(ran.Errors)), StringComparison.Ordinal);
        Assert.Empty(ran.Output);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task A_rehearsal_is_never_written_over_other_files()
    {
        using TemporaryFolder folder = new();
        await File.WriteAllTextAsync(folder.At("minutes.txt"), "Minutes", TestContext.Current.CancellationToken);

        Ran ran = await CommandProcess.Run("rehearse", "--out", folder.Path);

        Assert.Equal(2, ran.Code);
        Assert.Contains("holds files that are not a rehearsal's", Assert.Single(Lines(ran.Errors)), StringComparison.Ordinal);
        Assert.Equal("Minutes", await File.ReadAllTextAsync(Assert.Single(Directory.GetFileSystemEntries(folder.Path)), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_mistake_in_a_scenario_is_named_with_its_line()
    {
        using TemporaryFolder folder = new();
        await File.WriteAllTextAsync(folder.At("scenario.json"), "{\"quarter\": \"2008-09-Q2\",\n\"steps\": [{\"day\": \"soon\"}]}", TestContext.Current.CancellationToken);

        Ran ran = await CommandProcess.Run("rehearse", "--scenario", folder.At("scenario.json"), "--out", folder.At("out"));

        Assert.Equal(2, ran.Code);
        Assert.Contains("line 2", Assert.Single(Lines(ran.Errors)), StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.At("out")));
    }

    [Fact]
    public async Task An_unexpected_fault_is_a_reference_and_never_a_stack_trace()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.At("data"));
        await File.WriteAllTextAsync(folder.At("data/keys.json"), $"{{\"Audit\":\"{Convert.ToBase64String(new byte[32])}\",\"Links\":\"{Convert.ToBase64String(new byte[32])}\"}}", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder.At("data/records.db"), new string('x', 4096), TestContext.Current.CancellationToken);

        Ran ran = await CommandProcess.Run("verify", "--data", folder.At("data"));

        Assert.Equal(1, ran.Code);
        string[] lines = Lines(ran.Errors);
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("There is a fault in the service: ", lines[0], StringComparison.Ordinal);
        Assert.Matches("^Reference [0-9a-f]{8}\\. The details are in .+\\.txt\\.$", lines[1]);
        Assert.DoesNotContain("   at ", ran.Output + ran.Errors, StringComparison.Ordinal);
        string details = lines[1].Split("The details are in ")[1].TrimEnd('.');
        Assert.Contains("   at ", await File.ReadAllTextAsync(details, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        File.Delete(details);
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
