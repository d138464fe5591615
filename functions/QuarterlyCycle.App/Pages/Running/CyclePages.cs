using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Cycles;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Pages.Figures;
using QuarterlyCycle.App.Pages.Staff;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Cycles;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Submissions;
using QuarterlyCycle.Orchestrations;

namespace QuarterlyCycle.App.Pages.Running;

/// <summary>P50 to P52: where the quarter is, what happened to one figure, one officer's data request, and what did not arrive.</summary>
public sealed class CyclePages(StaffDoor door, CycleOverviews overviews, FigureStories stories, ChasingHistory chasing, QuarterRecords records, Outbox outbox, ActDesk desk) : PageSet
{
    public override IReadOnlyList<PageRoute> Routes =>
    [
        PageRoute.Get("/cycle", door.ManagerQuarterPage(Show)),
        PageRoute.Get("/cycle/measures/{code}", door.ManagerQuarterPage(ShowFigure)),
        PageRoute.Get("/cycle/people/{officer}", door.ManagerQuarterPage((request, visit, quarter) => ShowPerson(request, visit, quarter, new MoreTimeForm(), []))),
        PageRoute.Post("/cycle/people/{officer}/link", door.ManagerQuarterPage(RenewLink)),
        PageRoute.Post("/cycle/people/{officer}/more-time", door.ManagerQuarterPage(GiveMoreTime)),
        PageRoute.Get("/cycle/delivery", door.ManagerQuarterPage(ShowDelivery)),
    ];

    private async Task<PageAnswer> Show(PageRequest request, StaffVisit visit, QuarterInView quarter)
    {
        CycleOverview overview = await overviews.Of(quarter, visit);
        return PageAnswer.Show<CyclePage>($"Quarter {quarter.Quarter.Number}: where we are", overview with { Done = DoneWords(request.Query("done")) });
    }

    private static string? DoneWords(string done) => done switch
    {
        "started" => "The quarter is started.",
        "moved" => "The dates have changed. A new version of the timetable is in force.",
        "reminded" => "The reminders are on their way. Who has answered meanwhile gets none.",
        "revised" => "The figure is revised. Reports already issued stay as they are; the next one lists the revision.",
        "plan" => "The quarter runs on the corrected plan. Build a new version of the reports that should change.",
        "cancelled" => "The quarter is cancelled. Everybody who was still asked has been told.",
        "allowed" => "More time is given. The officer has been told.",
        "refused" => "The request for more time is refused. The officer has been told why.",
        _ => null,
    };

    private async Task<PageAnswer> ShowFigure(PageRequest request, StaffVisit visit, QuarterInView quarter)
    {
        string code = request.Part("code");
        if (await records.Figures.Get(quarter.Code, code) is not { } figure)
        {
            return StaffDoor.NotFound();
        }

        return PageAnswer.Show<FigureStoryPage>($"What happened to {code}", new FigureStoryModel
        {
            Quarter = quarter,
            Figure = figure,
            OfficerName = (await records.People.Of(figure.Officer)).Name,
            ReviewerName = (await records.People.Of(figure.Reviewer)).Name,
            Lines = await stories.Of(quarter, figure),
            Quarters = await StandingFigures(code, visit),
            NowUtc = visit.NowUtc,
        });
    }

    // The newest quarter first: that is the one that people ask about.
    private async Task<IReadOnlyList<StandingFigure>> StandingFigures(string code, StaffVisit visit)
    {
        List<StandingFigure> standing = [];
        foreach (Cycle cycle in (await records.Cycles.All()).Where(cycle => cycle.State != CycleState.Cancelled).Reverse())
        {
            if (await records.Figures.Get(cycle.Code, code) is { } figure)
            {
                string words = figure.Submission is { } number ? AnswerRows.InShort(await records.Submissions.Of(cycle.Code, code, number)) : "Nothing yet";
                standing.Add(new StandingFigure(cycle.Code, words, visit.NowUtc >= figure.CorrectionsStopUtc(await records.Timetables.InForce(cycle))));
            }
        }

        return standing;
    }

    private async Task<PageAnswer> ShowPerson(PageRequest request, StaffVisit visit, QuarterInView quarter, MoreTimeForm form, IReadOnlyList<FieldError> errors)
    {
        string officer = request.Part("officer");
        if (await records.DataRequests.Get(quarter.Code, officer) is not { } asked)
        {
            return StaffDoor.NotFound();
        }

        Officer person = await records.People.Of(officer);
        return PageAnswer.Show<PersonPage>(person.Name, new PersonModel
        {
            Quarter = quarter,
            Person = person,
            Request = asked,
            Figures = await records.Figures.OfOfficer(quarter.Code, officer),
            Chasing = await chasing.Of(quarter.Code, officer),
            Mails = [.. (await outbox.List(InstanceIds.DataRequest(quarter.Code, officer))).Where(row => row.State != MailState.NotNeeded).OrderBy(row => row.SentUtc ?? row.NotBeforeUtc)],
            Form = form,
            NowUtc = visit.NowUtc,
            Done = request.Query("done") switch
            {
                "link" => "A new link is on its way. The earlier one has stopped working.",
                "more-time" => "More time is given.",
                _ => null,
            },
        }, errors);
    }

