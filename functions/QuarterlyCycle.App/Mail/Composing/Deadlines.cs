using QuarterlyCycle.Documents.Emails;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Orchestrations;

namespace QuarterlyCycle.App.Mail.Composing;

/// <summary>Deadlines for people's calendars. One deadline keeps its uid, and a change raises its sequence.</summary>
internal static class Deadlines
{
    private static readonly TimeOnly Morning = new(9, 0);

    public static CalendarDeadline Of(MailScene scene, string officer, DateTime dueUtc, string title, int sequence, string? about = null)
    {
        string instance = InstanceIds.DataRequest(scene.Code, officer);
        DateOnly dayBefore = new WorkingDays(scene.Plan.Calendar).Before(LondonTime.DateOf(dueUtc));
        return new CalendarDeadline
        {
            Uid = $"{instance}{(about is null ? "" : $".{about}")}@{scene.Service.Address.Host}",
            Sequence = sequence,
            Title = title,
            Description = $"Send your figures by {BritishWords.Instant(dueUtc)}. The link is in the e-mail that asked for them.",
            DueUtc = dueUtc,
            AlarmUtc = LondonTime.ToUtc(dayBefore, Morning),
            WrittenAtUtc = scene.NowUtc,
        };
    }
}
