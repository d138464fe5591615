namespace QuarterlyCycle.App.Files;

/// <summary>Whole files by name: packs, plans, raw and sent messages. Names use letters, digits, spaces, <c>- . _</c> and <c>/</c>.</summary>
public interface IFileStore
{
    /// <summary>The file's bytes, or null.</summary>
    Task<byte[]?> Read(string name, CancellationToken cancellation = default);

    /// <summary>Writes the file whole or not at all; a file of the same name is replaced.</summary>
    Task Write(string name, ReadOnlyMemory<byte> content, CancellationToken cancellation = default);

    /// <summary>The names that start with this prefix, in ordinal order.</summary>
    Task<IReadOnlyList<string>> List(string prefix, CancellationToken cancellation = default);

    /// <summary>Deletes the file; false when there was none.</summary>
    Task<bool> Delete(string name, CancellationToken cancellation = default);
}
