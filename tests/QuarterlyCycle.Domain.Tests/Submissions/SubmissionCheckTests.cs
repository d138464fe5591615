using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Submissions;
using QuarterlyCycle.Domain.Tests.Indicators;
using Xunit;

namespace QuarterlyCycle.Domain.Tests.Submissions;

public sealed class SubmissionCheckTests
{
    private static readonly Indicator Percentage = Measures.Percentage() with { NumeratorLabel = "Assessments on time", DenominatorLabel = "All assessments" };
    private static readonly Indicator Count = Measures.Count();

    [Fact]
    public void A_plain_figure_is_read_and_nothing_is_asked()
    {
        SubmissionReading reading = Check(Form("68.2"));
        Assert.True(reading.IsAccepted);
        Assert.True(reading.IsCertain);
        Assert.Equal(68.2m, reading.Figure!.Value);
        Assert.Equal("68.2", reading.Figure.Text);
        Assert.Equal(Measures.Now.Period, reading.Figure.Period);
        Assert.Equal(Finality.Final, reading.Figure.Finality);
        Assert.Empty(reading.Queries);
    }

    [Fact]
    public void Two_counts_make_the_value()
    {
        Assert.Equal(49m / 72m * 100m, Check(Form("49/72")).Figure!.Value);
        Assert.Equal(49m / 72m * 100m, Check(Form(null) with { Numerator = "49", Denominator = "72" }).Figure!.Value);
        Assert.Equal(49m / 72m * 100m, Check(Form("68.1") with { Numerator = "49", Denominator = "72" }).Figure!.Value);
    }

    [Theory]
    [InlineData("", "value: Enter the percentage")]
    [InlineData("lots", "value: Percentage must be a number, like 68.2")]
    [InlineData("68,2", "value: Percentage must be a number, like 68.2")]
    [InlineData("101", "value: Percentage must be between 0 and 100")]
    [InlineData("-1", "value: Percentage must be between 0 and 100")]
    [InlineData("73/72", "numerator: Assessments on time must be the same as or less than all assessments")]
    public void Errors_name_the_field_and_what_to_do(string typed, string error) => Assert.Equal([error], Errors(Check(Form(typed))));

    [Theory]
    [InlineData("1.5", "value: Number must be a whole number, like 112")]
    [InlineData("-1", "value: Number must be 0 or more")]
    [InlineData("12%", "value: Number must be a number, like 112")]
    public void A_count_is_whole_and_not_negative(string typed, string error) =>
        Assert.Equal([error], Errors(Check(Form(typed) with { Code = "SS4" }, Count)));

    [Theory]
    [InlineData("0")]
    [InlineData("100")]
    public void The_ends_of_a_whole_are_in_it(string typed) => Assert.True(Check(Form(typed)).IsAccepted);

    [Fact]
    public void A_percentage_change_and_one_that_is_no_part_may_leave_0_to_100()
    {
        Assert.True(Check(Form("-10.1%"), Percentage with { IsChange = true, Whole = false }).IsAccepted);
        Assert.True(Check(Form("120"), Percentage with { Whole = false }).IsAccepted);
    }

    [Fact]
    public void A_value_must_agree_with_its_counts_to_the_decimals_that_were_typed()
    {
        SubmissionForm counts = Form("68.2") with { Numerator = "49", Denominator = "72" };
        Assert.Equal(["value: Percentage must agree with the two counts, which give 68.1%"], Errors(Check(counts)));
        Assert.True(Check(counts with { Value = "68" }).IsAccepted);
        Assert.True(Check(counts with { Value = "68.06" }).IsAccepted);
        Assert.False(Check(counts with { Value = "68.05" }).IsAccepted);
    }

    [Fact]
    public void One_count_wants_the_other()
    {
        Assert.Equal(["denominator: Enter the all assessments"], Errors(Check(Form(null) with { Numerator = "49" })));
        Assert.Equal(["numerator: Enter the assessments on time"], Errors(Check(Form(null) with { Denominator = "72" })));
    }

