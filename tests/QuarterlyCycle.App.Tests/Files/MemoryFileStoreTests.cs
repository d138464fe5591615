using QuarterlyCycle.App.Files;
using QuarterlyCycle.Local.Storage;
using Xunit;

namespace QuarterlyCycle.App.Tests.Files;

public sealed class MemoryFileStoreTests : FileStoreContract
{
    protected override IFileStore Store { get; } = new MemoryFileStore();

    [Fact]
    public async Task What_a_caller_does_with_its_bytes_changes_no_file()
    {
        byte[] written = [1];
        await Store.Write("a.bin", written, Token);
        written[0] = 2;
        (await Store.Read("a.bin", Token))![0] = 3;
        Assert.Equal([1], await Store.Read("a.bin", Token));
    }

    protected override void Close()
    {
    }
}
