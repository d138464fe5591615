using QuarterlyCycle.App.Mail;
using QuarterlyCycle.Domain.Calendar;
using Xunit;

namespace QuarterlyCycle.App.Tests.Mail;

public sealed class MailTimesTests
{
    [Theory]
    [InlineData("2025-10-06T07:00:00Z", "2025-10-06T08:00:00Z")] // Monday 8am: the same morning
    [InlineData("2025-10-06T08:00:00Z", "2025-10-06T08:00:00Z")] // Monday 9am
    [InlineData("2025-10-06T08:59:59Z", "2025-10-06T08:00:00Z")] // within the first hour: still that morning's mail
    [InlineData("2025-10-06T09:00:00Z", "2025-10-07T08:00:00Z")] // Monday 10am: Tuesday
    [InlineData("2025-10-10T15:00:00Z", "2025-10-13T08:00:00Z")] // Friday afternoon: Monday
    [InlineData("2025-10-25T12:00:00Z", "2025-10-27T09:00:00Z")] // the weekend on which the clocks go back
    [InlineData("2025-12-24T12:00:00Z", "2025-12-29T09:00:00Z")] // over Christmas
    public void The_next_sending_is_at_9am_in_London_on_a_working_day(string now, string sending) =>
        Assert.Equal(Utc(sending), MailTimes.NextSending(Utc(now), WorkingDays.ByRule));

    [Fact]
    public void Receipts_and_codes_go_on_a_Sunday_night_and_requests_do_not()
    {
        DateTime sunday = Utc("2025-10-05T22:00:00Z");
        Assert.Equal(sunday, MailTimes.NotBefore("E7", sunday, WorkingDays.ByRule));
        Assert.Equal(sunday, MailTimes.NotBefore("E71", sunday, WorkingDays.ByRule));
        Assert.Equal(Utc("2025-10-06T08:00:00Z"), MailTimes.NotBefore("E1", sunday, WorkingDays.ByRule));
        Assert.Equal(Utc("2025-10-06T08:00:00Z"), MailTimes.NotBefore("E20", sunday, WorkingDays.ByRule));
    }

    private static DateTime Utc(string instant) =>
        DateTime.Parse(instant, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.RoundtripKind);
}
