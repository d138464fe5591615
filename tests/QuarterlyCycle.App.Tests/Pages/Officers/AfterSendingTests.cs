using System.Net;
using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Tests.Acts;
using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Submissions;
using Xunit;

namespace QuarterlyCycle.App.Tests.Pages.Officers;

public class AfterSendingTests
{
    private const string Percentage = "Figure, in %";

    [Fact]
    public async Task A_correction_shows_the_old_answer_asks_why_and_keeps_both()
    {
        await using PagesHost host = await PagesHost.Opened();
        await host.Send(SmallPlan.Ann, Forms.Value("SS1", "68.2"));
        Browser ann = await host.Start(SmallPlan.Ann);

        Page page = await ann.Get("/measures/SS1");
        Assert.Equal("/measures/SS1/correct", page.Path);
        Assert.Equal("Correct SS1", page.Heading);
        Assert.Equal("68.2", page.ValueOf(Percentage));
        Assert.Contains("Nothing else changes: the figure has not been used yet.", page.Text, StringComparison.Ordinal);
        Page wrong = await page.Fill(Percentage, "69.9").Press("Send correction");
        Assert.Equal(["Select why the figure is changing"], wrong.Errors);
        Assert.Equal("69.9", wrong.ValueOf(Percentage));
        Page sent = await wrong.Choose("Late data").Press("Send correction");

        Assert.Equal("Correction sent", sent.Heading);
        Submission corrected = await host.Records.Submissions.Of(SmallPlan.Cycle, "SS1", 2);
        Assert.Equal((69.9m, CorrectionReason.LateData, 1), (corrected.Figure!.Value!.Value, corrected.CorrectionReason!.Value, corrected.Corrects!.Value));
        Assert.Equal(2, (await host.Records.Submissions.All(SmallPlan.Cycle, "SS1")).Count);
        await host.Settle();
        Assert.Contains(host.Sent, mail => mail.ToAddress == SmallPlan.Ann && mail.Subject.Contains("correction", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unusual_correction_is_explained_on_the_same_page()
    {
        await using PagesHost host = await PagesHost.Opened();
        await host.Send(SmallPlan.Ann, Forms.Value("SS1", "68.2"));
        Browser ann = await host.Start(SmallPlan.Ann);

        Page asked = await (await ann.Get("/measures/SS1/correct")).Fill(Percentage, "6.61").Choose("A typing mistake").Press("Send correction");
        Assert.Equal(["Enter why it has changed"], asked.Errors);
        Assert.Contains("Last quarter was 66.1%", asked.Text, StringComparison.Ordinal);
        Page sent = await asked.Fill("Why has it changed so much?", "The office was closed.").Press("Send correction");

        Assert.Equal("Correction sent", sent.Heading);
        Assert.Equal("The office was closed.", (await host.Records.Submissions.Of(SmallPlan.Cycle, "SS1", 2)).Explanation);
    }

    [Fact]
    public async Task Correcting_an_agreed_figure_says_that_the_agreement_ends()
    {
        await using PagesHost host = await PagesHost.Opened();
        await host.Send(SmallPlan.Ann, Forms.Value("SS1", "68.2"));
        await host.Do(new AgreeFigures { Id = "agree", AtUtc = host.Clock.UtcNow, By = await host.Number(SmallPlan.Lee), Cycle = SmallPlan.Cycle, Measures = ["SS1"] });

        Page page = await (await host.Start(SmallPlan.Ann)).Get("/measures/SS1/correct");
        Assert.Contains("The agreement ends, and it has to be agreed again.", page.Text, StringComparison.Ordinal);
        await page.Fill(Percentage, "69").Choose("A typing mistake").Press("Send correction");

        Assert.Equal(FigureStatus.Sent, (await host.Records.Figures.Of(SmallPlan.Cycle, "SS1")).Status);
    }

    [Fact]
    public async Task A_question_is_answered_with_a_reason_and_goes_back_to_the_reviewer()
    {
        await using PagesHost host = await PagesHost.Opened();
        await host.Send(SmallPlan.Ann, Forms.Value("SS1", "68.2"));
        await Ask(host);
        Browser ann = await host.Start(SmallPlan.Ann);
        Assert.Contains("/measures/SS1/question", (await ann.Get("/figures")).Links);

        Page page = await ann.Get("/measures/SS1/question");
        Assert.Equal("Question about SS1", page.Heading);
        Assert.Contains("Answer by Wednesday 8 October 2025.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Is this for July to September?", page.Text, StringComparison.Ordinal);
        Page wrong = await page.Press("It is right, here is why");
        Assert.Equal(["Enter your answer"], wrong.Errors);
        Page answered = await wrong.Fill("Why is it right?", "It is. The report came on 2 October.").Press("It is right, here is why");

        Assert.Contains("Nothing is asked of you about this figure now.", answered.Text, StringComparison.Ordinal);
        Assert.Contains("Ann Able answered", answered.Text, StringComparison.Ordinal);
        Assert.Equal(ChallengeState.Answered, (await host.Records.Challenges.Get(SmallPlan.Cycle, "SS1", 1))!.State);
        Page twice = await wrong.Fill("Why is it right?", "Again.").Press("It is right, here is why");
        Assert.Contains("Nothing is asked of you", twice.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_is_answered_by_correcting_the_figure()
    {
        await using PagesHost host = await PagesHost.Opened();
        await host.Send(SmallPlan.Ann, Forms.Value("SS1", "68.2"));
        await Ask(host);
        Browser ann = await host.Start(SmallPlan.Ann);
        Assert.Contains("/measures/SS1/correct", (await ann.Get("/measures/SS1/question")).Links);

        await (await ann.Get("/measures/SS1/correct")).Fill(Percentage, "67").Choose("It was for the wrong period").Press("Send correction");

        Assert.Equal(ChallengeState.Corrected, (await host.Records.Challenges.Get(SmallPlan.Cycle, "SS1", 1))!.State);
        Assert.Contains("The figure was corrected.", (await ann.Get("/measures/SS1/question")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_time_before_answers_stop_is_given_at_once()
    {
        await using PagesHost host = await PagesHost.Opened();
        Browser ann = await host.Start(SmallPlan.Ann);

        Page page = await (await ann.Get("/figures/more-time")).Choose("SS1 Initial assessments on time")
            .Fill("By which date will they come?", "21 October 2025").Fill("Why do you need more time?", "The system is down.").Press("Ask for more time");

        Assert.Equal("New deadline", page.Heading);
        Assert.Contains("You now have until 5pm on Tuesday 21 October 2025 for SS1.", page.Text, StringComparison.Ordinal);
        Assert.Contains("New deadline: 5pm on Tuesday 21 October 2025", (await ann.Get("/figures")).Text, StringComparison.Ordinal);
        Assert.Equal(page.Text, (await ann.Get(page.Path)).Text);
    }

    [Fact]
    public async Task More_time_beyond_answers_stop_is_asked_of_the_project_manager()
    {
        await using PagesHost host = await PagesHost.Opened();
        Browser ann = await host.Start(SmallPlan.Ann);

        Page page = await (await ann.Get("/figures/more-time")).Choose("SS1 Initial assessments on time")
            .Fill("By which date will they come?", "24/10/2025").Fill("Why do you need more time?", "The system is down.").Press("Ask for more time");

        Assert.Equal("We’ve asked Pat Manager", page.Heading);
        Assert.Contains("Until then your deadline is 5pm on Friday 17 October 2025.", page.Text, StringComparison.Ordinal);
        Assert.Equal(ExtensionState.Asked, Assert.Single(await host.Records.Extensions.All(SmallPlan.Cycle)).State);
    }

    [Fact]
    public async Task Asking_for_more_time_names_everything_that_is_missing_and_keeps_what_was_typed()
    {
        await using PagesHost host = await PagesHost.Opened();
        Browser ann = await host.Start(SmallPlan.Ann);
        IReadOnlyList<string> before = host.Writes;

        Page page = await (await ann.Get("/figures/more-time")).Fill("By which date will they come?", "next week").Press("Ask for more time");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(["Select the measures you need more time for", "Enter a date after 17 October 2025", "Enter why you need more time"], page.Errors);
        Assert.Equal("next week", page.ValueOf("By which date will they come?"));
        Assert.Equal(before, host.Writes);
    }

    private static async Task Ask(PagesHost host) => await host.Do(new RaiseChallenge
    {
        Id = "ask",
        AtUtc = host.Clock.UtcNow,
        By = await host.Number(SmallPlan.Lee),
        Cycle = SmallPlan.Cycle,
        Measure = "SS1",
        Reason = ChallengeReason.Other,
        Words = "Is this for July to September?",
        AnswerByDate = new DateOnly(2025, 10, 8),
    });
}
