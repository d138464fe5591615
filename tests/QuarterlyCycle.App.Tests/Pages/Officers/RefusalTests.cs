using System.Net;
using QuarterlyCycle.App.Tests.Acts;
using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.Submissions;
using Xunit;

namespace QuarterlyCycle.App.Tests.Pages.Officers;

/// <summary>Everything that is refused: a clear page, nothing changed and nothing lost.</summary>
public class RefusalTests
{
    private const string Percentage = "Figure, in %";

    [Theory]
    [InlineData("", "Enter the percentage")]
    [InlineData("nearly all", "Percentage must be a number, like 68.2")]
    [InlineData("682", "Percentage must be between 0 and 100")]
    [InlineData("-3", "Percentage must be between 0 and 100")]
    [InlineData("80/72", "Count must be the same as or less than total")]
    public async Task A_figure_that_cannot_be_is_refused_and_stays_in_its_field(string typed, string message)
    {
        await using PagesHost host = await PagesHost.Opened();
        Browser ann = await host.Start(SmallPlan.Ann);
        Page page = await ann.Get("/measures/SS1");
        IReadOnlyList<string> before = host.Writes;

        Page refused = await page.Fill(Percentage, typed).Choose("Final").Fill("Comment (optional)", "Kept words.").Press("Save and continue");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal([message], refused.Errors);
        Assert.StartsWith("Error: ", refused.Document.Title, StringComparison.Ordinal);
        Assert.Contains(message, refused.Document.QuerySelector(".field .error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(typed, refused.ValueOf(Percentage));
        Assert.Equal("Kept words.", refused.ValueOf("Comment (optional)"));
        Assert.Equal(before, host.Writes);
    }

    [Fact]
    public async Task Every_error_of_a_page_is_shown_at_once()
    {
        await using PagesHost host = await PagesHost.Opened();
        Browser ann = await host.Start(SmallPlan.Ann);

        Page measure = await (await ann.Get("/measures/SS2")).Fill("Number", "3.5").Fill("Comment (optional)", new string('x', 1201)).Press("Save and continue");
        Assert.Contains("Select whether the figure is final or provisional", measure.Errors);
        Assert.Contains("Comment must be 1,200 characters or less", measure.Errors);

        Page milestone = await (await ann.Get("/measures/SS5")).Is(HttpStatusCode.OK).Press("Save and continue");
        Assert.Equal(["Select where this milestone is"], milestone.Errors);
        Page behind = await milestone.Choose("Behind").Press("Save and continue");
        Assert.Equal(["Enter why this milestone is behind and what is being done"], behind.Errors);
    }

    [Theory]
    [InlineData("/measures/SS3")]
    [InlineData("/measures/SS3/check")]
    [InlineData("/measures/SS3/no-figure")]
    [InlineData("/measures/SS3/correct")]
    [InlineData("/measures/SS3/question")]
    public async Task Another_officers_measure_stays_closed(string path)
    {
        await using PagesHost host = await PagesHost.Opened();
        Browser ann = await host.Start(SmallPlan.Ann);
        Page own = await ann.Get("/measures/SS1");
        IReadOnlyList<string> before = host.Writes;

        Page read = await ann.Get(path);
        Page sent = await ann.Post(path, [.. own.HiddenFields(), new(SubmissionFields.Value, "12"), new(SubmissionFields.Provisional, "final")]);

        Assert.Equal(HttpStatusCode.Forbidden, read.Status);
        Assert.Equal("You do not have access to this page", read.Heading);
        Assert.Contains("SS3 is asked of Bob Busy, not of you.", read.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, sent.Status);
        Assert.Equal(before, host.Writes);
    }

    [Fact]
    public async Task A_form_of_another_visitor_is_refused()
    {
        await using PagesHost host = await PagesHost.Opened();
        Browser ann = await host.Start(SmallPlan.Ann);
        Browser bob = await host.Start(SmallPlan.Bob);
        Page anns = await ann.Get("/measures/SS1");
        IReadOnlyList<string> before = host.Writes;

        Page foreign = await bob.Post("/measures/SS3", [.. anns.HiddenFields(), new(SubmissionFields.Value, "12"), new(SubmissionFields.Provisional, "final")]);
        Page bare = await bob.Post("/measures/SS3", [new(SubmissionFields.Value, "12"), new(SubmissionFields.Provisional, "final")]);

        Assert.Equal(HttpStatusCode.BadRequest, foreign.Status);
        Assert.Equal("Your page is out of date", foreign.Heading);
        Assert.Equal(HttpStatusCode.BadRequest, bare.Status);
        Assert.Equal(before, host.Writes);
    }

    [Fact]
    public async Task Without_a_session_no_page_of_figures_opens()
    {
        await using PagesHost host = await PagesHost.Opened();
        Browser nobody = host.Nobody();

        foreach (string path in (string[])["/figures", "/figures/check", "/figures/history", "/figures/more-time", "/figures/sent/ABCDEF", "/measures/SS1"])
        {
            Page page = await nobody.Get(path);
            Assert.Equal(HttpStatusCode.Forbidden, page.Status);
            Assert.Equal("You need your link", page.Heading);
        }
    }

    [Fact]
    public async Task Answers_that_come_after_answers_stop_are_refused_and_what_was_saved_is_kept()
    {
        await using PagesHost host = await PagesHost.Opened();
        await host.AdvanceTo(PagesHost.FivePm(10, 22).AddMinutes(-5));
        Browser ann = await host.Start(SmallPlan.Ann);
        await ann.Answer("SS1", Percentage, "68.2");
        Page measure = await ann.Get("/measures/SS1");
        Page check = await ann.Get("/figures/check");
        Page noFigure = await ann.Get("/measures/SS1/no-figure");
        await host.AdvanceTo(PagesHost.FivePm(10, 22).AddMinutes(1));
        IReadOnlyList<string> before = host.WritesButSessions();

        Page late = await measure.Fill(Percentage, "69.9").Press("Save and continue");
        Page lateReason = await noFigure.Choose("Not ready").Press("Continue");
        Page lateSending = await check.Press("Send 1 figure");

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal("Answers have closed", late.Heading);
        Assert.Contains("Answers closed at 5pm on Wednesday 22 October 2025. Pat Manager decides on reopening.", late.Text, StringComparison.Ordinal);
        Assert.Contains("69.9", late.Text, StringComparison.Ordinal);
        Assert.Equal("Answers have closed", lateReason.Heading);
        Assert.NotEmpty(lateSending.Errors);
        Assert.Equal(before, host.WritesButSessions());
        Assert.Equal("68.2", (await host.Records.Figures.Of(SmallPlan.Cycle, "SS1")).Draft?.Value);
        Assert.Empty(await host.Records.Submissions.All(SmallPlan.Cycle, "SS1"));
    }

    [Fact]
    public async Task Corrections_that_come_after_corrections_stop_are_refused()
    {
        await using PagesHost host = await PagesHost.Opened();
        await host.Send(SmallPlan.Ann, Forms.Value("SS1", "68.2"));
        await host.AdvanceTo(PagesHost.FivePm(10, 24).AddMinutes(-5));
        Browser ann = await host.Start(SmallPlan.Ann);
        Page page = await ann.Get("/measures/SS1/correct");
        await host.AdvanceTo(PagesHost.FivePm(10, 24).AddMinutes(1));
        IReadOnlyList<string> before = host.WritesButSessions();

        Page late = await page.Fill(Percentage, "67").Choose("Late data").Press("Send correction");

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal("Corrections have closed", late.Heading);
        Assert.Contains("Corrections closed at 5pm on Friday 24 October 2025. Pat Manager decides on reopening.", late.Text, StringComparison.Ordinal);
        Assert.Equal(before, host.WritesButSessions());
        Assert.Single(await host.Records.Submissions.All(SmallPlan.Cycle, "SS1"));
    }

    [Fact]
    public async Task Somebody_who_was_signed_out_is_shown_what_they_typed()
    {
        await using PagesHost host = await PagesHost.Opened();
        Browser ann = await host.Start(SmallPlan.Ann);
        Page page = await ann.Get("/measures/SS1");
        await host.AdvanceTo(host.Clock.UtcNow.AddMinutes(61));
        IReadOnlyList<string> before = host.Writes;

        Page lost = await page.Fill(Percentage, "68.2").Fill("Comment (optional)", "A long comment.").Press("Save and continue");

        Assert.Equal(HttpStatusCode.Forbidden, lost.Status);
        Assert.Equal("You’ve been signed out", lost.Heading);
        Assert.Contains("A long comment.", lost.Text, StringComparison.Ordinal);
        Assert.Equal(before, host.Writes);
    }

    [Fact]
    public async Task A_figure_that_somebody_else_sent_meanwhile_is_named_and_not_sent_again()
    {
        await using PagesHost host = await PagesHost.Opened();
        Browser ann = await host.Start(SmallPlan.Ann);
        await ann.Answer("SS1", Percentage, "68.2");
        Page check = await ann.Get("/figures/check");
        await (await ann.Get("/figures/check")).Press("Send 1 figure");

        Page second = await check.Press("Send 1 figure");

        Assert.NotEqual("Figures sent", second.Heading);
        Assert.NotEmpty(second.Errors);
        Assert.Equal(FigureStatus.Sent, (await host.Records.Figures.Of(SmallPlan.Cycle, "SS1")).Status);
        Assert.Single(await host.Records.Submissions.All(SmallPlan.Cycle, "SS1"));
    }
}
