using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using QuarterlyCycle.App.Access;
using QuarterlyCycle.App.Activities;
using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Cycles;
using QuarterlyCycle.App.Files;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Options;
using QuarterlyCycle.App.Pages;
using QuarterlyCycle.App.Plans;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.App.Tests.Acts;
using QuarterlyCycle.App.Tests.Files;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Submissions;
using QuarterlyCycle.DurableTask.Engine;
using QuarterlyCycle.Local.Storage;
using QuarterlyCycle.Orchestrations;
using Xunit;

namespace QuarterlyCycle.App.Tests.Pages;

/// <summary>The whole service behind a test server: SQLite and files in memory, the real engine and a clock that skips.</summary>
internal sealed class PagesHost : IAsyncDisposable
{
    public const string Address = "http://localhost:7071";

    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(number => (byte)number)];

    private readonly MemoryRecordStore _memory = new();
    private readonly WatchedStore _store;
    private readonly ServiceProvider _services;
    private SqliteTaskHub _hub = null!;
    private IHost _host = null!;
    private int _acts;

    private PagesHost(DateTime nowUtc)
    {
        Clock = new SkippingClock(nowUtc);
        _store = new WatchedStore(_memory);
        ServiceCollection services = new();
        services.AddSingleton<IRecordStore>(_store).AddSingleton<IFileStore>(new MemoryFileStore());
        services.AddSingleton<TimeProvider>(Clock).AddSingleton<IMailSender>(new Collector(Sent));
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance).AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services.AddSingleton(new ServiceOptions { Address = new Uri(Address), Environment = "Test" });
        services.AddSingleton(new MailOptions { FromAddress = "quarterly@example.org" });
        services.AddSingleton(new AuditOptions { Key = Key }).AddSingleton(new LinkOptions { Key = Key });
        QuarterlyService.AddTo(services);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true });
    }

    public SkippingClock Clock { get; }

    /// <summary>Every e-mail that went out.</summary>
    public List<OutgoingMail> Sent { get; } = [];

    /// <summary>Every row that was written since the start.</summary>
    public IReadOnlyList<string> Writes => _store.Writes;

    public QuarterRecords Records => Get<QuarterRecords>();

    public DurableTaskClient Client => _hub.Client;

    /// <summary>The plan is imported, and no quarter has been started.</summary>
    public static async Task<PagesHost> Imported(DateTime nowUtc, Plan? plan = null)
    {
        PagesHost pages = new(nowUtc);
        DurableTaskRegistry registry = new();
        foreach (RegisteredOrchestrator orchestrator in QuarterRegistration.Orchestrators)
        {
            registry.AddOrchestrator(orchestrator.Name, orchestrator.Type);
        }

        foreach (RegisteredActivity activity in QuarterActivities.All)
        {
            registry.AddActivity(activity.Name, activity.Activity);
        }

        pages._hub = await SqliteTaskHub.OpenAsync(
            new TaskHubOptions { Path = TaskHubOptions.InMemory, Clock = pages.Clock, OneAtATime = true, DefaultVersion = QuarterRegistration.Version }, registry, pages._services);
        pages._hub.Start();
        PageServer server = pages.Get<PageServer>();
        pages._host = await new HostBuilder()
            .ConfigureWebHost(web => web.UseTestServer().Configure(app => app.Run(http => server.Handle(http, pages.Client))))
            .StartAsync();
        await pages.Get<PlanLibrary>().Save(plan ?? SmallPlan.Make(), "test");
        return pages;
    }

    /// <summary>Quarter 2 of 2025-26 runs, and it is 9am on its first day, Monday 6 October 2025.</summary>
    public static async Task<PagesHost> Opened(Plan? plan = null)
    {
        PagesHost pages = await Imported(new DateTime(2025, 9, 22, 8, 0, 0, DateTimeKind.Utc), plan);
        string manager = await pages.Number(SmallPlan.Pat);
        await pages.Do(new StartCycle { Id = "start", AtUtc = pages.Clock.UtcNow, By = manager, Cycle = SmallPlan.Cycle });
        await pages.AdvanceTo((await pages.Records.Timetables.InForce(SmallPlan.Cycle)).OpensUtc);
        return pages;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task<string> Number(string email) => (await Records.People.ByEmail(email))!.Number;

    /// <summary>A browser in which this person has signed in.</summary>
    public async Task<Browser> SignIn(string email) => await Enter(new LinkBrief
    {
        Kind = LinkKind.SignIn,
        Officer = await Number(email),
        Round = "test",
        ExpiresUtc = Clock.UtcNow.AddHours(1),
    });

    /// <summary>A browser that came in by a link of this kind.</summary>
    public async Task<Browser> Enter(LinkBrief link) => new(_host.GetTestClient(), await Get<Sessions>().Start(link));

    /// <summary>The bare line to the service, for what no browser shows.</summary>
    public HttpClient Http => _host.GetTestClient();

    /// <summary>A browser of nobody in particular.</summary>
    public Browser Nobody() => new(_host.GetTestClient(), null);

    public async Task<ActResult.Accepted> Do(Act act)
    {
        ActResult result = await Get<ActDesk>().Perform(Client, act);
        Assert.True(result is ActResult.Accepted { NotTaken.Count: 0 }, QuarterBench.Words(result));
        return (ActResult.Accepted)result;
    }

    /// <summary>This person sends these answers.</summary>
    public async Task Send(string email, params SubmissionForm[] forms) => await Do(new SendFigures
    {
        Id = $"send{++_acts}",
        AtUtc = Clock.UtcNow,
        By = await Number(email),
        Cycle = SmallPlan.Cycle,
        Forms = forms,
        Route = SubmissionRoute.Page,
    });

    /// <summary>Moves on to this instant, stopping wherever something is due.</summary>
    public async Task AdvanceTo(DateTime instantUtc)
    {
        Sweeps sweeps = Get<Sweeps>();
        while (true)
        {
            await Settle();
            DateTime?[] due = [_hub.NextTimerUtc, await sweeps.NextDueUtc(), instantUtc];
            DateTime next = due.OfType<DateTime>().Where(at => at > Clock.UtcNow).DefaultIfEmpty(instantUtc).Min();
            if (Clock.UtcNow >= instantUtc)
            {
                return;
            }

            Clock.AdvanceTo(next < instantUtc ? next : instantUtc);
        }
    }

    /// <summary>Until nothing is left to do at this instant.</summary>
    public async Task Settle()
    {
        for (int round = 0; round < 2; round++)
        {
            await _hub.WhenIdle();
            await Get<Sweeps>().Run(Client);
        }

        await _hub.WhenIdle();
    }

    /// <summary>5pm in London on this day.</summary>
    public static DateTime FivePm(int month, int day) => LondonTime.ToUtc(new DateOnly(2025, month, day), new TimeOnly(17, 0));

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        await _hub.DisposeAsync();
        await _services.DisposeAsync();
        _memory.Dispose();
    }

    private sealed class Collector(List<OutgoingMail> sent) : IMailSender
    {
        public bool RepeatsAreSafe => true;

        public Task<SendResult> Send(OutgoingMail mail, CancellationToken cancellation = default)
        {
            if (!sent.Any(known => known.Key == mail.Key))
            {
                sent.Add(mail);
            }

            return Task.FromResult<SendResult>(new SendResult.Accepted(mail.Key));
        }
    }
}
