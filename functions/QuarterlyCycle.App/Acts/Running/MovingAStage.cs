using System.Globalization;
using QuarterlyCycle.App.Audits;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Submissions;
using QuarterlyCycle.Domain.Timetables;
using QuarterlyCycle.Orchestrations;
using QuarterlyCycle.Orchestrations.Events;

namespace QuarterlyCycle.App.Acts;

/// <summary>The project manager closes a stage or starts one now: a new version of the timetable.</summary>
public sealed class MovingAStage(QuarterRecords records, Audit audit, Standing standing) : Deed<MoveStage>
{
    /// <inheritdoc />
    protected override async Task<ActResult?> Check(MoveStage act, CancellationToken cancellation)
    {
        if (await standing.WhyOver(act.Cycle, cancellation) is { } over)
        {
            return over;
        }

        if (await standing.WhyNotProjectManager(act.By, cancellation) is { } notTheirs)
        {
            return notTheirs;
        }

        if (string.IsNullOrWhiteSpace(act.Reason))
        {
            return new ActResult.Refused([new FieldError("reason", "Enter why the dates change")]);
        }

        Timetable timetable = await records.Timetables.InForce(act.Cycle, cancellation);
        return WhyNot(act.Move, timetable, standing.NowUtc) is { } why ? ActResult.Because(why) : null;
    }

    /// <inheritdoc />
    protected override async Task<Effect> Do(MoveStage act, CancellationToken cancellation)
    {
        Timetable moved = await records.Timetables.Revise(act.Cycle, act.Id, timetable => Moved(timetable, act), cancellation)
            ?? throw new InvalidOperationException($"The timetable of {act.Cycle} could not be moved.");
        await records.Cycles.Change(
            act.Cycle,
            cycle => cycle.ClosedStages.Contains(act.Move.ToString()) ? null : cycle with { ClosedStages = [.. cycle.ClosedStages, act.Move.ToString()] },
            cancellation);
        await audit.Write(
            act.Cycle,
            new AuditEntry
            {
                ActId = act.Id,
                AtUtc = act.AtUtc,
                Actor = act.By,
                Act = "StageMoved",
                Subject = act.Move.ToString(),
                New = string.Create(CultureInfo.InvariantCulture, $"timetable version {moved.Version}: {act.Reason.Trim()}"),
            },
            cancellation);
        return new Effect(ActReference.Of(act.Id))
        {
            Bells = [new Bell(InstanceIds.Cycle(act.Cycle), new TimetableRevised(act.Id, act.AtUtc, act.By, moved.Version))],
        };
    }

    // A stage that is behind cannot be moved, and packs are not built from figures that may still change.
    private static string? WhyNot(StageMove move, Timetable timetable, DateTime nowUtc) => move switch
    {
        StageMove.CloseCollection when nowUtc >= timetable.AnswersStopUtc => "Answers have already stopped.",
        StageMove.CloseReview when nowUtc >= timetable.CorrectionsStopUtc => "Corrections have already stopped.",
        StageMove.CloseReview when nowUtc < timetable.AnswersStopUtc => "Answers have not stopped yet. Close the collection first.",
        StageMove.StartCollation when nowUtc >= timetable.CollateUtc => "The outcome groups' reports are already being put together.",
        StageMove.StartCollation when nowUtc < timetable.CorrectionsStopUtc => "Figures can still change. Close the review first.",
        StageMove.StartBoardPack when nowUtc >= timetable.Board.BuildUtc => "The board's report is already being put together.",
        StageMove.StartBoardPack when nowUtc < timetable.CollateUtc => "The outcome groups' reports come first. Start putting them together.",
        _ => null,
    };

    private static Timetable Moved(Timetable timetable, MoveStage act)
    {
        DateTime atUtc = act.AtUtc;
        Timetable reasoned = timetable with { Reason = act.Reason.Trim() };
        return act.Move switch
        {
            StageMove.CloseCollection => reasoned with
            {
                DueUtc = Earlier(timetable.DueUtc, atUtc),
                ClosingNoticeUtc = Earlier(timetable.ClosingNoticeUtc, atUtc),
                AnswersStopUtc = atUtc,
            },
            StageMove.CloseReview => reasoned with { CorrectionsStopUtc = atUtc },
            StageMove.StartCollation => reasoned with { SuggestClinicsUtc = Earlier(timetable.SuggestClinicsUtc, atUtc), CollateUtc = atUtc },
            _ => reasoned with
            {
                Board = timetable.Board with { AtRiskUtc = Earlier(timetable.Board.AtRiskUtc, atUtc), BuildUtc = atUtc },
            },
        };
    }

    private static DateTime Earlier(DateTime one, DateTime other) => one < other ? one : other;
}
