using QuarterlyCycle.App.Acts;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.App.Pages.Figures;

/// <summary>One line of what an officer answered.</summary>
public sealed record AnswerRow(string Label, string Value);

/// <summary>An answer as a list of what it says.</summary>
internal static class AnswerRows
{
    /// <summary>What was sent.</summary>
    public static IReadOnlyList<AnswerRow> Of(Submission sent) => Of(sent.Form, sent.Figure, sent.Explanation);

    /// <summary>What would be sent.</summary>
    public static IReadOnlyList<AnswerRow> Of(SubmissionForm form, SubmissionReading reading) => Of(form, reading.Figure, reading.Explanation);

    /// <summary>The answer in one line.</summary>
    public static string InShort(Submission sent) => sent.Figure is { Value: null, Reason: { } reason } ? ReasonCodes.Words(reason) : Answers.Words(sent);

    private static List<AnswerRow> Of(SubmissionForm form, Figure? figure, string? explanation)
    {
        List<AnswerRow> rows = [];
        if (form.MilestoneState is { } state)
        {
            rows.Add(new AnswerRow("Where it is", MilestoneWords.Of(state)));
        }

        if (figure is { Value: null, Reason: { } missing })
        {
            rows.Add(new AnswerRow("Figure", "None"));
            rows.Add(new AnswerRow("Why", ReasonCodes.Words(missing)));
        }
        else if (figure is not null)
        {
            rows.Add(new AnswerRow("Figure", FigureText.InWords(figure)));
            rows.AddRange(figure is { Numerator: { } above, Denominator: { } below } ? [new AnswerRow("From the counts", $"{FigureText.Exact(above)} of {FigureText.Exact(below)}")] : Array.Empty<AnswerRow>());
            rows.Add(new AnswerRow("Final or provisional", figure.Finality == Finality.Final ? "Final" : "Provisional"));
            rows.AddRange(figure.Reason == ReasonCode.TooFew ? [new AnswerRow("Hidden", "Too few to share: the report does not print it")] : Array.Empty<AnswerRow>());
        }

        Add(rows, "In your words", form.ReasonWords);
        Add(rows, "Why it is unusual", explanation);
        Add(rows, "Comment", form.Comment);
        return rows;
    }

    private static void Add(List<AnswerRow> rows, string label, string? words)
    {
        if (!string.IsNullOrWhiteSpace(words))
        {
            rows.Add(new AnswerRow(label, words));
        }
    }
}