    [Fact]
    public void Counts_that_the_plan_requires_are_asked_for()
    {
        Indicator required = Percentage with { CountsRequired = true };
        Assert.Equal(["numerator: Enter the assessments on time", "denominator: Enter the all assessments"], Errors(Check(Form("68.2"), required)));
        Assert.Equal(["numerator: Enter the assessments on time"], Errors(Check(Form(""), required)));
        Assert.True(Check(Form("49/72"), required).IsAccepted);
    }

    [Fact]
    public void A_count_that_cannot_be_read_names_its_own_field() =>
        Assert.Equal(["numerator: Assessments on time must be a number, like 49"], Errors(Check(Form(null) with { Numerator = "forty", Denominator = "72" })));

    [Fact]
    public void A_total_below_nothing_is_refused_by_its_own_name() =>
        Assert.Contains("denominator: All assessments must be 0 or more", Errors(Check(Form(null) with { Numerator = "-5", Denominator = "-1" })));

    [Fact]
    public void Negative_counts_are_refused() =>
        Assert.Equal(["numerator: Assessments on time must be 0 or more"], Errors(Check(Form(null) with { Numerator = "-1", Denominator = "72" })).Where(error => error.StartsWith("numerator", StringComparison.Ordinal)));

    [Fact]
    public void Without_cases_there_is_a_reason_and_no_zero()
    {
        SubmissionReading reading = Check(Form("0/0"));
        Assert.True(reading.IsAccepted);
        Assert.Null(reading.Figure!.Value);
        Assert.Equal(ReasonCode.NoCases, reading.Figure.Reason);
    }

    [Fact]
    public void Final_or_provisional_has_to_be_chosen()
    {
        Assert.Equal(["provisional: Select whether the figure is final or provisional"], Errors(Check(Form("68.2") with { Provisional = null })));
        Assert.Equal(Finality.Provisional, Check(Form("68.2") with { Provisional = true }).Figure!.Finality);
    }

    [Fact]
    public void A_reason_stands_instead_of_a_figure_and_not_beside_it()
    {
        SubmissionReading reading = Check(Form(null) with { Reason = ReasonCode.NotReady, ReasonWords = " The survey is in November ", Provisional = null });
        Assert.True(reading.IsAccepted);
        Assert.Equal("The survey is in November", reading.Figure!.ReasonWords);
        Assert.Equal("Not available", reading.Result!.Status.Words);
        Assert.Equal(["reason: Enter the percentage or select why there is no figure, not both"], Errors(Check(Form("68.2") with { Reason = ReasonCode.NotReady })));
        Assert.Equal(["reason: Select why there is no figure"], Errors(Check(Form(null) with { Reason = ReasonCode.NotSupplied })));
    }

    [Fact]
    public void No_value_words_in_the_figure_are_a_reason() =>
        Assert.Equal((ReasonCode.NotKnown, "awaiting census"), (Check(Form("not available, awaiting census")).Figure!.Reason, Check(Form("not available, awaiting census")).Figure!.ReasonWords));

    [Fact]
    public void Too_few_to_share_still_wants_the_figure()
    {
        Assert.Equal(["value: Enter the number"], Errors(Check(Form(null) with { Reason = ReasonCode.TooFew }, Count)));
        Figure figure = Check(Form("3") with { Reason = ReasonCode.TooFew }, Count).Figure!;
        Assert.Equal((3m, ReasonCode.TooFew), (figure.Value, figure.Reason));
    }

    [Fact]
    public void A_comment_has_at_most_1200_characters()
    {
        Assert.True(Check(Form("68.2") with { Comment = new string('a', 1200) }).IsAccepted);
        Assert.Equal(["comment: Comment must be 1,200 characters or less"], Errors(Check(Form("68.2") with { Comment = new string('a', 1201) })));
    }

