using System.Text;
using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Cycles;
using QuarterlyCycle.App.Pages.Arriving;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.App.Pages.Figures;

/// <summary>P24 and P25: everything once more before it is sent, and what was sent under a reference.</summary>
public sealed class SendingPages(OfficerRequests requests, AnswerCheck check, ActDesk desk, QuarterRecords records) : PageSet
{
    private const string CodeField = "code";

    public override IReadOnlyList<PageRoute> Routes =>
    [
        PageRoute.Get("/figures/check", requests.Page(async (_, found) => Show(await ModelOf(found), []))),
        PageRoute.Post("/figures/check", requests.Page(Send)),
        PageRoute.Get("/figures/sent/{reference}", requests.Page(ShowSent)),
        PageRoute.Get("/figures/sent/{reference}/copy", requests.Page(DownloadSent)),
    ];

    private static PageAnswer.View Show(CheckAnswersModel model, IReadOnlyList<FieldError> errors) =>
        PageAnswer.Show<CheckAnswersPage>("Check before you send", model, errors);

    // The page names what it showed: a figure that was finished meanwhile elsewhere is not sent unseen.
    private async Task<PageAnswer> Send(PageRequest request, OfficerRequest found)
    {
        CheckAnswersModel model = await ModelOf(found);
        HashSet<string> shown = [.. request.Fields(CodeField)];
        ActResult result = await desk.Perform(request.Client, new SendFigures
        {
            Id = request.SentFormId,
            AtUtc = request.NowUtc,
            By = found.Visitor,
            Cycle = found.Cycle,
            Forms = [.. model.Ready.Where(answer => shown.Contains(answer.Code)).Select(answer => answer.Form)],
            Route = SubmissionRoute.Page,
        });
        return result switch
        {
            ActResult.Accepted { NotTaken: [] } accepted => new PageAnswer.Redirect($"/figures/sent/{accepted.Reference}"),
            ActResult.Accepted partly => Show(await ModelOf(await requests.Of(request) ?? found) with { SentReference = partly.Reference }, OnCards(partly.NotTaken, shown)),
            ActResult.ToExplain toExplain => new PageAnswer.Redirect($"/measures/{toExplain.Figures[0].Code}/check"),
            ActResult.Refused refused => Show(await ModelOf(await requests.Of(request) ?? found), OnCards(refused.Errors, shown)),
            _ => throw new InvalidOperationException($"Sending figures ended as {result.GetType().Name}."),
        };
    }

    // An error of a field belongs to the card of its measure.
    private static IReadOnlyList<FieldError> OnCards(IReadOnlyList<FieldError> errors, IReadOnlySet<string> codes) =>
        [.. errors.Select(error => codes.FirstOrDefault(code => error.Field.StartsWith($"{code}.", StringComparison.Ordinal)) is { } code ? new FieldError(code, $"{code}: {error.Message}") : error)];

    private async Task<CheckAnswersModel> ModelOf(OfficerRequest found)
    {
        List<AnswerToSend> ready = [];
        List<UnfinishedAnswer> unfinished = [];
        foreach (RequestedFigure figure in found.Outstanding)
        {
            if (!found.IsOpen(figure))
            {
                unfinished.Add(new UnfinishedAnswer(figure.Code, found.NameOf(figure), "Answers have closed.", $"/measures/{figure.Code}"));
                continue;
            }

            if (figure.Draft is not { } draft)
            {
                unfinished.Add(new UnfinishedAnswer(figure.Code, found.NameOf(figure), "Not started.", $"/measures/{figure.Code}"));
                continue;
            }

            SubmissionReading reading = await check.Check(found.Cycle, draft);
            if (!reading.IsAccepted)
            {
                unfinished.Add(new UnfinishedAnswer(figure.Code, found.NameOf(figure), $"{string.Join(". ", reading.Errors.Select(error => error.Message))}.", AddressOf(draft)));
            }
            else if (reading.NeedsExplanation)
            {
                unfinished.Add(new UnfinishedAnswer(figure.Code, found.NameOf(figure), "The figure is unusual: check it, or say why it is right.", $"/measures/{figure.Code}/check"));
            }
            else
            {
                ready.Add(new AnswerToSend(figure.Code, found.NameOf(figure), AddressOf(draft), draft, AnswerRows.Of(draft, reading)));
            }
        }

        return new CheckAnswersModel { Found = found, Ready = ready, Unfinished = unfinished };
    }

