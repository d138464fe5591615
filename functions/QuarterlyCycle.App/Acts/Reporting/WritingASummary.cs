using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.App.Acts;

/// <summary>The project manager writes the summary that the next version prints.</summary>
public sealed class WritingASummary(QuarterRecords records, PackAudit audit, Standing standing) : Deed<WriteSummary>
{
    private const int Longest = 2_000;

    /// <inheritdoc />
    protected override async Task<ActResult?> Check(WriteSummary act, CancellationToken cancellation)
    {
        if ((await standing.WhyOver(act.Cycle, cancellation) ?? await standing.WhyNotProjectManager(act.By, cancellation)) is { } refusal)
        {
            return refusal;
        }

        return act.Text.Trim().Length switch
        {
            0 => new ActResult.Refused([new FieldError("text", "Enter the summary")]),
            > Longest => new ActResult.Refused([new FieldError("text", "Summary must be 2,000 characters or less")]),
            _ => null,
        };
    }

    /// <inheritdoc />
    protected override async Task<Effect> Do(WriteSummary act, CancellationToken cancellation)
    {
        PackSummary? known = await records.Summaries.Get(act.Cycle, act.Body, cancellation);
        if (known is null || known.AtUtc <= act.AtUtc)
        {
            await records.Summaries.Put(new PackSummary(act.Cycle, act.Body, act.Text.Trim(), act.By, act.AtUtc), cancellation);
        }

        await audit.Write(act, "SummaryWritten", act.Body, act.Text.Trim(), cancellation, known?.Text);
        return new Effect(ActReference.Of(act.Id));
    }
}
