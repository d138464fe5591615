using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Submissions;
using QuarterlyCycle.Local.Mail;
using QuarterlyCycle.Local.Rehearsals;
using Xunit;

namespace QuarterlyCycle.App.Tests.Rehearsals;

/// <summary>Weeks 1 to 3 of the rehearsed quarter: figures come in, late, in part, never, wrong, and are agreed.</summary>
[Collection(DerbyRehearsalCollection.Name)]
public sealed class RehearsedCollectionTests(DerbyRehearsal quarter)
{
    private const string Cycle = DerbyRehearsal.Cycle;

    [Fact]
    public void Everything_goes_as_the_scenario_expects() => Assert.Empty(quarter.Summary.Surprises);

    [Fact]
    public void Who_answers_on_time_is_not_reminded_any_more()
    {
        Assert.Equal(["E0", "E1", "E7", "E0"], quarter.To("compiling.healthy-schools").Select(DerbyRehearsal.Purpose));
        Assert.Equal(["2008-09-29 09:00", "2008-10-06 09:00", "2008-10-07 09:40"], quarter.To("compiling.healthy-schools").Take(3).Select(DerbyRehearsal.Sent));
    }

    [Fact]
    public async Task Everybody_who_owes_something_is_asked_once_on_the_first_day()
    {
        string[] asked = [.. quarter.Mail.Where(mail => DerbyRehearsal.Purpose(mail) == "E1").Select(mail => mail.Summary.To).Distinct(StringComparer.Ordinal)];

        Assert.Equal(70, asked.Length);
        Assert.Equal(70, quarter.Mail.Count(mail => DerbyRehearsal.Purpose(mail) == "E1"));
        Assert.Equal(70, (await quarter.Records.DataRequests.All(Cycle, TestContext.Current.CancellationToken)).Count);
    }

