using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Local.Mail;
using QuarterlyCycle.Local.Rehearsals;

namespace QuarterlyCycle.Local.Demonstrations;

/// <summary>What the demonstration's page shows.</summary>
public sealed record DemoModel
{
    public required DateTime NowUtc { get; init; }

    public DateTime? NextUtc { get; init; }

    public required string Quarter { get; init; }

    public required string Partnership { get; init; }

    public required IReadOnlyList<DemoRole> People { get; init; }

    public required IReadOnlyList<FolderMail> LatestMail { get; init; }

    public required IReadOnlyList<PlayedStep> LastPlayed { get; init; }
}

/// <summary>The people whom the viewer may act as in one role.</summary>
public sealed record DemoRole(string Name, string Does, IReadOnlyList<Person> People);

/// <summary>Every message, the newest first.</summary>
public sealed record MailboxModel(IReadOnlyList<FolderMail> Mail);
