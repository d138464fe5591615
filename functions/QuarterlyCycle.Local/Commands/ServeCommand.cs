using System.CommandLine;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using QuarterlyCycle.App.Cycles;
using QuarterlyCycle.App.Options;
using QuarterlyCycle.App.Plans;
using QuarterlyCycle.Local.Hosting;
using QuarterlyCycle.Local.Mail;

namespace QuarterlyCycle.Local.Commands;

/// <summary>Runs the service for real: real time, and SMTP or a mail folder.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        Option<int> portOption = PortOption();
        Option<string?> addressOption = new("--address") { Description = "The address that links begin with, when a web server with HTTPS stands in front.", HelpName = "URL" };
        Option<string> listenOption = ListenOption();
        Command command = new("serve", "Run the service with real time and real mail.") { portOption, listenOption, addressOption };
        PlaceOptions place = new(command);
        command.SetAction((parsed, stopping) => Run(
            place.Installation(parsed),
            AddressOf(parsed.GetValue(addressOption), parsed.GetValue(portOption)),
            new ListeningPlace(parsed.GetValue(listenOption)!, parsed.GetValue(portOption)),
            place.Settings(parsed),
            stopping));
        return command;
    }

    public static Option<int> PortOption()
    {
        Option<int> option = new("--port") { Description = "The port on this machine.", HelpName = "NUMBER", DefaultValueFactory = _ => 7071 };
        option.Validators.Add(result =>
        {
            // The words as typed: asking for a number that is none would be a fault.
            if (result.Tokens is [{ Value: string typed }] && !(int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port is >= 1 and <= 65535))
            {
                result.AddError("--port must be a number between 1 and 65535.");
            }
        });
        return option;
    }

    public static Option<string> ListenOption()
    {
        Option<string> option = new("--listen")
        {
            Description = "Which address of this machine to listen on: an address, localhost, or any for all of them, as inside a container.",
            HelpName = "ADDRESS",
            DefaultValueFactory = _ => ListeningPlace.Localhost,
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: string typed }] && !ListeningPlace.IsAddress(typed))
            {
                result.AddError("--listen must be an IP address of this machine, localhost or any.");
            }
        });
        return option;
    }

    private static async Task<int> Run(Installation installation, Uri address, ListeningPlace place, Settings settings, CancellationToken stopping)
    {
        if (File.Exists(installation.ClockFile))
        {
            throw new RefusedArgument($"{installation.Folder} holds a demonstration: name another folder with --data DIR, or run demo.");
        }

        SmtpOptions? smtp = settings.Section<SmtpOptions>("Smtp");
        MailOptions? mail = settings.Section<MailOptions>("Mail");
        ServiceSetup setup = await installation.Setup(TimeProvider.System, address, "Production", smtp is null ? null : new SmtpMailSender(smtp));
        setup = setup with { Logging = Logging, MailOptions = mail ?? setup.MailOptions };

        await using RunningService service = await RunningService.Open(setup);
        if (await service.Get<PlanLibrary>().Current(stopping) is null)
        {
            throw new RefusedArgument("There is no plan yet: import one first, for example with: import derby-2008-09.");
        }

        await using WebApplication web = await WebHost.Start(service, place, Logging);
        await service.Get<OutageSweep>().Run(null, stopping);
        await service.TakeUp();
        service.Start();
        Console.WriteLine($"QuarterlyCycle is at {address}. Records are in {installation.Place}. Mail goes {(smtp is null ? $"into {installation.MailFolder}" : $"to {smtp.Host}")}. Stop it with Ctrl+C.");
        await new SweepLoop(service, TimeSpan.FromMinutes(1), realTime: true, service.Get<ILoggerFactory>().CreateLogger("Sweeps")).Run(stopping);
        await web.StopAsync(CancellationToken.None);
        return CommandLine.Worked;
    }

    public static void Logging(ILoggingBuilder logging) =>
        logging.SetMinimumLevel(LogLevel.Warning).AddSimpleConsole(console => console.SingleLine = true);

    private static Uri AddressOf(string? text, int port)
    {
        string written = text ?? $"http://localhost:{port}";
        return Uri.TryCreate(written, UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttps || address is { IsLoopback: true, Scheme: "http" })
            ? address
            : throw new RefusedArgument($"\"{written}\" cannot be the service's address: it begins with https://, or with http://localhost on this machine.");
    }
}