    private async Task<PageAnswer> RenewLink(PageRequest request, StaffVisit visit, QuarterInView quarter)
    {
        string officer = request.Part("officer");
        ActResult result = await desk.Perform(request.Client, new RenewLink { Id = request.SentFormId, AtUtc = request.NowUtc, By = visit.By, Cycle = quarter.Code, Officer = officer });
        IReadOnlyList<FieldError> errors = StaffDoor.ErrorsOf(result);
        return errors.Count > 0 ? await ShowPerson(request, visit, quarter, new MoreTimeForm(), errors) : new PageAnswer.Redirect($"/cycle/people/{officer}?done=link");
    }

    private async Task<PageAnswer> GiveMoreTime(PageRequest request, StaffVisit visit, QuarterInView quarter)
    {
        string officer = request.Part("officer");
        MoreTimeForm form = new() { Measures = request.Fields("measures"), Until = request.Field("untilDate"), Why = request.Field("why") };
        IReadOnlyList<FieldError> errors = TypedDate.Read(form.Until) is { } until
            ? StaffDoor.ErrorsOf(await desk.Perform(request.Client, new GiveMoreTime
            {
                Id = request.SentFormId,
                AtUtc = request.NowUtc,
                By = visit.By,
                Cycle = quarter.Code,
                Officer = officer,
                Measures = form.Measures,
                UntilDate = until,
                Why = form.Why,
            }))
            : [new FieldError("untilDate", $"Enter a date after {BritishWords.Date(visit.Today)}")];
        return errors.Count > 0 ? await ShowPerson(request, visit, quarter, form, errors) : new PageAnswer.Redirect($"/cycle/people/{officer}?done=more-time");
    }

    private async Task<PageAnswer> ShowDelivery(PageRequest request, StaffVisit visit, QuarterInView quarter)
    {
        List<MailInTrouble> trouble = [];
        IEnumerable<string> instances = (await records.DataRequests.All(quarter.Code)).Select(asked => InstanceIds.DataRequest(quarter.Code, asked.Officer))
            .Concat((await records.Figures.All(quarter.Code)).Select(AnswerBells.Review).Distinct(StringComparer.Ordinal))
            .Concat(quarter.Timetable.Groups.Select(group => InstanceIds.OutcomeGroup(quarter.Code, group.Body)))
            .Append(InstanceIds.BoardPack(quarter.Code))
            .Append(InstanceIds.Cycle(quarter.Code));
        foreach (string instance in instances)
        {
            foreach (OutboxRow row in (await outbox.List(instance)).Where(MailWords.IsTrouble))
            {
                trouble.Add(new MailInTrouble(row, await records.People.Of(row.Recipient)));
            }
        }

        return PageAnswer.Show<DeliveryPage>("Emails that did not arrive", new DeliveryModel(quarter, trouble, await records.NeedsAttention.Open(quarter.Code)));
    }
}

/// <summary>What happened to one figure.</summary>
public sealed record FigureStoryModel
{
    public required QuarterInView Quarter { get; init; }

    public required RequestedFigure Figure { get; init; }

    public required string OfficerName { get; init; }

    public required string ReviewerName { get; init; }

    public required IReadOnlyList<StoryLine> Lines { get; init; }

    /// <summary>The answers in force, the newest quarter first.</summary>
    public required IReadOnlyList<StandingFigure> Quarters { get; init; }

    public required DateTime NowUtc { get; init; }
}

/// <summary>The answer that stands for one quarter, and whether the project manager may revise it: corrections have stopped.</summary>
public sealed record StandingFigure(string Cycle, string Words, bool MayBeRevised);

/// <summary>One officer's data request as the project manager sees it.</summary>
public sealed record PersonModel
{
    public required QuarterInView Quarter { get; init; }

    public required Officer Person { get; init; }

    public required DataRequest Request { get; init; }

    public required IReadOnlyList<RequestedFigure> Figures { get; init; }

    public required IReadOnlyList<ChasingLine> Chasing { get; init; }

    public required IReadOnlyList<OutboxRow> Mails { get; init; }

    public required MoreTimeForm Form { get; init; }

    public required DateTime NowUtc { get; init; }

    public string? Done { get; init; }
}

/// <summary>More time as it is typed.</summary>
public sealed record MoreTimeForm
{
    public IReadOnlyList<string> Measures { get; init; } = [];

    public string Until { get; init; } = "";

    public string Why { get; init; } = "";
}

/// <summary>An e-mail that did not arrive, or of which it is not known.</summary>
public sealed record MailInTrouble(OutboxRow Row, Officer To);

/// <summary>What did not arrive and what did not happen.</summary>
public sealed record DeliveryModel(QuarterInView Quarter, IReadOnlyList<MailInTrouble> Mails, IReadOnlyList<Attention> Attention);
