using QuarterlyCycle.App.Access;
using QuarterlyCycle.App.Records;
using Xunit;

namespace QuarterlyCycle.App.Tests.Access;

public sealed class KnownBrowsersTests : AccessTests
{
    private static readonly Officer Ann = new() { Number = "o0001", Name = "Ann Able", Email = "ann@example.org", Organisation = "Council" };

    private readonly KnownBrowsers _browsers;

    public KnownBrowsersTests() => _browsers = new KnownBrowsers(Store, Clock);

    [Fact]
    public async Task A_browser_is_known_as_one_officers_for_180_days()
    {
        string token = await _browsers.Remember(Ann, Token);

        Assert.True(await _browsers.Knows(token, Ann, Token));
        Assert.False(await _browsers.Knows(token, Ann with { Number = "o0002" }, Token));
        Assert.False(await _browsers.Knows(null, Ann, Token));
        Assert.False(await _browsers.Knows(new string('A', 43), Ann, Token));
        Assert.False(await _browsers.Knows("cut", Ann, Token));
        Pass(KnownBrowsers.Lasts - TimeSpan.FromMinutes(1));
        Assert.True(await _browsers.Knows(token, Ann, Token));
        Pass(TimeSpan.FromMinutes(1));
        Assert.False(await _browsers.Knows(token, Ann, Token));
    }

    [Fact]
    public async Task At_another_address_every_browser_is_new()
    {
        string token = await _browsers.Remember(Ann, Token);

        Assert.True(await _browsers.Knows(token, Ann with { Email = "ANN@example.org" }, Token));
        Assert.False(await _browsers.Knows(token, Ann with { Email = "a.able@example.org" }, Token));
    }

    [Fact]
    public async Task What_is_stored_does_not_hold_what_the_cookie_holds()
    {
        string token = await _browsers.Remember(Ann, Token);

        Assert.NotEqual(token, await _browsers.Remember(Ann, Token));
        await foreach ((_, Row row) in Store.All(Token))
        {
            Assert.DoesNotContain(row.Values.Values.Append(row.Key), value => value.Contains(token, StringComparison.Ordinal) || value.Contains('@'));
        }
    }
}
