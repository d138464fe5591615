using QuarterlyCycle.App.Access;
using Xunit;

namespace QuarterlyCycle.App.Tests.Access;

public sealed class CodesTests : AccessTests
{
    private readonly Codes _codes;

    public CodesTests() => _codes = new Codes(Store, Key, Clock);

    [Fact]
    public async Task The_right_code_works_once_for_the_act_that_used_it()
    {
        string code = await _codes.Issue("o0417", "sign-off", "1", Token);
        Assert.Matches("^[0-9]{6}$", code);
        Assert.Equal(CodeResult.Right, await Try($" {code} ", "act 1"));
        Assert.Equal(CodeResult.Right, await Try(code, "act 1"));
        Assert.Equal(CodeResult.WrongOrTooOld, await Try(code, "act 2"));
    }

    [Fact]
    public async Task A_code_is_for_one_officer_and_one_purpose()
    {
        string code = await _codes.Issue("o0417", "sign-off", "1", Token);
        await _codes.Issue("o0418", "sign-off", "1", Token);
        Assert.Equal(CodeResult.WrongOrTooOld, await _codes.Try("o0418", "sign-off", code, "act", Token));
        Assert.Equal(CodeResult.WrongOrTooOld, await _codes.Try("o0417", "request", code, "act", Token));
        Assert.Equal(CodeResult.WrongOrTooOld, await _codes.Try("o0419", "sign-off", code, "act", Token));
    }

    [Fact]
    public async Task A_code_is_too_old_after_fifteen_minutes()
    {
        string code = await _codes.Issue("o0417", "sign-off", "1", Token);
        Pass(Codes.Lasts);
        Assert.Equal(CodeResult.WrongOrTooOld, await Try(code, "act"));
    }

    [Fact]
    public async Task After_five_wrong_tries_the_right_code_works_no_more_and_a_new_one_does()
    {
        string code = await _codes.Issue("o0417", "sign-off", "1", Token);
        string wrong = code == "000000" ? "000001" : "000000";
        for (int tries = 0; tries < 5; tries++)
        {
            await Try(wrong, "act");
        }

        Assert.Equal(code, await _codes.Issue("o0417", "sign-off", "1", Token));
        Assert.Equal(CodeResult.WrongOrTooOld, await Try(code, "act"));
        string newer = await _codes.Issue("o0417", "sign-off", "2", Token);
        Assert.NotEqual(code, newer);
        Assert.Equal(CodeResult.Right, await Try(newer, "act"));
    }

    [Theory]
    [InlineData("402 913", "402913")]
    [InlineData(" 402\u00a0913\r\n", "402913")]
    [InlineData("402-913", "402913")]
    [InlineData("\u200b402913\ufeff", "402913")]
    [InlineData("", null)]
    [InlineData("40291", null)]
    [InlineData("4029137", null)]
    [InlineData("40291O", null)]
    [InlineData("٤٠٢٩١٣", null)]
    public void A_paste_may_bring_spaces_and_hyphens_and_anything_else_is_no_code(string typed, string? code) =>
        Assert.Equal(code, Codes.Typed(typed));

    [Fact]
    public async Task Tries_that_are_made_at_once_are_all_counted()
    {
        string code = await _codes.Issue("o0417", "sign-off", "1", Token);
        string[] wrong = [.. Enumerable.Range(0, 20).Select(number => $"{number:000000}").Where(number => number != code)];

        await Task.WhenAll(wrong.Select(number => Try(number, "act")));

        Assert.Equal(CodeResult.WrongOrTooOld, await Try(code, "act"));
        Assert.True((await _codes.Newest("o0417", "sign-off", Token))!.TriesAreUsedUp);
    }

    [Fact]
    public async Task No_row_holds_a_code_or_a_hash_that_could_be_guessed_without_the_key()
    {
        string code = await _codes.Issue("o0417", "sign-off", "1", Token);
        await foreach ((string table, QuarterlyCycle.App.Records.Row row) in Store.All(Token))
        {
            Assert.Equal("Codes", table);
            Assert.DoesNotContain(row.Values.Values, value => value.Contains(code, StringComparison.Ordinal));
            string bare = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(code)));
            Assert.DoesNotContain(row.Values.Values, value => value.Contains(bare, StringComparison.OrdinalIgnoreCase));
        }

        Codes other = new(Store, new QuarterlyCycle.App.Options.LinkOptions { Key = new byte[32] }, Clock);
        Assert.Equal(CodeResult.WrongOrTooOld, await other.Try("o0417", "sign-off", code, "act", Token));
    }

    [Fact]
    public async Task Three_codes_an_hour_may_be_sent_for_one_link_and_the_next_time_is_known()
    {
        RateLimits limits = new(Store, Clock);
        DateTime firstUtc = NowUtc;
        for (int time = 0; time < 3; time++)
        {
            Assert.Null(await limits.WhenCodeMayBeSent("link", Token));
            Pass(TimeSpan.FromMinutes(10));
        }

        Assert.Equal(firstUtc.AddHours(1), await new RateLimits(Store, Clock).WhenCodeMayBeSent("link", Token));
        Assert.Null(await limits.WhenCodeMayBeSent("another link", Token));
        Assert.True(await limits.MaySendLink("link", Token));
        Pass(TimeSpan.FromMinutes(30));
        Assert.Null(await limits.WhenCodeMayBeSent("link", Token));
        Assert.Equal(firstUtc.AddMinutes(70), await limits.WhenCodeMayBeSent("link", Token));
    }

    [Fact]
    public async Task A_newer_code_ends_the_earlier_one()
    {
        string code = await _codes.Issue("o0417", "sign-off", "1", Token);
        await _codes.Issue("o0417", "sign-off", "2", Token);
        Assert.Equal(CodeResult.WrongOrTooOld, await Try(code, "act"));
    }

    [Fact]
    public async Task Three_links_an_hour_may_be_sent_to_one_address_however_it_is_written()
    {
        RateLimits limits = new(Store, Clock);
        Assert.True(await limits.MaySendLink("jo@example.org", Token));
        Assert.True(await limits.MaySendLink("JO@example.org ", Token));
        Assert.True(await limits.MaySendLink("jo@example.org", Token));
        Assert.False(await limits.MaySendLink("jo@example.org", Token));
        Assert.True(await limits.MaySendLink("ann@example.org", Token));
        Pass(TimeSpan.FromMinutes(59));
        Assert.False(await new RateLimits(Store, Clock).MaySendLink("jo@example.org", Token));
        Pass(TimeSpan.FromMinutes(1));
        Assert.True(await limits.MaySendLink("jo@example.org", Token));
    }

    private Task<CodeResult> Try(string code, string act) => _codes.Try("o0417", "sign-off", code, act, Token);
}
