using QuarterlyCycle.App.Files;

namespace QuarterlyCycle.Local.Moving;

/// <summary>Every file of one store, carried into another and read back.</summary>
internal static class FileCopy
{
    private const int AtOnce = 8;

    /// <summary>Copies, and gives how many files there were. A file that does not come back as it was is a fault.</summary>
    public static async Task<int> Copy(IFileStore from, IFileStore to)
    {
        IReadOnlyList<string> names = await from.List("");
        await Parallel.ForEachAsync(names, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (name, cancellation) =>
        {
            byte[] content = await from.Read(name, cancellation) ?? throw new InvalidOperationException($"The file {name} is listed and not there.");
            await to.Write(name, content, cancellation);
            if (await to.Read(name, cancellation) is not { } copied || !copied.AsSpan().SequenceEqual(content))
            {
                throw new InvalidOperationException($"The file {name} did not come back as it was written.");
            }
        });
        return names.Count;
    }

    /// <summary>Takes every file out of a store.</summary>
    public static async Task Clear(IFileStore store)
    {
        foreach (string name in await store.List(""))
        {
            await store.Delete(name);
        }
    }
}
