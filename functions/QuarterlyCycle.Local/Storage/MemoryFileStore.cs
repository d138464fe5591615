using QuarterlyCycle.App.Files;

namespace QuarterlyCycle.Local.Storage;

/// <summary>The files in memory, for rehearsals: nothing outlives the store.</summary>
public sealed class MemoryFileStore : IFileStore
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public Task<byte[]?> Read(string name, CancellationToken cancellation = default)
    {
        FileNames.Check(name);
        lock (_gate)
        {
            return Task.FromResult((byte[]?)_files.GetValueOrDefault(name)?.Clone());
        }
    }

    /// <inheritdoc />
    public Task Write(string name, ReadOnlyMemory<byte> content, CancellationToken cancellation = default)
    {
        FileNames.Check(name);
        lock (_gate)
        {
            _files[name] = content.ToArray();
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<string>> List(string prefix, CancellationToken cancellation = default)
    {
        FileNames.CheckPrefix(prefix);
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<string>>([.. _files.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal))]);
        }
    }

    /// <inheritdoc />
    public Task<bool> Delete(string name, CancellationToken cancellation = default)
    {
        FileNames.Check(name);
        lock (_gate)
        {
            return Task.FromResult(_files.Remove(name));
        }
    }
}
