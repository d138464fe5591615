using System.CommandLine;

namespace QuarterlyCycle.Local.Commands;

/// <summary>The option that names the folder of an installation.</summary>
internal static class DataOption
{
    public static Option<string> Create() => new("--data") { Description = "The folder in which everything is kept.", HelpName = "DIR", DefaultValueFactory = _ => "data" };
}
