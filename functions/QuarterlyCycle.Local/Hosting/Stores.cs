using QuarterlyCycle.App.Files;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Local.Storage;

namespace QuarterlyCycle.Local.Hosting;

/// <summary>Where records and files are kept, and what lets go of them.</summary>
internal sealed class Stores(IRecordStore records, IFileStore files, Func<ValueTask> close) : IAsyncDisposable
{
    public IRecordStore Records => records;

    public IFileStore Files => files;

    /// <summary>Records in memory and files in a folder that is cleared away by whoever made it: for a rehearsal.</summary>
    public static Stores InMemory(string folder)
    {
        MemoryRecordStore records = new();
        return new Stores(records, new FolderFileStore(folder, durable: false), () =>
        {
            records.Dispose();
            return ValueTask.CompletedTask;
        });
    }

    public ValueTask DisposeAsync() => close();
}
