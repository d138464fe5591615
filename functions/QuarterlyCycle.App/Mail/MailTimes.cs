using QuarterlyCycle.Domain.Calendar;

namespace QuarterlyCycle.App.Mail;

/// <summary>When e-mails go: receipts and codes at once, the rest at 9am in London on a working day.</summary>
public static class MailTimes
{
    private static readonly TimeOnly Morning = new(9, 0);

    // What happens in the first hour still belongs to that morning's mail.
    private static readonly TimeOnly MorningIsOver = new(10, 0);

    /// <summary>From when on an e-mail of this purpose may go.</summary>
    public static DateTime NotBefore(string purpose, DateTime nowUtc, WorkingDays workingDays) =>
        MailPurposes.GoesAtOnce(purpose) ? nowUtc : NextSending(nowUtc, workingDays);

    /// <summary>The 9am that is coming, or this morning's until 10am.</summary>
    public static DateTime NextSending(DateTime nowUtc, WorkingDays workingDays)
    {
        (DateOnly day, TimeOnly time) = LondonTime.FromUtc(nowUtc);
        DateOnly sending = workingDays.OnOrAfter(time < MorningIsOver ? day : day.AddDays(1));
        return LondonTime.ToUtc(sending, Morning);
    }
}
