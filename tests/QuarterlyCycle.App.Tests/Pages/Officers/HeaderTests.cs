using System.Net;
using QuarterlyCycle.App.Tests.Acts;
using Xunit;

namespace QuarterlyCycle.App.Tests.Pages.Officers;

public class HeaderTests
{
    [Theory]
    [InlineData("GET", "/")]
    [InlineData("GET", "/sign-in")]
    [InlineData("GET", "/figures")]
    [InlineData("GET", "/help")]
    [InlineData("GET", "/privacy")]
    [InlineData("GET", "/cookies")]
    [InlineData("GET", "/accessibility")]
    [InlineData("GET", "/assets/site.css")]
    [InlineData("GET", "/assets/favicon.svg")]
    [InlineData("GET", "/assets/secrets.txt")]
    [InlineData("GET", "/nowhere")]
    [InlineData("POST", "/sign-in")]
    [InlineData("DELETE", "/figures")]
    public async Task Every_answer_carries_the_headers_that_keep_it_to_itself(string method, string path)
    {
        await using PagesHost host = await PagesHost.Opened();
        using HttpRequestMessage request = new(new HttpMethod(method), path);
        using HttpResponseMessage response = await host.Http.SendAsync(request);

        Assert.Contains("default-src 'self'", Header(response, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Contains("script-src 'none'", Header(response, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("no-referrer", Header(response, "Referrer-Policy"));
        Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
        Assert.Equal("DENY", Header(response, "X-Frame-Options"));
        Assert.Equal("no-store", Header(response, "Cache-Control"));
    }

    [Fact]
    public async Task The_cookies_are_out_of_reach_of_scripts_and_other_sites()
    {
        await using PagesHost host = await PagesHost.Opened();
        string link = host.LinkTo(SmallPlan.Ann);
        Page code = await (await host.Nobody().Get(link)).Press("Start");
        using FormUrlEncodedContent form = new([.. code.HiddenFields(), new("code", host.CodeTo(SmallPlan.Ann))]);
        using HttpResponseMessage response = await host.Http.PostAsync(new Uri(code.Path, UriKind.Relative), form);

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        string[] cookies = [.. response.Headers.GetValues("Set-Cookie").Order(StringComparer.Ordinal)];
        Assert.Equal(["quarterly-browser", "quarterly"], cookies.Select(cookie => cookie.Split('=')[0]));
        Assert.All(cookies, cookie => Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase));
        Assert.All(cookies, cookie => Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase));
        Assert.All(cookies, cookie => Assert.Contains("path=/", cookie, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("max-age=15552000", cookies[0], StringComparison.OrdinalIgnoreCase);
        Assert.Contains("max-age=28800", cookies[1], StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/help")]
    [InlineData("/privacy")]
    [InlineData("/cookies")]
    [InlineData("/accessibility")]
    public async Task The_plain_pages_have_one_heading_a_title_and_no_script(string path)
    {
        await using PagesHost host = await PagesHost.Opened();

        Page page = (await host.Nobody().Get(path)).Is(HttpStatusCode.OK);

        Assert.Single(page.Document.QuerySelectorAll("h1"));
        Assert.StartsWith(page.Heading, page.Document.Title, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("script"));
    }

    private static string Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out IEnumerable<string>? values) ? string.Join(", ", values) : "";
}
