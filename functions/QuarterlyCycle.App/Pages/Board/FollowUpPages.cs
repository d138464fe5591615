using System.Globalization;
using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Pages.Staff;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Cycles;
using QuarterlyCycle.Domain.Decisions;
using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.App.Pages.Board;

/// <summary>P71: what boards decided in every quarter, and what became of it.</summary>
public sealed class FollowUpPages(StaffDoor door, QuarterRecords records, ActDesk desk) : PageSet
{
    public override IReadOnlyList<PageRoute> Routes =>
    [
        PageRoute.Get("/decisions", door.ManagerPage((request, visit) => Show(visit, request.Query("done") == "updated" ? "The decision is updated." : null, []))),
        PageRoute.Post("/decisions/{cycle}/{number}", door.ManagerPage(Update)),
    ];

    private async Task<PageAnswer> Update(PageRequest request, StaffVisit visit)
    {
        IReadOnlyList<FieldError> errors =
            int.TryParse(request.Part("number"), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && Enum.TryParse(request.Field("state"), out DecisionState state) && Enum.IsDefined(state)
                ? StaffDoor.ErrorsOf(await desk.Perform(request.Client, new UpdateDecision { Id = request.SentFormId, AtUtc = request.NowUtc, By = visit.By, Cycle = request.Part("cycle"), Number = number, State = state }))
                : [new FieldError("", "Select where the decision stands")];
        return errors.Count > 0 ? await Show(visit, null, errors) : new PageAnswer.Redirect("/decisions?done=updated");
    }

    private async Task<PageAnswer> Show(StaffVisit visit, string? done, IReadOnlyList<FieldError> errors)
    {
        List<Decision> all = [];
        foreach (Cycle cycle in await records.Cycles.All())
        {
            all.AddRange(await records.Decisions.All(cycle.Code));
        }

        return PageAnswer.Show<FollowUpPage>("Decisions", new FollowUpModel(all, visit.Today, done), errors);
    }
}

/// <summary>The decisions of every quarter.</summary>
public sealed record FollowUpModel(IReadOnlyList<Decision> All, DateOnly Today, string? Done)
{
    public IEnumerable<Decision> Due => All.Where(decision => DecisionRule.IsOverdue(decision, Today)).OrderBy(decision => decision.DueDate);

    public IEnumerable<Decision> Open => All.Where(decision => DecisionRule.Returns(decision) && !DecisionRule.IsOverdue(decision, Today));

    public IEnumerable<Decision> Settled => All.Where(decision => !DecisionRule.Returns(decision)).Reverse();
}
