using QuarterlyCycle.App.Pages.Staff;
using Xunit;

namespace QuarterlyCycle.App.Tests.Pages.Staff;

public class TypedDateTests
{
    [Theory]
    [InlineData("24 October 2025")]
    [InlineData("24 oct 2025")]
    [InlineData("Friday 24 October 2025")]
    [InlineData(" 24  October  2025 ")]
    [InlineData("24/10/2025")]
    [InlineData("24.10.2025")]
    [InlineData("2025-10-24")]
    public void A_date_is_read_as_people_write_it(string typed) => Assert.Equal(new DateOnly(2025, 10, 24), TypedDate.Read(typed));

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("10/24/2025")]
    [InlineData("31 June 2025")]
    [InlineData("24/10/25")]
    public void Anything_else_is_not_guessed(string typed) => Assert.Null(TypedDate.Read(typed));
}
