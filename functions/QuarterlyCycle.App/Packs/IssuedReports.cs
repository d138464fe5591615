using QuarterlyCycle.App.Plans;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Cycles;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Timetables;

namespace QuarterlyCycle.App.Packs;

/// <summary>Finds the issued reports in which a figure stands: those of its own quarter, and those of later quarters that printed it again.</summary>
public sealed class IssuedReports(QuarterRecords records, PlanLibrary plans, PrintedFigures printed)
{
    /// <summary>The versions that stand, the oldest quarter first and the groups before their board.</summary>
    public async Task<IReadOnlyList<PackVersion>> With(RequestedFigure figure, CancellationToken cancellation = default)
    {
        List<PackVersion> found = [];
        foreach (Cycle cycle in await records.Cycles.All(cancellation))
        {
            if (cycle.State == CycleState.Cancelled || string.CompareOrdinal(cycle.Code, figure.Cycle) < 0)
            {
                continue;
            }

            Plan plan = await plans.ForCycle(cycle.Code, cancellation);
            Timetable timetable = await records.Timetables.InForce(cycle, cancellation);
            foreach (string body in timetable.Groups.Select(group => group.Body).Where(figure.Bodies.Contains).Append(timetable.Board.Body))
            {
                if (await records.Packs.Issued(cycle.Code, body, cancellation) is { } version
                    && (cycle.Code == figure.Cycle || await Prints(version, plan, figure, cancellation)))
                {
                    found.Add(version);
                }
            }
        }

        return found;
    }

    private async Task<bool> Prints(PackVersion version, Plan plan, RequestedFigure figure, CancellationToken cancellation)
    {
        if (plan.Indicator(figure.Code) is not { } indicator)
        {
            return false;
        }

        Period period = IndicatorHistory.PeriodOf(indicator, Quarter.Parse(figure.Cycle));
        return (await printed.Read(version, cancellation)).Any(each => each.Code == figure.Code && each.Period == period);
    }
}
