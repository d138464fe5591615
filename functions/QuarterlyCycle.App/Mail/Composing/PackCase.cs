using QuarterlyCycle.App.Packs;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Timetables;

namespace QuarterlyCycle.App.Mail.Composing;

/// <summary>What an e-mail about a pack is about: the body, the version and its model, and the dates.</summary>
internal sealed record PackCase(MailScene Scene, BodyOfficers People, PackVersion? Version, PackModel? Model)
{
    public string Cycle => Scene.Code;

    public Quarter Quarter => Scene.Quarter;

    public Timetable Timetable => Scene.Timetable;

    public string Recipient => Scene.Recipient.Name;

    public string Body => People.Body.Code;

    public string BodyName => People.Body.Name;

    public bool IsBoard => Timetable.Board.Body == Body;

    /// <summary>The group's dates, or null for the board.</summary>
    public GroupDates? Group => Timetable.Groups.FirstOrDefault(group => group.Body == Body);

    public PackCounts? Counts => Model?.Public.Counts;

    /// <summary>When the body meets; without a time in the plan the day counts and the hour is left out.</summary>
    public (DateTime AtUtc, bool TimeIsKnown, string? Place) Meeting
    {
        get
        {
            DateOnly day = FrontBlock.MeetingOn(Timetable, Body) ?? Timetable.Board.MeetingOn;
            Meeting? planned = Scene.Plan.Meetings.FirstOrDefault(meeting => meeting.Body == Body && meeting.Date == day);
            return (LondonTime.ToUtc(day, planned?.Time ?? new TimeOnly(12, 0)), planned?.Time is not null, planned?.Place);
        }
    }

    /// <summary>The off-target measures, each as code, name and status words; no values.</summary>
    public IReadOnlyList<string> Exceptions => Model is null
        ? []
        : [.. Model.Public.Parts.SelectMany(part => part.Exceptions).Select(exception => $"{exception.Measure.Code} {exception.Measure.Name}: {exception.Measure.Status.Words}")];

    /// <summary>What changed since the version before, in sentences without values.</summary>
    public IReadOnlyList<string> Changes => Model is null ? [] : [.. Model.Public.Changes.Select(PackChanges.Sentence)];
}

/// <summary>Reads what an e-mail about a pack is about.</summary>
public sealed class PackCases(QuarterRecords records, BodyPeople people, PackModels models)
{
    internal async Task<PackCase> Of(OutboxRow row, MailScene scene, CancellationToken cancellation)
    {
        string body = row.About(MailSubjects.Body);
        PackVersion? version = row.Subject.ContainsKey(MailSubjects.Version)
            ? await records.Packs.Get(scene.Code, body, row.NumberOf(MailSubjects.Version), cancellation)
            : null;
        return new PackCase(
            scene,
            await people.Of(scene.Code, body, cancellation),
            version,
            version is null ? null : await models.Read(version, cancellation));
    }
}
