using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using QuarterlyCycle.App.Access;
using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Audits;
using QuarterlyCycle.App.Cycles;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Mail.Composing;
using QuarterlyCycle.App.Options;
using QuarterlyCycle.App.Packs;
using QuarterlyCycle.App.Plans;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.App.Tests.Acts;
using QuarterlyCycle.App.Tests.Plans;
using QuarterlyCycle.App.Tests.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Submissions;
using QuarterlyCycle.Domain.Timetables;
using QuarterlyCycle.Local.Storage;
using Xunit;

namespace QuarterlyCycle.App.Tests.Packs;

/// <summary>A planned quarter over SQLite and files in memory, with everything that makes packs; figures are stored as acts would leave them.</summary>
internal sealed class PackScene : IDisposable
{
    public const string Cycle = "2008-09-Q2";
    public const string Group = "stay-safe";
    public const string Board = "board";

    private readonly MemoryRecordStore _store = new();
    private readonly Audit _audit;
    private readonly ActDesk _desk;
    private int _acts;

    private PackScene()
    {
        Records = new QuarterRecords(_store, Files);
        Plans = new PlanLibrary(_store, Files, Records, Clock);
        _audit = new Audit(_store, new AuditOptions { Key = new byte[32] });
        Planner = new CyclePlanner(Records, Plans, _audit, Clock);
        People = new BodyPeople(Records, Plans);
        Models = new PackModels(Files);
        ServiceOptions service = new() { Address = new Uri("https://service.example.org"), Environment = "Test" };
        Links tokens = new(_store, new LinkOptions { Key = new byte[32] }, Clock);
        PackLinks links = new(tokens, service);
        SignOffDuties duties = new(Records);
        PackCases cases = new(Records, People, Models);
        BoardStanding standing = new(Records);
        MailPart[] parts =
        [
            new GroupPackMails(Records, cases, links), new SignOffMails(_store, Records, cases, links),
            new SecretaryMails(Records, cases, standing, People, links), new DecisionMails(Records, cases, links), new ClinicMails(Records, links),
        ];
        MailScenes scenes = new(Records, Plans, service, new MailPromises(), Clock);
        QuarterComposer composer = new(parts, scenes, new SignInMail(Records, Plans, scenes, tokens, service));
        Outbox = new Outbox(_store, Files, Sender, composer, Mail.TestMail.Options, Clock);
        Mailings mailings = new(Outbox, Records, Plans, Clock);
        PackMail = new PackMail(Records, People, duties, mailings, Clock);
        BoardMail = new BoardMail(Records, People, standing, PackMail, mailings);
        FigureHistory history = new(Records);
        PrintedFigures printed = new(Records, Files);
        Builder = new PackBuilder(Records, Files, new QuarterFactsReader(Records, Plans, history, new ChasingHistory(_store, Records), printed), Models, printed, new EarlierDecisions(Records), new EarlierRevisions(Records, history), Clock);
        Reader = new PackReader(Records, Files, Models);
        Suggestions = new ClinicSuggestions(Records, Plans, history, printed);
        Standing mayAct = new(Records, Plans, Clock);
        PackAudit audit = new(_audit);
        Deed[] deeds =
        [
            new WritingASummary(Records, audit, mayAct), new BuildingANewVersion(Builder, People, audit, mayAct),
            new IssuingAPack(Records, People, links, audit, mayAct), new WithdrawingAPack(Records, audit, mayAct),
            new RecordingAGroupUpdate(Records, People, Reader, audit, mayAct), new SigningAPack(Records, People, duties, audit, mayAct),
            new SendingAPackBack(Records, People, audit, mayAct), new RecordingDecisions(Records, Plans, People, audit, mayAct),
            new UpdatingADecision(Records, audit, mayAct), new CallingAClinic(Records, audit, mayAct), new DecliningAClinic(Records, audit, mayAct),
            new RecordingAClinic(Records, audit, mayAct), new ClosingAClinic(Records, audit, mayAct),
        ];
        _desk = new ActDesk(
            deeds, new ActRows(_store, Files, Clock), new Inbox(_store, Clock), new CycleStart(Records, Clock), new ClinicStart(Records, Plans), Records.NeedsAttention, Clock);
    }

