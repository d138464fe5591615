using QuarterlyCycle.Domain.Timetables;
using QuarterlyCycle.Orchestrations.Waiting;

namespace QuarterlyCycle.Orchestrations.Cycles;

internal enum QuarterStage
{
    ReviewOpens,
    ClosingNotice,
    SuggestClinics,
    OutcomeGroups,
    BoardPack,
}

internal static class QuarterStages
{
    public static IEnumerable<Dated<QuarterStage>> Of(Timetable timetable) =>
    [
        new(QuarterStage.ReviewOpens, timetable.ReviewOpensUtc),
        new(QuarterStage.ClosingNotice, timetable.ClosingNoticeUtc),
        new(QuarterStage.SuggestClinics, timetable.SuggestClinicsUtc),
        new(QuarterStage.OutcomeGroups, timetable.CollateUtc),
        new(QuarterStage.BoardPack, Earlier(timetable.Board.AtRiskUtc, timetable.Board.BuildUtc)),
    ];

    private static DateTime Earlier(DateTime one, DateTime other) => one < other ? one : other;
}
