using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Packs;

namespace QuarterlyCycle.App.Packs;

/// <summary>Every figure and milestone that nobody supplied, whose it was, and each attempt to get it.</summary>
internal static class MissingFigures
{
    public static IEnumerable<PackMissingFigure> Of(QuarterFacts facts, string body, Naming naming)
    {
        foreach (RequestedFigure figure in facts.Requested.Values
            .Where(figure => figure.Bodies.Contains(body) && facts.IsMissing(figure.Code))
            .OrderBy(figure => figure.Code, StringComparer.Ordinal))
        {
            yield return new PackMissingFigure
            {
                Code = figure.Code,
                Name = facts.Plan.NameOf(figure.Code) ?? figure.Code,
                Owner = naming.Officer(figure.Officer),
                Reason = Known(facts, figure),
                Chasing = Chasing(facts, figure),
            };
        }
    }

    private static string? Known(QuarterFacts facts, RequestedFigure figure)
    {
        if (figure.IsOutstanding && figure.AnswersStopUtc(facts.Timetable) is DateTime stop && stop > facts.AtUtc)
        {
            return $"More time is given until {BritishWords.Instant(stop)}.";
        }

        Extension? asked = facts.Extensions.LastOrDefault(extension => extension.Measures.Contains(figure.Code));
        return asked is null ? null : $"More time was asked for: {asked.Why}";
    }

    private static IReadOnlyList<ChasingLine> Chasing(QuarterFacts facts, RequestedFigure figure)
    {
        List<ChasingLine> lines = [.. facts.Chasing.GetValueOrDefault(figure.Officer) ?? []];
        DateTime stop = figure.AnswersStopUtc(facts.Timetable);
        if (stop <= facts.AtUtc)
        {
            lines.Add(new ChasingLine(stop, "Answers stopped without it"));
        }

        return [.. lines.OrderBy(line => line.AtUtc)];
    }
}
