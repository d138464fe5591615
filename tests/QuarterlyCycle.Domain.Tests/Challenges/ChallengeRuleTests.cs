using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.Submissions;
using Xunit;

namespace QuarterlyCycle.Domain.Tests.Challenges;

public sealed class ChallengeRuleTests
{
    private static readonly DateOnly Today = new(2025, 10, 20);
    private static readonly DateOnly Stop = new(2025, 10, 24);
    private static readonly DateTime AtUtc = new(2025, 10, 21, 9, 0, 0, DateTimeKind.Utc);

    private static readonly Challenge Raised = new()
    {
        Cycle = "2025-26-Q2",
        Code = "SS1",
        Number = 1,
        ActId = "a1",
        Reviewer = "o0032",
        RaisedBy = "o0032",
        Officer = "o0417",
        Submission = 1,
        Reason = ChallengeReason.Period,
        Words = "Does SS1 cover July to September?",
        AnswerByDate = Today.AddDays(2),
        RaisedUtc = AtUtc,
        State = ChallengeState.Open,
    };

    [Fact]
    public void A_question_is_answered_and_then_closed_by_agreement()
    {
        Challenge answered = ChallengeRule.Answer(Raised, "It does", "o0417", AtUtc);
        Assert.Equal((ChallengeState.Answered, "It does", "o0417"), (answered.State, answered.Answer, answered.AnsweredBy));
        Assert.Equal(ChallengeState.Closed, ChallengeRule.Close(answered, AtUtc).State);
    }

    [Fact]
    public void A_correction_answers_too_even_after_an_answer()
    {
        Assert.Equal(ChallengeState.Corrected, ChallengeRule.Correct(Raised, "o0417", AtUtc).State);
        Challenge corrected = ChallengeRule.Correct(ChallengeRule.Answer(Raised, "It does", "o0417", AtUtc), "o0417", AtUtc);
        Assert.Equal("It does", corrected.Answer);
        Assert.Equal(ChallengeState.Closed, ChallengeRule.Close(corrected, AtUtc).State);
    }

    [Fact]
    public void A_question_passed_on_stays_open_for_the_other_officer()
    {
        Challenge passed = ChallengeRule.PassOn(Raised, "o0418");
        Assert.Equal((ChallengeState.Open, "o0418"), (passed.State, passed.Officer));
    }

    [Theory]
    [InlineData(ChallengeState.Open, ChallengeState.LeftOpen)]
    [InlineData(ChallengeState.Answered, ChallengeState.LeftOpen)]
    [InlineData(ChallengeState.Corrected, ChallengeState.LeftOpen)]
    [InlineData(ChallengeState.Closed, ChallengeState.Closed)]
    public void What_is_not_closed_when_corrections_stop_is_printed_as_open(ChallengeState before, ChallengeState after)
    {
        Assert.Equal(after, ChallengeRule.AtCorrectionsStop(Raised with { State = before }, AtUtc).State);
        Assert.Equal("Question open", ChallengeRule.QuestionOpen);
    }

    [Theory]
    [InlineData(ChallengeState.Closed)]
    [InlineData(ChallengeState.LeftOpen)]
    public void A_closed_question_takes_no_answer(ChallengeState state)
    {
        InvalidOperationException fault = Assert.Throws<InvalidOperationException>(() => ChallengeRule.Answer(Raised with { State = state }, "It does", "o0417", AtUtc));
        Assert.Equal($"Challenge 1 of SS1 in 2025-26-Q2 is {state} and cannot become Answered.", fault.Message);
        Assert.Throws<InvalidOperationException>(() => ChallengeRule.Correct(Raised with { State = state }, "o0417", AtUtc));
        Assert.Throws<InvalidOperationException>(() => ChallengeRule.PassOn(Raised with { State = state }, "o0418"));
        Assert.Throws<InvalidOperationException>(() => ChallengeRule.Close(Raised with { State = state }, AtUtc));
    }

