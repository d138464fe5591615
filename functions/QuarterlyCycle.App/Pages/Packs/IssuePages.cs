using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Packs;
using QuarterlyCycle.App.Pages.Staff;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.App.Pages.Packs;

/// <summary>P58 to P62: writing the summary, checking and issuing a version, and withdrawing one.</summary>
public sealed class IssuePages(PackDoor door, PackReader reader, QuarterRecords records, ActDesk desk) : PageSet
{
    public override IReadOnlyList<PageRoute> Routes =>
    [
        PageRoute.Get("/packs/{cycle}/{body}/summary", door.ManagerPage(async (request, body) => await ShowSummary(body, await SummaryOf(body), []))),
        PageRoute.Post("/packs/{cycle}/{body}/summary", door.ManagerPage(WriteSummary)),
        PageRoute.Get("/packs/{cycle}/{body}/v{version}/issue", door.ManagerVersionPage((request, body, version) => ShowIssue(body, version, []))),
        PageRoute.Post("/packs/{cycle}/{body}/v{version}/issue", door.ManagerVersionPage(Issue)),
        PageRoute.Get("/packs/{cycle}/{body}/v{version}/withdraw", door.ManagerVersionPage((request, body, version) => ShowWithdraw(body, version, "", []))),
        PageRoute.Post("/packs/{cycle}/{body}/v{version}/withdraw", door.ManagerVersionPage(Withdraw)),
    ];

    private async Task<PageAnswer> WriteSummary(PageRequest request, BodyInView body)
    {
        string text = request.Field("text").ReplaceLineEndings("\n");
        ActResult result = await desk.Perform(request.Client, new WriteSummary { Id = request.SentFormId, AtUtc = request.NowUtc, By = body.Visit.By, Cycle = body.Cycle, Body = body.Body, Text = text });
        IReadOnlyList<FieldError> errors = StaffDoor.ErrorsOf(result);
        return errors.Count > 0 ? await ShowSummary(body, text, errors) : new PageAnswer.Redirect($"{body.Address}?done=summary");
    }

    private async Task<PageAnswer> ShowSummary(BodyInView body, string text, IReadOnlyList<FieldError> errors)
    {
        PackModel? model = body.Newest is { } newest ? await reader.Model(body.Cycle, body.Body, newest.Version) : null;
        return PageAnswer.Show<SummaryPage>("Write the summary", new SummaryModel(body, text, model?.Public.Counts), errors);
    }

    // What was written, or what the newest version prints of itself.
    private async Task<string> SummaryOf(BodyInView body)
    {
        if (await records.Summaries.Get(body.Cycle, body.Body) is { } summary)
        {
            return summary.Text;
        }

        PackModel? model = body.Newest is { } newest ? await reader.Model(body.Cycle, body.Body, newest.Version) : null;
        return string.Join('\n', model?.Public.Summary ?? []);
    }

    private async Task<PageAnswer> Issue(PageRequest request, BodyInView body, PackVersion version)
    {
        ActResult result = await desk.Perform(request.Client, new IssuePack { Id = request.SentFormId, AtUtc = request.NowUtc, By = body.Visit.By, Cycle = body.Cycle, Body = body.Body, Version = version.Version });
        IReadOnlyList<FieldError> errors = StaffDoor.ErrorsOf(result);
        return errors.Count > 0 ? await ShowIssue(body, version, errors) : new PageAnswer.Redirect($"{PackWords.Address(version)}?done=issued");
    }

    private async Task<PageAnswer> ShowIssue(BodyInView body, PackVersion version, IReadOnlyList<FieldError> errors)
    {
        List<string> readers = [];
        foreach (string number in body.IsBoard ? new[] { body.People.Secretary }.OfType<string>() : body.People.All)
        {
            readers.Add((await records.People.Of(number)).Name);
        }

        return PageAnswer.Show<IssuePage>($"Check and issue version {BritishVersion(version)}", new IssueModel
        {
            Body = body,
            Version = version,
            Readers = readers,
            Signatory = !body.IsBoard && body.People.Signatory is { } signatory ? (await records.People.Of(signatory)).Name : null,
            Replaces = body.Standing is { } standing && standing.Version < version.Version ? standing : null,
        }, errors);
    }

    private async Task<PageAnswer> Withdraw(PageRequest request, BodyInView body, PackVersion version)
    {
        string reason = request.Field("reason");
        ActResult result = await desk.Perform(request.Client, new WithdrawPack { Id = request.SentFormId, AtUtc = request.NowUtc, By = body.Visit.By, Cycle = body.Cycle, Body = body.Body, Version = version.Version, Reason = reason });
        IReadOnlyList<FieldError> errors = StaffDoor.ErrorsOf(result);
        return errors.Count > 0 ? await ShowWithdraw(body, version, reason, errors) : new PageAnswer.Redirect($"{PackWords.Address(version)}?done=withdrawn");
    }

    private static Task<PageAnswer> ShowWithdraw(BodyInView body, PackVersion version, string reason, IReadOnlyList<FieldError> errors) =>
        Task.FromResult<PageAnswer>(PageAnswer.Show<WithdrawPage>($"Withdraw version {BritishVersion(version)}", new WithdrawModel(body, version, reason), errors));

    private static string BritishVersion(PackVersion version) => version.Version.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A summary in the making.</summary>
public sealed record SummaryModel(BodyInView Body, string Text, PackCounts? Counts);

/// <summary>A version about to be issued.</summary>
public sealed record IssueModel
{
    public required BodyInView Body { get; init; }

    public required PackVersion Version { get; init; }

    public required IReadOnlyList<string> Readers { get; init; }

    /// <summary>Who will be asked to sign, or null.</summary>
    public string? Signatory { get; init; }

    /// <summary>The version that it takes the place of, or null.</summary>
    public PackVersion? Replaces { get; init; }

    public string? Deadline => Body.IsBoard ? $"Publish by {BritishWords.Instant(Body.Quarter.Timetable.Board.PublicationUtc)}." : null;
}

/// <summary>A version about to be withdrawn.</summary>
public sealed record WithdrawModel(BodyInView Body, PackVersion Version, string Reason);
