using QuarterlyCycle.Domain.Challenges;
using Xunit;

namespace QuarterlyCycle.Domain.Tests.Challenges;

public sealed class DutiesApartTests
{
    [Fact]
    public void Nobody_agrees_a_figure_they_sent()
    {
        Assert.False(DutiesApart.MayAgree("lead@derby.example", "Lead@Derby.example"));
        Assert.True(DutiesApart.MayAgree("lead@derby.example", "officer@derby.example"));
    }

    [Fact]
    public void Nobody_agrees_a_figure_that_their_delegate_sent_for_them() =>
        Assert.False(DutiesApart.MayAgree("lead@derby.example", "delegate@derby.example", "lead@derby.example"));

    [Theory]
    [InlineData("officer", null, "lead")]
    [InlineData("lead", null, "accountable")]
    [InlineData("accountable", "lead", "manager")]
    [InlineData("manager", "lead", "accountable")]
    public void The_next_reviewer_is_the_accountable_officer_and_then_the_project_manager(string sentBy, string? sentFor, string reviewer) =>
        Assert.Equal(reviewer, DutiesApart.Reviewer("lead", "accountable", ["manager"], sentBy, sentFor));

    [Fact]
    public void Without_anybody_else_there_is_no_reviewer()
    {
        Assert.Null(DutiesApart.Reviewer("lead", null, ["lead"], "lead"));
        Assert.Equal("other", DutiesApart.Reviewer(null, null, ["lead", "other"], "lead"));
        Assert.Equal("You sent this figure, so someone else has to agree it. We've asked Ann Other.", DutiesApart.Refusal("Ann Other"));
    }

    [Fact]
    public void A_chair_who_compiled_a_figure_needs_a_second_signature()
    {
        Assert.True(DutiesApart.NeedsSecondSignature("chair", ["officer", "Chair"]));
        Assert.False(DutiesApart.NeedsSecondSignature("chair", ["officer"]));
    }
}
