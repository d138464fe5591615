using System.Globalization;
using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.App.Pages.Figures;

/// <summary>P34: a question about a figure, its thread, and the answer that the figure is right.</summary>
public sealed class QuestionPages(OfficerRequests requests, FigureDoors doors, ActDesk desk, QuarterRecords records) : PageSet
{
    internal const string AnswerField = "answer";
    internal const string ChallengeField = "challenge";

    public override IReadOnlyList<PageRoute> Routes =>
    [
        PageRoute.Get("/measures/{code}/question", requests.MeasurePage((_, found, figure) => Show(found, figure, "", []))),
        PageRoute.Post("/measures/{code}/question", requests.MeasurePage(Answer)),
    ];

    private async Task<PageAnswer> Answer(PageRequest request, OfficerRequest found, RequestedFigure figure)
    {
        string answer = request.Field(AnswerField).ReplaceLineEndings("\n");
        ActResult result = await desk.Perform(request.Client, new AnswerChallenge
        {
            Id = request.SentFormId,
            AtUtc = request.NowUtc,
            By = found.Visitor,
            Cycle = found.Cycle,
            Measure = figure.Code,
            Challenge = int.TryParse(request.Field(ChallengeField), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0,
            Answer = answer,
        });
        return result switch
        {
            ActResult.Accepted => new PageAnswer.Redirect($"/measures/{figure.Code}/question"),
            ActResult.Refused refused => await Show(found, figure, answer, refused.Errors),
            _ => throw new InvalidOperationException($"Answering a question ended as {result.GetType().Name}."),
        };
    }

    private async Task<PageAnswer> Show(OfficerRequest found, RequestedFigure figure, string typed, IReadOnlyList<FieldError> errors)
    {
        IReadOnlyList<Challenge> challenges = await records.Challenges.OfFigure(found.Cycle, figure.Code);
        if (challenges.Count == 0)
        {
            return await doors.WhyNotCorrect(found, figure) ?? new PageAnswer.Redirect($"/measures/{figure.Code}/correct");
        }

        // Past the end of corrections the thread stays to be read, and the errors of an answer that came too late are shown above it.
        Challenge? open = challenges.LastOrDefault(challenge => challenge.State == ChallengeState.Open && found.IsCorrectable(figure));
        List<ThreadEntry> thread = [];
        foreach (Challenge challenge in challenges)
        {
            string question = challenge.Words.Length > 0
                ? challenge.Words
                : ChallengeRule.ReadyQuestion(challenge.Reason, figure.Code, BritishWords.Months(found.Quarter));
            thread.Add(new ThreadEntry(await NameOf(challenge.RaisedBy), challenge.RaisedUtc, question, challenge.SentBack ? "sent it back" : "asked"));
            if (challenge is { AnsweredUtc: { } answeredUtc, AnsweredBy: { } by })
            {
                thread.Add(new ThreadEntry(await NameOf(by), answeredUtc, challenge.Answer ?? "The figure was corrected.", "answered"));
            }
        }

        Submission? stored = figure.Submission is { } number ? await records.Submissions.Of(found.Cycle, figure.Code, number) : null;
        QuestionModel model = new()
        {
            Code = figure.Code,
            Name = found.NameOf(figure),
            Stored = stored is null ? [] : AnswerRows.Of(stored),
            Thread = thread,
            Open = open,
            CanCorrect = found.IsCorrectable(figure),
            CorrectionsStopUtc = figure.CorrectionsStopUtc(found.Timetable),
            Typed = typed,
        };
        return PageAnswer.Show<QuestionPage>(model.Title, model, errors);
    }

    private async Task<string> NameOf(string officer) => (await records.People.Get(officer))?.Name ?? officer;
}

/// <summary>A question about a figure with everything said about it.</summary>
public sealed record QuestionModel
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyList<AnswerRow> Stored { get; init; }

    public required IReadOnlyList<ThreadEntry> Thread { get; init; }

    /// <summary>The question that waits for an answer, or null.</summary>
    public Challenge? Open { get; init; }

    public required bool CanCorrect { get; init; }

    public required DateTime CorrectionsStopUtc { get; init; }

    public string Typed { get; init; } = "";

    public string Title => $"Question about {Code}";
}

/// <summary>One thing that somebody said.</summary>
public sealed record ThreadEntry(string Who, DateTime AtUtc, string Words, string Did);
