using Microsoft.Extensions.Logging;
using QuarterlyCycle.App.Files;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Options;
using QuarterlyCycle.App.Records;

namespace QuarterlyCycle.Local.Hosting;

/// <summary>What one running service is made of: where things are kept, who sends the mail, which clock it goes by and the keys.</summary>
internal sealed record ServiceSetup
{
    public required IRecordStore Records { get; init; }

    public required IFileStore Files { get; init; }

    public required IMailSender Mail { get; init; }

    public required TimeProvider Clock { get; init; }

    /// <summary>The task hub's file, or memory for a rehearsal.</summary>
    public required string HubPath { get; init; }

    /// <summary>One thing at a time in a fixed order, so that two rehearsals write the same bytes.</summary>
    public bool OneAtATime { get; init; }

    public required ServiceOptions Service { get; init; }

    public required MailOptions MailOptions { get; init; }

    public required AuditOptions Audit { get; init; }

    public required LinkOptions Links { get; init; }

    /// <summary>Keeps other services off the same records; null where nobody else can open them.</summary>
    public Func<Task<Claim?>> Claim { get; init; } = () => Task.FromResult<Claim?>(null);

    public Action<ILoggingBuilder> Logging { get; init; } = _ => { };
}
