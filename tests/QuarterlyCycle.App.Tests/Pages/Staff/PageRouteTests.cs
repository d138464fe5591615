using QuarterlyCycle.App.Pages;
using Xunit;

namespace QuarterlyCycle.App.Tests.Pages.Staff;

public class PageRouteTests
{
    private static readonly PageRoute Version = PageRoute.Get("/packs/{cycle}/v{version}/issue", _ => throw new InvalidOperationException("Only the address matters."));

    [Fact]
    public void A_part_may_start_with_letters_of_its_own()
    {
        IReadOnlyDictionary<string, string>? values = Version.Match("/packs/2025-26-Q2/v12/issue");

        Assert.Equal("12", values?["version"]);
        Assert.Equal("2025-26-Q2", values?["cycle"]);
    }

    [Theory]
    [InlineData("/packs/2025-26-Q2/12/issue")]
    [InlineData("/packs/2025-26-Q2/v/issue")]
    [InlineData("/packs/2025-26-Q2/x12/issue")]
    [InlineData("/packs/2025-26-Q2/v12")]
    public void Another_part_does_not_match(string path) => Assert.Null(Version.Match(path));

    [Fact]
    public void A_name_with_spaces_is_read()
    {
        PageRoute file = PageRoute.Get("/files/{name}", _ => throw new InvalidOperationException("Only the address matters."));

        Assert.Equal("2025-26 Q2 report v1.html", file.Match("/files/2025-26%20Q2%20report%20v1.html")?["name"]);
    }
}
