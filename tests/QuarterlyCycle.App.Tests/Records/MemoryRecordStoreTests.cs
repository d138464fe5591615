using QuarterlyCycle.App.Records;
using QuarterlyCycle.Local.Storage;

namespace QuarterlyCycle.App.Tests.Records;

public sealed class MemoryRecordStoreTests : RecordStoreContract
{
    private readonly MemoryRecordStore _store = new();

    protected override IRecordStore Store => _store;

    protected override void Close() => _store.Dispose();
}
