using System.Globalization;
using Microsoft.DurableTask;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Timetables;
using QuarterlyCycle.Orchestrations;
using QuarterlyCycle.Orchestrations.Calls;

namespace QuarterlyCycle.App.Activities;

public sealed class CountingOutstanding(QuarterRecords records, TimeProvider clock) : TaskActivity<CountOutstanding, int>
{
    public override async Task<int> RunAsync(TaskActivityContext context, CountOutstanding input)
    {
        DataRequestKey key = input.DataRequest;
        int outstanding = (await records.Figures.OfOfficer(key.Cycle, key.Officer)).Count(figure => figure.IsOutstanding);
        if (outstanding == 0)
        {
            DateTime nowUtc = clock.GetUtcNow().UtcDateTime;
            await records.DataRequests.Change(
                key.Cycle,
                key.Officer,
                row => row.State is DataRequestState.Planned or DataRequestState.Asked ? row with { State = DataRequestState.Returned, ClosedUtc = nowUtc } : null);
        }

        return outstanding;
    }
}

public sealed class ClosingADataRequest(QuarterRecords records, Mailings mailings, TimeProvider clock) : TaskActivity<CloseDataRequest, Closing>
{
    private static readonly TimeSpan NoticeIsOfUseFor = TimeSpan.FromDays(14);

    public override async Task<Closing> RunAsync(TaskActivityContext context, CloseDataRequest input)
    {
        DataRequestKey key = input.DataRequest;
        DateTime nowUtc = clock.GetUtcNow().UtcDateTime;
        Timetable timetable = await records.Timetables.InForce(key.Cycle);
        foreach (string code in (await records.DataRequests.Of(key.Cycle, key.Officer)).Measures)
        {
            await records.Figures.Change(
                key.Cycle,
                code,
                figure => figure.IsOutstanding && nowUtc >= figure.AnswersStopUtc(timetable) ? figure with { Status = FigureStatus.NotSupplied } : null);
        }

        IReadOnlyList<RequestedFigure> figures = await records.Figures.OfOfficer(key.Cycle, key.Officer);
        await Tell(key, figures, timetable, nowUtc);
        if (figures.Where(figure => figure.IsOutstanding).Select(figure => (DateTime?)figure.AnswersStopUtc(timetable)).Min() is { } later)
        {
            return new Closing(null, later);
        }

        DataRequestResult result = ResultOf(figures);
        await records.DataRequests.Change(
            key.Cycle,
            key.Officer,
            row => row.ClosedUtc is null ? row with { State = StateOf(result), ClosedUtc = nowUtc } : null);
        return new Closing(result, null);
    }

    // One e-mail for each cut-off, from what the record says now, so that a repeat after a crash tells the same (E6).
    private async Task Tell(DataRequestKey key, IReadOnlyList<RequestedFigure> figures, Timetable timetable, DateTime nowUtc)
    {
        foreach (IGrouping<DateTime, RequestedFigure> missing in figures
            .Where(figure => figure.Status == FigureStatus.NotSupplied)
            .GroupBy(figure => figure.AnswersStopUtc(timetable)))
        {
            await mailings.Post(new Mailing
            {
                Cycle = key.Cycle,
                Instance = InstanceIds.DataRequest(key.Cycle, key.Officer),
                Purpose = "E6",
                Ordinal = missing.Key.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture),
                Officer = key.Officer,
                NotAfterUtc = nowUtc + NoticeIsOfUseFor,
                Subject = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    [MailSubjects.Officer] = key.Officer,
                    [MailSubjects.Measures] = string.Join(',', missing.Select(figure => figure.Code)),
                },
            });
        }
    }

    private static DataRequestResult ResultOf(IReadOnlyList<RequestedFigure> figures)
    {
        bool isMissing = figures.Any(figure => figure.Status == FigureStatus.NotSupplied);
        bool isAnswered = figures.Any(figure => figure.Submission is not null);
        return !isMissing ? DataRequestResult.Returned : isAnswered ? DataRequestResult.ReturnedInPart : DataRequestResult.NotReturned;
    }

    private static DataRequestState StateOf(DataRequestResult result) => result switch
    {
        DataRequestResult.Returned => DataRequestState.Returned,
        DataRequestResult.ReturnedInPart => DataRequestState.ReturnedInPart,
        _ => DataRequestState.NotReturned,
    };
}

public sealed class WithdrawingADataRequest(QuarterRecords records, Mailings mailings, TimeProvider clock) : TaskActivity<WithdrawDataRequest, Done>
{
    private static readonly TimeSpan NoticeIsOfUseFor = TimeSpan.FromDays(14);

    public override async Task<Done> RunAsync(TaskActivityContext context, WithdrawDataRequest input)
    {
        DataRequestKey key = input.DataRequest;
        DateTime nowUtc = clock.GetUtcNow().UtcDateTime;
        DataRequest request = await records.DataRequests.Of(key.Cycle, key.Officer);
        bool wasAsked = request.AskedUtc is not null && request.State is DataRequestState.Asked or DataRequestState.Withdrawn;
        foreach (string code in request.Measures)
        {
            await records.Figures.Change(key.Cycle, code, figure => figure.IsOutstanding ? figure with { Status = FigureStatus.Withdrawn } : null);
        }

        if (wasAsked)
        {
            await mailings.Post(new Mailing
            {
                Cycle = key.Cycle,
                Instance = InstanceIds.DataRequest(key.Cycle, key.Officer),
                Purpose = "E29",
                Ordinal = "1",
                Officer = key.Officer,
                NotAfterUtc = nowUtc + NoticeIsOfUseFor,
                Subject = new Dictionary<string, string>(StringComparer.Ordinal) { [MailSubjects.Officer] = key.Officer },
            });
        }

        await records.DataRequests.Change(
            key.Cycle,
            key.Officer,
            row => row.State is DataRequestState.Planned or DataRequestState.Asked ? row with { State = DataRequestState.Withdrawn, ClosedUtc = nowUtc } : null);
        return new Done();
    }
}
