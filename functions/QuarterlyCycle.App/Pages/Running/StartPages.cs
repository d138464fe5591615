using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Cycles;
using QuarterlyCycle.App.Pages.Staff;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Cycles;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Submissions;
using QuarterlyCycle.Domain.Timetables;

namespace QuarterlyCycle.App.Pages.Running;

/// <summary>P68: starting a quarter, with its dates and everybody who will be asked.</summary>
public sealed class StartPages(StaffDoor door, CyclePlanner planner, QuarterRecords records, ActDesk desk) : PageSet
{
    public override IReadOnlyList<PageRoute> Routes =>
    [
        PageRoute.Get("/cycle/start", door.ManagerPage(async (request, visit) => await Show(await QuarterOf(request.Query("quarter"), visit), []))),
        PageRoute.Post("/cycle/start", door.ManagerPage(Start)),
    ];

    private async Task<PageAnswer> Start(PageRequest request, StaffVisit visit)
    {
        Quarter quarter = await QuarterOf(request.Field("cycle"), visit);
        ActResult result = await desk.Perform(request.Client, new StartCycle { Id = request.SentFormId, AtUtc = request.NowUtc, By = visit.By, Cycle = quarter.Code });
        IReadOnlyList<FieldError> errors = StaffDoor.ErrorsOf(result);
        return errors.Count > 0 ? await Show(quarter, errors) : new PageAnswer.Redirect("/cycle?done=started");
    }

    private async Task<PageAnswer> Show(Quarter quarter, IReadOnlyList<FieldError> errors)
    {
        CycleDraft draft = await planner.Draft(quarter);
        IReadOnlyList<Cycle> running = await records.Cycles.Running();
        List<AskedPerson> people = [];
        if (draft.Plan is { } plan)
        {
            foreach (IGrouping<string, Assignment> asked in (await planner.Asked(plan, quarter)).GroupBy(assignment => assignment.OfficerEmail))
            {
                people.Add(new AskedPerson(plan.Person(asked.Key)?.Name ?? asked.Key, asked.Key, [.. asked.Select(assignment => assignment.Code)]));
            }
        }

        return PageAnswer.Show<StartPage>($"Start quarter {quarter.Number}", new StartModel
        {
            Quarter = quarter,
            Draft = draft,
            People = [.. people.OrderBy(person => person.Name, StringComparer.Ordinal)],
            Running = running.Count > 0 ? running[0] : null,
            IsStarted = await records.Cycles.Get(quarter.Code) is not null,
        }, errors);
    }

    // The quarter after the newest that was started; before the first, the one whose figures are complete.
    private async Task<Quarter> QuarterOf(string asked, StaffVisit visit)
    {
        if (Quarter.TryParse(asked, out Quarter chosen))
        {
            return chosen;
        }

        Cycle? newest = (await records.Cycles.All()).LastOrDefault(cycle => cycle.State != CycleState.Cancelled);
        return newest is null ? Quarter.Containing(visit.Today).Previous : Quarter.Parse(newest.Code).Next;
    }
}

/// <summary>Somebody who will be asked.</summary>
public sealed record AskedPerson(string Name, string Email, IReadOnlyList<string> Measures);

/// <summary>A quarter about to be started.</summary>
public sealed record StartModel
{
    public required Quarter Quarter { get; init; }

    public required CycleDraft Draft { get; init; }

    public required IReadOnlyList<AskedPerson> People { get; init; }

    /// <summary>A quarter that still runs, or null.</summary>
    public Cycle? Running { get; init; }

    public required bool IsStarted { get; init; }

    public bool CanStart => Draft.Faults.Count == 0 && Draft.Timetable is not null && !IsStarted;

    public Timetable? Timetable => Draft.Timetable;
}
