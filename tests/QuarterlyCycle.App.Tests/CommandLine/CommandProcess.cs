using System.Diagnostics;

namespace QuarterlyCycle.App.Tests.CommandLine;

/// <summary>What a command printed and its exit code.</summary>
internal sealed record Ran(int Code, string Output, string Errors);

/// <summary>The command line as people run it: a process of its own.</summary>
internal static class CommandProcess
{
    public static async Task<Ran> Run(params string[] arguments)
    {
        using Process process = Start(arguments);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new Ran(process.ExitCode, await output, await errors);
    }

    public static Process Start(params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "QuarterlyCycle.Local.dll"));
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }
}