    [Theory]
    [InlineData(FigureStatus.Sent, false, true)]
    [InlineData(FigureStatus.Agreed, false, true)]
    [InlineData(FigureStatus.NoFigureGiven, false, true)]
    [InlineData(FigureStatus.Sent, true, false)]
    [InlineData(FigureStatus.Agreed, true, false)]
    [InlineData(FigureStatus.QuestionRaised, false, false)]
    [InlineData(FigureStatus.NotStarted, false, false)]
    public void Only_a_sent_figure_can_be_questioned_until_it_is_locked(FigureStatus status, bool locked, bool may) =>
        Assert.Equal(may, ChallengeRule.MayRaise(status, locked));

    [Fact]
    public void A_question_needs_a_reason_words_of_its_own_and_a_date_before_corrections_stop()
    {
        Assert.Empty(ChallengeRule.CheckQuestion(ChallengeReason.Period, null, false, Stop, Today, Stop));
        Assert.Equal([new FieldError("reason", "Select what you want to ask")], ChallengeRule.CheckQuestion(null, "Why?", false, Today, Today, Stop));
        Assert.Equal([new FieldError("words", "Enter your question")], ChallengeRule.CheckQuestion(ChallengeReason.Other, " ", false, Today, Today, Stop));
        Assert.Equal([new FieldError("words", "Enter what needs changing")], ChallengeRule.CheckQuestion(null, null, true, Today, Today, Stop));
        FieldError[] wrongDate = [new FieldError("answerBy", "Enter a date from 20 October 2025 to 24 October 2025")];
        Assert.Equal(wrongDate, ChallengeRule.CheckQuestion(ChallengeReason.Period, null, false, null, Today, Stop));
        Assert.Equal(wrongDate, ChallengeRule.CheckQuestion(ChallengeReason.Period, null, false, Stop.AddDays(1), Today, Stop));
        Assert.Equal(wrongDate, ChallengeRule.CheckQuestion(ChallengeReason.Period, null, false, Today.AddDays(-1), Today, Stop));
        Assert.Equal([new FieldError("answer", "Enter your answer")], ChallengeRule.CheckAnswer(""));
        Assert.Empty(ChallengeRule.CheckAnswer("It is right"));
    }

    [Theory]
    [InlineData(ChallengeReason.Period, "Does SS1 cover July to September 2025?")]
    [InlineData(ChallengeReason.DecimalPoint, "Is the decimal point of SS1 in the right place?")]
    [InlineData(ChallengeReason.Definition, "Was SS1 counted by the definition in the plan?")]
    [InlineData(ChallengeReason.WhatExplainsIt, "What explains the figure for SS1?")]
    [InlineData(ChallengeReason.Other, "")]
    public void Ready_questions_name_the_measure(ChallengeReason reason, string question) =>
        Assert.Equal(question, ChallengeRule.ReadyQuestion(reason, "SS1", "July to September 2025"));

    [Theory]
    [InlineData(FigureStatus.NotStarted, false, "Not started", "grey")]
    [InlineData(FigureStatus.NotStarted, true, "Overdue", "red")]
    [InlineData(FigureStatus.InProgress, false, "In progress", "light-blue")]
    [InlineData(FigureStatus.InProgress, true, "Overdue", "red")]
    [InlineData(FigureStatus.Sent, true, "Sent", null)]
    [InlineData(FigureStatus.QuestionRaised, false, "Question raised", "yellow")]
    [InlineData(FigureStatus.Agreed, false, "Agreed", null)]
    [InlineData(FigureStatus.NoFigureGiven, false, "No figure given", "grey")]
    [InlineData(FigureStatus.NotSupplied, true, "Not supplied", "grey")]
    [InlineData(FigureStatus.NotDue, false, "Not due", "grey")]
    [InlineData(FigureStatus.Withdrawn, false, "Withdrawn", "grey")]
    public void Every_status_has_its_only_words_and_tag(FigureStatus status, bool pastDue, string words, string? colour)
    {
        FigureTag tag = FigureStatusWords.Of(status, pastDue);
        Assert.Equal((words, colour, status == FigureStatus.NotSupplied), (tag.Words, tag.Colour, tag.Bold));
    }
}
