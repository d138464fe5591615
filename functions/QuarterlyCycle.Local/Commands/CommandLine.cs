using System.CommandLine;
using System.CommandLine.Parsing;
using System.Security.Cryptography;
using System.Text;
using Spectre.Console;

namespace QuarterlyCycle.Local.Commands;

/// <summary>The command line: 0 when it worked, 2 for a wrong argument or a plan that is not clean, 1 for a fault.</summary>
internal static class CommandLine
{
    public const int Worked = 0;
    public const int Fault = 1;
    public const int Refused = 2;

    public static async Task<int> Run(string[] arguments)
    {
        if (Console.IsOutputRedirected)
        {
            AnsiConsole.Console = PlainConsole();
        }

        RootCommand root = new("QuarterlyCycle runs a partnership's quarterly performance-reporting cycle.")
        {
            DemoCommand.Create(),
            ServeCommand.Create(),
            RehearseCommand.Create(),
            CheckCommand.Create(),
            ImportCommand.Create(),
            VerifyCommand.Create(),
            BackupCommand.Create(),
            RestoreCommand.Create(),
        };
        DemoCommand.RunWithoutArguments(root);
        try
        {
            ParseResult parsed = root.Parse(arguments);
            if (parsed.Errors is [ParseError wrong, ..])
            {
                return Refuse(wrong.Message);
            }

            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (OperationCanceledException)
        {
            return Worked;
        }
        catch (RefusedArgument refusal)
        {
            return Refuse(refusal.Message);
        }
        catch (Exception fault)
        {
            return await Report(fault, arguments);
        }
    }

    /// <summary>One line on the error stream, and the code for a wrong argument.</summary>
    public static int Refuse(string message)
    {
        Console.Error.WriteLine(message.ReplaceLineEndings(" "));
        return Refused;
    }

    // A file or another program reads this: no colours, and no line is broken for a screen's width.
    private static IAnsiConsole PlainConsole()
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            Out = new AnsiConsoleOutput(Console.Out),
        });
        console.Profile.Width = 1000;
        return console;
    }

    // The reference is drawn from the fault itself, so the same fault has the same reference.
    private static async Task<int> Report(Exception fault, string[] arguments)
    {
        string details = $"quarterlycycle {string.Join(' ', arguments)}{Environment.NewLine}{fault}{Environment.NewLine}";
        string reference = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(details)))[..8];
        string file = Path.Combine(Path.GetTempPath(), $"quarterlycycle-fault-{reference}.txt");
        await File.WriteAllTextAsync(file, details);
        AnsiConsole.Profile.Out.Writer.Flush();
        Console.Error.WriteLine($"There is a fault in the service: {fault.Message}");
        Console.Error.WriteLine($"Reference {reference}. The details are in {file}.");
        return Fault;
    }
}

/// <summary>An argument that cannot be followed, with one sentence for the person who typed it.</summary>
internal sealed class RefusedArgument(string message) : Exception(message);
