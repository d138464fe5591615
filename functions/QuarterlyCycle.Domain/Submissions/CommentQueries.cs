using System.Text.RegularExpressions;
using QuarterlyCycle.Domain.Disclosure;
using QuarterlyCycle.Domain.Indicators;

namespace QuarterlyCycle.Domain.Submissions;

/// <summary>The queries that look at the comment: Q10 to Q13.</summary>
internal static partial class CommentQueries
{
    public static IEnumerable<FiredQuery> Of(string? comment, Figure figure, QuarterResult result, SubmissionContext context)
    {
        FiredQuery?[] queries =
        [
            Contradiction(comment, result),
            ClaimWithoutFigure(comment, figure),
            Placeholder(comment, context.LastComment),
            StatesSmallCount(comment, figure, context),
        ];
        return queries.OfType<FiredQuery>();
    }

    public static IReadOnlyList<FiredQuery> OfMilestone(string? comment, string? lastComment) =>
        Placeholder(comment, lastComment) is { } placeholder ? [placeholder] : [];

    private static FiredQuery? Contradiction(string? comment, QuarterResult result)
    {
        TargetStatus status = result.Status;
        if (comment is null)
        {
            return status.IsOffTarget ? new FiredQuery(QueryCode.Q10, "The measure is off target and there is no comment. Say what is being done.") : null;
        }

        if (status.Misses && OnTarget().IsMatch(comment))
        {
            return new FiredQuery(QueryCode.Q10, $"The comment says that the target is met, and the figure is \"{status.Words}\".");
        }

        if (status is { IsJudged: true, Misses: false } && OffTarget().IsMatch(comment))
        {
            return new FiredQuery(QueryCode.Q10, $"The comment says that the target is missed, and the figure is \"{status.Words}\".");
        }

        Direction[] directions = [result.ShortTerm.Direction, result.LongTerm.Direction];
        if (Better().IsMatch(comment) && directions.Contains(Direction.GotWorse) && !directions.Contains(Direction.Improved))
        {
            return new FiredQuery(QueryCode.Q10, "The comment says that things improved, and the figure got worse.");
        }

        return Worse().IsMatch(comment) && directions.Contains(Direction.Improved) && !directions.Contains(Direction.GotWorse)
            ? new FiredQuery(QueryCode.Q10, "The comment says that things got worse, and the figure improved.")
            : null;
    }

    private static FiredQuery? ClaimWithoutFigure(string? comment, Figure figure) =>
        comment is not null && figure.Value is null && OnTarget().IsMatch(comment)
            ? new FiredQuery(QueryCode.Q11, "The comment says \"on target\", and there is no figure behind it.")
            : null;

    private static FiredQuery? Placeholder(string? comment, string? lastComment)
    {
        if (comment is null)
        {
            return null;
        }

        if (PlaceholderForm().IsMatch(comment))
        {
            return new FiredQuery(QueryCode.Q12, "The comment still has a placeholder in it.");
        }

        return lastComment is not null && Plain(comment) == Plain(lastComment)
            ? new FiredQuery(QueryCode.Q12, "The comment is the same as last quarter's.")
            : null;
    }

    private static FiredQuery? StatesSmallCount(string? comment, Figure figure, SubmissionContext context)
    {
        if (comment is null)
        {
            return null;
        }

        SmallNumbers smallNumbers = context.SmallNumbers;
        IReadOnlyList<decimal> hidden = context.History.Indicator.CountsPeople ? smallNumbers.HiddenCounts(figure) : [];
        StatedNumber? stated = StatedNumbers.In(comment).FirstOrDefault(stated =>
            !stated.IsPercentage && (hidden.Contains(stated.Number) || (stated.IsOfPeople && smallNumbers.IsSmall(stated.Number))));
        return stated is null
            ? null
            : new FiredQuery(QueryCode.Q13, $"The comment states a small count, \"{stated.Said}\". Small counts are hidden in the report, so leave it out.");
    }

    private static string Plain(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.').ToUpperInvariant();

    [GeneratedRegex(@"(?<!\bnot )(?<!\bnot yet )(\bon target\b|\btarget (was |is |has been )?(met|achieved|exceeded|reached)\b|\b(met|achieved|exceeded|above|reached) (the |our )?target\b)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OnTarget();

    [GeneratedRegex(@"\b(off target|not on target|missed (the |our )?target|target (was |is |has been )?(not met|missed)|(not|did not|have not) (met?|reached?|achieved?) (the |our )?target|worse than target)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OffTarget();

    [GeneratedRegex(@"(?<!\bnot )(?<!\bto be )\b(has |have |is |are )?(improved|got better|getting better|improving)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Better();

    [GeneratedRegex(@"(?<!\bnot )\b(got worse|getting worse|worsened|deteriorated|has slipped|have slipped)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Worse();

    [GeneratedRegex(@"(^\s*(n/?a|none|no comment|as (above|before)|see above|same as last quarter|-+|\.+)\s*\.?\s*$)|\b(TBC|TBD|XXX?|to follow|to be (confirmed|added|completed)|lorem ipsum)\b|\*{1,}|\?{3,}|20\*\*", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PlaceholderForm();
}
