using QuarterlyCycle.App.Audits;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.App.Acts;

/// <summary>The project manager gives or refuses the time that was asked for.</summary>
public sealed class DecidingAnExtension(QuarterRecords records, MoreTimeGiven moreTime, ExtensionMail mail, Audit audit, Standing standing) : Deed<DecideExtension>
{
    /// <inheritdoc />
    protected override async Task<ActResult?> Check(DecideExtension act, CancellationToken cancellation)
    {
        if (await standing.WhyOver(act.Cycle, cancellation) is { } over)
        {
            return over;
        }

        if (await standing.WhyNotProjectManager(act.By, cancellation) is { } notTheirs)
        {
            return notTheirs;
        }

        if (await records.Extensions.Get(act.Cycle, act.Extension, cancellation) is not { } extension)
        {
            return ActResult.Because("This request for more time does not exist.");
        }

        if (extension.State != ExtensionState.Asked)
        {
            string by = extension.DecidedBy is { } decider ? await standing.NameOf(decider, cancellation) : "The service";
            string what = extension.State == ExtensionState.Refused ? "refused" : "gave";
            return ActResult.Because($"{by} already {what} this time. To change it, give more time for the same measures.");
        }

        if (!act.Give)
        {
            return string.IsNullOrWhiteSpace(act.Reason) ? new ActResult.Refused([new FieldError("reason", "Enter why you cannot give more time")]) : null;
        }

        return Until(act, extension) <= standing.NowUtc
            ? new ActResult.Refused([new FieldError("untilDate", $"Enter a date after {BritishWords.Date(standing.Today.AddDays(-1))}")])
            : null;
    }

    /// <inheritdoc />
    protected override async Task<Effect> Do(DecideExtension act, CancellationToken cancellation)
    {
        // Two project managers may decide at once: the first decision stands, and the second one finds it.
        await records.Extensions.Change(act.Cycle, act.Extension, row => row.State == ExtensionState.Asked ? Decided(row, act) : null, cancellation);
        Extension extension = await records.Extensions.Get(act.Cycle, act.Extension, cancellation)
            ?? throw new InvalidOperationException($"The extension {act.Extension} is gone.");
        string reference = ActReference.Of(act.Id);
        if (extension.DecidedIn != act.Id)
        {
            return new Effect(reference) { NotTaken = [new FieldError("", $"{await standing.NameOf(extension.DecidedBy ?? "", cancellation)} decided at the same moment. Look at what was decided.")] };
        }

        IReadOnlyList<Bell> bells = [];
        if (extension is { State: ExtensionState.Given, UntilUtc: { } untilUtc })
        {
            bells = await moreTime.Give(act, extension.Officer, extension.Measures, untilUtc, decided: true, cancellation);
            await mail.Given(extension, cancellation);
        }
        else
        {
            await mail.Refused(extension, cancellation);
        }

        await audit.Write(
            act.Cycle,
            new AuditEntry
            {
                ActId = act.Id,
                AtUtc = act.AtUtc,
                Actor = act.By,
                Act = extension.State == ExtensionState.Given ? "MoreTimeGiven" : "MoreTimeRefused",
                Subject = string.Join(", ", extension.Measures),
                Old = BritishWords.Instant(extension.AskedUntilUtc),
                New = extension.UntilUtc is { } given ? BritishWords.Instant(given) : extension.Reason,
            },
            cancellation);
        return new Effect(reference) { Bells = bells };
    }

    private static DateTime Until(DecideExtension act, Extension extension) =>
        act.UntilDate is { } day ? Standing.FivePm(day) : extension.AskedUntilUtc;

    private static Extension Decided(Extension extension, DecideExtension act) => extension with
    {
        State = act.Give ? ExtensionState.Given : ExtensionState.Refused,
        DecidedBy = act.By,
        DecidedIn = act.Id,
        UntilUtc = act.Give ? Until(act, extension) : null,
        Reason = act.Give ? null : act.Reason?.Trim(),
    };
}
