using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.App.Acts;

/// <summary>Where a milestone is, in the words that people read.</summary>
public static class MilestoneWords
{
    public static string Of(DeliverableState state) => state switch
    {
        DeliverableState.NotStarted => "Not started",
        DeliverableState.OnTrack => "On track",
        DeliverableState.Behind => "Behind",
        DeliverableState.Done => "Done",
        _ => "Stopped",
    };
}
