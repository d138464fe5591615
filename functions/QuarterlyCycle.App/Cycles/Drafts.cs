using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Submissions;

namespace QuarterlyCycle.App.Cycles;

/// <summary>What officers have typed and not sent. Saving a draft is no act: nothing is checked and nobody is told.</summary>
public sealed class Drafts(QuarterRecords records)
{
    /// <summary>Keeps what was typed; false when the figure is not asked of anybody in this cycle.</summary>
    public async Task<bool> Save(string cycle, SubmissionForm form, CancellationToken cancellation = default) =>
        await records.Figures.Change(cycle, form.Code, figure => With(figure, form), cancellation) is not null;

    private static RequestedFigure With(RequestedFigure figure, SubmissionForm form) => figure with
    {
        Draft = form,
        Status = figure.Status == FigureStatus.NotStarted ? FigureStatus.InProgress : figure.Status,
    };
}
