using QuarterlyCycle.App.Access;
using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Pages.Arriving;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.App.Pages.Staff;

/// <summary>Lets people in who signed in and hold the role that a page asks for, and says why to everybody else.</summary>
public sealed class StaffDoor(QuarterRecords records, QuartersInView quarters)
{
    private const string SignIn = "/sign-in";

    /// <summary>A page for anybody who signed in.</summary>
    public Func<PageRequest, Task<PageAnswer>> Page(Func<PageRequest, StaffVisit, Task<PageAnswer>> answer) => async request =>
    {
        if (request.Session is not { Kind: LinkKind.SignIn } session || await records.People.Get(session.Officer) is not { } person)
        {
            return new PageAnswer.Redirect(SignIn);
        }

        return await answer(request, new StaffVisit(person, request.NowUtc));
    };

    /// <summary>A page for anybody who signed in, about the newest quarter.</summary>
    public Func<PageRequest, Task<PageAnswer>> QuarterPage(Func<PageRequest, StaffVisit, QuarterInView, Task<PageAnswer>> answer) => Page(async (request, visit) =>
        await quarters.Newest() is { } quarter ? await answer(request, visit, quarter) : NoQuarter(visit));

    /// <summary>A page for project managers.</summary>
    public Func<PageRequest, Task<PageAnswer>> ManagerPage(Func<PageRequest, StaffVisit, Task<PageAnswer>> answer) => Page(async (request, visit) =>
        visit.IsProjectManager ? await answer(request, visit) : await ForManagersOnly());

    /// <summary>A page for project managers, about the newest quarter.</summary>
    public Func<PageRequest, Task<PageAnswer>> ManagerQuarterPage(Func<PageRequest, StaffVisit, QuarterInView, Task<PageAnswer>> answer) => ManagerPage(async (request, visit) =>
        await quarters.Newest() is { } quarter ? await answer(request, visit, quarter) : NoQuarter(visit));

    /// <summary>The answer to somebody without the role.</summary>
    public static PageAnswer.View NoAccess(string why, string back = "/") =>
        PageAnswer.Show<NoAccessPage>("You do not have access to this page", new NoAccessModel(why, back), status: 403);

    /// <summary>The answer where there is nothing at an address.</summary>
    public static PageAnswer.View NotFound() => PageAnswer.Show<NotFoundPage>("Page not found", new NotFoundModel(), status: 404);

    /// <summary>What an act's result leaves to be said on its page; empty when everything is done.</summary>
    public static IReadOnlyList<FieldError> ErrorsOf(ActResult? result) => result switch
    {
        ActResult.Refused refused => refused.Errors,
        ActResult.Accepted accepted => accepted.NotTaken,
        _ => [],
    };

    private async Task<PageAnswer> ForManagersOnly()
    {
        string manager = (await records.People.ProjectManagers()).Select(person => person.Name).FirstOrDefault() ?? "the project manager";
        return NoAccess($"This page is for project managers. Ask {manager}.");
    }

    private static PageAnswer NoQuarter(StaffVisit visit) => visit.IsProjectManager
        ? new PageAnswer.Redirect("/cycle/start")
        : PageAnswer.Show<NoQuarterPage>("No quarter has started", new NoQuarterModel(), status: 404);
}

/// <summary>Nothing to show before the first quarter.</summary>
public sealed record NoQuarterModel;
