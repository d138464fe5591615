using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Plans;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Orchestrations;

namespace QuarterlyCycle.App.Acts;

/// <summary>The e-mails that answer an answer: receipts, word to the officer for whom somebody answered, and the next reviewer where duties are kept apart.</summary>
public sealed class AnswerMail(QuarterRecords records, PlanLibrary plans, Mailings mailings)
{
    private static readonly TimeSpan ReceiptsAreOfUseFor = TimeSpan.FromDays(14);

    /// <summary>A receipt for the figures of each officer, and word to an officer for whom somebody else answered.</summary>
    public async Task Receipts(Act act, string reference, IReadOnlyList<RequestedFigure> sent, CancellationToken cancellation)
    {
        foreach (IGrouping<string, RequestedFigure> ofOfficer in sent.GroupBy(figure => figure.Officer))
        {
            Mailing receipt = Receipt(act, ofOfficer.Key, "E7", reference, ofOfficer.Select(figure => figure.Code)) with { Officer = act.By, ToStandIn = false };
            await mailings.Post(receipt, cancellation);
            if (ofOfficer.Key != act.By)
            {
                await mailings.Post(receipt with { Purpose = "E19", Officer = ofOfficer.Key, ToStandIn = false }, cancellation);
            }
        }
    }

    /// <summary>The receipt for a correction; what an issued report prints is told to the officer and the project managers as well.</summary>
    public async Task Correction(Act act, RequestedFigure figure, string reference, bool isInIssuedPack, CancellationToken cancellation)
    {
        Mailing receipt = Receipt(act, figure.Officer, "E23", reference, [figure.Code]) with { Officer = act.By, ToStandIn = false };
        await mailings.Post(receipt, cancellation);
        if (!isInIssuedPack)
        {
            return;
        }

        await mailings.Post(receipt with { Purpose = "E24" }, cancellation);
        foreach (Officer manager in await records.People.ProjectManagers(cancellation))
        {
            await mailings.Post(receipt with { Purpose = "E45", Ordinal = $"{reference}.{manager.Number}", Officer = manager.Number, ToStandIn = true }, cancellation);
        }
    }

    /// <summary>Asks the next reviewer where the reviewer sent the figure, or it was sent for the reviewer.</summary>
    public async Task AskAnotherReviewer(Act act, IReadOnlyList<RequestedFigure> sent, CancellationToken cancellation)
    {
        foreach (RequestedFigure figure in sent.Where(figure => !DutiesApart.MayAgree(figure.Reviewer, act.By, figure.Officer)))
        {
            if (await NextReviewer(figure, act.By, cancellation) is { } next)
            {
                await mailings.Post(
                    Receipt(act, figure.Reviewer, "E30", $"{figure.Code}.{ActReference.Of(act.Id)}", [figure.Code]) with
                    {
                        Instance = AnswerBells.Review(figure),
                        Officer = next,
                    },
                    cancellation);
            }
        }
    }

    /// <summary>Who agrees a figure that its reviewer had a hand in: the officer named as answerable, then a project manager; null when all of them had.</summary>
    public async Task<string?> NextReviewer(RequestedFigure figure, string sentBy, CancellationToken cancellation)
    {
        Plan plan = await plans.ForCycle(figure.Cycle, cancellation);
        string? accountable = plan.Indicator(figure.Code)?.Accountable is { } email ? (await records.People.ByEmail(email, cancellation))?.Number : null;
        IReadOnlyList<Officer> managers = await records.People.ProjectManagers(cancellation);
        return DutiesApart.Reviewer(figure.Reviewer, accountable, [.. managers.Select(manager => manager.Number)], sentBy, figure.Officer);
    }

    private static Mailing Receipt(Act act, string officer, string purpose, string reference, IEnumerable<string> codes) => new()
    {
        Cycle = act.Cycle,
        Instance = InstanceIds.DataRequest(act.Cycle, officer),
        Purpose = purpose,
        Ordinal = reference,
        Officer = officer,
        NotAfterUtc = act.AtUtc + ReceiptsAreOfUseFor,
        Subject = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [MailSubjects.Officer] = officer,
            [MailSubjects.Act] = act.Id,
            [MailSubjects.Measures] = string.Join(',', codes),
        },
    };
}
