using System.CommandLine;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using QuarterlyCycle.App.Cycles;
using QuarterlyCycle.App.Mail;
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
        Option<string> dataOption = DataOption.Create();
        Option<int> portOption = PortOption();
        Option<string?> addressOption = new("--address") { Description = "The address that links begin with, when a web server with HTTPS stands in front.", HelpName = "URL" };
        Option<string?> settingsOption = new("--settings") { Description = "A JSON file with the sections Mail and Smtp; environment variables such as QUARTERLY_Smtp__Host go before it. Without Smtp the mail goes into the data folder.", HelpName = "FILE" };
        Command command = new("serve", "Run the service with real time and real mail.") { dataOption, portOption, addressOption, settingsOption };
        command.SetAction((parsed, stopping) => Run(
            new Installation(parsed.GetValue(dataOption)!), AddressOf(parsed.GetValue(addressOption), parsed.GetValue(portOption)), parsed.GetValue(portOption), parsed.GetValue(settingsOption), stopping));
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

    private static async Task<int> Run(Installation installation, Uri address, int port, string? settingsFile, CancellationToken stopping)
    {
        if (File.Exists(installation.ClockFile))
        {
            throw new RefusedArgument($"{installation.Folder} holds a demonstration: name another folder with --data DIR, or run demo.");
        }

        IConfiguration settings = Settings(settingsFile);
        TimeProvider clock = TimeProvider.System;
        IMailSender? smtp = Smtp(settings);
        ServiceSetup setup = installation.Setup(clock, address, "Production", smtp) with { Logging = Logging };
        if (settings.GetSection("Mail").Exists())
        {
            setup = setup with { MailOptions = Checked(settings.GetSection("Mail").Get<MailOptions>()!, "Mail") };
        }

        await using RunningService service = await RunningService.Open(setup);
        if (await service.Get<PlanLibrary>().Current(stopping) is null)
        {
            throw new RefusedArgument("There is no plan yet: import one first, for example with: import derby-2008-09.");
        }

        await using WebApplication web = await WebHost.Start(service, new Uri($"http://localhost:{port}"), Logging);
        await service.Get<OutageSweep>().Run(null, stopping);
        await service.TakeUp();
        service.Start();
        Console.WriteLine($"QuarterlyCycle is at {address}. Mail goes {(smtp is null ? $"into {installation.MailFolder}" : $"to {settings["Smtp:Host"]}")}. Stop it with Ctrl+C.");
        await new SweepLoop(service, TimeSpan.FromMinutes(1), realTime: true, service.Get<ILoggerFactory>().CreateLogger("Sweeps")).Run(stopping);
        await web.StopAsync(CancellationToken.None);
        return CommandLine.Worked;
    }

    public static void Logging(ILoggingBuilder logging) =>
        logging.SetMinimumLevel(LogLevel.Warning).AddSimpleConsole(console => console.SingleLine = true);

    private static IConfiguration Settings(string? file)
    {
        ConfigurationBuilder builder = new();
        if (file is not null)
        {
            if (!File.Exists(file))
            {
                throw new RefusedArgument($"There is no settings file {file}.");
            }

            builder.AddJsonFile(Path.GetFullPath(file), optional: false);
        }

        try
        {
            return builder.AddEnvironmentVariables("QUARTERLY_").Build();
        }
        catch (InvalidDataException unreadable)
        {
            throw new RefusedArgument($"The settings file {file} cannot be read: {unreadable.InnerException?.Message ?? unreadable.Message}");
        }
    }

    private static SmtpMailSender? Smtp(IConfiguration settings) =>
        settings.GetSection("Smtp").Exists() ? new SmtpMailSender(Checked(settings.GetSection("Smtp").Get<SmtpOptions>()!, "Smtp")) : null;

    private static TOptions Checked<TOptions>(TOptions options, string section)
        where TOptions : class
    {
        List<ValidationResult> problems = [];
        return Validator.TryValidateObject(options, new ValidationContext(options), problems, validateAllProperties: true)
            ? options
            : throw new RefusedArgument($"The setting {section} is not right: {string.Join(" ", problems.Select(problem => problem.ErrorMessage))}");
    }

    private static Uri AddressOf(string? text, int port)
    {
        string written = text ?? $"http://localhost:{port}";
        return Uri.TryCreate(written, UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttps || address is { IsLoopback: true, Scheme: "http" })
            ? address
            : throw new RefusedArgument($"\"{written}\" cannot be the service's address: it begins with https://, or with http://localhost on this machine.");
    }
}