    // Week 4 of quarter 2 of 2008-09: corrections have stopped.
    public TestClock Clock { get; } = new(new DateTime(2008, 9, 29, 8, 0, 0, DateTimeKind.Utc));

    public MemoryFileStore Files { get; } = new();

    public QuarterRecords Records { get; }

    public PlanLibrary Plans { get; }

    public CyclePlanner Planner { get; }

    public BodyPeople People { get; }

    public PackModels Models { get; }

    public PackBuilder Builder { get; }

    public PackReader Reader { get; }

    public PackMail PackMail { get; }

    public BoardMail BoardMail { get; }

    public ClinicSuggestions Suggestions { get; }

    public Outbox Outbox { get; }

    public HeldMail Sender { get; } = new();

    public BellClient Client { get; } = new();

    /// <summary>A scene in which quarter 2 is planned and collection is over.</summary>
    public static async Task<PackScene> Open(Plan? plan = null)
    {
        PackScene scene = new();
        await scene.Plans.Save(plan ?? PackPlan.Make(), "test");
        await scene.PlanCycle(Cycle);
        return scene;
    }

    public async Task PlanCycle(string cycle)
    {
        IReadOnlyList<string> faults = await Planner.Plan(Quarter.Parse(cycle), "o0001");
        Assert.Empty(faults);
        Clock.NowUtc = (await Records.Timetables.InForce(cycle)).CollateUtc;
        foreach (RequestedFigure figure in await Records.Figures.All(cycle))
        {
            await Records.Figures.Change(cycle, figure.Code, row => row with { Status = FigureStatus.NotSupplied });
        }
    }

    public Task<Timetable> Timetable() => Records.Timetables.InForce(Cycle);

    public async Task<string> Number(string email) => (await Records.People.ByEmail(email))!.Number;

    /// <summary>Stores an answer; another one for the same measure corrects it.</summary>
    public async Task Answer(
        string code, decimal? value, string? comment = null, Finality finality = Finality.Final, CorrectionReason? reason = null, DeliverableState? milestone = null, string cycle = Cycle, string? sentBy = null)
    {
        Plan plan = await Plans.ForCycle(cycle);
        RequestedFigure figure = await Records.Figures.Of(cycle, code);
        int number = (figure.Submission ?? 0) + 1;
        string officer = sentBy ?? figure.Officer;
        await Records.Submissions.Insert(new Submission
        {
            Cycle = cycle,
            Code = code,
            Number = number,
            ActId = $"answer.{code}.{number}",
            Reference = "ABC234",
            By = officer,
            AtUtc = Clock.NowUtc,
            Route = SubmissionRoute.Page,
            Form = new SubmissionForm { Code = code, Comment = comment, MilestoneState = milestone },
            Figure = value is { } given ? Figure.Of(plan.Indicator(code)!, Quarter.Parse(cycle).Period, given, finality) : null,
            Corrects = number > 1 ? number - 1 : null,
            CorrectionReason = reason,
        });
        await Records.Figures.Change(cycle, code, row => row with { Status = FigureStatus.Agreed, Submission = number, SentBy = officer, AgreedBy = row.Reviewer });
    }

    /// <summary>Every figure of the quarter but those named.</summary>
    public async Task AnswerAllBut(params string[] missing)
    {
        (string Code, decimal Value)[] figures = [("SS1", 68.2m), ("SS2", 18m), ("SS3", 91.5m), ("SS4", 95m), ("BH1", 31m)];
        foreach ((string code, decimal value) in figures.Where(figure => !missing.Contains(figure.Code)))
        {
            await Answer(code, value, code == "SS1" ? "Two posts were vacant in August." : null);
        }

        if (!missing.Contains("SS9"))
        {
            await Answer("SS9", null, milestone: DeliverableState.OnTrack);
        }
    }

