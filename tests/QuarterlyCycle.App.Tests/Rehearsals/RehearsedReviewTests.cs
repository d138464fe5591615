using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Submissions;
using QuarterlyCycle.Local.Mail;
using Xunit;

namespace QuarterlyCycle.App.Tests.Rehearsals;

/// <summary>The review of the rehearsed quarter: questions, answers, corrections and agreement.</summary>
[Collection(DerbyRehearsalCollection.Name)]
public sealed class RehearsedReviewTests(DerbyRehearsal quarter)
{
    private const string Cycle = DerbyRehearsal.Cycle;

    [Fact]
    public async Task A_question_is_answered_and_the_figure_agreed()
    {
        Assert.Contains("Does this cover July to September, or the year so far?", Assert.Single(quarter.To("compiling.quality-assurance", "E20")).Text, StringComparison.Ordinal);
        Assert.Contains(quarter.To("sue.richards", "E32"), mail => mail.Text.Contains("It covers July to September only.", StringComparison.Ordinal));
        Assert.Contains(quarter.To("compiling.quality-assurance", "E21"), mail => mail.Text.Contains("SS3a", StringComparison.Ordinal));
        Challenge question = Assert.Single(await quarter.Records.Challenges.OfFigure(Cycle, "SS3a", TestContext.Current.CancellationToken));
        Assert.Equal(ChallengeState.Closed, question.State);
        Assert.Equal(FigureStatus.Agreed, (await quarter.Records.Figures.Of(Cycle, "SS3a", TestContext.Current.CancellationToken)).Status);
    }

    [Fact]
    public async Task A_figure_that_was_sent_back_is_corrected_and_agreed()
    {
        Assert.Contains("This looks ten times too small.", Assert.Single(quarter.To("compiling.quality-assurance", "E20")).Text, StringComparison.Ordinal);
        Challenge challenge = Assert.Single(await quarter.Records.Challenges.OfFigure(Cycle, "SS3c", TestContext.Current.CancellationToken));
        Assert.True(challenge.SentBack);
        Assert.Equal(["1.48", "14.8"], (await quarter.Records.Submissions.All(Cycle, "SS3c", TestContext.Current.CancellationToken)).OrderBy(submission => submission.Number).Select(submission => submission.Form.Value));
        RequestedFigure figure = await quarter.Records.Figures.Of(Cycle, "SS3c", TestContext.Current.CancellationToken);
        Assert.Equal((FigureStatus.Agreed, 2), (figure.Status, figure.AgreedSubmission));
    }

    [Fact]
    public async Task A_second_question_to_the_same_figure_is_a_second_round()
    {
        IReadOnlyList<Challenge> rounds = await quarter.Records.Challenges.OfFigure(Cycle, "SS4a", TestContext.Current.CancellationToken);

        Assert.Equal(2, rounds.Count);
        Assert.All(rounds, round => Assert.NotNull(round.Answer));
        Assert.Equal(2, quarter.To("compiling.phse", "E20").Count);
        Assert.Equal(2, quarter.To("graham.falgate", "E32").Count);
        Assert.Contains("There were 61 schools last quarter and 74 this quarter.", quarter.To("graham.falgate", "E32")[1].Text, StringComparison.Ordinal);
        Assert.Equal(FigureStatus.Agreed, (await quarter.Records.Figures.Of(Cycle, "SS4a", TestContext.Current.CancellationToken)).Status);
    }

    [Theory]
    [InlineData("make-a-positive-contribution", 3)]
    [InlineData("board", 2)]
    public async Task A_question_that_stays_open_is_printed_as_open(string body, int version)
    {
        Challenge question = Assert.Single(await quarter.Records.Challenges.OfFigure(Cycle, "MAPC5c", TestContext.Current.CancellationToken));

        Assert.Equal(ChallengeState.LeftOpen, question.State);
        Assert.Single(quarter.To("compiling.youth-service", "E20"));
        Assert.Contains("MAPC5c volunteering opportunities: Question open", await quarter.Pack(body, version), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_figure_that_changes_after_it_was_agreed_is_agreed_anew()
    {
        OpenedMail changed = Assert.Single(quarter.To("angela.cole", "E34"));

        Assert.Equal("EA3a changed after you agreed it", changed.Summary.Subject);
        Assert.Contains("Was: 7\n  Is now: 8\n  Why: late data", changed.Text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        RequestedFigure figure = await quarter.Records.Figures.Of(Cycle, "EA3a", TestContext.Current.CancellationToken);
        Assert.Equal((FigureStatus.Agreed, 2, await quarter.Number("angela.cole")), (figure.Status, figure.AgreedSubmission, figure.AgreedBy));
    }

    [Fact]
    public async Task Nobody_has_agreed_what_they_sent()
    {
        IReadOnlyList<RequestedFigure> figures = await quarter.Records.Figures.All(Cycle, TestContext.Current.CancellationToken);

        Assert.InRange(figures.Count(figure => figure.AgreedBy is not null), 140, 156);
        foreach (RequestedFigure figure in figures.Where(figure => figure.AgreedBy is not null))
        {
            Submission agreed = await quarter.Records.Submissions.Of(Cycle, figure.Code, figure.AgreedSubmission!.Value, TestContext.Current.CancellationToken);
            Assert.NotEqual(agreed.By, figure.AgreedBy);
        }
    }
}
