using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.ControlCharts;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Submissions;
using QuarterlyCycle.Domain.Tests.ControlCharts;
using QuarterlyCycle.Domain.Tests.Indicators;
using Xunit;

namespace QuarterlyCycle.Domain.Tests.Challenges;

public sealed class UnaskedRuleTests
{
    [Theory]
    [InlineData(QueryCode.Q1, ChallengeReason.DecimalPoint)]
    [InlineData(QueryCode.Q2, ChallengeReason.WhatExplainsIt)]
    [InlineData(QueryCode.Q3, ChallengeReason.WhatExplainsIt)]
    [InlineData(QueryCode.Q4, ChallengeReason.WhatExplainsIt)]
    [InlineData(QueryCode.Q5, ChallengeReason.Period)]
    [InlineData(QueryCode.Q6, ChallengeReason.Definition)]
    [InlineData(QueryCode.Q7, ChallengeReason.Definition)]
    [InlineData(QueryCode.Q8, ChallengeReason.Definition)]
    [InlineData(QueryCode.Q9, ChallengeReason.WhatExplainsIt)]
    [InlineData(QueryCode.Q10, ChallengeReason.Other)]
    [InlineData(QueryCode.Q14, ChallengeReason.WhatExplainsIt)]
    public void A_fired_query_is_a_question_with_its_reason(QueryCode code, ChallengeReason reason) =>
        Assert.Equal([new UnaskedQuestion(reason, "Look at this.")], UnaskedRule.Of(Sent(code), null, null, null));

    [Fact]
    public void An_explanation_settles_the_figure_and_not_the_comment()
    {
        Submission explained = Sent(QueryCode.Q2, QueryCode.Q10) with { Explanation = "One school only" };

        Assert.Equal([ChallengeReason.Other], UnaskedRule.Of(explained, null, null, null).Select(question => question.Reason));
        Assert.Equal(2, UnaskedRule.Of(explained with { Explanation = " " }, null, null, null).Count);
    }

    [Theory]
    [InlineData(30, "2023-24 Q1 is outside the expected range, below it: a signal of concern. What explains it?")]
    [InlineData(70, null)]
    [InlineData(52, null)]
    public void A_signal_of_concern_asks_for_its_explanation(double value, string? question)
    {
        IndicatorHistory history = Series.History(Series.Measure(), [.. Series.Steady, (decimal)value]);
        Quarter quarter = Series.At(12);
        ControlChart chart = ControlChartRule.For(history, quarter, Series.Settings)!;

        Assert.Equal(question, UnaskedRule.Of(Sent(), Measures.Result(history, quarter), history, chart).SingleOrDefault()?.Words);
    }

    [Fact]
    public void A_target_that_cannot_be_met_any_more_and_one_of_an_older_definition_are_asked_about()
    {
        Indicator count = Measures.Count();
        Target target = Measures.Target(count, "2025-26", 40) with { SetOn = new DateOnly(2024, 5, 1) };
        DefinitionChange change = new(count.Code, Period.Parse("2025-26"), DefinitionChangeKind.Break, "Counted anew", null, null);
        IndicatorHistory history = Measures.History(count, [Measures.Of(count, "2025-26 Q1", 20), Measures.Of(count, "2025-26 Q2", 28)], [target], [change]);

        Assert.Equal(
            [
                "The year to date, 48, is already over the year's target of 40. What is to become of the target?",
                "The target was set on the definition before 2025-26. Does it still hold?",
            ],
            UnaskedRule.Of(Sent(), Measures.Result(history), history, null).Select(question => question.Words));
    }

    private static Submission Sent(params QueryCode[] fired) => new()
    {
        Cycle = "2025-26-Q2",
        Code = "SS1",
        Number = 1,
        ActId = "act",
        Reference = "QC-1",
        By = "1",
        AtUtc = new DateTime(2025, 10, 8, 9, 0, 0, DateTimeKind.Utc),
        Route = SubmissionRoute.Page,
        Form = new SubmissionForm { Code = "SS1" },
        Queries = [.. fired.Select(code => new FiredQuery(code, "Look at this."))],
    };
}
