using Microsoft.Extensions.Logging;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Records;

namespace QuarterlyCycle.App.Cycles;

/// <summary>Tells the project managers of an e-mail that did not arrive (E41). Called with each row that a delivery event has turned into a bounce.</summary>
public sealed class Undelivered(QuarterRecords records, Mailings mailings, ILogger<Undelivered> log)
{
    private static readonly TimeSpan StillOfUse = TimeSpan.FromDays(14);

    public async Task Tell(OutboxRow row, CancellationToken cancellation = default)
    {
        if (row.State is not (MailState.Bounced or MailState.Dropped))
        {
            return;
        }

        // An alert knows these words. Why it did not is left to the page: reasons hold addresses.
        log.LogWarning("An e-mail did not arrive: {Mail}.", row.MailKey);

        // A bounce of such a notice would tell of itself for ever.
        if (row.Purpose == "E41" || row.Subject.GetValueOrDefault(MailSubjects.Cycle) is not { } cycle)
        {
            return;
        }

        foreach (Officer manager in await records.People.ProjectManagers(cancellation))
        {
            await mailings.Post(
                new Mailing
                {
                    Cycle = cycle,
                    Instance = row.Instance,
                    Purpose = "E41",
                    Ordinal = $"{row.Key}.{manager.Number}",
                    Officer = manager.Number,
                    NotAfterUtc = row.PostedUtc + StillOfUse,
                    Subject = new Dictionary<string, string>(StringComparer.Ordinal)
                    {
                        [MailSubjects.Officer] = row.Recipient,
                        [MailSubjects.Act] = row.MailKey,
                    },
                },
                cancellation);
        }
    }
}
