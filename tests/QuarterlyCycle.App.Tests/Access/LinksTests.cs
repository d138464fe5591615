using QuarterlyCycle.App.Access;
using QuarterlyCycle.App.Options;
using QuarterlyCycle.App.Records;
using Xunit;

namespace QuarterlyCycle.App.Tests.Access;

public sealed class LinksTests : AccessTests
{
    private readonly Links _links;
    private readonly LinkBrief _brief;

    public LinksTests()
    {
        _links = new Links(Store, Key, Clock);
        _brief = new LinkBrief { Kind = LinkKind.SignOff, Officer = "o0032", Round = "1", Cycle = "2025-26-Q2", Body = "stay-safe", Version = 2, ExpiresUtc = NowUtc.AddDays(14) };
    }

    [Fact]
    public async Task The_same_brief_gives_the_same_token_in_any_process()
    {
        string token = await _links.Issue(_brief, Token);
        Assert.Equal(token, await _links.Issue(_brief, Token));
        Assert.Equal(token, await new Links(Store, Key, Clock).Issue(_brief, Token));
        Assert.Equal(43, token.Length);
    }

    [Fact]
    public async Task Every_part_of_the_brief_and_the_key_give_another_token()
    {
        string[] tokens =
        [
            await _links.Issue(_brief, Token),
            await _links.Issue(_brief with { Kind = LinkKind.Request }, Token),
            await _links.Issue(_brief with { Officer = "o0033" }, Token),
            await _links.Issue(_brief with { Round = "2" }, Token),
            await _links.Issue(_brief with { Cycle = "2025-26-Q3" }, Token),
            await _links.Issue(_brief with { Body = "be-healthy" }, Token),
            await _links.Issue(_brief with { Version = 3 }, Token),
            await _links.Issue(_brief with { Version = null, Round = "21" }, Token),
            await new Links(Store, new LinkOptions { Key = new byte[32] }, Clock).Issue(_brief, Token),
        ];
        Assert.Equal(tokens.Length, tokens.Distinct().Count());
    }

    [Fact]
    public async Task The_token_itself_is_stored_nowhere()
    {
        string token = await _links.Issue(_brief, Token);
        LinkRow row = (await _links.Find(token, Token)).Row!;
        Row stored = (await Store.Get("Links", row.Hash[..2], row.Hash, Token))!;
        Assert.DoesNotContain(stored.Values.Values, value => value.Contains(token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_link_works_until_it_expires_and_looking_changes_nothing()
    {
        string token = await _links.Issue(_brief, Token);
        Row before = await StoredRow(token);
        Assert.Equal(LinkStatus.Live, (await _links.Find(token, Token)).Status);
        Pass(TimeSpan.FromDays(14));
        FoundLink expired = await _links.Find(token, Token);
        Assert.Equal(LinkStatus.Expired, expired.Status);
        Assert.Equal("o0032", expired.Row!.Brief.Officer);
        Assert.Equal(before.ETag, (await StoredRow(token)).ETag);
    }

    [Fact]
    public async Task A_link_whose_end_is_moved_works_until_then()
    {
        string token = await _links.Issue(_brief, Token);
        Assert.Equal(token, await _links.Issue(_brief with { ExpiresUtc = NowUtc.AddDays(20) }, Token));
        Pass(TimeSpan.FromDays(15));
        Assert.Equal(LinkStatus.Live, (await _links.Find(token, Token)).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/A")]
    public async Task A_token_that_was_never_given_is_unknown(string token)
    {
        Assert.Equal(LinkStatus.Unknown, (await _links.Find(token, Token)).Status);
        Assert.False(await _links.Spend(token, "act", Token));
    }

    [Fact]
    public async Task A_link_is_spent_by_one_act_and_a_repeat_of_that_act_is_no_fault()
    {
        string token = await _links.Issue(_brief, Token);
        bool[] spent = await Task.WhenAll(Enumerable.Range(0, 10).Select(number => Task.Run(() => _links.Spend(token, $"act {number}", Token))));
        Assert.Single(spent, won => won);
        FoundLink found = await _links.Find(token, Token);
        Assert.Equal(LinkStatus.Spent, found.Status);
        Assert.True(await _links.Spend(token, found.Row!.EndedBy!, Token));
        Assert.False(await _links.Spend(token, "another", Token));
    }

    [Fact]
    public async Task An_expired_link_cannot_be_spent()
    {
        string token = await _links.Issue(_brief, Token);
        Pass(TimeSpan.FromDays(14));
        Assert.False(await _links.Spend(token, "act", Token));
    }

    [Fact]
    public async Task A_replaced_link_says_why_and_issuing_it_again_does_not_revive_it()
    {
        string token = await _links.Issue(_brief, Token);
        await _links.Replace(_brief, "A newer link was sent.", Token);
        await _links.Issue(_brief with { ExpiresUtc = NowUtc.AddDays(30) }, Token);
        FoundLink found = await _links.Find(token, Token);
        Assert.Equal(LinkStatus.Replaced, found.Status);
        Assert.Equal("A newer link was sent.", found.Row!.EndedBy);
        Assert.Equal(NowUtc, found.Row.EndedUtc);
        Assert.False(await _links.Spend(token, "act", Token));
    }

    private async Task<Row> StoredRow(string token)
    {
        string hash = (await _links.Find(token, Token)).Row!.Hash;
        return (await Store.Get("Links", hash[..2], hash, Token))!;
    }
}
