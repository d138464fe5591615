using Microsoft.DurableTask.Client;
using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Cycles;
using QuarterlyCycle.App.Files;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Options;
using QuarterlyCycle.App.Plans;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Timetables;
using QuarterlyCycle.DurableTask.Engine;
using QuarterlyCycle.Local.Commands;
using QuarterlyCycle.Local.Hosting;
using QuarterlyCycle.Local.Mail;
using QuarterlyCycle.Local.Storage;

namespace QuarterlyCycle.Local.Rehearsals;

/// <summary>Whole quarters in seconds: the real service with a clock that skips, and a scenario's people. Nothing leaves the machine, and nothing is kept but the output.</summary>
internal sealed class Rehearsal : IAsyncDisposable
{
    // Nobody outside ever sees a rehearsal's links or audit record, and two runs must write the same bytes.
    private static readonly byte[] RehearsalKey = [.. Enumerable.Range(1, 32).Select(number => (byte)number)];

    private readonly Stores _stores;
    private readonly SkippingClock _clock;
    private RunningService _service = null!;

    private Rehearsal(Quarter first, int quarters, Stores? stores)
    {
        Quarters = [.. Following(first, quarters)];
        _stores = stores ?? Stores.InMemory();
        _clock = new SkippingClock(LondonTime.ToUtc(first.LastDay.AddDays(-14), new TimeOnly(9, 0)));
        Mail = new MailFolder(new MemoryFileStore(), _clock);
    }

    public RunningService Service => _service;

    public MailFolder Mail { get; }

    public IFileStore Files => _stores.Files;

    public ScenarioPlayer Player { get; private set; } = null!;

    /// <summary>The quarters that are played, in order.</summary>
    public IReadOnlyList<Quarter> Quarters { get; }

    /// <summary>The service, ready for these many quarters, with nothing in it yet. The rehearsal lets go of the stores when it is over.</summary>
    public static async Task<Rehearsal> Open(Quarter first, int quarters, Stores? stores = null)
    {
        Rehearsal rehearsal = new(first, quarters, stores);
        try
        {
            await rehearsal.OpenService();
            return rehearsal;
        }
        catch
        {
            await rehearsal.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens and plays.</summary>
    public static async Task<Rehearsal> Run(Plan plan, Quarter first, IReadOnlyList<Scenario> scenarios, Action<DateTime, DateTime> moved, Stores? stores = null)
    {
        Rehearsal rehearsal = await Open(first, scenarios.Count, stores);
        try
        {
            await rehearsal.Play(plan, scenarios, moved);
            return rehearsal;
        }
        catch
        {
            await rehearsal.DisposeAsync();
            throw;
        }
    }

    /// <summary>Plays the scenarios, one for each quarter, until the last quarter has ended and the one after has sent its notices; <paramref name="moved"/> hears each instant.</summary>
    public async Task Play(Plan plan, IReadOnlyList<Scenario> scenarios, Action<DateTime, DateTime> moved)
    {
        QuarterRecords records = _service.Get<QuarterRecords>();
        PlanLibrary plans = _service.Get<PlanLibrary>();
        await plans.Save(plan, "rehearsal");
        string projectManager = (await plans.Numbers()).Of(plan.FirstProjectManager.Email);
        await PlanCycle(Quarters[0], projectManager);
        Player = await ScenarioPlayer.Create(scenarios, Quarters[0], records, plans, _service.Get<ActDesk>());
        DateTime lastUtc = await LastUtc();

        Sweeps sweeps = _service.Get<Sweeps>();
        while (true)
        {
            await Settle(sweeps);
            if (_clock.UtcNow >= lastUtc && await records.Cycles.Get(Quarters[^1].Code) is { EndedUtc: not null })
            {
                // The next quarter was opened by a sweep; its notices wait for the one after.
                await Settle(sweeps);
                return;
            }

            DateTime nextUtc = await NextUtc(sweeps)
                ?? throw new InvalidOperationException($"Nothing more is due at {_clock.UtcNow:u}, but the cycle {Quarters[^1]} has not ended.");
            moved(nextUtc, lastUtc);
            _clock.AdvanceTo(nextUtc);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_service is not null)
        {
            await _service.DisposeAsync();
        }

        await _stores.DisposeAsync();
    }

    private async Task OpenService()
    {
        _service = await RunningService.Open(new ServiceSetup
        {
            Records = _stores.Records,
            Files = _stores.Files,
            Mail = Mail,
            Clock = _clock,
            HubPath = TaskHubOptions.InMemory,
            OneAtATime = true,
            Service = new ServiceOptions { Address = new Uri("http://localhost:7071"), Environment = "Rehearsal" },
            MailOptions = new MailOptions { FromAddress = "quarterly@example.org" },
            Audit = new AuditOptions { Key = RehearsalKey },
            Links = new LinkOptions { Key = RehearsalKey },
        });
        _service.Start();
    }

    // The notices of the quarter after the last one end a rehearsal; a plan that cannot open it yet ends with its own last day.
    private async Task<DateTime> LastUtc()
    {
        CyclePlanner planner = _service.Get<CyclePlanner>();
        CycleDraft after = await planner.Draft(Quarters[^1].Next);
        Timetable? timetable = after.Faults.Count == 0 ? after.Timetable : null;
        return timetable?.NoticeUtc
            ?? (await planner.Draft(Quarters[^1])).Timetable?.ClosesUtc
            ?? throw new RefusedArgument($"The quarter {Quarters[^1]} cannot be rehearsed: {string.Join(" ", (await planner.Draft(Quarters[^1])).Faults)}");
    }

    private static IEnumerable<Quarter> Following(Quarter first, int count)
    {
        Quarter quarter = first;
        for (int number = 0; number < count; number++)
        {
            yield return quarter;
            quarter = quarter.Next;
        }
    }

    private async Task PlanCycle(Quarter quarter, string by)
    {
        IReadOnlyList<string> faults = await _service.Get<CyclePlanner>().Plan(quarter, by);
        if (faults.Count > 0)
        {
            throw new RefusedArgument($"The quarter {quarter} cannot be opened: {string.Join(" ", faults)}");
        }
    }

    // Until nothing is left to do at this instant: what people do may itself wake an orchestration, and mail waits for the sweep.
    private async Task Settle(Sweeps sweeps)
    {
        DurableTaskClient client = _service.Client;
        await _service.Hub.WhenIdle();
        await sweeps.Run(client);
        await _service.Hub.WhenIdle();
        if (await Player.LookUp())
        {
            // A sweep has opened the next quarter, which has put its notices out behind it.
            await sweeps.Run(client);
            await _service.Hub.WhenIdle();
        }

        if (Player.NextUtc <= _clock.UtcNow)
        {
            await Player.PlayDue(client, _clock.UtcNow);
            await _service.Hub.WhenIdle();
            await sweeps.Run(client);
            await _service.Hub.WhenIdle();
        }
    }

    private async Task<DateTime?> NextUtc(Sweeps sweeps)
    {
        DateTime?[] candidates = [_service.Hub.NextTimerUtc, Player.NextUtc, await sweeps.NextDueUtc()];
        return candidates.Where(candidate => candidate > _clock.UtcNow).Min();
    }
}
