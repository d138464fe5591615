using QuarterlyCycle.App.Audits;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Submissions;
using QuarterlyCycle.Domain.Timetables;

namespace QuarterlyCycle.App.Acts;

/// <summary>An officer asks for more time: given at once up to the instant when answers stop, and else for the project manager to decide.</summary>
public sealed class AskingForMoreTime(QuarterRecords records, MoreTimeGiven moreTime, ExtensionMail mail, Audit audit, Standing standing) : Deed<AskForMoreTime>
{
    /// <inheritdoc />
    protected override async Task<ActResult?> Check(AskForMoreTime act, CancellationToken cancellation)
    {
        if (await standing.WhyOver(act.Cycle, cancellation) is { } over)
        {
            return over;
        }

        Timetable timetable = await records.Timetables.InForce(act.Cycle, cancellation);
        List<FieldError> errors = [];
        if (act.Measures.Count == 0)
        {
            errors.Add(new FieldError("measures", "Select the measures you need more time for"));
        }

        IReadOnlyList<RequestedFigure> figures = await records.Figures.OfCodes(act.Cycle, act.Measures, cancellation);
        foreach (RequestedFigure figure in figures)
        {
            if (await WhyNot(act, figure, timetable, cancellation) is { } why)
            {
                errors.Add(new FieldError("measures", why));
            }
        }

        errors.AddRange(act.Measures.Except(figures.Select(figure => figure.Code)).Select(code => new FieldError("measures", $"{code} is not asked for in this quarter.")));
        if (figures.Select(figure => figure.Officer).Distinct().Count() > 1)
        {
            errors.Add(new FieldError("measures", "Select the measures of one person at a time"));
        }

        DateTime latestDueUtc = figures.Select(figure => figure.DueUtc(timetable)).DefaultIfEmpty(timetable.DueUtc).Max();
        DateOnly correctionsStopOn = LondonTime.DateOf(timetable.CorrectionsStopUtc);
        if (act.UntilDate <= LondonTime.DateOf(latestDueUtc) || Standing.FivePm(act.UntilDate) <= standing.NowUtc)
        {
            DateOnly after = LondonTime.DateOf(latestDueUtc) >= standing.Today ? LondonTime.DateOf(latestDueUtc) : standing.Today.AddDays(-1);
            errors.Add(new FieldError("untilDate", $"Enter a date after {BritishWords.Date(after)}"));
        }
        else if (act.UntilDate > correctionsStopOn)
        {
            errors.Add(new FieldError("untilDate", $"Enter a date up to {BritishWords.Date(correctionsStopOn)}, when figures are locked"));
        }

        if (string.IsNullOrWhiteSpace(act.Why))
        {
            errors.Add(new FieldError("why", "Enter why you need more time"));
        }

        return errors.Count > 0 ? new ActResult.Refused(errors) : null;
    }

    /// <inheritdoc />
    protected override async Task<Effect> Do(AskForMoreTime act, CancellationToken cancellation)
    {
        Timetable timetable = await records.Timetables.InForce(act.Cycle, cancellation);
        DateTime untilUtc = Standing.FivePm(act.UntilDate);
        RequestedFigure first = await records.Figures.Of(act.Cycle, act.Measures[0], cancellation);
        bool isAutomatic = untilUtc <= timetable.AnswersStopUtc;
        await records.Extensions.Insert(
            new Extension
            {
                Cycle = act.Cycle,
                Id = act.Id,
                Officer = first.Officer,
                Measures = act.Measures,
                AskedUntilUtc = untilUtc,
                Why = act.Why.Trim(),
                AskedUtc = act.AtUtc,
                State = isAutomatic ? ExtensionState.GivenAutomatically : ExtensionState.Asked,
                UntilUtc = isAutomatic ? untilUtc : null,
            },
            cancellation);

        // What was decided first stands: the timetable may have moved between a crash and this repeat.
        Extension extension = await records.Extensions.Get(act.Cycle, act.Id, cancellation)
            ?? throw new InvalidOperationException($"The extension {act.Id} is gone.");
        IReadOnlyList<Bell> bells = [];
        if (extension.State == ExtensionState.GivenAutomatically)
        {
            bells = await moreTime.Give(act, extension.Officer, extension.Measures, extension.AskedUntilUtc, decided: false, cancellation);
            await mail.Given(extension, cancellation);
        }
        else if (extension.State == ExtensionState.Asked)
        {
            await mail.Asked(extension, cancellation);
        }

        await audit.Write(
            act.Cycle,
            new AuditEntry
            {
                ActId = act.Id,
                AtUtc = act.AtUtc,
                Actor = act.By,
                OnBehalfOf = act.By == extension.Officer ? null : extension.Officer,
                Act = extension.State == ExtensionState.GivenAutomatically ? "MoreTimeGivenAutomatically" : "MoreTimeAsked",
                Subject = string.Join(", ", act.Measures),
                New = BritishWords.Instant(untilUtc),
            },
            cancellation);
        return new Effect(ActReference.Of(act.Id)) { Bells = bells };
    }

    private async Task<string?> WhyNot(AskForMoreTime act, RequestedFigure figure, Timetable timetable, CancellationToken cancellation)
    {
        if (!await standing.Answers(act.By, figure, cancellation))
        {
            return await standing.NotYours(figure, cancellation);
        }

        if (figure.Submission is not null)
        {
            return $"{figure.Code} is already sent.";
        }

        return standing.NowUtc >= figure.AnswersStopUtc(timetable) ? await standing.AnswersClosed(figure, timetable, cancellation) : null;
    }
}
