using System.Net;
using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Tests.Acts;
using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Submissions;
using Xunit;

namespace QuarterlyCycle.App.Tests.Pages.Staff;

public class ReviewPagesTests
{
    [Fact]
    public async Task The_list_shows_what_needs_a_look_what_is_ready_and_what_is_to_come()
    {
        await using PagesHost host = await PagesHost.Opened();
        await host.Send(SmallPlan.Ann, Forms.Value("SS1", "70"), Forms.Milestone("SS5", DeliverableState.OnTrack));
        await host.Send(SmallPlan.Bob, Forms.Value("SS3", "95"));
        Browser lee = await host.SignIn(SmallPlan.Lee);

        Page page = (await lee.Get("/review")).Is(HttpStatusCode.OK);

        Assert.Equal("Figures to review", page.Heading);
        Assert.Contains("3 of 6 in.", page.Text, StringComparison.Ordinal);
        Assert.Equal(["Look at these first", "Ready", "Still to come"], page.Headings);
        Assert.Contains("SS1 Initial assessments on time Ann Able: 70.0% A check fired. Off target.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Cas Away", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_has_finished_reviewing_before_a_figure_has_come()
    {
        await using PagesHost host = await PagesHost.Opened();
        Browser lee = await host.SignIn(SmallPlan.Lee);

        Page before = (await lee.Get("/review")).Is(HttpStatusCode.OK);
        Assert.Equal("Figures to review", before.Heading);
        Assert.Contains("0 of 6 in.", before.Text, StringComparison.Ordinal);
        Assert.Equal(["Still to come"], before.Headings);

        await host.Send(SmallPlan.Bob, Forms.Value("SS3", "95"));
        Page after = await (await lee.Get("/review/agree")).Press("Agree 1 figure");
        Assert.Equal("You've finished reviewing", after.Heading);
        Assert.Contains("Still to come", after.Headings);
    }

    [Fact]
    public async Task What_needs_no_look_is_agreed_together_and_the_rest_is_left()
    {
        await using PagesHost host = await PagesHost.Opened();
        await host.Send(SmallPlan.Ann, Forms.Value("SS1", "70"), Forms.Milestone("SS5", DeliverableState.OnTrack));
        await host.Send(SmallPlan.Bob, Forms.Value("SS3", "95"));
        Browser lee = await host.SignIn(SmallPlan.Lee);

        Page page = await lee.Get("/review/agree");
        Assert.Equal("Agree 2 figures", page.Heading);
        Assert.DoesNotContain("SS1", page.Text, StringComparison.Ordinal);
        Page after = (await page.Press("Agree 2 figures")).Is(HttpStatusCode.OK);

        Assert.Contains("You agreed 2 figures.", after.Text, StringComparison.Ordinal);
        Assert.Equal(FigureStatus.Agreed, (await host.Records.Figures.Of(SmallPlan.Cycle, "SS3")).Status);
        Assert.Equal(FigureStatus.Sent, (await host.Records.Figures.Of(SmallPlan.Cycle, "SS1")).Status);
    }

    [Fact]
    public async Task A_figure_that_changed_under_the_page_is_not_agreed()
    {
        await using PagesHost host = await PagesHost.Opened();
        await host.Send(SmallPlan.Bob, Forms.Value("SS3", "95"));
        Browser lee = await host.SignIn(SmallPlan.Lee);
        Page page = await lee.Get("/review/measures/SS3");
        await host.Do(new CorrectFigure
        {
            Id = "c1", AtUtc = host.Clock.UtcNow, By = await host.Number(SmallPlan.Bob), Cycle = SmallPlan.Cycle,
            Form = Forms.Value("SS3", "94"), Reason = CorrectionReason.TypingMistake, Route = SubmissionRoute.Page,
        });

        Page refused = (await page.Press("Agree")).Is(HttpStatusCode.UnprocessableEntity);

        Assert.Contains("SS3 changed since you looked at it. Look at the new figure.", refused.Errors);
        Assert.Contains("94.0%", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_figure_is_shown_with_status_rule_and_history_and_can_be_agreed()
    {
        await using PagesHost host = await PagesHost.Opened();
        await host.Send(SmallPlan.Ann, Forms.Value("SS1", "70") with { Comment = "Two posts were vacant." });
        Browser lee = await host.SignIn(SmallPlan.Lee);

        Page page = await lee.Get("/review/measures/SS1");

        Assert.Equal("SS1 Initial assessments on time", page.Heading);
        Assert.Contains("70.0%", page.Text, StringComparison.Ordinal);
        Assert.Contains("Two posts were vacant.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Improved", page.Text, StringComparison.Ordinal);
        Assert.Contains("By Ann Able, on the page, at 9am on Monday 6 October 2025", page.Text, StringComparison.Ordinal);
        Assert.Contains("Request for the figures to Ann Able", page.Text, StringComparison.Ordinal);
        await page.Press("Agree");
        Assert.Equal(FigureStatus.Agreed, (await host.Records.Figures.Of(SmallPlan.Cycle, "SS1")).Status);
    }

    [Fact]
    public async Task What_a_figure_raises_by_itself_is_listed_as_worth_asking()
    {
        await using PagesHost host = await PagesHost.Opened();
        await host.Send(SmallPlan.Ann, Forms.Value("SS1", "70") with { Comment = "TBC" });
        Browser lee = await host.SignIn(SmallPlan.Lee);

        Page page = await lee.Get("/review/measures/SS1");

        Assert.Contains("Worth asking", page.Text, StringComparison.Ordinal);
        Assert.Contains("The comment still has a placeholder in it.", page.Text[page.Text.IndexOf("Worth asking", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Contains("Percentage of target", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_needs_its_reason_and_date_and_keeps_what_was_typed()
    {
        await using PagesHost host = await PagesHost.Opened();
        await host.Send(SmallPlan.Ann, Forms.Value("SS1", "70"));
        Browser lee = await host.SignIn(SmallPlan.Lee);
        Page page = await lee.Get("/review/measures/SS1/ask");

        Page refused = await page.Fill("In your own words (optional)", "Really?").Fill("Answer wanted by", "soon").Press("Send question");
        refused.Is(HttpStatusCode.UnprocessableEntity);
        Assert.StartsWith("Error: ", refused.Document.Title, StringComparison.Ordinal);
        Assert.Equal("Select what you want to ask", refused.Errors[0]);
        Assert.Equal("Really?", refused.ValueOf("In your own words (optional)"));

        Page sent = (await refused.Choose("Does SS1 cover July to September 2025?").Fill("Answer wanted by", "8 October 2025").Press("Send question")).Is(HttpStatusCode.OK);
        await host.Settle();

        Assert.Contains("Your question is sent.", sent.Text, StringComparison.Ordinal);
        Challenge challenge = Assert.Single(await host.Records.Challenges.OfFigure(SmallPlan.Cycle, "SS1"));
        Assert.Equal((ChallengeReason.Period, "Really?", new DateOnly(2025, 10, 8)), (challenge.Reason, challenge.Words, challenge.AnswerByDate));
        Assert.Contains(host.Sent, mail => mail.ToAddress == SmallPlan.Ann && mail.Subject == "Question about SS1");
    }

    [Fact]
    public async Task Sending_back_needs_words()
    {
        await using PagesHost host = await PagesHost.Opened();
        await host.Send(SmallPlan.Ann, Forms.Value("SS1", "70"));
        Browser lee = await host.SignIn(SmallPlan.Lee);

        Page page = await lee.Get("/review/measures/SS1/ask?sendBack=yes");
        Page refused = await page.Press("Send back");
        Assert.Equal(["Enter what needs changing"], refused.Errors);
        await refused.Fill("What needs changing?", "This is quarter 1.").Press("Send back");

        Assert.True(Assert.Single(await host.Records.Challenges.OfFigure(SmallPlan.Cycle, "SS1")).SentBack);
        Assert.Equal(FigureStatus.QuestionRaised, (await host.Records.Figures.Of(SmallPlan.Cycle, "SS1")).Status);
    }

    [Fact]
    public async Task Nobody_is_offered_to_agree_a_figure_they_sent()
    {
        await using PagesHost host = await PagesHost.Opened();
        await host.AdvanceTo(PagesHost.FivePm(10, 6));
        await host.Send(SmallPlan.Lee, Forms.Value("BH1", "31"));
        Browser lee = await host.SignIn(SmallPlan.Lee);

        Page page = await lee.Get("/review/measures/BH1");

        Assert.Contains("You sent this figure, so someone else has to agree it. We've asked Pat Manager.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Agree", page.Buttons);
    }

    [Fact]
    public async Task A_figure_that_changed_after_it_was_agreed_shows_old_new_and_reason()
    {
        await using PagesHost host = await PagesHost.Opened();
        await host.Send(SmallPlan.Ann, Forms.Value("SS1", "70"));
        Browser lee = await host.SignIn(SmallPlan.Lee);
        await (await lee.Get("/review/measures/SS1")).Press("Agree");
        await host.Do(new CorrectFigure
        {
            Id = "c1", AtUtc = host.Clock.UtcNow, By = await host.Number(SmallPlan.Ann), Cycle = SmallPlan.Cycle,
            Form = Forms.Value("SS1", "71"), Reason = CorrectionReason.LateData, Route = SubmissionRoute.Page,
        });

        Page list = await lee.Get("/review");
        Page page = await lee.Get("/review/measures/SS1");

        Assert.Contains("Changed after it was agreed", list.Text, StringComparison.Ordinal);
        Assert.Equal("This figure changed after you agreed it", page.Heading);
        Assert.Contains("Agreed by Lee Lead 70.0% Now 71.0% Why it changed Late data.", page.Text, StringComparison.Ordinal);
        await page.Press("Agree the new figure");
        RequestedFigure figure = await host.Records.Figures.Of(SmallPlan.Cycle, "SS1");
        Assert.Equal((FigureStatus.Agreed, 2), (figure.Status, figure.AgreedSubmission));
    }

    [Fact]
    public async Task Reviewing_is_for_who_reviews()
    {
        await using PagesHost host = await PagesHost.Opened();
        Browser bob = await host.SignIn(SmallPlan.Bob);

        Assert.Contains("No figures are yours to review", (await bob.Get("/review")).Text, StringComparison.Ordinal);
        Page refused = (await bob.Get("/review/measures/SS1")).Is(HttpStatusCode.Forbidden);
        Assert.Equal("You do not have access to this page", refused.Heading);
        Assert.Contains("Lee Lead reviews SS1.", refused.Text, StringComparison.Ordinal);
    }
}
