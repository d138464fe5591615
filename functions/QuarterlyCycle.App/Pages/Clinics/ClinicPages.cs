using System.Globalization;
using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Pages.Staff;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Clinics;
using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.App.Pages.Clinics;

/// <summary>P70: performance clinics from the suggestion to the report back.</summary>
public sealed class ClinicPages(StaffDoor door, QuartersInView quarters, QuarterRecords records, ActDesk desk) : PageSet
{
    private const int RowsForActions = 4;

    public override IReadOnlyList<PageRoute> Routes =>
    [
        PageRoute.Get("/clinics", door.ManagerPage((request, visit) => List(new ProposalForm("", ""), []))),
        PageRoute.Post("/clinics", door.ManagerQuarterPage(Propose)),
        PageRoute.Get("/clinics/{clinic}", ClinicPage((request, visit, clinic) => Show(visit, clinic, FreshForm(visit, clinic), DoneWords(request), []))),
        PageRoute.Post("/clinics/{clinic}/call", ClinicPage(Call)),
        PageRoute.Post("/clinics/{clinic}/decline", ClinicPage(Decline)),
        PageRoute.Post("/clinics/{clinic}/record", ClinicPage(Record)),
        PageRoute.Post("/clinics/{clinic}/close", ClinicPage(Close)),
    ];

    private Func<PageRequest, Task<PageAnswer>> ClinicPage(Func<PageRequest, StaffVisit, Clinic, Task<PageAnswer>> answer) => door.ManagerPage(async (request, visit) =>
        await records.Clinics.Get(request.Part("clinic")) is { } clinic ? await answer(request, visit, clinic) : StaffDoor.NotFound());

    private async Task<PageAnswer> Propose(PageRequest request, StaffVisit visit, QuarterInView quarter)
    {
        ProposalForm form = new(request.Field("measure").Trim(), request.Field("why"));
        ProposeClinic act = new() { Id = request.SentFormId, AtUtc = request.NowUtc, By = visit.By, Cycle = quarter.Code, Measure = form.Measure, Why = form.Why };
        ActResult result = await desk.Perform(request.Client, act);
        return result is ActResult.Accepted accepted ? new PageAnswer.Redirect($"/clinics/{accepted.Reference}") : await List(form, StaffDoor.ErrorsOf(result));
    }

    private async Task<PageAnswer> List(ProposalForm form, IReadOnlyList<FieldError> errors)
    {
        List<NamedClinic> all = [];
        foreach (Clinic clinic in await records.Clinics.All())
        {
            all.Add(await Named(clinic));
        }

        return PageAnswer.Show<ClinicListPage>("Performance clinics", new ClinicListModel(all, form), errors);
    }

    private async Task<PageAnswer> Call(PageRequest request, StaffVisit visit, Clinic clinic)
    {
        ClinicForm form = FreshForm(visit, clinic) with { HoldBy = request.Field("holdByDate") };
        return TypedDate.Read(form.HoldBy) is { } holdBy
            ? await Perform(request, visit, clinic, form, new CallClinic { Id = request.SentFormId, AtUtc = request.NowUtc, By = visit.By, Cycle = clinic.Cycle, Clinic = clinic.Code, HoldByDate = holdBy }, "called")
            : await Show(visit, clinic, form, null, [new FieldError("holdByDate", $"Enter a date after {BritishWords.Date(visit.Today)}")]);
    }

    private Task<PageAnswer> Decline(PageRequest request, StaffVisit visit, Clinic clinic)
    {
        ClinicForm form = FreshForm(visit, clinic) with { Reason = request.Field("reason") };
        return Perform(request, visit, clinic, form, new DeclineClinic { Id = request.SentFormId, AtUtc = request.NowUtc, By = visit.By, Cycle = clinic.Cycle, Clinic = clinic.Code, Reason = form.Reason }, "declined");
    }

