using QuarterlyCycle.App.Files;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Local.Storage;

namespace QuarterlyCycle.Local.Hosting;

/// <summary>Where records and files are kept, and what lets go of them.</summary>
internal sealed class Stores(IRecordStore records, IFileStore files, Func<ValueTask> close) : IAsyncDisposable
{
    public IRecordStore Records => records;

    public IFileStore Files => files;

    /// <summary>Records and files in memory: for a rehearsal.</summary>
    public static Stores InMemory()
    {
        MemoryRecordStore records = new();
        return new Stores(records, new MemoryFileStore(), () =>
        {
            records.Dispose();
            return ValueTask.CompletedTask;
        });
    }

    public ValueTask DisposeAsync() => close();
}
