using QuarterlyCycle.Domain.Timetables;
using QuarterlyCycle.Orchestrations.Waiting;

namespace QuarterlyCycle.Orchestrations.Boards;

internal enum BoardStep
{
    WarnSecretary,
    Build,
    AskDecisions,
    RemindDecisions,
    Last,
}

internal static class BoardSteps
{
    public static IEnumerable<Dated<BoardStep>> Of(BoardDates dates) =>
    [
        new(BoardStep.WarnSecretary, dates.AtRiskUtc),
        new(BoardStep.Build, dates.BuildUtc),
        new(BoardStep.AskDecisions, dates.AskDecisionsUtc),
        new(BoardStep.RemindDecisions, dates.RemindDecisionsUtc),
        new(BoardStep.Last, dates.LastUtc),
    ];
}
