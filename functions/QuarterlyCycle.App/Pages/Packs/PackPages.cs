using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Packs;
using QuarterlyCycle.App.Pages.Staff;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.App.Pages.Packs;

/// <summary>P91 and P94: one body's report with its versions and files, and the report itself.</summary>
public sealed class PackPages(PackDoor door, PackReader reader, QuarterRecords records, ActDesk desk) : PageSet
{
    private const string Html = "text/html; charset=utf-8";

    public override IReadOnlyList<PageRoute> Routes =>
    [
        PageRoute.Get("/packs/{cycle}/{body}", door.BodyPage((request, body) => Show(request, body, body.Standing ?? body.Newest, []))),
        PageRoute.Post("/packs/{cycle}/{body}/build", door.ManagerPage(Build)),
        PageRoute.Get("/packs/{cycle}/{body}/v{version}", door.VersionPage((request, body, version) => Show(request, body, version, []))),
        PageRoute.Get("/packs/{cycle}/{body}/v{version}/public", door.VersionPage((_, _, version) => Read(version, PackEdition.Public))),
        PageRoute.Get("/packs/{cycle}/{body}/v{version}/exempt", door.VersionPage((_, _, version) => Read(version, PackEdition.Exempt))),
        PageRoute.Get("/packs/{cycle}/{body}/v{version}/files/{name}", door.VersionPage(Download)),
    ];

    private async Task<PageAnswer> Show(PageRequest request, BodyInView body, PackVersion? version, IReadOnlyList<FieldError> errors)
    {
        Dictionary<string, string> names = (await records.People.All()).ToDictionary(person => person.Number, person => person.Name, StringComparer.Ordinal);
        PackModel? model = version is null ? null : await reader.Model(body.Cycle, body.Body, version.Version);
        return PageAnswer.Show<PackPage>($"{body.Name} report", new PackPageModel
        {
            Body = body,
            Version = version,
            Model = model?.Public,
            SignOffs = await records.SignOffs.All(body.Cycle, body.Body),
            Names = names,
            HasUpdate = await records.GroupUpdates.Get(body.Cycle, body.Body) is not null,
            HasSummary = await records.Summaries.Get(body.Cycle, body.Body) is not null,
            Done = request.Query("done") switch
            {
                "built" => "A new draft is built from the records as they are now.",
                "issued" => "The report is issued. Its readers have been e-mailed.",
                "withdrawn" => "The version is withdrawn. It stays here, marked.",
                "summary" => "The summary is kept. The next version that is built prints it.",
                "update" => "What the group decided is recorded.",
                _ => null,
            },
        }, errors);
    }

    private async Task<PageAnswer> Build(PageRequest request, BodyInView body)
    {
        ActResult result = await desk.Perform(request.Client, new BuildNewVersion { Id = request.SentFormId, AtUtc = request.NowUtc, By = body.Visit.By, Cycle = body.Cycle, Body = body.Body });
        IReadOnlyList<FieldError> errors = StaffDoor.ErrorsOf(result);
        return errors.Count > 0 || result is not ActResult.Accepted built
            ? await Show(request, body, body.Newest, errors)
            : new PageAnswer.Redirect($"{body.Address}/v{built.Reference}?done=built");
    }

    private async Task<PageAnswer> Read(PackVersion version, PackEdition edition) =>
        await reader.Html(version.Cycle, version.Body, version.Version, edition) is { } content
            ? new PageAnswer.Download($"{version.Cycle} {version.Body} {edition}.html", Html, content, Inline: true)
            : StaffDoor.NotFound();

    private async Task<PageAnswer> Download(PageRequest request, BodyInView body, PackVersion version) =>
        await reader.File(body.Cycle, body.Body, version.Version, request.Part("name")) is { } found
            ? new PageAnswer.Download(found.File.Name, found.File.ContentType, found.Content)
            : StaffDoor.NotFound();
}

/// <summary>One body's report.</summary>
public sealed record PackPageModel
{
    public required BodyInView Body { get; init; }

    /// <summary>The version that the page is about, or null before the first.</summary>
    public PackVersion? Version { get; init; }

    /// <summary>Its public edition, or null.</summary>
    public Pack? Model { get; init; }

    public required IReadOnlyList<SignOff> SignOffs { get; init; }

    public required IReadOnlyDictionary<string, string> Names { get; init; }

    public required bool HasUpdate { get; init; }

    public required bool HasSummary { get; init; }

    public string? Done { get; init; }

    public bool IsManager => Body.Visit.IsProjectManager;

    /// <summary>Whether the visitor is to sign the version that stands.</summary>
    public bool AwaitsSignature => Body is { IsSignatory: true, IsBoard: false, Standing.State: PackState.Issued };

    public string NameOf(string number) => Names.GetValueOrDefault(number, number);
}
