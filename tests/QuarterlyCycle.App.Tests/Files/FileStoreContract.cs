using System.Text;
using QuarterlyCycle.App.Files;
using QuarterlyCycle.App.Tests.Records;
using Xunit;

namespace QuarterlyCycle.App.Tests.Files;

/// <summary>What every file store does. Inherited once for each store.</summary>
public abstract class FileStoreContract : IDisposable
{
    protected abstract IFileStore Store { get; }

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_that_was_never_written_is_null() => Assert.Null(await Store.Read("packs/none.html", Token));

    [Fact]
    public async Task A_file_comes_back_byte_for_byte()
    {
        byte[] content = [.. Enumerable.Range(0, 100_000).Select(number => (byte)number)];
        await Store.Write("packs/2025-26-Q2/board v1.html", content, Token);
        Assert.Equal(content, await Store.Read("packs/2025-26-Q2/board v1.html", Token));
        await Store.Write("empty", ReadOnlyMemory<byte>.Empty, Token);
        Assert.Empty((await Store.Read("empty", Token))!);
    }

    [Fact]
    public async Task A_file_written_again_is_replaced()
    {
        await Store.Write("a.txt", Encoding.UTF8.GetBytes("a longer text"), Token);
        await Store.Write("a.txt", Encoding.UTF8.GetBytes("short"), Token);
        Assert.Equal("short", Encoding.UTF8.GetString((await Store.Read("a.txt", Token))!));
    }

    [Fact]
    public async Task Files_are_listed_by_prefix_in_ordinal_order()
    {
        foreach (string name in new[] { "mail/b.json", "mail/a/2.json", "mail/a/10.json", "mail/a.json", "mailbox.txt", "packs/a.html" })
        {
            await Store.Write(name, new byte[] { 1 }, Token);
        }

        Assert.Equal(["mail/a.json", "mail/a/10.json", "mail/a/2.json", "mail/b.json"], await Store.List("mail/", Token));
        Assert.Equal(["mail/a.json", "mail/a/10.json", "mail/a/2.json"], await Store.List("mail/a", Token));
        Assert.Equal(6, (await Store.List("", Token)).Count);
        Assert.Empty(await Store.List("plans/", Token));
    }

    [Fact]
    public async Task Deleting_says_whether_there_was_a_file()
    {
        await Store.Write("a/b.txt", new byte[] { 1 }, Token);
        Assert.True(await Store.Delete("a/b.txt", Token));
        Assert.False(await Store.Delete("a/b.txt", Token));
        Assert.False(await Store.Delete("nowhere/b.txt", Token));
        Assert.Null(await Store.Read("a/b.txt", Token));
    }

    [Theory]
    [InlineData("../secret")]
    [InlineData("a/../../secret")]
    [InlineData("/etc/passwd")]
    [InlineData("a//b")]
    [InlineData("a/")]
    [InlineData("C:\\x")]
    [InlineData("a\\b")]
    [InlineData(".hidden")]
    [InlineData("a/.hidden")]
    [InlineData("a.")]
    [InlineData("a ")]
    [InlineData("")]
    [InlineData("a\0b")]
    [InlineData("café")]
    public async Task A_name_that_could_lead_elsewhere_is_refused(string name)
    {
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.Read(name, Token));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.Write(name, new byte[] { 1 }, Token));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.Delete(name, Token));
    }

    [Fact]
    public async Task A_part_of_a_name_has_at_most_200_characters_and_a_name_at_most_100_parts()
    {
        string part = new('x', 200);
        string deep = string.Join('/', Enumerable.Repeat("d", 100));
        await Store.Write($"{part}/{part}", new byte[] { 1 }, Token);
        await Store.Write(deep, new byte[] { 2 }, Token);
        Assert.Equal([deep, $"{part}/{part}"], await Store.List("", Token));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.Write(part + "x", new byte[] { 1 }, Token));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.Write(deep + "/d", new byte[] { 1 }, Token));
    }

    [Theory]
    [InlineData("../")]
    [InlineData("/")]
    [InlineData("a/../")]
    public async Task A_prefix_that_could_lead_elsewhere_is_refused(string prefix) =>
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.List(prefix, Token));

    [Fact]
    public async Task Any_text_is_a_name_or_is_refused()
    {
        HashSet<string> names = [];
        await AnyText.ForAll(60, async text => names.Add(await AnyText.AsName(Store, text)));
        Assert.Equal([AnyText.Kept, AnyText.Refused], names.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("a", "a/b")]
    [InlineData("c/d/e", "c")]
    public async Task Of_a_file_and_one_under_its_name_both_are_kept_or_the_later_is_refused_by_name(string first, string second)
    {
        await Store.Write(first, new byte[] { 1 }, Token);
        List<string> kept = [first];
        try
        {
            await Store.Write(second, new byte[] { 2 }, Token);
            Assert.Equal([2], await Store.Read(second, Token));
            kept.Add(second);
        }
        catch (ArgumentException refused)
        {
            Assert.Contains($"'{second}' cannot be a file", refused.Message, StringComparison.Ordinal);
            Assert.Null(await Store.Read(second, Token));
        }

        Assert.Equal([1], await Store.Read(first, Token));
        Assert.Equal(kept.Order(StringComparer.Ordinal), await Store.List("", Token));
    }

    [Fact]
    public async Task A_reader_never_sees_half_a_file()
    {
        byte[] one = [.. Enumerable.Repeat((byte)1, 200_000)];
        byte[] two = [.. Enumerable.Repeat((byte)2, 100_000)];
        await Store.Write("a.bin", one, Token);
        Task writing = Task.Run(
            async () =>
            {
                for (int round = 0; round < 40; round++)
                {
                    await Store.Write("a.bin", round % 2 == 0 ? two : one, Token);
                }
            },
            Token);
        while (!writing.IsCompleted)
        {
            byte[] read = (await Store.Read("a.bin", Token))!;
            Assert.Equal(read[0] == 1 ? one.Length : two.Length, read.Length);
            Assert.Equal(read[0], read[^1]);
        }

        await writing;
        Assert.Equal(["a.bin"], await Store.List("", Token));
    }

    public void Dispose()
    {
        Close();
        GC.SuppressFinalize(this);
    }

    protected abstract void Close();
}
