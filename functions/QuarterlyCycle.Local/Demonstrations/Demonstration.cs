using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Cycles;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Plans;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Local.Hosting;
using QuarterlyCycle.Local.Rehearsals;

namespace QuarterlyCycle.Local.Demonstrations;

/// <summary>Moves a running service on to the next thing that happens, and lets the people of the sample quarter act on the way.</summary>
internal sealed class Demonstration(DemonstrationClock clock) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private RunningService _service = null!;
    private ScenarioPlayer? _player;

    public DateTime NowUtc => clock.Clock.UtcNow;

    /// <summary>What the people of the sample quarter did when the clock was last moved.</summary>
    public IReadOnlyList<PlayedStep> LastPlayed { get; private set; } = [];

    /// <summary>Takes over a service that is open; without a scenario nobody acts but the viewer.</summary>
    public async Task Attach(RunningService service, Scenario? scenario)
    {
        _service = service;
        QuarterRecords records = service.Get<QuarterRecords>();
        if (scenario is not null && await records.Cycles.Get(scenario.Quarter) is not null)
        {
            _player = await ScenarioPlayer.Create(scenario, Quarter.Parse(scenario.Quarter).Code, records, service.Get<PlanLibrary>(), service.Get<ActDesk>());
            _player.StartAfter(clock.Played);
        }
    }

    /// <summary>When the next thing is due that the service itself will do, or null when nothing is.</summary>
    public async Task<DateTime?> NextUtc()
    {
        await _service.Hub.WhenIdle();
        // The morning summaries are left out: a stop at 8:30 on every working day would hide what happens.
        DateTime?[] candidates = [_service.Hub.NextTimerUtc, await _service.Get<Outbox>().NextDueUtc(), await _service.Get<OpenDueCycles>().NextDueUtc()];
        return candidates.Where(candidate => candidate > NowUtc).Min();
    }

    /// <summary>Moves on to the next thing; with <paramref name="othersAct"/> everybody in the scenario does what falls due on the way.</summary>
    public async Task MoveOn(bool othersAct)
    {
        await _turn.WaitAsync();
        try
        {
            await Settle();
            if (await NextUtc() is not { } nextUtc)
            {
                return;
            }

            int before = _player?.Played.Count ?? 0;
            if (othersAct)
            {
                await PlayUntil(nextUtc);
            }
            else
            {
                _player?.SkipTo(nextUtc);
            }

            clock.HavePlayed(_player?.Passed ?? 0);
            clock.MoveTo(nextUtc);
            await Settle();
            LastPlayed = [.. _player?.Played.Skip(before) ?? []];
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task PlayUntil(DateTime endUtc)
    {
        while (_player?.NextUtc is { } dueUtc && dueUtc <= endUtc)
        {
            if (dueUtc > NowUtc)
            {
                clock.MoveTo(dueUtc);
            }

            await _player.PlayDue(_service.Client, NowUtc);
            clock.HavePlayed(_player.Passed);
            await Settle();
        }
    }

    private async Task Settle()
    {
        await _service.Hub.WhenIdle();
        await _service.Get<Sweeps>().Run(_service.Client);
        await _service.Hub.WhenIdle();
    }
}
