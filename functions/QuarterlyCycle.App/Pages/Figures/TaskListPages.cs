using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.App.Pages.Figures;

/// <summary>P20: what is asked of an officer, and how far it is.</summary>
public sealed class TaskListPages(OfficerRequests requests, QuarterRecords records) : PageSet
{
    public override IReadOnlyList<PageRoute> Routes => [PageRoute.Get("/figures", requests.Page(Show))];

    private async Task<PageAnswer> Show(PageRequest request, OfficerRequest found)
    {
        Dictionary<string, OfficerTask> tasks = new(StringComparer.Ordinal);
        foreach (RequestedFigure figure in found.Figures)
        {
            tasks[figure.Code] = await Entry(found, figure);
        }

        return PageAnswer.Show<TaskListPage>($"Your quarter {found.Quarter.Number} figures", new TaskListModel
        {
            Found = found,
            Groups =
            [
                .. found.Figures.Where(figure => !figure.IsMilestone).GroupBy(figure => figure.Bodies[0], StringComparer.Ordinal)
                    .Select(group => new TaskGroup(found.Plan.Body(group.Key)?.Name ?? group.Key, [.. group.Select(figure => tasks[figure.Code])])),
                .. found.Figures.Where(figure => figure.IsMilestone).GroupBy(figure => found.Plan.BusinessPlanLine(figure.Code) is not null)
                    .Select(group => new TaskGroup(group.Key ? "Business plan" : "Milestones", [.. group.Select(figure => tasks[figure.Code])])),
            ],
        });
    }

    private async Task<OfficerTask> Entry(OfficerRequest found, RequestedFigure figure)
    {
        string[] others = [.. figure.Bodies.Skip(1).Select(body => found.Plan.Body(body)?.Name ?? body)];
        Submission? sent = figure.Submission is { } number ? await records.Submissions.Of(found.Cycle, figure.Code, number) : null;
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
            Does = figure.OpenChallenge is not null ? "Answer the question" : sent is not null && found.IsCorrectable(figure) ? "Correct" : null,
            Sent = sent is null ? null : $"{AnswerRows.InShort(sent)}, sent at {BritishWords.Instant(sent.AtUtc)}, reference {sent.Reference}",
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

    /// <summary>What a link does when it is not to answer, or null.</summary>
    public string? Does { get; init; }

    /// <summary>What was sent and when, or null.</summary>
    public string? Sent { get; init; }

    /// <summary>The later due instant, where more time was given.</summary>
    public DateTime? DueUtc { get; init; }
}
