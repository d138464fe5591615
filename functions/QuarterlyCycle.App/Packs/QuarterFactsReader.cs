using QuarterlyCycle.App.Cycles;
using QuarterlyCycle.App.Plans;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.Cycles;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.App.Packs;

/// <summary>Reads what the packs of a quarter are written from.</summary>
public sealed class QuarterFactsReader(QuarterRecords records, PlanLibrary plans, FigureHistory history, ChasingHistory chasing, PrintedFigures printed)
{
    public async Task<QuarterFacts> Read(string cycleCode, DateTime atUtc, CancellationToken cancellation = default)
    {
        Cycle cycle = await records.Cycles.Of(cycleCode, cancellation);
        Plan plan = await plans.ForCycle(cycleCode, cancellation);
        IReadOnlyList<RequestedFigure> requested = await records.Figures.All(cycleCode, cancellation);
        Dictionary<string, IndicatorHistory> histories = await Histories(plan, cycleCode, cancellation);
        return new QuarterFacts
        {
            Cycle = cycle,
            Quarter = Quarter.Parse(cycleCode),
            Plan = plan,
            Timetable = await records.Timetables.InForce(cycle, cancellation),
            AtUtc = atUtc,
            PeopleByNumber = (await records.People.All(cancellation)).ToDictionary(person => person.Number, StringComparer.Ordinal),
            Requested = requested.ToDictionary(figure => figure.Code, StringComparer.Ordinal),
            Submissions = await InForce(requested, cancellation),
            Finished = await FinishedMilestones.Before(records, Quarter.Parse(cycleCode), cancellation),
            Histories = histories,
            Disclosure = await printed.Table(cycleCode, plan, histories.Values, cancellation),
            Challenges = (await records.Challenges.All(cycleCode, cancellation)).ToLookup(challenge => challenge.Code, StringComparer.Ordinal),
            Chasing = await Chasing(cycleCode, requested, cancellation),
            Extensions = await records.Extensions.All(cycleCode, cancellation),
            Clinics = await records.Clinics.All(cancellation),
        };
    }

    private async Task<Dictionary<string, IndicatorHistory>> Histories(Plan plan, string cycle, CancellationToken cancellation)
    {
        Dictionary<string, IndicatorHistory> histories = new(StringComparer.Ordinal);
        foreach (Indicator indicator in plan.Indicators)
        {
            histories[indicator.Code] = await history.UpTo(cycle, plan, indicator, cancellation);
        }

        return histories;
    }

    private async Task<Dictionary<string, IReadOnlyList<ChasingLine>>> Chasing(string cycle, IReadOnlyList<RequestedFigure> requested, CancellationToken cancellation)
    {
        Dictionary<string, IReadOnlyList<ChasingLine>> lines = new(StringComparer.Ordinal);
        foreach (string officer in requested.Where(figure => figure.IsOutstanding || figure.Status == FigureStatus.NotSupplied).Select(figure => figure.Officer).Distinct(StringComparer.Ordinal))
        {
            lines[officer] = await chasing.Of(cycle, officer, cancellation);
        }

        return lines;
    }

    private async Task<Dictionary<string, Submission>> InForce(IReadOnlyList<RequestedFigure> requested, CancellationToken cancellation)
    {
        Dictionary<string, Submission> inForce = new(StringComparer.Ordinal);
        foreach (RequestedFigure figure in requested)
        {
            if (figure.Submission is { } number)
            {
                inForce[figure.Code] = await records.Submissions.Of(figure.Cycle, figure.Code, number, cancellation);
            }
        }

        return inForce;
    }
}