    private async Task<PageAnswer> Record(PageRequest request, StaffVisit visit, Clinic clinic)
    {
        ClinicForm form = FreshForm(visit, clinic) with
        {
            HeldOn = request.Field("heldOn"),
            Findings = request.Field("findings"),
            Actions = [.. Enumerable.Range(0, RowsForActions).Select(row => new ClinicActionForm(request.Field(FieldOf(row)), request.Field($"{FieldOf(row)}.owner"), request.Field($"{FieldOf(row)}.due")))],
        };
        List<FieldError> errors = TypedDate.Read(form.HeldOn) is null ? [new FieldError("heldOn", "Enter the day on which the clinic was held")] : [];
        errors.AddRange(form.Actions.Select((action, row) => (action, row)).Where(entry => !entry.action.IsEmpty && TypedDate.Read(entry.action.Due) is null)
            .Select(entry => new FieldError($"{FieldOf(entry.row)}.due", "Enter the date by which it is done")));
        if (errors.Count > 0)
        {
            return await Show(visit, clinic, form, null, errors);
        }

        return await Perform(request, visit, clinic, form, new RecordClinic
        {
            Id = request.SentFormId,
            AtUtc = request.NowUtc,
            By = visit.By,
            Cycle = clinic.Cycle,
            Clinic = clinic.Code,
            HeldOn = TypedDate.Read(form.HeldOn) ?? visit.Today,
            Findings = form.Findings,
            Actions = [.. form.Actions.Where(action => !action.IsEmpty).Select(action => new ClinicAction(action.Text, action.Owner, TypedDate.Read(action.Due) ?? visit.Today))],
        }, "recorded");
    }

    private Task<PageAnswer> Close(PageRequest request, StaffVisit visit, Clinic clinic) =>
        Perform(request, visit, clinic, FreshForm(visit, clinic), new CloseClinic { Id = request.SentFormId, AtUtc = request.NowUtc, By = visit.By, Cycle = clinic.Cycle, Clinic = clinic.Code }, "closed");

    private async Task<PageAnswer> Perform(PageRequest request, StaffVisit visit, Clinic clinic, ClinicForm form, Act act, string done)
    {
        IReadOnlyList<FieldError> errors = StaffDoor.ErrorsOf(await desk.Perform(request.Client, act));
        return errors.Count > 0 ? await Show(visit, clinic, form, null, errors) : new PageAnswer.Redirect($"/clinics/{clinic.Code}?done={done}");
    }

    private async Task<PageAnswer> Show(StaffVisit visit, Clinic clinic, ClinicForm form, string? done, IReadOnlyList<FieldError> errors)
    {
        NamedClinic named = await Named(clinic);
        return PageAnswer.Show<ClinicPage>($"Clinic on {clinic.Measure}", new ClinicModel(named, form, done), errors);
    }

    private async Task<NamedClinic> Named(Clinic clinic) => new(clinic, (await quarters.Of(clinic.Cycle))?.NameOf(clinic.Measure) ?? clinic.Measure);

    private static ClinicForm FreshForm(StaffVisit visit, Clinic clinic) => new()
    {
        HoldBy = TypedDate.Write(visit.Today.AddDays(28)),
        HeldOn = clinic.HoldByDate is not null ? TypedDate.Write(visit.Today) : "",
        Actions = [.. Enumerable.Repeat(new ClinicActionForm("", "", ""), RowsForActions)],
    };

    private static string? DoneWords(PageRequest request) => request.Query("done") switch
    {
        "called" => "The clinic is called.",
        "declined" => "The clinic is declined. The next report prints the reason.",
        "recorded" => "What the clinic found is recorded. It goes into the next board pack.",
        "closed" => "The clinic is closed.",
        _ => null,
    };

    /// <summary>The field of an action's row.</summary>
    internal static string FieldOf(int row) => string.Create(CultureInfo.InvariantCulture, $"actions[{row}]");
}

/// <summary>A clinic and the name of its measure.</summary>
public sealed record NamedClinic(Clinic Clinic, string Name);

/// <summary>What is typed to ask for a clinic that nothing has suggested.</summary>
public sealed record ProposalForm(string Measure, string Why);

/// <summary>Every clinic.</summary>
public sealed record ClinicListModel(IReadOnlyList<NamedClinic> All, ProposalForm Form)
{
    public IReadOnlyList<NamedClinic> In(params ClinicState[] states) => [.. All.Where(named => states.Contains(named.Clinic.State)).OrderByDescending(named => named.Clinic.Cycle, StringComparer.Ordinal)];
}

/// <summary>One clinic.</summary>
public sealed record ClinicModel(NamedClinic Named, ClinicForm Form, string? Done)
{
    public Clinic Clinic => Named.Clinic;
}

/// <summary>What is typed about a clinic.</summary>
public sealed record ClinicForm
{
    public string HoldBy { get; init; } = "";

    public string Reason { get; init; } = "";

    public string HeldOn { get; init; } = "";

    public string Findings { get; init; } = "";

    public required IReadOnlyList<ClinicActionForm> Actions { get; init; }
}

/// <summary>An action as it is typed.</summary>
public sealed record ClinicActionForm(string Text, string Owner, string Due)
{
    public bool IsEmpty => Text.Length == 0 && Owner.Length == 0 && Due.Length == 0;
}
