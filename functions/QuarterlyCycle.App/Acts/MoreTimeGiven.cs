using QuarterlyCycle.App.Plans;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Timetables;
using QuarterlyCycle.Orchestrations;
using QuarterlyCycle.Orchestrations.Events;

namespace QuarterlyCycle.App.Acts;

/// <summary>Gives figures more time, opens again what had closed, and says what the data request must hear.</summary>
public sealed class MoreTimeGiven(QuarterRecords records, PlanLibrary plans)
{
    private static readonly TimeOnly Morning = new(9, 0);

    /// <summary>Moves the dates of these measures; answers stop later only when the project manager decided.</summary>
    public async Task<IReadOnlyList<Bell>> Give(
        Act act, string officer, IReadOnlyList<string> measures, DateTime untilUtc, bool decided, CancellationToken cancellation)
    {
        Timetable timetable = await records.Timetables.InForce(act.Cycle, cancellation);
        DateTime answersStopUtc = decided && untilUtc > timetable.AnswersStopUtc ? untilUtc : timetable.AnswersStopUtc;
        foreach (string measure in measures)
        {
            await records.Figures.Change(act.Cycle, measure, figure => Opened(figure, timetable, untilUtc, decided), cancellation);
        }

        DataRequest request = await records.DataRequests.Of(act.Cycle, officer, cancellation);
        if (request.ClosedUtc is not null)
        {
            // Its orchestration has ended; the figures are open again, and nobody is reminded of them.
            await records.DataRequests.Change(act.Cycle, officer, row => row with { State = DataRequestState.Asked }, cancellation);
            return [];
        }

        ExtensionGranted signal = new(act.Id, act.AtUtc, act.By, measures, untilUtc, answersStopUtc, await Chasing(act, untilUtc, answersStopUtc, cancellation));
        return [new Bell(InstanceIds.DataRequest(act.Cycle, officer), signal)];
    }

    private static RequestedFigure Opened(RequestedFigure figure, Timetable timetable, DateTime untilUtc, bool decided)
    {
        DateTime? stop = decided && untilUtc > timetable.AnswersStopUtc ? untilUtc : figure.MoreTime?.AnswersStopUtc;
        FigureStatus status = figure.Status == FigureStatus.NotSupplied && decided
            ? figure.Draft is null ? FigureStatus.NotStarted : FigureStatus.InProgress
            : figure.Status;
        return figure with { MoreTime = new MoreTime(untilUtc, stop), Status = status, Locked = figure.Locked && !decided };
    }

    // On the new day, and the working day after it when answers are still open then.
    private async Task<IReadOnlyList<ChasingDate>> Chasing(Act act, DateTime untilUtc, DateTime answersStopUtc, CancellationToken cancellation)
    {
        WorkingDays workingDays = new((await plans.ForCycle(act.Cycle, cancellation)).Calendar);
        DateOnly due = LondonTime.DateOf(untilUtc);
        ChasingDate[] dates =
        [
            new(ChasingStep.DueToday, LondonTime.ToUtc(due, Morning)),
            new(ChasingStep.Overdue, LondonTime.ToUtc(workingDays.After(due), Morning)),
        ];
        return [.. dates.Where(date => date.AtUtc > act.AtUtc && date.AtUtc < answersStopUtc)];
    }
}