    [Fact]
    public async Task A_late_answer_is_marked_late_after_a_reminder_and_reaches_the_reviewer_in_the_list_of_late_figures()
    {
        RequestedFigure figure = await quarter.Records.Figures.Of(Cycle, "BH1f", TestContext.Current.CancellationToken);

        Assert.True(figure.Late);
        Assert.Equal("Overdue: 2 figures for quarter 2", Assert.Single(quarter.To("compiling.partnerships", "E4")).Summary.Subject);
        Assert.Empty(quarter.To("compiling.partnerships", "E5"));
        OpenedMail list = Assert.Single(quarter.To("althea.bawden", "E33"));
        Assert.Contains("BH1f ", list.Text, StringComparison.Ordinal);
        Assert.Contains("EA1e ", list.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Part_of_an_answer_is_chased_for_the_rest_only()
    {
        Assert.Equal("Quarter 2 figures: 9 measures due Friday 17 October", Assert.Single(quarter.To("compiling.youth-offending", "E1")).Summary.Subject);
        Assert.Equal("Reminder: 4 figures due Friday 17 October", Assert.Single(quarter.To("compiling.youth-offending", "E2")).Summary.Subject);
        Assert.Contains("You've sent 5 of 9", Assert.Single(quarter.To("compiling.youth-offending", "E2")).Text, StringComparison.Ordinal);
        Assert.Equal(2, quarter.To("compiling.youth-offending", "E7").Count);
        DataRequest request = await quarter.Records.DataRequests.Of(Cycle, await quarter.Number("compiling.youth-offending"), TestContext.Current.CancellationToken);
        Assert.Equal(DataRequestState.Returned, request.State);
        Assert.False((await quarter.Records.Figures.Of(Cycle, "MAPC1a", TestContext.Current.CancellationToken)).Late);
        Assert.True((await quarter.Records.Figures.Of(Cycle, "MAPC1h", TestContext.Current.CancellationToken)).Late);
    }

    [Theory]
    [InlineData("compiling.satisfaction-survey", "EA1f", "enjoy-and-achieve", "richard.lakin")]
    [InlineData("christine.durrant", "AEWB3d01", "achieve-economic-wellbeing", "project-manager.performance")]
    public async Task Who_never_answers_is_chased_and_the_pack_prints_how(string officer, string code, string body, string reviewer)
    {
        Assert.Equal(
            ["E0", "E1", "E2", "E3", "E4", "E5", "E6"],
            quarter.To(officer).Where(mail => mail.Summary.SentUtc < new DateTime(2008, 12, 1, 0, 0, 0, DateTimeKind.Utc)).Select(DerbyRehearsal.Purpose).Distinct());
        Assert.Contains(code, Assert.Single(quarter.To(reviewer, "E35")).Text, StringComparison.Ordinal);
        Assert.Equal(FigureStatus.NotSupplied, (await quarter.Records.Figures.Of(Cycle, code, TestContext.Current.CancellationToken)).Status);
        Assert.Equal(DataRequestState.NotReturned, (await quarter.Records.DataRequests.Of(Cycle, await quarter.Number(officer), TestContext.Current.CancellationToken)).State);
        string pack = await quarter.Pack(body, 3);
        string chasing = pack[pack.IndexOf("5.2 Owner: ", StringComparison.Ordinal)..pack.IndexOf("6.1 ", StringComparison.Ordinal)];
        foreach (string line in new[]
        {
            "9am on Monday 6 October 2008: Request for the figures (sent)",
            "9am on Tuesday 14 October 2008: Reminder before the due date (sent)",
            "9am on Friday 17 October 2008: Reminder on the due date (sent)",
            "9am on Monday 20 October 2008: Reminder that figures were overdue (sent)",
            "9am on Tuesday 21 October 2008: Lead officer told that figures were late (sent)",
            "9am on Tuesday 21 October 2008: Last call (sent)",
            "5pm on Wednesday 22 October 2008: Answers stopped without it",
        })
        {
            Assert.Contains(line, chasing, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_figure_that_never_came_says_so_in_the_table_of_the_pack() =>
        Assert.Matches("EA1f secondary schools engaged in the pupil/parent satisfaction survey High 3 or more Figure not supplied", await quarter.Pack("enjoy-and-achieve", 3));

    [Fact]
    public void A_reminder_sent_by_the_project_manager_comes_beside_the_planned_ones() =>
        Assert.Equal(["2008-10-20 09:00", "2008-10-20 11:40"], quarter.To("christine.durrant", "E4").Select(DerbyRehearsal.Sent));

    [Fact]
    public async Task More_time_within_the_limit_is_given_at_once()
    {
        Assert.Contains("You now have until 5pm on Tuesday 21 October 2008 for AEWB5b.", Assert.Single(quarter.To("compiling.connexions", "E15")).Text, StringComparison.Ordinal);
        Assert.Contains(await quarter.Records.Extensions.All(Cycle, TestContext.Current.CancellationToken), extension => extension.Measures is ["AEWB5b"] && extension.State == ExtensionState.GivenAutomatically);
        Assert.False((await quarter.Records.Figures.Of(Cycle, "AEWB5b", TestContext.Current.CancellationToken)).Late);
    }

    [Fact]
    public async Task More_time_given_by_the_project_manager_reaches_beyond_the_day_on_which_answers_stop()
    {
        Assert.Single(quarter.To("compiling.supporting-people", "E14"));
        Assert.Contains("You now have until 5pm on Thursday 23 October 2008", Assert.Single(quarter.To("compiling.supporting-people", "E15")).Text, StringComparison.Ordinal);
        Assert.Contains(quarter.To("project-manager.performance", "E44"), mail => mail.Summary.Subject.Contains("AEWB6a", StringComparison.Ordinal));
        Submission sent = await quarter.Records.Submissions.Of(Cycle, "AEWB6b", 1, TestContext.Current.CancellationToken);
        Assert.Equal(new DateOnly(2008, 10, 23), DateOnly.FromDateTime(sent.AtUtc));
        Assert.False(sent.Late);
        Assert.Empty(quarter.To("compiling.supporting-people", "E6"));
    }

    [Fact]
    public async Task More_time_that_is_refused_leaves_the_old_date_with_the_reason()
    {
        OpenedMail refusal = Assert.Single(quarter.To("compiling.housing-options", "E16"));

        Assert.Equal("AEWB7a is still due Friday 17 October", refusal.Summary.Subject);
        Assert.Contains("The review needs the figure by 21 October.", refusal.Text, StringComparison.Ordinal);
        Assert.Contains(await quarter.Records.Extensions.All(Cycle, TestContext.Current.CancellationToken), extension => extension.Measures is ["AEWB7a"] && extension.State == ExtensionState.Refused);
    }

    [Fact]
    public async Task A_wrong_figure_that_is_corrected_is_kept_beside_the_new_one()
    {
        Submission[] both = [.. (await quarter.Records.Submissions.All(Cycle, "SS5b", TestContext.Current.CancellationToken)).OrderBy(submission => submission.Number)];

        Assert.Equal(["29.5", "92.5"], both.Select(submission => submission.Form.Value));
        Assert.Equal((1, CorrectionReason.TypingMistake), (both[1].Corrects, both[1].CorrectionReason));
        Assert.Contains("Why it changed: a typing mistake.", Assert.Single(quarter.To("compiling.education-welfare", "E23")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_figure_with_a_reason_is_printed_with_its_reason()
    {
        Submission submission = await quarter.Records.Submissions.Of(Cycle, "EA5b", 1, TestContext.Current.CancellationToken);

        Assert.Equal(ReasonCode.NotReady, submission.Form.Reason);
        Assert.Contains("Not ready: Ofsted publishes the reports for the summer term in November.", await quarter.Pack("enjoy-and-achieve", 3), StringComparison.Ordinal);
        Assert.Contains(("No figure, with a reason", "1"), quarter.Summary.Tables[2].Rows);
    }

    [Theory]
    [InlineData("compiling.satisfaction-survey", "EA1f", "closed")]
    [InlineData("compiling.phse", "SS3a", "")]
    [InlineData("sue.richards", "SS1d04", "You sent this figure, so someone else has to agree it.")]
    public async Task What_nobody_may_do_is_refused_in_words_and_changes_nothing(string who, string code, string words)
    {
        PlayedStep refused = Assert.Single(
            quarter.Rehearsal.Player.Played,
            played => played.Step.Refused && played.Step.Who.StartsWith(who + "@", StringComparison.Ordinal));

        Assert.StartsWith("Refused: ", refused.Answer, StringComparison.Ordinal);
        Assert.Contains(words, refused.Answer, StringComparison.Ordinal);
        string by = await quarter.Number(who);
        RequestedFigure figure = await quarter.Records.Figures.Of(Cycle, code, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(await quarter.Records.Submissions.All(Cycle, code, TestContext.Current.CancellationToken), submission => submission.AtUtc == refused.AtUtc);
        Assert.NotEqual(by, figure.AgreedBy);
    }
}
