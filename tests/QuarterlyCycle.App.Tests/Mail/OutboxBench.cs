using Microsoft.Extensions.Logging.Abstractions;
using QuarterlyCycle.App.Files;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.App.Tests.Files;
using QuarterlyCycle.App.Tests.Records;
using QuarterlyCycle.Local.Mail;
using QuarterlyCycle.Local.Storage;

namespace QuarterlyCycle.App.Tests.Mail;

/// <summary>Everything an outbox needs; a process can be started on it, killed and started again.</summary>
internal sealed class OutboxBench : IDisposable
{
    public OutboxBench()
    {
        Folder = new MailFolder(new MemoryFileStore(), Clock);
        Sender = new TestSender(Folder);
        Start();
    }

    public MemoryRecordStore Store { get; } = new();

    public TestClock Clock { get; } = new(TestMail.Monday9Am);

    public IFileStore Files { get; } = new MemoryFileStore();

    public MailFolder Folder { get; }

    public TestSender Sender { get; set; }

    public TestComposer Composer { get; } = new();

    public Outbox Outbox { get; private set; } = null!;

    public OutboxSweep Sweep { get; private set; } = null!;

    public OpenWork Open => OpenWork.OfOutbox(Store);

    /// <summary>Starts a process; it ends at the chosen step when it is given a fuse.</summary>
    public void Start(Fuse? fuse = null)
    {
        IRecordStore store = fuse is null ? Store : new KillableRecordStore(Store, fuse);
        Outbox = new Outbox(store, Files, Sender, Composer, TestMail.Options, Clock);
        Sweep = new OutboxSweep(store, Outbox, NullLogger<OutboxSweep>.Instance);
    }

    public Task<int> RunSweep() => Sweep.Run(Clock.NowUtc);

    public async Task<OutboxRow> Read(OutboxRow row) => (await Outbox.Get(row.Instance, row.Key))!;

    /// <summary>How many messages in the folder speak for this e-mail.</summary>
    public async Task<int> Arrived(OutboxRow row) =>
        (await Folder.ReadAll()).Count(mail => mail.Text.Contains(TestMail.UrlOf(row), StringComparison.Ordinal));

    public void Dispose() => Store.Dispose();
}