    /// <summary>An e-mail of the collection as it would stand in the outbox.</summary>
    public async Task Chased(string email, string purpose, DateTime sentUtc, MailState state = MailState.Delivered)
    {
        string officer = await Number(email);
        RecordTable<OutboxRow> rows = new(_store, "Outbox");
        OutboxRow row = new()
        {
            Instance = $"{Cycle}.request.{officer}",
            Purpose = purpose,
            Ordinal = "1",
            Recipient = officer,
            PostedUtc = sentUtc,
            NotBeforeUtc = sentUtc,
            NotAfterUtc = sentUtc.AddDays(5),
            State = state,
            SentUtc = sentUtc,
        };
        await rows.Insert(row.Instance, row.Key, row);
    }

    public Task<PackVersion> Build(string body = Group, string cause = "draft.1") => Builder.Build(Cycle, body, cause);

    /// <summary>Builds and issues, as the project manager does.</summary>
    public async Task<PackVersion> BuildAndIssue(string body = Group, string cause = "draft.1")
    {
        PackVersion built = await Build(body, cause);
        Accepted(await Do(PackPlan.Manager, (id, at, by) => new IssuePack { Id = id, AtUtc = at, By = by, Cycle = Cycle, Body = body, Version = built.Version }));
        return (await Records.Packs.Get(Cycle, body, built.Version))!;
    }

    /// <summary>Performs an act of this person now.</summary>
    public async Task<ActResult> Do(string email, Func<string, DateTime, string, Act> act)
    {
        _acts++;
        return await _desk.Perform(Client, act($"act{_acts}", Clock.NowUtc, await Number(email)));
    }

    public Task<ActResult> Sign(string email, PackVersion version) =>
        Do(email, (id, at, by) => new SignPack { Id = id, AtUtc = at, By = by, Cycle = Cycle, Body = version.Body, Version = version.Version, Seal = version.Seal });

    public Task<ActResult> SendBack(string email, PackVersion version, string comment) =>
        Do(email, (id, at, by) => new SendPackBack { Id = id, AtUtc = at, By = by, Cycle = Cycle, Body = version.Body, Version = version.Version, Paragraph = "3.2", Comment = comment });

    public Task<ActResult> Update(params MeasureUpdate[] measures) => Do(
        PackPlan.Chair,
        (id, at, by) => new RecordGroupUpdate
        {
            Id = id,
            AtUtc = at,
            By = by,
            Cycle = Cycle,
            Body = Group,
            Measures = measures,
            Equality = "Disabled children wait longer.",
            AreasOfConcern = "Vacant posts",
        });

    /// <summary>The HTML file of a version, opened.</summary>
    public async Task<IDocument> Open(PackVersion version, PackEdition edition = PackEdition.Public)
    {
        PackFile file = version.Files.Single(file => file.Edition == edition);
        byte[] content = (await Files.Read(file.StoredAs))!;
        return await new HtmlParser().ParseDocumentAsync(new MemoryStream(content), CancellationToken.None);
    }

    public async Task<string> Text(PackVersion version, PackEdition edition = PackEdition.Public) =>
        string.Join(' ', (await Open(version, edition)).Body!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static void Accepted(ActResult result) => Assert.True(result is ActResult.Accepted, result is ActResult.Refused refused ? string.Join("; ", refused.Errors.Select(error => error.Message)) : result.ToString());

    public static string Refusal(ActResult result) => string.Join("; ", Assert.IsType<ActResult.Refused>(result).Errors.Select(error => error.Message));

    public void Dispose()
    {
        _audit.Dispose();
        _store.Dispose();
    }
}

/// <summary>A sender that keeps what it is given.</summary>
internal sealed class HeldMail : IMailSender
{
    public List<OutgoingMail> Sent { get; } = [];

    public bool RepeatsAreSafe => true;

    public Task<SendResult> Send(OutgoingMail mail, CancellationToken cancellation = default)
    {
        Sent.Add(mail);
        return Task.FromResult<SendResult>(new SendResult.Accepted(mail.Key));
    }
}
