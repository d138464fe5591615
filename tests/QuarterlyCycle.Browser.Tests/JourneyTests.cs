using Microsoft.Playwright;
using Xunit;

namespace QuarterlyCycle.Browser.Tests;

/// <summary>What people do in a browser that runs no script.</summary>
public sealed class JourneyTests : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    private DemonstrationProcess _demonstration = null!;
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public async ValueTask InitializeAsync()
    {
        // In tests/run a browser that is missing is a failure; a plain dotnet test says that it is left out.
        Assert.SkipUnless(File.Exists(Chromium) || Environment.GetEnvironmentVariable("LEAVE_NO_TEST_OUT") is not null, $"Left out, because there is no {Chromium}; tests/run installs it where it can.");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });

        // Last, because xUnit disposes nothing of what did not start: without a browser no process may stay behind.
        _demonstration = await DemonstrationProcess.Start();
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await _demonstration.DisposeAsync();
    }

    [Fact]
    public async Task An_officer_follows_the_button_of_the_e_mail_and_sends_a_figure_without_script()
    {
        IPage page = await NewPage(1100);
        await MoveOn(page, times: 2);
        await SaveAFigure(page);
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Check and send" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Send 1 figure" }).ClickAsync();
        Assert.Equal("Figures sent", await page.Locator("h1").InnerTextAsync());
        Assert.Contains("81.8", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.GotoAsync($"{_demonstration.Address}/mail");
        Assert.Contains("We've got your figure", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_officer_who_comes_back_in_another_browser_enters_the_code_that_stands_in_the_mailbox()
    {
        IPage office = await NewPage(1100);
        await MoveOn(office, times: 2);
        string link = await SaveAFigure(office);
        IPage home = await NewPage(320);
        await home.GotoAsync(link);
        await home.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Start" }).ClickAsync();
        Assert.Equal("Check it’s you", await home.Locator("h1").InnerTextAsync());
        Assert.EndsWith("/code", home.Url, StringComparison.Ordinal);
        await home.GetByLabel("Code").FillAsync("12 34");
        await home.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Continue" }).ClickAsync();
        Assert.Contains("Enter the 6-digit code", await home.Locator(".errors").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(320, await home.EvaluateAsync<int>("document.documentElement.scrollWidth"));

        await office.GotoAsync($"{_demonstration.Address}/mail");
        await office.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Your code for quarterly performance" }).First.ClickAsync();
        string mail = await office.FrameLocator("iframe").Locator("body").InnerTextAsync();
        string code = mail[(mail.IndexOf("Enter ", StringComparison.Ordinal) + 6)..][..6];
        await home.GetByLabel("Code").FillAsync($"{code[..3]} {code[3..]}");
        await home.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Continue" }).ClickAsync();

        Assert.Equal("Your quarter 2 figures", await home.Locator("h1").InnerTextAsync());
        await home.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "MAPC1h" }).ClickAsync();
        Assert.Equal("81.8", await home.GetByLabel("Figure, in %").InputValueAsync());
    }

    [Fact]
    public async Task The_pages_of_every_role_fit_a_narrow_screen_and_have_one_heading()
    {
        IPage page = await NewPage(320);
        await MoveOn(page, times: 2);
        foreach ((string role, string[] addresses) in Roles)
        {
            await page.GotoAsync($"{_demonstration.Address}/demo");
            await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = $"Act as this {role}" }).ClickAsync();
            foreach (string address in addresses)
            {
                await page.GotoAsync(_demonstration.Address + address);
                Assert.Equal(1, await page.Locator("h1").CountAsync());
                Assert.EndsWith("Quarterly performance", await page.TitleAsync(), StringComparison.Ordinal);
                ILocator body = page.Locator("main");
                LocatorBoundingBoxResult? box = await body.BoundingBoxAsync();
                Assert.True(box!.Width <= 320, $"{address} is {box.Width} wide.");
            }
        }
    }

    private static readonly (string Role, string[] Addresses)[] Roles =
    [
        ("project manager", ["/cycle", "/cycle/remind", "/cycle/close", "/packs", "/decisions", "/clinics", "/log", "/review"]),
        ("lead officer", ["/review", "/packs"]),
        ("chair", ["/packs"]),
        ("board secretary", ["/packs"]),
    ];

    /// <summary>From the e-mail to a saved figure; gives the address of the link.</summary>
    private async Task<string> SaveAFigure(IPage page)
    {
        await page.GotoAsync($"{_demonstration.Address}/mail");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Quarter 2 figures: 9 measures due" }).First.ClickAsync();
        await page.FrameLocator("iframe").GetByRole(AriaRole.Link, new FrameLocatorGetByRoleOptions { Name = "Send your figures" }).ClickAsync();
        string link = page.Url;
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Start" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "MAPC1h" }).ClickAsync();
        await page.GetByLabel("Figure, in %").FillAsync("81.8");
        await page.GetByLabel("Final", new PageGetByLabelOptions { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save and continue" }).ClickAsync();
        return link;
    }

    private async Task<IPage> NewPage(int width)
    {
        IBrowserContext context = await _browser.NewContextAsync(new BrowserNewContextOptions { JavaScriptEnabled = false, ViewportSize = new ViewportSize { Width = width, Height = 900 } });
        return await context.NewPageAsync();
    }

    private async Task MoveOn(IPage page, int times)
    {
        for (int move = 0; move < times; move++)
        {
            await page.GotoAsync($"{_demonstration.Address}/demo");
            await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Move on" }).ClickAsync();
        }
    }
}
