using Xunit;

namespace QuarterlyCycle.App.Tests.CommandLine;

public sealed class ReadmeTests
{
    [Fact]
    public async Task Every_command_of_the_readme_names_something_that_is_there()
    {
        string root = Root();
        string[] commands = [.. File.ReadAllLines(Path.Combine(root, "README.md")).Where(line => line.StartsWith("    ", StringComparison.Ordinal)).Select(line => line.Trim())];
        Ran help = await CommandProcess.Run("--help");

        Assert.NotEmpty(commands);
        foreach (string command in commands)
        {
            string[] words = command.Split(' ');
            if (words[0] != "dotnet")
            {
                Assert.True(File.Exists(Path.Combine(root, words[0])), $"{words[0]} is not there.");
                continue;
            }

            Assert.Equal(["dotnet", "run", "--project"], words[..3]);
            Assert.True(Directory.Exists(Path.Combine(root, words[3])), $"{words[3]} is not there.");
            Assert.Contains($"  {words[5]} ", help.Output, StringComparison.Ordinal);
        }
    }

    private static string Root()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "QuarterlyCycle.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return folder.FullName;
    }
}
