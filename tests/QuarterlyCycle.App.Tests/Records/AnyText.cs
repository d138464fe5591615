using System.Text;
using FsCheck;
using FsCheck.Fluent;
using QuarterlyCycle.App.Files;
using QuarterlyCycle.App.Records;
using Xunit;

namespace QuarterlyCycle.App.Tests.Records;

/// <summary>Whatever text the field's data may hold, as a key, a value or the name of a file: a store keeps it as it is or refuses it.</summary>
internal static class AnyText
{
    public const string Kept = "kept";
    public const string Refused = "refused";

    private static readonly string[] Awkward =
    [
        "'", "''", "\"", "/", "\\", "#", "?", "%", "%2F", "%00", "%u0041", "..", ".", " ", "  ", "\0", "\t", "\r\n", "\u007f", "\u0085",
        "\u2028", "\u200b", "\u202e", "\ufeff", "\ufffe",
        "\uffff", "\ufffd",
        "\ud800", "\udc00", "\ud83d\ude00", "\ue000", "é", "e\u0301", "ı", "İ", "ß", "\u0130", "漢字", "O'Neill", "' or PartitionKey ne '",
        "' and 1 eq 1 or '", "$filter=",
        "$top=1", "&", "+", "~", "~0041", "~~",
        "<b>", "]]>", "{0}", "{", "--", "*", ":", ";", "|", ",", "@", "=", "£", "`", "true", "null", "NaN", "2008-09-30T00:00:00Z",
        "datetime'2008-09-30'", "guid'0'", "X'00'",
        "1L", "a", "B", "0",
        new('x', 100), new('é', 101), new('k', 511), new('/', 3), "CON", "nul.txt", ".hidden", "name.", "name ",
    ];

    // Pieces that are known to hurt, pieces that nobody thought of, and both together.
    public static async Task ForAll(int count, Func<string, Task> holds)
    {
        Gen<string> piece = Gen.OneOf(Gen.Elements(Awkward), ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => text.Get));
        Gen<string> joined = Gen.Choose(1, 4).SelectMany(pieces => Gen.ArrayOf(piece, pieces)).Select(string.Concat);
        foreach (string text in Awkward.Concat(joined.Sample(count)))
        {
            try
            {
                await holds(text);
            }
            catch (Exception broken)
            {
                IEnumerable<string> shown = text.Select(letter => char.IsAsciiLetterOrDigit(letter) ? $"{letter}" : $"\\u{(int)letter:x4}");
                throw new InvalidOperationException($"It does not hold for {string.Concat(shown)}", broken);
            }
        }
    }

    public static async Task<string> AsKey(IRecordStore store, string text)
    {
        Row row = new(text, text, "", new Dictionary<string, string>(StringComparer.Ordinal) { ["a"] = "1" });
        try
        {
            Row inserted = (await store.Insert("AnyText", row))!;
            Assert.Equal((text, text), ((await store.Get("AnyText", text, text))!.Partition, inserted.Key));
            Row listed = Assert.Single(await store.List("AnyText", text));
            Assert.Equal((text, text), (listed.Partition, listed.Key));
            Assert.NotNull(await store.Replace("AnyText", row with { ETag = inserted.ETag }));
            Assert.True(await store.Delete("AnyText", text, text));
            return Kept;
        }
        catch (ArgumentException)
        {
            await Assert.ThrowsAsync<ArgumentException>(async () => await store.List("AnyText", text));
            return Refused;
        }
    }

    public static async Task<string> AsValue(IRecordStore store, string text)
    {
        try
        {
            await store.Insert("AnyText", new Row("values", "k", "", new Dictionary<string, string>(StringComparer.Ordinal) { ["a"] = text }));
            Assert.Equal(text, (await store.Get("AnyText", "values", "k"))!.Values["a"]);
            Assert.True(await store.Delete("AnyText", "values", "k"));
            return Kept;
        }
        catch (ArgumentException)
        {
            return Refused;
        }
    }

    public static async Task<string> AsName(IFileStore store, string text)
    {
        byte[] content = Encoding.Unicode.GetBytes(text);
        try
        {
            await store.Write(text, content);
            Assert.Equal(content, await store.Read(text));
            Assert.Equal([text], await store.List(text));
            Assert.True(await store.Delete(text));
            return Kept;
        }
        catch (ArgumentException)
        {
            return Refused;
        }
    }
}
