using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Pages.Staff;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.App.Pages.Running;

/// <summary>P54: deciding on more time.</summary>
public sealed class ExtensionPages(StaffDoor door, QuarterRecords records, ActDesk desk) : PageSet
{
    public override IReadOnlyList<PageRoute> Routes =>
    [
        PageRoute.Get("/cycle/extensions/{id}", door.ManagerQuarterPage((request, visit, quarter) => Show(request, visit, quarter, new ExtensionForm(), []))),
        PageRoute.Post("/cycle/extensions/{id}", door.ManagerQuarterPage(Decide)),
    ];

    private async Task<PageAnswer> Decide(PageRequest request, StaffVisit visit, QuarterInView quarter)
    {
        ExtensionForm form = new() { Decision = request.Field("decision"), Until = request.Field("untilDate"), Reason = request.Field("reason") };
        DateOnly? until = form.Decision == ExtensionForm.AllowUntil ? TypedDate.Read(form.Until) : null;
        IReadOnlyList<FieldError> errors = form switch
        {
            { Decision: not (ExtensionForm.Allow or ExtensionForm.AllowUntil or ExtensionForm.Refuse) } => [new FieldError("decision", "Select what you decide")],
            { Decision: ExtensionForm.AllowUntil } when until is null => [new FieldError("untilDate", $"Enter a date after {BritishWords.Date(visit.Today)}")],
            _ => StaffDoor.ErrorsOf(await desk.Perform(request.Client, new DecideExtension
            {
                Id = request.SentFormId,
                AtUtc = request.NowUtc,
                By = visit.By,
                Cycle = quarter.Code,
                Extension = request.Part("id"),
                Give = form.Decision != ExtensionForm.Refuse,
                UntilDate = until,
                Reason = form.Reason.Length > 0 ? form.Reason : null,
            })),
        };
        return errors.Count > 0
            ? await Show(request, visit, quarter, form, errors)
            : new PageAnswer.Redirect(form.Decision == ExtensionForm.Refuse ? "/cycle?done=refused" : "/cycle?done=allowed");
    }

    private async Task<PageAnswer> Show(PageRequest request, StaffVisit visit, QuarterInView quarter, ExtensionForm form, IReadOnlyList<FieldError> errors)
    {
        if (await records.Extensions.Get(quarter.Code, request.Part("id")) is not { } extension)
        {
            return StaffDoor.NotFound();
        }

        Officer officer = await records.People.Of(extension.Officer);
        DateOnly stop = LondonTime.DateOf(quarter.Timetable.CorrectionsStopUtc);
        WorkingDays workingDays = new(quarter.Plan.Calendar);
        return PageAnswer.Show<ExtensionPage>($"{officer.Name} asks for more time", new ExtensionModel
        {
            Quarter = quarter,
            Extension = extension,
            Officer = officer,
            DecidedBy = extension.DecidedBy is { } by ? (await records.People.Get(by))?.Name : null,
            DaysLeft = DaysBetween(workingDays, LondonTime.DateOf(extension.AskedUntilUtc), stop),
            Form = form,
        }, errors);
    }

    // Working days after the new date up to the day corrections stop: what is left for review.
    private static int DaysBetween(WorkingDays workingDays, DateOnly from, DateOnly to)
    {
        int days = 0;
        for (DateOnly day = workingDays.After(from); day <= to; day = workingDays.After(day))
        {
            days++;
        }

        return days;
    }
}

/// <summary>A decision on more time as it is made.</summary>
public sealed record ExtensionForm
{
    public const string Allow = "allow";
    public const string AllowUntil = "until";
    public const string Refuse = "refuse";

    public string Decision { get; init; } = "";

    public string Until { get; init; } = "";

    public string Reason { get; init; } = "";
}

/// <summary>More time that was asked for.</summary>
public sealed record ExtensionModel
{
    public required QuarterInView Quarter { get; init; }

    public required Extension Extension { get; init; }

    public required Officer Officer { get; init; }

    public string? DecidedBy { get; init; }

    public required int DaysLeft { get; init; }

    public required ExtensionForm Form { get; init; }

    public bool IsOpen => Extension.State == ExtensionState.Asked;
}
