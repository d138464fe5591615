using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using QuarterlyCycle.App.Files;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.App.Tests.Files;
using QuarterlyCycle.App.Tests.Mail;
using QuarterlyCycle.App.Tests.Records;
using QuarterlyCycle.Functions.Hosting;
using QuarterlyCycle.Functions.Tests.Settings;
using QuarterlyCycle.Local.Storage;

namespace QuarterlyCycle.Functions.Tests;

/// <summary>The service as this host puts it together, over SQLite in memory and a folder, by a clock that stands still.</summary>
internal sealed class FunctionsBench : IDisposable
{
    public const string Cycle = "2025-26-Q2";

    private readonly TemporaryFolder _folder = new();
    private readonly MemoryRecordStore _memory = new();
    private readonly ServiceProvider _services;

    public FunctionsBench()
    {
        Store = new FaultyStore(_memory);
        ServiceCollection services = new();
        ServiceSetup.AddTo(services, SampleSettings.Configuration());
        services.AddSingleton<IRecordStore>(Store).AddSingleton<IFileStore>(new FolderFileStore(_folder.At("files")));
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance).AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public TestClock Clock { get; } = new(TestMail.Monday9Am);

    public TestClient Client { get; } = new();

    public FaultyStore Store { get; }

    public IFileStore Files => Get<IFileStore>();

    /// <summary>Where a file of this name stands on the disk.</summary>
    public string FileAt(string name) => Path.Combine(_folder.At("files"), name);

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>A function class, made as the worker makes it.</summary>
    public T Function<T>() => ActivatorUtilities.CreateInstance<T>(_services);

    /// <summary>An e-mail of which the mail system has been asked and nobody knows the answer.</summary>
    public async Task<OutboxRow> Uncertain(string ordinal = "1")
    {
        OutboxRow row = TestMail.Row("E1", ordinal) with { State = MailState.Uncertain, ClaimedUntilUtc = TestMail.Monday9Am };
        await new RecordTable<OutboxRow>(_memory, "Outbox").Insert(row.Instance, row.Key, row);
        return row;
    }

    public async Task<OutboxRow> Read(OutboxRow row) => (await Get<Outbox>().Get(row.Instance, row.Key))!;

    public Task OpenCycle() => Get<QuarterRecords>().Cycles.Insert(TestCycle.Open(Cycle));

    public void Dispose()
    {
        _services.Dispose();
        _memory.Dispose();
        _folder.Dispose();
    }
}

/// <summary>A store that is away when it is told to be.</summary>
internal sealed class FaultyStore(IRecordStore inner) : IRecordStore
{
    /// <summary>The table that cannot be written, or null.</summary>
    public string? Away { get; set; }

    public Task<Row?> Get(string table, string partition, string key, CancellationToken cancellation = default) => inner.Get(table, partition, key, cancellation);

    public Task<IReadOnlyList<Row>> List(string table, string partition, CancellationToken cancellation = default) => inner.List(table, partition, cancellation);

    public Task<Row?> Insert(string table, Row row, CancellationToken cancellation = default) => Write(table, () => inner.Insert(table, row, cancellation));

    public Task<Row?> Replace(string table, Row row, CancellationToken cancellation = default) => Write(table, () => inner.Replace(table, row, cancellation));

    public Task<bool> Delete(string table, string partition, string key, CancellationToken cancellation = default) =>
        Write(table, () => inner.Delete(table, partition, key, cancellation));

    public IAsyncEnumerable<(string Table, Row Row)> All(CancellationToken cancellation = default) => inner.All(cancellation);

    private T Write<T>(string table, Func<T> write) => table == Away ? throw new IOException($"The table {table} is away.") : write();
}
