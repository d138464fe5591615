using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.DataRequests;

namespace QuarterlyCycle.App.Packs;

/// <summary>Whether who signs a report had a hand in its figures.</summary>
public sealed class SignOffDuties(QuarterRecords records)
{
    /// <summary>The codes of the body's figures that this person compiled or agreed; for them the signature of somebody else is needed.</summary>
    public async Task<IReadOnlyList<string>> HandIn(string cycle, string body, string signer, CancellationToken cancellation = default) =>
        [.. (await records.Figures.OfBody(cycle, body, cancellation)).Where(figure => DutiesApart.NeedsSecondSignature(signer, Hands(figure))).Select(figure => figure.Code)];

    private static IEnumerable<string> Hands(RequestedFigure figure) =>
        new[] { figure.Submission is null ? null : figure.Officer, figure.SentBy, figure.AgreedBy }.OfType<string>();
}
