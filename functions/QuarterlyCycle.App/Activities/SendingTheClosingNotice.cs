using Microsoft.DurableTask;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Timetables;
using QuarterlyCycle.Orchestrations;
using QuarterlyCycle.Orchestrations.Calls;

namespace QuarterlyCycle.App.Activities;

public sealed class SendingTheClosingNotice(QuarterRecords records, Mailings mailings) : TaskActivity<SendClosingNotice, Done>
{
    public override async Task<Done> RunAsync(TaskActivityContext context, SendClosingNotice input)
    {
        IReadOnlyList<RequestedFigure> figures = await records.Figures.All(input.Cycle);
        if (!figures.Any(figure => figure.IsOutstanding))
        {
            return new Done();
        }

        Timetable timetable = await records.Timetables.InForce(input.Cycle);
        foreach (Officer manager in await records.People.ProjectManagers())
        {
            await mailings.Post(new Mailing
            {
                Cycle = input.Cycle,
                Instance = InstanceIds.Cycle(input.Cycle),
                Purpose = "E46",
                Ordinal = manager.Number,
                Officer = manager.Number,
                NotAfterUtc = timetable.AnswersStopUtc,
            });
        }

        return new Done();
    }
}
