using QuarterlyCycle.App.Access;
using Xunit;

namespace QuarterlyCycle.App.Tests.Access;

public sealed class SessionsTests : AccessTests
{
    private readonly Sessions _sessions;

    public SessionsTests() => _sessions = new Sessions(Store, Clock);

    [Fact]
    public async Task A_session_may_do_what_its_link_may_do()
    {
        string cookie = await Start();
        FoundSession found = await _sessions.Find(cookie, Token);
        Assert.Equal(SessionStatus.Live, found.Status);
        Assert.Equal(("o0417", LinkKind.Request, "2025-26-Q2"), (found.Row!.Officer, found.Row.Kind, found.Row.Cycle));
    }

    [Fact]
    public async Task Two_sessions_of_one_link_have_different_cookies() => Assert.NotEqual(await Start(), await Start());

    [Fact]
    public async Task A_session_ends_after_sixty_idle_minutes_and_lives_on_while_it_is_used()
    {
        string cookie = await Start();
        for (int visit = 0; visit < 4; visit++)
        {
            Pass(TimeSpan.FromMinutes(50));
            Assert.Equal(SessionStatus.Live, (await _sessions.Find(cookie, Token)).Status);
        }

        Pass(TimeSpan.FromMinutes(60));
        Assert.Equal(SessionStatus.Idle, (await _sessions.Find(cookie, Token)).Status);
    }

    [Fact]
    public async Task A_session_ends_after_eight_hours_however_busy()
    {
        string cookie = await Start();
        for (int visit = 0; visit < 15; visit++)
        {
            Pass(TimeSpan.FromMinutes(32));
            await _sessions.Find(cookie, Token);
        }

        Assert.Equal(SessionStatus.Expired, (await _sessions.Find(cookie, Token)).Status);
    }

    [Fact]
    public async Task A_session_is_noted_as_used_at_most_every_five_minutes()
    {
        string cookie = await Start();
        DateTime started = NowUtc;
        Pass(TimeSpan.FromMinutes(4));
        await _sessions.Find(cookie, Token);
        Assert.Equal(started, (await _sessions.Find(cookie, Token)).Row!.UsedUtc);
        Pass(TimeSpan.FromMinutes(1));
        await _sessions.Find(cookie, Token);
        Assert.Equal(NowUtc, (await _sessions.Find(cookie, Token)).Row!.UsedUtc);
    }

    [Fact]
    public async Task A_signed_out_session_is_over_and_a_made_up_cookie_is_unknown()
    {
        string cookie = await Start();
        await _sessions.End(cookie, Token);
        Assert.Equal(SessionStatus.Ended, (await _sessions.Find(cookie, Token)).Status);
        Assert.Equal(SessionStatus.Unknown, (await _sessions.Find(new string('A', 43), Token)).Status);
        Assert.Equal(SessionStatus.Unknown, (await _sessions.Find("x", Token)).Status);
        await _sessions.End("x", Token);
    }

    [Fact]
    public async Task A_form_is_taken_back_only_from_the_visitor_it_was_given_to()
    {
        FormTokens forms = new(Key);
        string mine = await Start();
        string theirs = await Start();
        FormToken form = forms.Make(mine);
        Assert.True(forms.Check(mine, form.FormId, form.Proof));
        Assert.False(forms.Check(theirs, form.FormId, form.Proof));
        Assert.False(forms.Check(mine, forms.Make(mine).FormId, form.Proof));
        Assert.False(forms.Check(mine, form.FormId, null));
        Assert.False(forms.Check(mine, null, form.Proof));
        Assert.False(forms.Check(mine, form.FormId, ""));
        Assert.NotEqual(form.FormId, forms.Make(mine).FormId);
    }

    private Task<string> Start() => _sessions.Start(
        new LinkBrief { Kind = LinkKind.Request, Officer = "o0417", Cycle = "2025-26-Q2", Round = "1", ExpiresUtc = NowUtc.AddDays(1) },
        cancellation: Token);
}
