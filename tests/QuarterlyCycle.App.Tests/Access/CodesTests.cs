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
