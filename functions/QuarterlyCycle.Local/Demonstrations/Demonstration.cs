using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Cycles;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Plans;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Cycles;
using QuarterlyCycle.Domain.Timetables;
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
            _player = await ScenarioPlayer.Create([.. scenario.Quarters], Quarter.Parse(scenario.Quarter), records, service.Get<PlanLibrary>(), service.Get<ActDesk>());
            _player.StartAfter(clock.Played);
        }
    }

    /// <summary>When the next thing is due that the timetable names or that puts e-mail out, or null when nothing is.</summary>
    public async Task<DateTime?> NextUtc()
    {
        await _service.Hub.WhenIdle();
        List<DateTime?> candidates = [await _service.Get<Outbox>().NextDueUtc(), await _service.Get<OpenDueCycles>().NextDueUtc()];
        QuarterRecords records = _service.Get<QuarterRecords>();
        foreach (Cycle cycle in await records.Cycles.Running())
        {
            candidates.AddRange(InstantsOf(await records.Timetables.InForce(cycle)).Select(instant => (DateTime?)instant));
        }

        return candidates.Where(candidate => candidate > NowUtc).Min();
    }

    /// <summary>Moves on to the next thing; with <paramref name="othersAct"/> everybody in the scenario does what falls due on the way.</summary>
    public async Task MoveOn(bool othersAct)
    {
        await _turn.WaitAsync();
        try
        {
            await Settle();

            // A demonstration that was killed may have reached an instant at which somebody had yet to act.
            await LetOthersAct(othersAct);
            if (await NextUtc() is not { } targetUtc)
            {
                return;
            }

            int before = _player?.Played.Count ?? 0;
            while (NowUtc < targetUtc)
            {
                DateTime?[] stops = [_service.Hub.NextTimerUtc, othersAct ? _player?.NextUtc : null, targetUtc];
                clock.MoveTo(stops.Where(stop => stop > NowUtc && stop <= targetUtc).Min() ?? targetUtc);
                await Settle();
                await LetOthersAct(othersAct);
            }

            LastPlayed = [.. _player?.Played.Skip(before) ?? []];
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Waits until everything is done and sent that can be at this time, so that who looks next sees the whole of it.</summary>
    public async Task Settle()
    {
        await _service.Hub.WhenIdle();
        await _service.Get<Sweeps>().Run(_service.Client);
        await _service.Hub.WhenIdle();
        if (_player is not null)
        {
            await _player.LookUp();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task LetOthersAct(bool othersAct)
    {
        if (_player?.NextUtc is not { } dueUtc || dueUtc > NowUtc)
        {
            return;
        }

        if (othersAct)
        {
            await _player.PlayDue(_service.Client, NowUtc);
        }
        else
        {
            _player.SkipTo(NowUtc);
        }

        clock.HavePlayed(_player.Passed);
        await Settle();
    }

    private static IEnumerable<DateTime> InstantsOf(Timetable timetable) =>
    [
        timetable.NoticeUtc, timetable.OpensUtc, .. timetable.Chasing.Select(step => step.AtUtc), timetable.DueUtc, timetable.ClosingNoticeUtc, timetable.AnswersStopUtc,
        timetable.ReviewOpensUtc, timetable.ReviewReminderUtc, .. timetable.LateFiguresUtc, timetable.CorrectionsStopUtc, timetable.CollateUtc, timetable.PapersOutUtc,
        .. timetable.Groups.SelectMany(group => new[] { group.AskUpdateUtc, group.UpdateDueUtc, group.AskSignOffUtc, group.SignOffReminderUtc, group.SignOffDueUtc }),
        timetable.Board.AtRiskUtc, timetable.Board.BuildUtc, timetable.Board.PublicationUtc, timetable.Board.AskDecisionsUtc, timetable.Board.RemindDecisionsUtc,
        timetable.Board.DecisionsDueUtc, timetable.ClosesUtc,
    ];
}
