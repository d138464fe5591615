using QuarterlyCycle.App.Files;
using QuarterlyCycle.Local.Storage;
using Xunit;

namespace QuarterlyCycle.App.Tests.Files;

public sealed class FolderFileStoreTests : FileStoreContract
{
    private readonly TemporaryFolder _folder = new();
    private readonly FolderFileStore _store;

    public FolderFileStoreTests() => _store = new FolderFileStore(_folder.At("files"));

    protected override IFileStore Store => _store;

    [Fact]
    public async Task What_a_killed_writer_left_behind_is_not_a_file()
    {
        await Store.Write("mail/a.json", new byte[] { 1 }, Token);
        await File.WriteAllBytesAsync(_folder.At("files/mail/.5f.unfinished"), [1], Token);
        Assert.Equal(["mail/a.json"], await Store.List("", Token));
    }

    protected override void Close() => _folder.Dispose();
}
