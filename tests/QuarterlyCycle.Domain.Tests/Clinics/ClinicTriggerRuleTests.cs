using QuarterlyCycle.Domain.Clinics;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Submissions;
using QuarterlyCycle.Domain.Tests.Indicators;
using Xunit;

namespace QuarterlyCycle.Domain.Tests.Clinics;

public sealed class ClinicTriggerRuleTests
{
    private static readonly IReadOnlyList<ClinicTrigger> Usual = new PartnershipSettings { Name = "Derby" }.ClinicTriggers;

    [Fact]
    public void Worse_in_either_term_calls_for_a_clinic()
    {
        Assert.Equal([("SS1", ClinicTrigger.Worse, "Got worse since last quarter")], Suggest(("2025-26 Q1", 80), ("2025-26 Q2", 78)));
        Assert.Equal([("SS1", ClinicTrigger.Worse, "Got worse since the same quarter last year")], Suggest(("2024-25 Q2", 90), ("2025-26 Q1", 70), ("2025-26 Q2", 80)));
        Assert.Empty(Suggest(("2024-25 Q2", 70), ("2025-26 Q1", 70), ("2025-26 Q2", 80)));
    }

    [Fact]
    public void Standing_still_calls_for_one_only_when_off_target()
    {
        Assert.Contains(("SS1", ClinicTrigger.Worse, "Off target without change since last quarter"), Suggest(("2025-26 Q1", 60), ("2025-26 Q2", 60)));
        Assert.Contains(("SS1", ClinicTrigger.Worse, "Off target without change since the same quarter last year"), Suggest(("2024-25 Q2", 60), ("2025-26 Q2", 60)));
        Assert.Empty(Suggest(("2025-26 Q1", 80), ("2025-26 Q2", 80)));
    }

    [Fact]
    public void Off_target_two_quarters_running_calls_for_one_even_when_improving()
    {
        Assert.Equal([("SS1", ClinicTrigger.OffTargetTwice, "Off target two quarters running")], Suggest(("2025-26 Q1", 50), ("2025-26 Q2", 60)));
        Assert.Empty(Suggest(("2025-26 Q1", 50), ("2025-26 Q2", 73)));
        Assert.Empty(Suggest(("2025-26 Q1", 73), ("2025-26 Q2", 74)));
    }

    [Fact]
    public void No_figure_twice_calls_for_one_unless_there_was_nothing_to_count()
    {
        Assert.Equal([("SS1", ClinicTrigger.NoFigureTwice, "No figure two quarters running")], Suggest());
        Assert.Empty(Suggest(("2025-26 Q1", 80)));
        Indicator percentage = Measures.Percentage();
        IndicatorHistory noCases = Measures.History(percentage, [Figure.OfCounts(percentage, Measures.Now.Period, 0, 0)]);
        Assert.Empty(ClinicTriggerRule.Suggest(Measures.Result(noCases), Measures.Result(noCases, Measures.Now.Previous), Usual));
        IndicatorHistory undefined = Measures.History(percentage with { State = IndicatorState.NotYetDefined });
        Assert.Empty(ClinicTriggerRule.Suggest(Measures.Result(undefined), Measures.Result(undefined, Measures.Now.Previous), Usual));
    }

    [Fact]
    public void A_year_to_date_that_cannot_be_worked_out_is_no_missing_figure()
    {
        Indicator count = Measures.Count();
        IndicatorHistory history = Measures.History(count, [Measures.Of(count, "2025-26 Q2", 40), Measures.Of(count, "2025-26 Q3", 40)], [Measures.Target(count, "2025-26", 200)]);
        Assert.Empty(ClinicTriggerRule.Suggest(Measures.Result(history, Measures.Now.Next), Measures.Result(history), [ClinicTrigger.NoFigureTwice]));
    }

