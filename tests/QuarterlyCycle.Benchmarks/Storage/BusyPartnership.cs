using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using QuarterlyCycle.App;
using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Audits;
using QuarterlyCycle.App.Cycles;
using QuarterlyCycle.App.Files;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Options;
using QuarterlyCycle.App.Plans;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Cycles;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.Benchmarks.Storage;

/// <summary>A partnership with an open quarter and as many measures as are asked for, ten to an officer, over the stores that it is given; its orchestrations only listen.</summary>
internal sealed class BusyPartnership : IAsyncDisposable
{
    private const int MeasuresOfAnOfficer = 10;
    private const int MeasuresOfALead = 70;

    private static readonly Quarter Quarter = Quarter.Parse("2025-26-Q2");

    private readonly StandingClock _clock = new() { NowUtc = new DateTime(2025, 9, 29, 8, 0, 0, DateTimeKind.Utc) };
    private readonly SilentClient _orchestrations = new();
    private readonly ServiceProvider _services;
    private readonly int _measures;

    private BusyPartnership(IRecordStore records, IFileStore files, int measures)
    {
        _measures = measures;
        byte[] key = [.. Enumerable.Range(1, 32).Select(number => (byte)number)];
        ServiceCollection services = new();
        services.AddSingleton(records).AddSingleton(files).AddSingleton<TimeProvider>(_clock).AddSingleton<IMailSender>(new NoMail());
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance).AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services.AddSingleton(new ServiceOptions { Address = new Uri("https://service.example.org"), Environment = "Test" });
        services.AddSingleton(new MailOptions { FromAddress = "quarterly@example.org" });
        services.AddSingleton(new AuditOptions { Key = key }).AddSingleton(new LinkOptions { Key = key });
        _services = QuarterlyService.AddTo(services).BuildServiceProvider();
    }

    public static async Task<BusyPartnership> Open(IRecordStore records, IFileStore files, int measures)
    {
        BusyPartnership partnership = new(records, files, measures);
        await partnership.Get<PlanLibrary>().Save(partnership.Plan(), "service");
        IReadOnlyList<string> faults = await partnership.Get<CyclePlanner>().Plan(Quarter, "service");
        if (faults.Count > 0)
        {
            throw new InvalidOperationException(string.Join(" ", faults));
        }

        await partnership.Get<QuarterRecords>().Cycles.Change(Quarter.Code, cycle => cycle with { State = CycleState.Open });
        partnership._clock.NowUtc = new DateTime(2025, 10, 6, 8, 0, 0, DateTimeKind.Utc);
        return partnership;
    }

    /// <summary>Every measure is answered, so many at once; gives how long each took. An answer that is not accepted is a fault.</summary>
    public async Task<IReadOnlyList<TimeSpan>> SendAll(int atOnce)
    {
        OfficerNumbers numbers = await Get<PlanLibrary>().Numbers();
        ActDesk desk = Get<ActDesk>();
        TimeSpan[] took = new TimeSpan[_measures];
        await Parallel.ForAsync(0, _measures, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (measure, cancellation) =>
        {
            long began = Stopwatch.GetTimestamp();
            ActResult result = await desk.Perform(
                _orchestrations,
                new SendFigures
                {
                    Id = $"act{measure}",
                    AtUtc = _clock.NowUtc,
                    By = numbers.Of(Officer(measure)),
                    Cycle = Quarter.Code,
                    Forms = [new SubmissionForm { Code = Code(measure), Value = (measure % 100).ToString(CultureInfo.InvariantCulture), Provisional = false }],
                    Route = SubmissionRoute.Page,
                },
                cancellation);
            took[measure] = Stopwatch.GetElapsedTime(began);
            if (result is not ActResult.Accepted { NotTaken.Count: 0 })
            {
                throw new InvalidOperationException($"{Code(measure)} was not accepted: {result}");
            }
        });
        return took;
    }

    /// <summary>How many figures have their submission, as the store says.</summary>
    public async Task<int> Submitted() => (await Get<QuarterRecords>().Figures.All(Quarter.Code)).Count(figure => figure.Submission == 1);

    public Task<AuditVerdict> Verify() => Get<Audit>().Verify(Quarter.Code);

    public async ValueTask DisposeAsync()
    {
        await _orchestrations.DisposeAsync();
        await _services.DisposeAsync();
    }

    private T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    private static string Code(int measure) => string.Create(CultureInfo.InvariantCulture, $"M{measure:D5}");

    private static string Officer(int measure) => string.Create(CultureInfo.InvariantCulture, $"officer{measure / MeasuresOfAnOfficer}@example.org");

    private static string Lead(int measure) => string.Create(CultureInfo.InvariantCulture, $"lead{measure / MeasuresOfALead}@example.org");

    private Plan Plan()
    {
        int[] measures = [.. Enumerable.Range(0, _measures)];
        return new Plan
        {
            Partnership = new PartnershipSettings { Name = "Northtown Partnership", Council = "Northtown Council", ContactPhone = "01632 960001" },
            Organisations = [new Organisation("council", "Northtown Council", ["example.org"])],
            People =
            [
                Somebody("pat@example.org", Role.ProjectManager),
                Somebody("dee@example.org", Role.Chair, Role.Secretary),
                .. measures.Select(Lead).Distinct(StringComparer.Ordinal).Select(lead => Somebody(lead, Role.Lead)),
                .. measures.Select(Officer).Distinct(StringComparer.Ordinal).Select(officer => Somebody(officer, Role.Compiling)),
            ],
            Bodies =
            [
                new Body { Code = "stay-safe", Name = "Stay Safe", Kind = BodyKind.OutcomeGroup, Parent = "board", Chair = "dee@example.org", Order = 1 },
                new Body { Code = "board", Name = "Commissioning Board", Kind = BodyKind.Board, Chair = "dee@example.org", Secretary = "dee@example.org", Order = 2 },
            ],
            Priorities = [new Priority("OP1", PriorityKind.Priority, "Children are safe")],
            Actions = [new KeyAction { Code = "SS", Text = "Keep children safe", Bodies = ["stay-safe"], Priorities = ["OP1"] }],
            Indicators =
            [
                .. measures.Select(measure => new Indicator
                {
                    Code = Code(measure),
                    Name = $"Measure {measure}",
                    Bodies = ["stay-safe"],
                    Unit = IndicatorUnit.Count,
                    Kind = IndicatorKind.Snapshot,
                    Polarity = Polarity.High,
                    Compiling = Owner.Parse(Officer(measure)),
                    Lead = Owner.Parse(Lead(measure)),
                }),
            ],
        };
    }

    private static Person Somebody(string email, params Role[] roles) =>
        new() { Email = email, Name = email.Split('@')[0], Organisation = "council", JobTitles = ["Officer"], Roles = roles };

    private sealed class StandingClock : TimeProvider
    {
        public DateTime NowUtc { get; set; }

        public override DateTimeOffset GetUtcNow() => new(NowUtc, TimeSpan.Zero);
    }

    private sealed class NoMail : IMailSender
    {
        public bool RepeatsAreSafe => true;

        public Task<SendResult> Send(OutgoingMail mail, CancellationToken cancellation = default) => Task.FromResult<SendResult>(new SendResult.Accepted(mail.Key));
    }
}
