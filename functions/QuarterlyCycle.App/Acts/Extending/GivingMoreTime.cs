using QuarterlyCycle.App.Audits;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.App.Acts;

/// <summary>The project manager gives more time without having been asked, or opens again what had closed.</summary>
public sealed class GivingMoreTime(QuarterRecords records, MoreTimeGiven moreTime, ExtensionMail mail, Audit audit, Standing standing) : Deed<GiveMoreTime>
{
    /// <inheritdoc />
    protected override async Task<ActResult?> Check(GiveMoreTime act, CancellationToken cancellation)
    {
        if (await standing.WhyOver(act.Cycle, cancellation) is { } over)
        {
            return over;
        }

        if (await standing.WhyNotProjectManager(act.By, cancellation) is { } notTheirs)
        {
            return notTheirs;
        }

        List<FieldError> errors = [];
        if (act.Measures.Count == 0)
        {
            errors.Add(new FieldError("measures", "Select the measures that get more time"));
        }

        IReadOnlyList<RequestedFigure> figures = await records.Figures.OfCodes(act.Cycle, act.Measures, cancellation);
        errors.AddRange(act.Measures
            .Except(figures.Where(figure => figure.Officer == act.Officer).Select(figure => figure.Code))
            .Select(code => new FieldError("measures", $"{code} is not asked of this person in this quarter.")));
        if (Standing.FivePm(act.UntilDate) <= standing.NowUtc)
        {
            errors.Add(new FieldError("untilDate", $"Enter a date after {BritishWords.Date(standing.Today.AddDays(-1))}"));
        }

        if (string.IsNullOrWhiteSpace(act.Why))
        {
            errors.Add(new FieldError("why", "Enter why you give more time"));
        }

        return errors.Count > 0 ? new ActResult.Refused(errors) : null;
    }

    /// <inheritdoc />
    protected override async Task<Effect> Do(GiveMoreTime act, CancellationToken cancellation)
    {
        DateTime untilUtc = Standing.FivePm(act.UntilDate);
        Extension extension = new()
        {
            Cycle = act.Cycle,
            Id = act.Id,
            Officer = act.Officer,
            Measures = act.Measures,
            AskedUntilUtc = untilUtc,
            Why = act.Why.Trim(),
            AskedUtc = act.AtUtc,
            State = ExtensionState.Given,
            DecidedBy = act.By,
            DecidedIn = act.Id,
            UntilUtc = untilUtc,
        };
        await records.Extensions.Insert(extension, cancellation);
        IReadOnlyList<Bell> bells = await moreTime.Give(act, act.Officer, act.Measures, untilUtc, decided: true, cancellation);
        await mail.Given(extension, cancellation);
        await audit.Write(
            act.Cycle,
            new AuditEntry
            {
                ActId = act.Id,
                AtUtc = act.AtUtc,
                Actor = act.By,
                Act = "MoreTimeGiven",
                Subject = string.Join(", ", act.Measures),
                New = $"{BritishWords.Instant(untilUtc)}: {act.Why.Trim()}",
            },
            cancellation);
        return new Effect(ActReference.Of(act.Id)) { Bells = bells };
    }
}
