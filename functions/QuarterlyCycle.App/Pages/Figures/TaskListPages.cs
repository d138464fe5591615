using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.DataRequests;

namespace QuarterlyCycle.App.Pages.Figures;

/// <summary>P20: what is asked of an officer, and how far it is.</summary>
public sealed class TaskListPages(OfficerRequests requests) : PageSet
{
    public override IReadOnlyList<PageRoute> Routes => [PageRoute.Get("/figures", requests.Page(Show))];

    private static Task<PageAnswer> Show(PageRequest request, OfficerRequest found)
    {
        Quarter quarter = found.Quarter;
        return Task.FromResult<PageAnswer>(PageAnswer.Show<TaskListPage>($"Your quarter {quarter.Number} figures", new TaskListModel
        {
            Found = found,
            Groups =
            [
                .. found.Figures.Where(figure => !figure.IsMilestone).GroupBy(figure => figure.Bodies[0], StringComparer.Ordinal)
                    .Select(group => new TaskGroup(found.Plan.Body(group.Key)?.Name ?? group.Key, [.. group.Select(figure => Entry(found, figure))])),
                .. found.Figures.Any(figure => figure.IsMilestone)
                    ? new[] { new TaskGroup("Milestones", [.. found.Figures.Where(figure => figure.IsMilestone).Select(figure => Entry(found, figure))]) }
                    : [],
            ],
        }));
    }

    private static OfficerTask Entry(OfficerRequest found, RequestedFigure figure)
    {
        string[] others = [.. figure.Bodies.Skip(1).Select(body => found.Plan.Body(body)?.Name ?? body)];
        return new OfficerTask
        {
            Code = figure.Code,
            Name = found.NameOf(figure),
            Address = figure switch
            {
                { OpenChallenge: not null } => $"/measures/{figure.Code}/question",
                _ when found.IsOpen(figure) => $"/measures/{figure.Code}",
                _ when found.IsCorrectable(figure) => $"/measures/{figure.Code}/correct",
                _ => null,
            },
            Tag = FigureStatusWords.Of(figure.Status, figure.IsOverdue(found.Timetable, found.NowUtc)),
            Note = others.Length > 0 ? $"Also for {string.Join(" and ", others)}" : null,
            DueUtc = figure.MoreTime is not null && figure.IsOutstanding ? figure.DueUtc(found.Timetable) : null,
        };
    }
}

/// <summary>The task list of one officer.</summary>
public sealed record TaskListModel
{
    public required OfficerRequest Found { get; init; }

    public required IReadOnlyList<TaskGroup> Groups { get; init; }

    public int Sent => Found.Figures.Count(figure => !figure.IsOutstanding);

    public bool HasDrafts => Found.Outstanding.Any(figure => figure.Draft is not null);

    public bool IsPastDue => Found.Outstanding.Any() && Found.NowUtc > Found.DueUtc;
}

/// <summary>The tasks of one outcome group.</summary>
public sealed record TaskGroup(string Name, IReadOnlyList<OfficerTask> Tasks);

/// <summary>One measure or milestone to answer.</summary>
public sealed record OfficerTask
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    public string? Address { get; init; }

    public required FigureTag Tag { get; init; }

    public string? Note { get; init; }

    /// <summary>The later due instant, where more time was given.</summary>
    public DateTime? DueUtc { get; init; }
}
