using System.Globalization;
using QuarterlyCycle.App.Packs;
using QuarterlyCycle.App.Pages.Staff;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Packs;

namespace QuarterlyCycle.App.Pages.Packs;

/// <summary>A body's report as a visitor may see it.</summary>
public sealed record BodyInView
{
    public required QuarterInView Quarter { get; init; }

    public required BodyOfficers People { get; init; }

    public required StaffVisit Visit { get; init; }

    /// <summary>Every version that the visitor may see, the first one first; drafts are the project manager's.</summary>
    public required IReadOnlyList<PackVersion> Versions { get; init; }

    public string Cycle => Quarter.Code;

    public string Body => People.Body.Code;

    public string Name => People.Body.Name;

    public bool IsBoard => Quarter.Timetable.Board.Body == Body;

    public bool IsSignatory => Visit.By == People.Chair || Visit.By == People.ViceChair;

    public bool IsSecretary => Visit.By == People.Secretary;

    public DateOnly? MeetingOn => IsBoard ? Quarter.Timetable.Board.MeetingOn : Quarter.Timetable.Groups.FirstOrDefault(group => group.Body == Body)?.MeetingOn;

    /// <summary>The version that stands, or null.</summary>
    public PackVersion? Standing => Versions.LastOrDefault(version => version.State is PackState.Issued or PackState.SignedOff);

    public PackVersion? Newest => Versions.Count == 0 ? null : Versions[^1];

    /// <summary>Whether a draft can still be issued: one that is older than what was issued cannot.</summary>
    public bool MayBeIssued(PackVersion version) => version.State == PackState.Draft && !(Standing?.Version > version.Version);

    /// <summary>Where a version stands.</summary>
    public string StateOf(PackVersion version) => version.State == PackState.Draft && !MayBeIssued(version) ? "Not issued" : PackWords.Of(version);

    public string Address => PackWords.Address(Cycle, Body);
}

/// <summary>Lets a body's own people and the project managers to its report.</summary>
public sealed class PackDoor(StaffDoor door, QuartersInView quarters, BodyPeople people, QuarterRecords records)
{
    /// <summary>A page about the body in the address.</summary>
    public Func<PageRequest, Task<PageAnswer>> BodyPage(Func<PageRequest, BodyInView, Task<PageAnswer>> answer) => door.Page(async (request, visit) =>
    {
        if (await quarters.Of(request.Part("cycle")) is not { } quarter || await people.Find(quarter.Code, request.Part("body")) is not { } body)
        {
            return StaffDoor.NotFound();
        }

        return MaySee(visit, body) ? await answer(request, await Of(quarter, body, visit)) : StaffDoor.NoAccess($"This page is for the people of {body.Body.Name}.", "/packs");
    });

    /// <summary>A page about the body in the address, for project managers.</summary>
    public Func<PageRequest, Task<PageAnswer>> ManagerPage(Func<PageRequest, BodyInView, Task<PageAnswer>> answer) => BodyPage(async (request, body) =>
        body.Visit.IsProjectManager ? await answer(request, body) : StaffDoor.NoAccess("This page is for project managers.", body.Address));

    /// <summary>A page about the version in the address, for project managers.</summary>
    public Func<PageRequest, Task<PageAnswer>> ManagerVersionPage(Func<PageRequest, BodyInView, PackVersion, Task<PageAnswer>> answer) => ManagerPage(async (request, body) =>
        VersionIn(request, body) is { } version ? await answer(request, body, version) : StaffDoor.NotFound());

    /// <summary>A page about the version in the address.</summary>
    public Func<PageRequest, Task<PageAnswer>> VersionPage(Func<PageRequest, BodyInView, PackVersion, Task<PageAnswer>> answer) => BodyPage(async (request, body) =>
        VersionIn(request, body) is { } version ? await answer(request, body, version) : StaffDoor.NotFound());

    /// <summary>A body's report as this visitor sees it.</summary>
    public async Task<BodyInView> Of(QuarterInView quarter, BodyOfficers body, StaffVisit visit) => new()
    {
        Quarter = quarter,
        People = body,
        Visit = visit,
        Versions = [.. (await records.Packs.All(quarter.Code, body.Body.Code)).Where(version => visit.IsProjectManager || version.IssuedUtc is not null)],
    };

    public static bool MaySee(StaffVisit visit, BodyOfficers body) => visit.IsProjectManager || body.All.Contains(visit.By);

    private static PackVersion? VersionIn(PageRequest request, BodyInView body) =>
        int.TryParse(request.Part("version"), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? body.Versions.FirstOrDefault(version => version.Version == number)
            : null;
}
