using QuarterlyCycle.App.Files;

namespace QuarterlyCycle.Local.Storage;

/// <summary>The files in one folder. A file that was written is still there after a power cut.</summary>
public sealed class FolderFileStore : IFileStore
{
    private readonly string _root;

    /// <summary>Uses the folder, and creates it when it is not there.</summary>
    public FolderFileStore(string root)
    {
        _root = Path.GetFullPath(root);
        Directory.CreateDirectory(_root);
    }

    /// <inheritdoc />
    public async Task<byte[]?> Read(string name, CancellationToken cancellation = default)
    {
        string path = PathOf(name);
        return File.Exists(path) ? await File.ReadAllBytesAsync(path, cancellation) : null;
    }

    /// <inheritdoc />
    public Task Write(string name, ReadOnlyMemory<byte> content, CancellationToken cancellation = default)
    {
        string path = PathOf(name);
        cancellation.ThrowIfCancellationRequested();
        try
        {
            WholeFile.Write(path, content.Span);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException && WhyInTheWay(name) is { } why)
        {
            throw new ArgumentException(why, nameof(name), refusal);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<string>> List(string prefix, CancellationToken cancellation = default)
    {
        FileNames.CheckPrefix(prefix);
        string folder = Path.Combine(_root, prefix[..(prefix.LastIndexOf('/') + 1)]);
        if (!Directory.Exists(folder))
        {
            return Task.FromResult<IReadOnlyList<string>>([]);
        }

        List<string> names = [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => !WholeFile.IsUnfinished(path))
            .Select(path => Path.GetRelativePath(_root, path).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];
        return Task.FromResult<IReadOnlyList<string>>(names);
    }

    /// <inheritdoc />
    public Task<bool> Delete(string name, CancellationToken cancellation = default)
    {
        string path = PathOf(name);
        if (!File.Exists(path))
        {
            return Task.FromResult(false);
        }

        File.Delete(path);
        return Task.FromResult(true);
    }

    // In a folder a name is a file or holds files; a container of blobs knows no such difference.
    private string? WhyInTheWay(string name)
    {
        if (Directory.Exists(PathOf(name)))
        {
            return $"'{name}' cannot be a file: it is a folder with other files.";
        }

        string? file = name.Split('/').SkipLast(1).Aggregate(
            new List<string>(),
            (above, part) => [.. above, above.Count == 0 ? part : $"{above[^1]}/{part}"]).FirstOrDefault(above => File.Exists(PathOf(above)));
        return file is null ? null : $"'{name}' cannot be a file: '{file}' is one, and no folder.";
    }

    private string PathOf(string name)
    {
        FileNames.Check(name);
        return Path.Combine(_root, name);
    }
}
