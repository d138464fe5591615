using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Orchestrations;
using QuarterlyCycle.Orchestrations.Events;

namespace QuarterlyCycle.App.Acts;

/// <summary>Who hears of stored answers: the data request of each officer, and each part of a review.</summary>
internal static class AnswerBells
{
    public static IReadOnlyList<Bell> For(Act act, IReadOnlyList<RequestedFigure> figures) =>
    [
        .. figures.GroupBy(figure => InstanceIds.DataRequest(act.Cycle, figure.Officer)).Select(group => Received(act, group)),
        .. figures.GroupBy(Review).Select(group => Received(act, group)),
    ];

    public static string Review(RequestedFigure figure) => InstanceIds.Review(figure.Cycle, figure.Reviewer, figure.ReviewPart);

    private static Bell Received(Act act, IGrouping<string, RequestedFigure> group) =>
        new(group.Key, new SubmissionReceived(act.Id, act.AtUtc, act.By, [.. group.Select(figure => figure.Code)]));
}