    [Fact]
    public void A_reason_and_an_explanation_have_as_many()
    {
        string tooLong = new('a', 1201);
        Assert.Equal(["reasonWords: Reason must be 1,200 characters or less"], Errors(Check(Form(null) with { Reason = ReasonCode.NotReady, ReasonWords = tooLong })));
        Assert.Equal(["explanation: Explanation must be 1,200 characters or less"], Errors(Check(Form("68.2") with { Explanation = tooLong })));
    }

    [Theory]
    [InlineData(IndicatorUnit.Rate, "Enter the rate", "Rate must be a number, like 68.2")]
    [InlineData(IndicatorUnit.Ratio, "Enter the ratio", "Ratio must be a number, like 68.2")]
    [InlineData(IndicatorUnit.Money, "Enter the amount", "Amount must be a number, like 5,000")]
    [InlineData(IndicatorUnit.Days, "Enter the number of days", "Number of days must be a number, like 13")]
    public void Each_unit_is_asked_for_by_its_name(IndicatorUnit unit, string missing, string unread)
    {
        Indicator indicator = Percentage with { Unit = unit, Multiplier = 1000 };
        Assert.Equal([$"value: {missing}"], Errors(Check(Form(""), indicator)));
        Assert.Equal([$"value: {unread}"], Errors(Check(Form("lots"), indicator)));
    }

    [Fact]
    public void The_wrong_cycle_is_named()
    {
        Assert.Equal(["cycle: This answer is for 2025-26-Q1, and we are collecting 2025-26-Q2"], Errors(Check(Form("68.2") with { Cycle = "2025-26-Q1" })));
        Assert.True(Check(Form("68.2") with { Cycle = "2025-26-Q2" }).IsAccepted);
    }

    [Fact]
    public void Yes_and_no_are_answers()
    {
        Indicator yesNo = Percentage with { Unit = IndicatorUnit.YesNo };
        Assert.Equal(1m, Check(Form("Yes"), yesNo).Figure!.Value);
        Assert.Equal(["value: Answer must be yes or no"], Errors(Check(Form("maybe"), yesNo)));
    }

    [Fact]
    public void An_annual_measure_answers_for_its_year() =>
        Assert.Equal("2025-26", SubmissionCheck.Check(Form("68.2"), Context(Percentage with { Frequency = Frequency.Annual }, []) with { Quarter = Quarter.Parse("2025-26-Q4") }).Figure!.Period.Code);

    [Theory]
    [InlineData(null, null, "milestoneState: Select where this milestone is")]
    [InlineData(DeliverableState.Stopped, null, "milestoneState: Select where this milestone is")]
    [InlineData(DeliverableState.Behind, " ", "comment: Enter why this milestone is behind and what is being done")]
    public void A_milestone_wants_its_state_and_a_comment_when_behind(DeliverableState? state, string? comment, string error) =>
        Assert.Equal([error], Errors(SubmissionCheck.CheckMilestone(new SubmissionForm { Code = "SS4b", MilestoneState = state, Comment = comment }, Measures.Now)));

    [Fact]
    public void A_milestone_on_track_needs_no_words()
    {
        SubmissionReading reading = SubmissionCheck.CheckMilestone(new SubmissionForm { Code = "SS4b", MilestoneState = DeliverableState.OnTrack }, Measures.Now);
        Assert.Equal(DeliverableState.OnTrack, reading.MilestoneState);
        Assert.True(reading.IsCertain);
    }

    internal static SubmissionForm Form(string? value) => new() { Code = "SS1", Value = value, Provisional = false };

    internal static SubmissionContext Context(Indicator indicator, IReadOnlyList<Figure> figures, params Target[] targets) =>
        new() { Quarter = Measures.Now, History = Measures.History(indicator, figures, targets) };

    private static SubmissionReading Check(SubmissionForm form, Indicator? indicator = null) => SubmissionCheck.Check(form, Context(indicator ?? Percentage, []));

    private static IEnumerable<string> Errors(SubmissionReading reading) => reading.Errors.Select(error => $"{error.Field}: {error.Message}");
}
