using System.CommandLine;
using QuarterlyCycle.Local.Hosting;

namespace QuarterlyCycle.Local.Commands;

/// <summary>The options that say where an installation is: its folder, and the settings, which may put records and files into a storage account.</summary>
internal sealed class PlaceOptions
{
    private readonly Option<string> _folder = new("--data") { Description = "The folder in which everything is kept.", HelpName = "DIR", DefaultValueFactory = _ => "data" };
    private readonly SettingsOption _settings;

    public PlaceOptions(Command command)
    {
        command.Add(_folder);
        _settings = new SettingsOption(command);
    }

    public Settings Settings(ParseResult parsed) => _settings.Read(parsed);

    public Installation Installation(ParseResult parsed) => new(parsed.GetValue(_folder)!, Settings(parsed));
}

/// <summary>The option that names a file of settings.</summary>
internal sealed class SettingsOption
{
    private readonly Option<string?> _option = new("--settings")
    {
        Description = "A JSON file with the sections Mail, Smtp and Storage; environment variables such as QUARTERLY_Smtp__Host go before it. "
            + "Without Smtp the mail goes into the data folder; with Storage:Account records and files go into that account.",
        HelpName = "FILE",
    };

    public SettingsOption(Command command) => command.Add(_option);

    public Settings Read(ParseResult parsed) => Settings.Read(parsed.GetValue(_option));
}
