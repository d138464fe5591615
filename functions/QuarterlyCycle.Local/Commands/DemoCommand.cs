using System.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using QuarterlyCycle.App.Access;
using QuarterlyCycle.App.Cycles;
using QuarterlyCycle.App.Mail.Composing;
using QuarterlyCycle.App.Pages;
using QuarterlyCycle.App.Plans;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Local.Demonstrations;
using QuarterlyCycle.Local.Hosting;
using QuarterlyCycle.Local.Mail;
using QuarterlyCycle.Local.Rehearsals;
using QuarterlyCycle.Local.Storage;

namespace QuarterlyCycle.Local.Commands;

/// <summary>Runs the service on Derby's plan with a clock that the viewer moves, a mailbox, and a sign-in link for each role.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        Option<int> portOption = ServeCommand.PortOption();
        Option<string> listenOption = ServeCommand.ListenOption();
        Command command = new("demo", "Run the service on a sample plan, with a mailbox and a clock that you move on.") { portOption, listenOption };
        PlaceOptions place = new(command);
        command.SetAction((parsed, stopping) => Run(place.Installation(parsed), new ListeningPlace(parsed.GetValue(listenOption)!, parsed.GetValue(portOption)), stopping));
        return command;
    }

    /// <summary>Without a command: the demonstration where there is no data or the data is a demonstration's, else the help.</summary>
    public static void RunWithoutArguments(RootCommand root) => root.SetAction(async (parsed, stopping) =>
    {
        Installation installation = new("data", Settings.Read(null));
        return File.Exists(installation.ClockFile) || !await installation.HasData()
            ? await Run(installation, new ListeningPlace(ListeningPlace.Localhost, 7071), stopping)
            : CommandLine.Refuse($"There is data of a real service in {(installation.IsInAccount ? installation.Place : "data")}: run serve, or name a command (--help lists them).");
    });

    private static async Task<int> Run(Installation installation, ListeningPlace place, CancellationToken stopping)
    {
        if (!File.Exists(installation.ClockFile) && await installation.HasData())
        {
            throw new RefusedArgument($"{installation.Place} holds the data of a real service: name another {(installation.IsInAccount ? "account with the setting Storage:Account" : "folder with --data DIR")}.");
        }

        PlanArgument argument = PlanArgument.Find(PlanArgument.Default);
        Scenario scenario = Scenario.Read(argument.Scenario);
        Quarter quarter = Quarter.Parse(scenario.Quarter);
        DemonstrationClock clock = DemonstrationClock.Open(installation.ClockFile, LondonTime.ToUtc(quarter.LastDay.AddDays(-2), new TimeOnly(9, 0)));
        using Demonstration demonstration = new(clock);
        Uri address = new($"http://localhost:{place.Port}");
        MailFolder mail = new(new FolderFileStore(installation.MailFolder), clock.Clock);
        ServiceSetup setup = (await installation.Setup(clock.Clock, address, "Demonstration", mail)) with { Logging = ServeCommand.Logging };
        await using RunningService service = await RunningService.Open(setup, services => services
            .AddSingleton(demonstration)
            .AddSingleton(mail)
            .AddSingleton<PageSet, DemonstrationPages>());
        if (!await OpenQuarter(service, argument, quarter))
        {
            return CommandLine.Refused;
        }

        await demonstration.Attach(service, scenario);
        await using WebApplication web = await WebHost.Start(service, place, ServeCommand.Logging);
        await service.TakeUp();
        service.Start();
        await Introduce(service, address, demonstration.NowUtc);
        await new SweepLoop(service, TimeSpan.FromSeconds(1), realTime: false, service.Get<ILoggerFactory>().CreateLogger("Sweeps")).Run(stopping);
        await web.StopAsync(CancellationToken.None);
        return CommandLine.Worked;
    }

    // Each step is repeatable, so that a demonstration killed while it was set up goes on.
    private static async Task<bool> OpenQuarter(RunningService service, PlanArgument argument, Quarter quarter)
    {
        PlanLibrary plans = service.Get<PlanLibrary>();
        if (await plans.Current() is null)
        {
            if (PlanReport.PlanOf(argument.Check()) is not { } plan)
            {
                return false;
            }

            await plans.Save(plan, "demonstration");
        }

        Plan current = (await plans.Current())!;
        IReadOnlyList<string> faults = await service.Get<QuarterRecords>().Cycles.Get(quarter.Code) is null
            ? await service.Get<CyclePlanner>().Plan(quarter, (await plans.Numbers()).Of(current.FirstProjectManager.Email))
            : [];
        return faults.Count == 0 ? true : throw new RefusedArgument($"The quarter {quarter} cannot be opened: {string.Join(" ", faults)}");
    }

    private static async Task Introduce(RunningService service, Uri address, DateTime nowUtc)
    {
        PlanLibrary plans = service.Get<PlanLibrary>();
        Plan plan = (await plans.Current())!;
        OfficerNumbers numbers = await plans.Numbers();
        Console.WriteLine($"The demonstration is at {address}. Its clock stands at {BritishWords.Instant(nowUtc)}; move it on at {address}demo.");
        Console.WriteLine($"Every e-mail is at {address}mail. Nothing leaves this computer. Stop it with Ctrl+C.");
        Console.WriteLine("Sign in as:");
        string cycle = (await service.Get<QuarterRecords>().Cycles.All())[^1].Code;
        foreach (DemoRole role in await DemoRoles.Of(plan, cycle, service.Get<QuarterRecords>()))
        {
            if (role.People is [Person person, ..])
            {
                Console.WriteLine($"  {role.Name,-18} {person.Name,-48} {await LinkOf(service, role, cycle, numbers.Of(person.Email), address, nowUtc)}");
            }
        }
    }

    private static async Task<string> LinkOf(RunningService service, DemoRole role, string cycle, string officer, Uri address, DateTime nowUtc)
    {
        if (role.Name == "Compiling officer")
        {
            return await service.Get<RequestLinks>().Url(cycle, officer);
        }

        string round = $"demonstration {nowUtc:O}";
        return $"{address}sign-in/{await service.Get<Links>().Issue(new LinkBrief { Kind = LinkKind.SignIn, Officer = officer, Round = round, ExpiresUtc = nowUtc.AddMinutes(30) })}";
    }
}
