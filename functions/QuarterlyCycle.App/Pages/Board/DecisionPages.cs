using System.Globalization;
using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Packs;
using QuarterlyCycle.App.Pages.Packs;
using QuarterlyCycle.App.Pages.Staff;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Decisions;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.App.Pages.Board;

/// <summary>P92 and P93: what the board decided on each recommendation, and on anything else.</summary>
public sealed class DecisionPages(PackDoor door, PackReader reader, QuarterRecords records, ActDesk desk) : PageSet
{
    private const int RowsForOthers = 3;

    public override IReadOnlyList<PageRoute> Routes =>
    [
        PageRoute.Get("/packs/{cycle}/{body}/decisions", SecretaryPage(async (request, body) => Show(body, await FreshForm(body), []))),
        PageRoute.Post("/packs/{cycle}/{body}/decisions", SecretaryPage(Record)),
        PageRoute.Get("/packs/{cycle}/{body}/decisions/recorded", SecretaryPage(ShowRecorded)),
    ];

    private Func<PageRequest, Task<PageAnswer>> SecretaryPage(Func<PageRequest, BodyInView, Task<PageAnswer>> answer) => door.BodyPage(async (request, body) => body switch
    {
        { IsBoard: false } => StaffDoor.NotFound(),
        { IsSecretary: false, Visit.IsProjectManager: false } => StaffDoor.NoAccess($"The secretary of {body.Name} records its decisions.", body.Address),
        _ => await answer(request, body),
    });

    private async Task<PageAnswer> Record(PageRequest request, BodyInView body)
    {
        DecisionsForm form = ReadForm(request, await FreshForm(body));
        DateOnly? meetingOn = TypedDate.Read(form.MeetingOn);
        List<FieldError> errors = meetingOn is null ? [new FieldError("meetingOn", "Enter the date of the meeting")] : [];
        List<DecisionForm> decisions = [];
        Dictionary<string, int> shownAs = new(StringComparer.Ordinal);
        for (int row = 0; row < form.Rows.Count; row++)
        {
            DecisionRowForm typed = form.Rows[row];
            if (typed.IsEmpty)
            {
                continue;
            }

            errors.AddRange(FaultsOf(typed, row));
            shownAs[FieldOf(decisions.Count)] = row;
            decisions.Add(new DecisionForm(typed.OutcomeOrNull ?? DecisionOutcome.Noted, typed.Recommendation, typed.Words, typed.About, typed.Owner, TypedDate.Read(typed.Due)));
        }

        if (errors.Count == 0)
        {
            ActResult result = await desk.Perform(request.Client, new RecordDecisions
            {
                Id = request.SentFormId,
                AtUtc = request.NowUtc,
                By = body.Visit.By,
                Cycle = body.Cycle,
                Body = body.Body,
                MeetingOn = meetingOn ?? body.Visit.Today,
                Decisions = decisions,
            });
            errors.AddRange(StaffDoor.ErrorsOf(result).Select(error => AtRow(error, shownAs)));
        }

        return errors.Count > 0 ? Show(body, form, errors) : new PageAnswer.Redirect($"{body.Address}/decisions/recorded");
    }

    private static PageAnswer.View Show(BodyInView body, DecisionsForm form, IReadOnlyList<FieldError> errors) =>
        PageAnswer.Show<DecisionsPage>("Record the board's decisions", new DecisionsModel(body, form), errors);

    private async Task<PageAnswer> ShowRecorded(PageRequest request, BodyInView body) =>
        PageAnswer.Show<RecordedPage>("Decisions recorded", new RecordedModel(body, [.. (await records.Decisions.All(body.Cycle)).Where(decision => decision.Body == body.Body)]));

    // The recommendations of the version that stands, and a few rows for anything else.
    private async Task<DecisionsForm> FreshForm(BodyInView body)
    {
        Pack? pack = body.Standing is { } standing ? (await reader.Model(body.Cycle, body.Body, standing.Version))?.Public : null;
        IEnumerable<DecisionRowForm> recommendations = pack?.Recommendations.Select(recommendation => new DecisionRowForm
        {
            Recommendation = recommendation.Text,
            About = recommendation.About,
            IsAboutTyped = recommendation.About is null,
        }) ?? [];
        return new DecisionsForm
        {
            MeetingOn = TypedDate.Write(body.Quarter.Timetable.Board.MeetingOn),
            Rows = [.. recommendations, .. Enumerable.Repeat(new DecisionRowForm(), RowsForOthers)],
        };
    }

    private static DecisionsForm ReadForm(PageRequest request, DecisionsForm shown) => new()
    {
        MeetingOn = request.Field("meetingOn"),
        Rows = [.. shown.Rows.Select((row, index) => row with
        {
            Outcome = request.Field($"{FieldOf(index)}.outcome"),
            Text = request.Field($"{FieldOf(index)}.text"),
            About = row.About ?? (request.Field($"{FieldOf(index)}.about") is { Length: > 0 } about ? about : null),
            Owner = request.Field($"{FieldOf(index)}.owner"),
            Due = request.Field($"{FieldOf(index)}.due"),
        })],
    };

    private static IEnumerable<FieldError> FaultsOf(DecisionRowForm typed, int row)
    {
        if (typed.OutcomeOrNull is null)
        {
            yield return new FieldError($"{FieldOf(row)}.outcome", "Select what the board decided");
        }

        if (typed.Due.Length > 0 && TypedDate.Read(typed.Due) is null)
        {
            yield return new FieldError($"{FieldOf(row)}.due", "Enter the date like 24 October 2025");
        }
    }

    // The act numbers the decisions that were made; the page numbers its rows.
    private static FieldError AtRow(FieldError error, Dictionary<string, int> shownAs)
    {
        int dot = error.Field.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && shownAs.TryGetValue(error.Field[..dot], out int row) ? error with { Field = FieldOf(row) + error.Field[dot..] } : error;
    }

    /// <summary>The start of a row's field names.</summary>
    internal static string FieldOf(int row) => string.Create(CultureInfo.InvariantCulture, $"decisions[{row}]");
}

/// <summary>The board's decisions as they are typed.</summary>
public sealed record DecisionsForm
{
    public required string MeetingOn { get; init; }

    public required IReadOnlyList<DecisionRowForm> Rows { get; init; }
}

/// <summary>One decision as it is typed.</summary>
public sealed record DecisionRowForm
{
    /// <summary>What was put to the board, or null.</summary>
    public string? Recommendation { get; init; }

    public string? About { get; init; }

    /// <summary>Whether the measure was typed, not given.</summary>
    public bool IsAboutTyped { get; init; } = true;

    public string Outcome { get; init; } = "";

    public string Text { get; init; } = "";

    public string Owner { get; init; } = "";

    public string Due { get; init; } = "";

    public DecisionOutcome? OutcomeOrNull => Enum.TryParse(Outcome, out DecisionOutcome outcome) && Enum.IsDefined(outcome) ? outcome : null;

    /// <summary>A row for anything else that nobody filled in.</summary>
    public bool IsEmpty => Recommendation is null && Outcome.Length == 0 && Text.Length == 0;

    /// <summary>The decision's words; what was put to the board stands where nothing else is typed.</summary>
    public string Words => Text.Length == 0 && OutcomeOrNull is not DecisionOutcome.Amended ? Recommendation ?? "" : Text;
}

/// <summary>The page on which the board's decisions are recorded.</summary>
public sealed record DecisionsModel(BodyInView Body, DecisionsForm Form);

/// <summary>What the board decided.</summary>
public sealed record RecordedModel(BodyInView Body, IReadOnlyList<Decision> Decisions);
