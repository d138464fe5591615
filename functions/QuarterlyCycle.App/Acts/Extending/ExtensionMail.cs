using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Timetables;
using QuarterlyCycle.Orchestrations;

namespace QuarterlyCycle.App.Acts;

/// <summary>The e-mails about more time: to the officer, and to the project managers while they decide.</summary>
public sealed class ExtensionMail(QuarterRecords records, Mailings mailings)
{
    private static readonly TimeSpan ReceiptsAreOfUseFor = TimeSpan.FromDays(14);

    /// <summary>Tells the officer that the project manager is asked (E14), and asks the project managers (E44).</summary>
    public async Task Asked(Extension extension, CancellationToken cancellation)
    {
        Timetable timetable = await records.Timetables.InForce(extension.Cycle, cancellation);
        Mailing mailing = MailingOf(extension, "E14") with { ToStandIn = false };
        await mailings.Post(mailing, cancellation);
        foreach (Officer manager in await records.People.ProjectManagers(cancellation))
        {
            await mailings.Post(
                mailing with
                {
                    Purpose = "E44",
                    Ordinal = $"{Reference(extension)}.{manager.Number}",
                    Officer = manager.Number,
                    ToStandIn = true,
                    NotAfterUtc = timetable.CorrectionsStopUtc,
                },
                cancellation);
        }
    }

    /// <summary>Tells the officer the new date (E15).</summary>
    public Task Given(Extension extension, CancellationToken cancellation) => mailings.Post(MailingOf(extension, "E15"), cancellation);

    /// <summary>Tells the officer that the old date holds (E16).</summary>
    public Task Refused(Extension extension, CancellationToken cancellation) => mailings.Post(MailingOf(extension, "E16"), cancellation);

    private static string Reference(Extension extension) => ActReference.Of(extension.Id);

    private static Mailing MailingOf(Extension extension, string purpose) => new()
    {
        Cycle = extension.Cycle,
        Instance = InstanceIds.DataRequest(extension.Cycle, extension.Officer),
        Purpose = purpose,
        Ordinal = Reference(extension),
        Officer = extension.Officer,
        NotAfterUtc = extension.AskedUntilUtc > extension.AskedUtc ? extension.AskedUntilUtc + ReceiptsAreOfUseFor : extension.AskedUtc + ReceiptsAreOfUseFor,
        Subject = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [MailSubjects.Officer] = extension.Officer,
            [MailSubjects.Extension] = extension.Id,
        },
    };
}