    [Fact]
    public void Neighbours_and_signals_count_where_the_partnership_says_so()
    {
        QuarterResult steady = Result(Measures.Now, ("2025-26 Q1", 80), ("2025-26 Q2", 80));
        Assert.Empty(ClinicTriggerRule.Suggest(steady, null, Usual, worseThanNeighbours: true, signalOfConcern: true));
        Assert.Equal(["A signal of concern in its chart"], ClinicTriggerRule.Suggest(steady, null, [ClinicTrigger.SignalOfConcern], signalOfConcern: true).Select(one => one.Reason));
        Assert.Empty(ClinicTriggerRule.Suggest(steady, null, [ClinicTrigger.SignalOfConcern]));
        Assert.Empty(ClinicTriggerRule.Suggest(steady, null, [ClinicTrigger.WorseThanNeighbours], worseThanNeighbours: true));
        QuarterResult worse = Result(Measures.Now, ("2025-26 Q1", 90), ("2025-26 Q2", 80));
        Assert.Equal(["Worse than statistical neighbours, and got worse"], ClinicTriggerRule.Suggest(worse, null, [ClinicTrigger.WorseThanNeighbours], worseThanNeighbours: true).Select(one => one.Reason));
        Assert.Empty(ClinicTriggerRule.Suggest(worse, null, [ClinicTrigger.WorseThanNeighbours]));
    }

    [Fact]
    public void A_hidden_figure_is_not_given_away_by_a_suggestion()
    {
        Indicator percentage = Measures.Percentage();
        IndicatorHistory history = Measures.History(
            percentage, [Figure.OfCounts(percentage, Measures.Now.Previous.Period, 30, 40), Figure.OfCounts(percentage, Measures.Now.Period, 3, 40)], [Measures.Target(percentage, "2025-26", 7)]);
        Assert.Equal(Direction.GotWorse, Measures.Result(history).ShortTerm.Direction);
        Assert.Empty(ClinicTriggerRule.Suggest(Measures.Result(history), Measures.Result(history, Measures.Now.Previous), Usual));
    }

    [Theory]
    [InlineData(ClinicState.Suggested, ClinicState.Called, true)]
    [InlineData(ClinicState.Suggested, ClinicState.Declined, true)]
    [InlineData(ClinicState.Called, ClinicState.Held, true)]
    [InlineData(ClinicState.Held, ClinicState.Reported, true)]
    [InlineData(ClinicState.Reported, ClinicState.Closed, true)]
    [InlineData(ClinicState.Held, ClinicState.Closed, false)]
    [InlineData(ClinicState.Called, ClinicState.Closed, false)]
    [InlineData(ClinicState.Declined, ClinicState.Called, false)]
    public void Nobody_closes_a_clinic_without_its_report(ClinicState from, ClinicState to, bool may)
    {
        Clinic clinic = new() { Code = "2025-26-Q2.SS1", Cycle = "2025-26-Q2", Measure = "SS1", Trigger = "It got worse.", State = from };
        Assert.Equal(may, ClinicRule.MayBecome(from, to));
        if (may)
        {
            Assert.Equal(to, ClinicRule.Become(clinic, to).State);
        }
        else
        {
            Assert.Throws<InvalidOperationException>(() => ClinicRule.Become(clinic, to));
        }
    }

    [Fact]
    public void A_clinic_is_declined_with_a_reason_and_held_with_findings()
    {
        DateOnly today = new(2025, 11, 20);
        Assert.Equal([new FieldError("because", "Enter why no clinic is needed")], ClinicRule.CheckDeclined(" "));
        Assert.Empty(ClinicRule.CheckDeclined("One school closed"));
        Assert.Empty(ClinicRule.CheckHeld("Two posts were vacant", [new ClinicAction("Fill both", "post:HR", today.AddDays(30))], today, today));
        Assert.Equal(
            ["heldOn: Enter the day on which the clinic was held", "findings: Enter what the clinic found", "actions: Enter what is to be done and by whom for each action"],
            ClinicRule.CheckHeld("", [new ClinicAction("", "post:HR", today)], today.AddDays(1), today).Select(error => $"{error.Field}: {error.Message}"));
    }

    private static IEnumerable<(string, ClinicTrigger, string)> Suggest(params (string Quarter, decimal Value)[] figures) =>
        ClinicTriggerRule.Suggest(Result(Measures.Now, figures), Result(Measures.Now.Previous, figures), Usual).Select(one => (one.Measure, one.Trigger, one.Reason));

    private static QuarterResult Result(Domain.Calendar.Quarter quarter, params (string Quarter, decimal Value)[] figures)
    {
        Indicator percentage = Measures.Percentage();
        return Measures.Result(Measures.History(percentage, [.. figures.Select(figure => Measures.Of(percentage, figure.Quarter, figure.Value))], [Measures.Target(percentage, "2025-26", 75)]), quarter);
    }
}
