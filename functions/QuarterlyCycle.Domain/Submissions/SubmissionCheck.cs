using System.Globalization;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.Domain.Submissions;

/// <summary>Checks an answer: errors stop that measure, queries never do.</summary>
public static class SubmissionCheck
{
    /// <summary>The longest comment.</summary>
    public const int LongestComment = 1200;

    /// <summary>Checks the answer to a measure.</summary>
    public static SubmissionReading Check(SubmissionForm form, SubmissionContext context)
    {
        List<FieldError> errors = [];
        CheckCycle(form, context.Quarter, errors);
        Figure? figure = FigureCheck.Read(form, context.History.Indicator, context.Quarter, errors);
        string? comment = Words(form.Comment, SubmissionFields.Comment, "Comment", errors);
        string? explanation = Words(form.Explanation, SubmissionFields.Explanation, "Explanation", errors);
        if (errors.Count > 0 || figure is null)
        {
            return new SubmissionReading { Code = form.Code, Comment = comment, Explanation = explanation, Errors = errors };
        }

        QuarterResult result = QuarterResults.For(context.History.With(figure), context.Quarter, context.SmallNumbers);
        List<FiredQuery> queries = [.. FigureQueries.Of(figure, result, context).Concat(FamilyQueries.Of(figure, context)).OrderBy(query => query.Code), .. CommentQueries.Of(comment, figure, result, context)];
        return new SubmissionReading
        {
            Code = form.Code,
            Figure = figure,
            Comment = comment,
            Explanation = explanation ?? EarlierExplanation(figure, context.Explained),
            Queries = queries,
            Result = result,
        };
    }

    /// <summary>Checks the answer to a milestone.</summary>
    public static SubmissionReading CheckMilestone(SubmissionForm form, Quarter quarter, string? lastComment = null)
    {
        List<FieldError> errors = [];
        CheckCycle(form, quarter, errors);
        if (form.MilestoneState is null or DeliverableState.Stopped)
        {
            errors.Add(new FieldError(SubmissionFields.MilestoneState, "Select where this milestone is"));
        }

        string? comment = Words(form.Comment, SubmissionFields.Comment, "Comment", errors);
        if (form.MilestoneState == DeliverableState.Behind && comment is null)
        {
            errors.Add(new FieldError(SubmissionFields.Comment, "Enter why this milestone is behind and what is being done"));
        }

        return new SubmissionReading
        {
            Code = form.Code,
            MilestoneState = errors.Count == 0 ? form.MilestoneState : null,
            Comment = comment,
            Errors = errors,
            Queries = errors.Count == 0 ? CommentQueries.OfMilestone(comment, lastComment) : [],
        };
    }

    private static void CheckCycle(SubmissionForm form, Quarter quarter, List<FieldError> errors)
    {
        if (form.Cycle is { } cycle && !(Quarter.TryParse(cycle, out Quarter named) && named == quarter))
        {
            errors.Add(new FieldError(SubmissionFields.Cycle, $"This answer is for {cycle}, and we are collecting {quarter.Code}"));
        }
    }

    private static string? Words(string? typed, string field, string label, List<FieldError> errors)
    {
        string words = (typed ?? "").Trim();
        if (words.ReplaceLineEndings("\n").Length > LongestComment)
        {
            errors.Add(new FieldError(field, $"{label} must be {LongestComment.ToString("#,##0", CultureInfo.InvariantCulture)} characters or less"));
        }

        return words.Length == 0 ? null : words;
    }

    // A second upload of the same value must not ask for the same explanation again.
    private static string? EarlierExplanation(Figure figure, ExplainedFigure? explained) =>
        explained is not null && explained.Value == figure.Value && explained.Numerator == figure.Numerator && explained.Denominator == figure.Denominator
            ? explained.Explanation
            : null;
}
