using QuarterlyCycle.App.Cycles;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Cycles;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.App.Packs;

/// <summary>A figure of an earlier quarter that was revised after that quarter's report, with what was worked out from it before and after.</summary>
internal sealed record EarlierRevision(Quarter Quarter, Indicator Indicator, Figure? Old, Submission Revised, QuarterResult Before, QuarterResult After);

/// <summary>The figures of earlier quarters that were revised since a body's last report, for the list of revisions in its next one.</summary>
public sealed class EarlierRevisions(QuarterRecords records, FigureHistory history)
{
    /// <summary>The revisions since the body last issued a report of an earlier quarter, the oldest quarter first.</summary>
    internal async Task<IReadOnlyList<EarlierRevision>> Of(QuarterFacts facts, string body, CancellationToken cancellation = default)
    {
        IReadOnlyList<Cycle> earlier = [.. (await records.Cycles.All(cancellation)).Where(cycle => cycle.State != CycleState.Cancelled && Quarter.Parse(cycle.Code) < facts.Quarter)];
        DateTime? sinceUtc = null;
        foreach (Cycle cycle in earlier)
        {
            DateTime?[] issued = [.. (await records.Packs.All(cycle.Code, body, cancellation)).Select(version => version.IssuedUtc)];
            sinceUtc = issued.Append(sinceUtc).Max();
        }

        List<EarlierRevision> revisions = [];
        foreach (Cycle cycle in earlier)
        {
            foreach (RequestedFigure figure in (await records.Figures.All(cycle.Code, cancellation)).Where(figure => figure.RevisedUtc is { } at && !(at <= sinceUtc)))
            {
                if (facts.Plan.Indicator(figure.Code) is { } indicator && IsOf(facts, figure, body))
                {
                    revisions.Add(await Read(facts, cycle.Code, indicator, sinceUtc, cancellation));
                }
            }
        }

        return revisions;
    }

    /// <summary>The revisions as the report lists them, hidden where the edition hides.</summary>
    internal static IEnumerable<PackChange> Lines(IEnumerable<EarlierRevision> revisions, HiddenFigures hidden)
    {
        foreach (EarlierRevision revision in revisions)
        {
            bool isHidden = new[] { revision.Old, revision.Revised.Figure }.OfType<Figure>().Any(figure => hidden.IsHidden(revision.Indicator, figure));
            string Words(Figure? figure) => isHidden ? HiddenFigures.Hidden : figure is null ? "Figure not supplied" : FigureText.InWords(figure);
            IReadOnlyList<string> effects = RevisionEffect.Of(revision.Before, revision.After, showsValues: !hidden.Hides);
            yield return new PackChange
            {
                Code = revision.Indicator.Code,
                Name = revision.Indicator.Name,
                Quarter = revision.Quarter.Code,
                Old = Words(revision.Old),
                New = Words(revision.Revised.Figure),
                Class = PackChanges.ClassOf(revision.Revised.CorrectionReason ?? CorrectionReason.LateData),
                Why = revision.Revised.Explanation ?? "",
                ChangedOn = LondonTime.DateOf(revision.Revised.AtUtc),
                Effect = effects.Count == 0 ? null : string.Join(" ", effects),
            };
        }
    }

    // The board reads every group's revisions.
    private static bool IsOf(QuarterFacts facts, RequestedFigure figure, string body) => body == facts.Timetable.Board.Body || figure.Bodies.Contains(body);

    private async Task<EarlierRevision> Read(QuarterFacts facts, string cycle, Indicator indicator, DateTime? sinceUtc, CancellationToken cancellation)
    {
        Submission[] all = [.. (await records.Submissions.All(cycle, indicator.Code, cancellation)).OrderBy(submission => submission.Number)];
        Figure? old = all.LastOrDefault(submission => !submission.IsRevision || submission.AtUtc <= sinceUtc)?.Figure;
        Quarter quarter = Quarter.Parse(cycle);
        IndicatorHistory known = await history.Before(cycle, facts.Plan, indicator, cancellation);
        QuarterResult Result(Figure? figure) => QuarterResults.For(figure is null ? known : known.With(figure), quarter, facts.Disclosure);
        return new EarlierRevision(quarter, indicator, old, all[^1], Result(old), Result(all[^1].Figure));
    }
}
