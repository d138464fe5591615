using System.Globalization;
using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Pages.Staff;
using QuarterlyCycle.App.Plans;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.App.Pages.Running;

/// <summary>A plan that was imported after the quarter began: what it would change in the quarter that runs, and taking it.</summary>
public sealed class PlanCorrectionPages(StaffDoor door, PlanLibrary plans, ActDesk desk) : PageSet
{
    internal const string VersionField = "version";

    public override IReadOnlyList<PageRoute> Routes =>
    [
        PageRoute.Get("/cycle/plan", door.ManagerQuarterPage((_, _, quarter) => Show(quarter, "", []))),
        PageRoute.Post("/cycle/plan", door.ManagerQuarterPage(Correct)),
    ];

    private async Task<PageAnswer> Correct(PageRequest request, StaffVisit visit, QuarterInView quarter)
    {
        string reason = request.Field("reason");
        int version = int.TryParse(request.Field(VersionField), NumberStyles.None, CultureInfo.InvariantCulture, out int typed) ? typed : 0;
        IReadOnlyList<FieldError> errors = StaffDoor.ErrorsOf(await desk.Perform(
            request.Client, new CorrectPlan { Id = request.SentFormId, AtUtc = request.NowUtc, By = visit.By, Cycle = quarter.Code, Version = version, Reason = reason }));
        return errors.Count > 0 ? await Show(quarter, reason, errors) : new PageAnswer.Redirect("/cycle?done=plan");
    }

    private async Task<PageAnswer> Show(QuarterInView quarter, string reason, IReadOnlyList<FieldError> errors)
    {
        PlanVersion? newest = await plans.Newest();
        bool isNewer = quarter.IsRunning && newest is not null && newest.Number > quarter.Cycle.PlanVersion;
        Plan? corrected = isNewer ? await plans.Of(newest!.Number) : null;
        return PageAnswer.Show<CorrectPlanPage>("Take the corrected plan", new PlanCorrectionModel
        {
            Quarter = quarter,
            Version = corrected is null ? null : newest!.Number,
            WhyNot = corrected is null ? [] : PlanCorrection.WhyNot(quarter.Plan, corrected, quarter.Quarter),
            Changes = corrected is null ? [] : PlanChanges.Between(quarter.Plan, corrected),
            Reason = reason,
        }, errors);
    }
}

/// <summary>A corrected plan and what it would change.</summary>
public sealed record PlanCorrectionModel
{
    public required QuarterInView Quarter { get; init; }

    /// <summary>The newer version, or null when the quarter runs on the newest.</summary>
    public int? Version { get; init; }

    /// <summary>Why the quarter cannot take it; empty when it can.</summary>
    public required IReadOnlyList<string> WhyNot { get; init; }

    public required IReadOnlyList<PlanChange> Changes { get; init; }

    public required string Reason { get; init; }
}
