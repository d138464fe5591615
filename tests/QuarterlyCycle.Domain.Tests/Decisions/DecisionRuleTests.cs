using QuarterlyCycle.Domain.Decisions;
using Xunit;

namespace QuarterlyCycle.Domain.Tests.Decisions;

public sealed class DecisionRuleTests
{
    private static readonly DateOnly Meeting = new(2025, 11, 25);

    private static readonly Decision Taken = new()
    {
        Cycle = "2025-26-Q2",
        Number = 1,
        ActId = "a1",
        Body = "CB",
        MeetingOn = Meeting,
        Outcome = DecisionOutcome.Agreed,
        Text = "That the vacant posts be filled",
        Owner = "post:HR",
        DueDate = new DateOnly(2026, 1, 30),
    };

    [Theory]
    [InlineData(DecisionOutcome.Agreed, "Agreed")]
    [InlineData(DecisionOutcome.Amended, "Amended")]
    [InlineData(DecisionOutcome.Deferred, "Deferred")]
    [InlineData(DecisionOutcome.Noted, "Noted")]
    [InlineData(DecisionOutcome.Rejected, "Rejected")]
    public void Outcomes_have_words(DecisionOutcome outcome, string words) => Assert.Equal(words, DecisionRule.Words(outcome));

    [Theory]
    [InlineData(DecisionOutcome.Agreed, "post:HR", DecisionState.Open)]
    [InlineData(DecisionOutcome.Agreed, null, DecisionState.Done)]
    [InlineData(DecisionOutcome.Noted, " ", DecisionState.Done)]
    [InlineData(DecisionOutcome.Deferred, null, DecisionState.Open)]
    [InlineData(DecisionOutcome.Rejected, "post:HR", DecisionState.Done)]
    public void What_asks_nothing_of_anybody_is_done_at_once(DecisionOutcome outcome, string? owner, DecisionState state) =>
        Assert.Equal(state, DecisionRule.StartsAs(outcome, owner));

    [Fact]
    public void An_open_decision_returns_until_it_is_done_or_dropped()
    {
        Assert.True(DecisionRule.Returns(Taken));
        Assert.False(DecisionRule.Returns(Taken with { State = DecisionState.Done }));
        Assert.False(DecisionRule.Returns(Taken with { State = DecisionState.Dropped }));
        Assert.Equal(["Open", "Done", "Dropped"], Enum.GetValues<DecisionState>().Select(DecisionRule.Words));
    }

    [Fact]
    public void A_decision_is_overdue_the_day_after_its_date()
    {
        Assert.False(DecisionRule.IsOverdue(Taken, new DateOnly(2026, 1, 30)));
        Assert.True(DecisionRule.IsOverdue(Taken, new DateOnly(2026, 1, 31)));
        Assert.False(DecisionRule.IsOverdue(Taken with { DueDate = null }, new DateOnly(2026, 1, 31)));
    }

    [Fact]
    public void A_decision_needs_its_outcome_its_words_and_an_owner_for_its_date()
    {
        Assert.Empty(DecisionRule.Check(DecisionOutcome.Agreed, "That it be done", "post:HR", Meeting, Meeting));
        Assert.Empty(DecisionRule.Check(DecisionOutcome.Noted, "That it be noted", null, null, Meeting));
        Assert.Equal(
            ["outcome: Select what the board decided", "text: Enter the decision in the board's words", "owner: Enter who is to do it", "dueDate: Enter a date after 25 November 2025"],
            DecisionRule.Check(null, " ", null, Meeting.AddDays(-1), Meeting).Select(error => $"{error.Field}: {error.Message}"));
    }
}
