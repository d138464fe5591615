using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using QuarterlyCycle.App.Access;
using QuarterlyCycle.App.Activities;
using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Audits;
using QuarterlyCycle.App.Cycles;
using QuarterlyCycle.App.Files;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Mail.Composing;
using QuarterlyCycle.App.Options;
using QuarterlyCycle.App.Plans;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.App.Tests.Files;
using QuarterlyCycle.App.Tests.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Submissions;
using QuarterlyCycle.Local.Storage;
using QuarterlyCycle.Orchestrations.Calls;
using Xunit;

namespace QuarterlyCycle.App.Tests.Acts;

/// <summary>The service over real SQLite and files in memory, with a clock that stands still; its orchestrations only listen.</summary>
internal sealed class QuarterBench : IDisposable
{
    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(number => (byte)number)];

    private readonly TemporaryFolder _folder = new();
    private readonly SqliteRecordStore _store;
    private readonly MemoryFileStore _files = new();
    private ServiceProvider _services;
    private int _acts;

    private QuarterBench(DateTime nowUtc)
    {
        _store = SqliteRecordStore.Open(_folder.At("records.db"));
        Clock = new TestClock(nowUtc);
        _services = Services(_store);
    }

    public TestClock Clock { get; }

    public BellClient Client { get; } = new();

    public List<OutgoingMail> Sent { get; } = [];

    public QuarterRecords Records => Get<QuarterRecords>();

    public ActDesk Desk => Get<ActDesk>();

    /// <summary>8am UTC on this day: 9am in London while summer time lasts.</summary>
    public static DateTime Morning(int month, int day) => new(2025, month, day, 8, 0, 0, DateTimeKind.Utc);

    /// <summary>The plan is imported, and nothing is planned.</summary>
    public static async Task<QuarterBench> Imported(DateTime nowUtc, Plan? plan = null)
    {
        QuarterBench bench = new(nowUtc);
        await bench.Get<PlanLibrary>().Save(plan ?? SmallPlan.Make(), "service");
        return bench;
    }

    /// <summary>Quarter 2 is planned, and the clock stands on its first day, Monday 6 October 2025.</summary>
    public static async Task<QuarterBench> Opened(Plan? plan = null)
    {
        QuarterBench bench = await Imported(Morning(9, 29), plan);
        Assert.Empty(await bench.Get<CyclePlanner>().Plan(Quarter.Parse(SmallPlan.Cycle), "service"));
        await bench.Call(new OpenCycle(SmallPlan.Cycle));
        bench.Clock.NowUtc = Morning(10, 6);
        return bench;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>A process over the same rows that dies when the fuse blows.</summary>
    public void DieWith(Fuse fuse) => Restart(new KillableRecordStore(_store, fuse));

    /// <summary>A process over the same rows that reaches them through this.</summary>
    public void Through(Func<IRecordStore, IRecordStore> store) => Restart(store(_store));

    /// <summary>A process that takes over.</summary>
    public void Restart() => Restart(_store);

    public async Task<string> Number(string email) => (await Records.People.ByEmail(email))?.Number ?? throw new InvalidOperationException($"{email} has no number.");

    public async Task<ActResult> Do(Func<string, DateTime, Act> act) => await Desk.Perform(Client, act($"act{++_acts}", Clock.NowUtc));

    public async Task<ActResult> Do(Act act) => await Desk.Perform(Client, act);

    public async Task<SendFigures> Sending(string by, params SubmissionForm[] forms) => new()
    {
        Id = $"act{++_acts}",
        AtUtc = Clock.NowUtc,
        By = await Number(by),
        Cycle = SmallPlan.Cycle,
        Forms = forms,
        Route = SubmissionRoute.Page,
    };

    public async Task<ActResult> Send(string by, params SubmissionForm[] forms) => await Do(await Sending(by, forms));

    public async Task<CorrectFigure> Correcting(string by, SubmissionForm form, CorrectionReason reason = CorrectionReason.TypingMistake) => new()
    {
        Id = $"act{++_acts}",
        AtUtc = Clock.NowUtc,
        By = await Number(by),
        Cycle = SmallPlan.Cycle,
        Form = form,
        Reason = reason,
        Route = SubmissionRoute.Page,
    };

    /// <summary>The project manager revises a figure.</summary>
    public async Task<ActResult> Revise(SubmissionForm form, string why, string by = SmallPlan.Pat, CorrectionReason reason = CorrectionReason.LateData)
    {
        string number = await Number(by);
        return await Do((id, atUtc) => new ReviseFigure { Id = id, AtUtc = atUtc, By = number, Cycle = SmallPlan.Cycle, Form = form, Reason = reason, Why = why });
    }

    public async Task<ActResult> Agree(string by, params string[] measures)
    {
        string number = await Number(by);
        return await Do((id, atUtc) => new AgreeFigures { Id = id, AtUtc = atUtc, By = number, Cycle = SmallPlan.Cycle, Measures = measures });
    }

    public async Task<ActResult> Ask(string by, string measure, string words, bool sendBack = false)
    {
        string number = await Number(by);
        return await Do((id, atUtc) => new RaiseChallenge
        {
            Id = id,
            AtUtc = atUtc,
            By = number,
            Cycle = SmallPlan.Cycle,
            Measure = measure,
            Reason = Domain.Challenges.ChallengeReason.Other,
            Words = words,
            AnswerByDate = LondonTime.DateOf(atUtc).AddDays(2),
            SendBack = sendBack,
        });
    }

    public async Task<RequestedFigure> Figure(string code) => await Records.Figures.Of(SmallPlan.Cycle, code);

    /// <summary>Runs the activity of a call.</summary>
    public async Task<TResult> Call<TResult>(IActivityCall<TResult> call)
    {
        Type type = QuarterActivities.All.Single(each => each.Call == call.GetType()).Activity;
        ITaskActivity activity = (ITaskActivity)ActivatorUtilities.CreateInstance(_services, type);
        return (TResult)(await activity.RunAsync(new TestActivityContext(call.GetType().Name), call))!;
    }

    /// <summary>Sends what is due, and gives the messages that went.</summary>
    public async Task<IReadOnlyList<OutgoingMail>> Deliver()
    {
        int before = Sent.Count;
        await Get<OutboxSweep>().Run(Clock.NowUtc);
        return [.. Sent.Skip(before)];
    }

    /// <summary>Moves the clock beyond the time for which a sweep leaves an act alone, and runs it.</summary>
    public async Task Sweep()
    {
        Clock.NowUtc = Clock.NowUtc.AddMinutes(3);
        await Get<ActSweep>().Run(Client, Clock.NowUtc);
    }

    public static string Words(ActResult result) => result switch
    {
        ActResult.Refused refused => string.Join("\n", refused.Errors.Select(error => error.Message)),
        ActResult.ToExplain toExplain => string.Join("\n", toExplain.Figures.SelectMany(figure => figure.Queries).Select(query => query.Message)),
        ActResult.Accepted accepted => string.Join("\n", accepted.NotTaken.Select(error => error.Message)),
        _ => "",
    };

    public static ActResult.Accepted Accepted(ActResult result)
    {
        Assert.True(result is ActResult.Accepted { NotTaken.Count: 0 }, Words(result));
        return (ActResult.Accepted)result;
    }

    public void Dispose()
    {
        _services.Dispose();
        _store.Dispose();
        _folder.Dispose();
    }

    private void Restart(IRecordStore store)
    {
        _services.Dispose();
        _services = Services(store);
    }

    private ServiceProvider Services(IRecordStore store)
    {
        ServiceCollection services = new();
        services.AddSingleton(store).AddSingleton<IFileStore>(_files).AddSingleton<TimeProvider>(Clock).AddSingleton<IMailSender>(new Collector(Sent));
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance).AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services.AddSingleton(new ServiceOptions { Address = new Uri("https://service.example.org"), Environment = "Test" });
        services.AddSingleton(new MailOptions { FromAddress = "quarterly@example.org" });
        services.AddSingleton(new AuditOptions { Key = Key }).AddSingleton(new LinkOptions { Key = Key });
        QuarterlyService.AddTo(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true });
    }

    private sealed class Collector(List<OutgoingMail> sent) : IMailSender
    {
        public bool RepeatsAreSafe => true;

        public Task<SendResult> Send(OutgoingMail mail, CancellationToken cancellation = default)
        {
            if (!sent.Any(known => known.Key == mail.Key))
            {
                sent.Add(mail);
            }

            return Task.FromResult<SendResult>(new SendResult.Accepted(mail.Key));
        }
    }

    private sealed class TestActivityContext(string name) : TaskActivityContext
    {
        public override TaskName Name => name;

        public override string InstanceId => SmallPlan.Cycle;
    }
}

/// <summary>Answers as people type them.</summary>
internal static class Forms
{
    public static SubmissionForm Value(string code, string value, string? explanation = null) =>
        new() { Code = code, Value = value, Provisional = false, Explanation = explanation };

    public static SubmissionForm Milestone(string code, DeliverableState state, string? comment = null) =>
        new() { Code = code, MilestoneState = state, Comment = comment };
}
