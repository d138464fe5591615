using QuarterlyCycle.App.Plans;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;

namespace QuarterlyCycle.App.Mail;

/// <summary>The ids that an e-mail is about, by the names under which they stand on its row.</summary>
public static class MailSubjects
{
    public const string Cycle = "cycle";

    /// <summary>The officer whose data request or review it is about, when another person gets it.</summary>
    public const string Officer = "officer";

    public const string Measure = "measure";

    /// <summary>Several measures, separated by commas.</summary>
    public const string Measures = "measures";

    public const string Challenge = "challenge";

    public const string Extension = "extension";

    /// <summary>The id of the act that it answers.</summary>
    public const string Act = "act";

    /// <summary>The hash of the link that a code is for.</summary>
    public const string Link = "link";

    public const string Part = "part";

    public const string Body = "body";

    public const string Version = "version";

    /// <summary>The quarter of the report that it points at, where that is not the quarter of the figure.</summary>
    public const string ReportCycle = "reportCycle";

    /// <summary>The day of a daily e-mail.</summary>
    public const string Day = "day";
}

/// <summary>Posts e-mails to the outbox, each under the key that its subject gives it.</summary>
public sealed class Mailings(Outbox outbox, QuarterRecords records, PlanLibrary plans, TimeProvider clock)
{
    /// <summary>Posts one e-mail to whoever answers for this person today. A repeat under the same instance, purpose and ordinal changes nothing.</summary>
    public async Task Post(Mailing mailing, CancellationToken cancellation = default)
    {
        DateTime nowUtc = clock.GetUtcNow().UtcDateTime;
        Dictionary<string, string> subject = new(mailing.Subject, StringComparer.Ordinal) { [MailSubjects.Cycle] = mailing.Cycle };
        subject.TryAdd(MailSubjects.Officer, mailing.Officer);
        string recipient = mailing.ToStandIn
            ? (await records.People.WhoAnswers(mailing.Officer, LondonTime.DateOf(nowUtc), cancellation)).Number
            : mailing.Officer;
        DateTime notBeforeUtc = mailing.AtOnce ? nowUtc : MailTimes.NotBefore(mailing.Purpose, nowUtc, await WorkingDaysOf(mailing.Cycle, cancellation));
        if (notBeforeUtc > mailing.NotAfterUtc)
        {
            // What would be too late in the morning, such as a question on the last afternoon, goes at once.
            notBeforeUtc = nowUtc;
        }

        await outbox.Post(
            new OutboxRow
            {
                Instance = mailing.Instance,
                Purpose = mailing.Purpose,
                Ordinal = mailing.Ordinal,
                Recipient = recipient,
                PostedUtc = nowUtc,
                NotBeforeUtc = notBeforeUtc,
                NotAfterUtc = mailing.NotAfterUtc,
                Subject = subject,
            },
            cancellation);
    }

    /// <summary>The working days by the plan of a cycle.</summary>
    public async Task<WorkingDays> WorkingDaysOf(string cycle, CancellationToken cancellation = default) =>
        new((await plans.ForCycle(cycle, cancellation)).Calendar);
}

/// <summary>One e-mail to be posted.</summary>
public sealed record Mailing
{
    public required string Cycle { get; init; }

    /// <summary>The orchestration to whose mail it belongs.</summary>
    public required string Instance { get; init; }

    public required string Purpose { get; init; }

    public required string Ordinal { get; init; }

    /// <summary>Whom it is for.</summary>
    public required string Officer { get; init; }

    /// <summary>Whether it goes to whoever stands in; receipts go to the person who acted.</summary>
    public bool ToStandIn { get; init; } = true;

    /// <summary>Whether it goes now, also where its purpose would wait for the morning.</summary>
    public bool AtOnce { get; init; }

    /// <summary>After this it is of no use.</summary>
    public required DateTime NotAfterUtc { get; init; }

    public IReadOnlyDictionary<string, string> Subject { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
