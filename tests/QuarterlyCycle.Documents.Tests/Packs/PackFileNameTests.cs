using QuarterlyCycle.Domain.Packs;
using Xunit;

namespace QuarterlyCycle.Documents.Tests.Packs;

public sealed class PackFileNameTests
{
    [Fact]
    public void A_file_is_named_by_quarter_body_edition_and_version()
    {
        Assert.Equal("2025-26 Q2 Stay Safe report v2.html", PackFileName.Of(PackSamples.Group, "html"));
        Assert.Equal("2025-26 Q2 Stay Safe report exempt v2.html", PackFileName.Of(PackSamples.Group with { Edition = PackEdition.Exempt }, "html"));
    }

    [Theory]
    [InlineData("../Enjoy & Achieve: 5/11\r\n", "2025-26 Q2 Enjoy and Achieve 5 11 report v2.html")]
    [InlineData("Économic “Well-being”", "2025-26 Q2 conomic Well-being report v2.html")]
    [InlineData("Children and Young People's Board", "2025-26 Q2 Children and Young Peoples Board report v2.html")]
    public void A_name_keeps_only_letters_digits_spaces_hyphens_and_dots(string body, string expected)
    {
        Assert.Equal(expected, PackFileName.Of(PackSamples.Group with { BodyName = body }, "html"));
    }
}