    private static string AddressOf(SubmissionForm draft) => draft.Reason is null ? $"/measures/{draft.Code}" : $"/measures/{draft.Code}/no-figure";

    private async Task<PageAnswer> ShowSent(PageRequest request, OfficerRequest found) =>
        await SentUnder(request.Part("reference"), found) is { } model
            ? PageAnswer.Show<FiguresSentPage>(model.Title, model)
            : ArrivingPages.NotFound();

    private async Task<PageAnswer> DownloadSent(PageRequest request, OfficerRequest found)
    {
        if (await SentUnder(request.Part("reference"), found) is not { } model)
        {
            return ArrivingPages.NotFound();
        }

        StringBuilder text = new();
        text.AppendLine($"{model.Title}: reference {model.Reference}");
        text.AppendLine($"Quarter {found.Quarter.Number} of {found.Quarter.Year}, {BritishWords.Months(found.Quarter)}");
        text.AppendLine($"Sent at {BritishWords.Instant(model.SentUtc)}");
        foreach (SentAnswer answer in model.Answers)
        {
            text.AppendLine().AppendLine($"{answer.Code} {answer.Name}");
            foreach (AnswerRow row in answer.Rows)
            {
                text.AppendLine($"  {row.Label}: {row.Value}");
            }
        }

        return new PageAnswer.Download($"{found.Quarter.Code} figures {model.Reference}.txt", "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(text.ToString()));
    }

    // Built from what is stored, so that the address can be kept and opened again.
    private async Task<FiguresSentModel?> SentUnder(string reference, OfficerRequest found)
    {
        List<SentAnswer> answers = [];
        List<string> reviewers = [];
        Submission? first = null;
        foreach (RequestedFigure figure in found.Figures.Where(figure => figure.Submission is not null))
        {
            foreach (Submission sent in (await records.Submissions.All(found.Cycle, figure.Code)).Where(sent => string.Equals(sent.Reference, reference, StringComparison.OrdinalIgnoreCase)))
            {
                first ??= sent;
                answers.Add(new SentAnswer(sent.Code, found.NameOf(figure), AnswerRows.Of(sent)));
                reviewers.Add((await records.People.Of(figure.Reviewer)).Name);
            }
        }

        return first is null
            ? null
            : new FiguresSentModel
            {
                Found = found,
                Reference = first.Reference,
                SentUtc = first.AtUtc,
                IsCorrection = first.Corrects is not null,
                Answers = answers,
                Reviewers = [.. reviewers.Distinct()],
            };
    }
}

/// <summary>Everything that is ready, and everything that is not.</summary>
public sealed record CheckAnswersModel
{
    public required OfficerRequest Found { get; init; }

    public required IReadOnlyList<AnswerToSend> Ready { get; init; }

    public required IReadOnlyList<UnfinishedAnswer> Unfinished { get; init; }

    /// <summary>The reference of those that went, when others of the same form were not taken.</summary>
    public string? SentReference { get; init; }
}

/// <summary>An answer that can be sent.</summary>
public sealed record AnswerToSend(string Code, string Name, string Address, SubmissionForm Form, IReadOnlyList<AnswerRow> Rows);

/// <summary>An answer that cannot be sent yet, and why.</summary>
public sealed record UnfinishedAnswer(string Code, string Name, string Why, string Address);

/// <summary>What went under one reference.</summary>
public sealed record FiguresSentModel
{
    public required OfficerRequest Found { get; init; }

    public required string Reference { get; init; }

    public required DateTime SentUtc { get; init; }

    public required bool IsCorrection { get; init; }

    public required IReadOnlyList<SentAnswer> Answers { get; init; }

    public required IReadOnlyList<string> Reviewers { get; init; }

    public string Title => IsCorrection ? "Correction sent" : "Figures sent";
}

/// <summary>One answer that was sent.</summary>
public sealed record SentAnswer(string Code, string Name, IReadOnlyList<AnswerRow> Rows);
