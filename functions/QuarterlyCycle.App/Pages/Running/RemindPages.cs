using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Pages.Staff;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Submissions;
using QuarterlyCycle.Orchestrations;

namespace QuarterlyCycle.App.Pages.Running;

/// <summary>P56: a reminder now.</summary>
public sealed class RemindPages(StaffDoor door, QuarterRecords records, Outbox outbox, ActDesk desk) : PageSet
{
    public override IReadOnlyList<PageRoute> Routes =>
    [
        PageRoute.Get("/cycle/remind", door.ManagerQuarterPage((request, visit, quarter) => Show(visit, quarter, null, []))),
        PageRoute.Post("/cycle/remind", door.ManagerQuarterPage(Send)),
    ];

    private async Task<PageAnswer> Send(PageRequest request, StaffVisit visit, QuarterInView quarter)
    {
        IReadOnlyList<string> officers = request.Fields("officers");
        ActResult result = await desk.Perform(request.Client, new SendReminderNow { Id = request.SentFormId, AtUtc = request.NowUtc, By = visit.By, Cycle = quarter.Code, Officers = officers });
        IReadOnlyList<FieldError> errors = StaffDoor.ErrorsOf(result);
        return errors.Count > 0 ? await Show(visit, quarter, officers, errors) : new PageAnswer.Redirect("/cycle?done=reminded");
    }

    private async Task<PageAnswer> Show(StaffVisit visit, QuarterInView quarter, IReadOnlyList<string>? chosen, IReadOnlyList<FieldError> errors)
    {
        List<Reminded> gets = [];
        List<NotReminded> doNotGet = [];
        foreach (DataRequest asked in await records.DataRequests.All(quarter.Code))
        {
            Officer person = await records.People.Of(asked.Officer);
            IReadOnlyList<RequestedFigure> figures = await records.Figures.OfOfficer(quarter.Code, asked.Officer);
            string[] owed = [.. figures.Where(figure => figure.IsOutstanding && visit.NowUtc < figure.AnswersStopUtc(quarter.Timetable)).Select(figure => figure.Code)];
            IReadOnlyList<OutboxRow> mails = await outbox.List(InstanceIds.DataRequest(quarter.Code, asked.Officer));
            Officer answers = await records.People.WhoAnswers(asked.Officer, visit.Today);
            if (WhyNot(visit, quarter, figures, owed, mails) is { } why)
            {
                doNotGet.Add(new NotReminded(person.Name, why));
            }
            else
            {
                gets.Add(new Reminded(person, answers.Number == person.Number ? null : answers.Name, owed));
            }
        }

        RemindModel model = new(quarter, [.. gets.OrderBy(each => each.Person.Name, StringComparer.Ordinal)], [.. doNotGet.OrderBy(each => each.Name, StringComparer.Ordinal)], chosen);
        return PageAnswer.Show<RemindPage>("Send a reminder now", model, errors);
    }

    private static string? WhyNot(StaffVisit visit, QuarterInView quarter, IReadOnlyList<RequestedFigure> figures, string[] owed, IReadOnlyList<OutboxRow> mails) =>
        (owed.Length, visit.NowUtc < quarter.Timetable.OpensUtc) switch
        {
            (_, true) => "has not been asked yet",
            (0, _) when figures.Any(figure => figure.IsOutstanding) => "answers have stopped",
            (0, _) => "has sent everything",
            _ when mails.LastOrDefault(row => row.State == MailState.Bounced) is { } bounced && bounced == mails.MaxBy(row => row.SentUtc ?? row.NotBeforeUtc) => "cannot be reached: the last e-mail did not arrive",
            _ => null,
        };
}

/// <summary>Who gets a reminder.</summary>
public sealed record Reminded(Officer Person, string? StandIn, IReadOnlyList<string> Owed);

/// <summary>Who gets none, and why.</summary>
public sealed record NotReminded(string Name, string Why);

/// <summary>Who would get a reminder now and who would not.</summary>
public sealed record RemindModel(QuarterInView Quarter, IReadOnlyList<Reminded> Gets, IReadOnlyList<NotReminded> DoNotGet, IReadOnlyList<string>? Chosen);
