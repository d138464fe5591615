using System.Net;
using System.Text;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Tests.Acts;
using QuarterlyCycle.Domain.Challenges;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Indicators;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Submissions;
using Xunit;

namespace QuarterlyCycle.App.Tests.Pages.Officers;

public class AnsweringTests
{
    private const string Percentage = "Figure, in %";

    [Fact]
    public async Task An_officer_reads_how_the_measure_is_counted_for_whom_and_under_which_reference()
    {
        Plan plan = SmallPlan.Make();
        await using PagesHost host = await PagesHost.Opened(plan with
        {
            Indicators = [.. plan.Indicators.Select(indicator => indicator.Code != "SS1" ? indicator : indicator with
            {
                Definition = "Done within <7> working days.", Scope = [IndicatorScope.National, IndicatorScope.Local], Ref = "NI 59",
            })],
        });
        Browser ann = await host.Start(SmallPlan.Ann);

        Page told = await ann.Get("/measures/SS1");
        Assert.Equal(
            ["Done within <7> working days.", "Scope: National and local", "Reference: NI 59"],
            told.Document.QuerySelectorAll("details p").Select(line => line.TextContent));
        Assert.Empty((await ann.Get("/measures/SS2")).Document.QuerySelectorAll("details"));

        await host.Send(SmallPlan.Ann, Forms.Value("SS1", "70"));
        Page reviewed = await (await host.SignIn(SmallPlan.Lee)).Get("/review/measures/SS1");
        const string Said = "How it is counted Done within <7> working days. Scope National and local Reference NI 59";
        Assert.Contains(Said, Spaced(reviewed), StringComparison.Ordinal);
    }

    private static string Spaced(Page page) => string.Join(' ', page.Document.QuerySelectorAll("dt, dd").Select(part => part.TextContent.Trim()));

    [Fact]
    public async Task An_officer_opens_the_link_answers_checks_sends_and_gets_a_receipt()
    {
        await using PagesHost host = await PagesHost.Opened();
        Browser ann = host.Nobody();

        Page door = (await ann.Get(host.LinkTo(SmallPlan.Ann))).Is(HttpStatusCode.OK);
        Assert.Equal("Send your quarter 2 figures", door.Heading);
        Assert.Contains("You have 4 measures to answer by 5pm on Friday 17 October 2025.", door.Text, StringComparison.Ordinal);
        Assert.Contains("You’re answering as Ann Able (a•••@example.org).", door.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("66.1", door.Text, StringComparison.Ordinal);

        Page list = await host.EnterCode(await door.Press("Start"), SmallPlan.Ann, "Continue");
        Assert.Equal("Your quarter 2 figures", list.Heading);
        Assert.Contains("You have sent 0 of 4.", list.Text, StringComparison.Ordinal);

        Page measure = await ann.Get("/measures/SS1");
        Assert.Equal("What percentage of Initial assessments on time in quarter 2 (July to September 2025)?", measure.Heading);
        Assert.Contains("Last quarter: 66.1%", measure.Text, StringComparison.Ordinal);
        list = await measure.Fill(Percentage, "68.2").Choose("Final").Fill("Comment (optional)", "More staff since July.").Press("Save and continue");
        Assert.Equal("Your quarter 2 figures", list.Heading);
        Assert.Contains("In progress", list.Text, StringComparison.Ordinal);
        await ann.Answer("SS2", "Number", "4");
        await (await ann.Get("/measures/SS5")).Choose("On track").Press("Save and continue");
        Assert.Equal(FigureStatus.InProgress, (await host.Records.Figures.Of(SmallPlan.Cycle, "SS1")).Status);

        Page check = await ann.Get("/figures/check");
        Assert.Equal("Check before you send", check.Heading);
        Assert.Equal(["Ready to send", "Not ready"], check.Headings);
        Assert.Contains("SS4 Serious incidents Not started.", check.Text, StringComparison.Ordinal);
        int mails = host.Sent.Count;
        Page sent = await check.Press("Send 3 figures");

        Submission stored = await host.Records.Submissions.Of(SmallPlan.Cycle, "SS1", 1);
        Assert.Equal("Figures sent", sent.Heading);
        Assert.Contains($"Your reference is {stored.Reference}", sent.Text, StringComparison.Ordinal);
        Assert.Contains("Lee Lead reviews the figures by 5pm on Friday 24 October 2025", sent.Text, StringComparison.Ordinal);
        Assert.Equal(68.2m, stored.Figure?.Value);
        Assert.Equal("More staff since July.", stored.Form.Comment);
        Assert.Equal(DeliverableState.OnTrack, (await host.Records.Submissions.Of(SmallPlan.Cycle, "SS5", 1)).Form.MilestoneState);
        await host.Settle();
        OutgoingMail receipt = Assert.Single(host.Sent.Skip(mails), mail => mail.ToAddress == SmallPlan.Ann);
        Assert.Contains(stored.Reference, receipt.Subject, StringComparison.Ordinal);
        Assert.Contains("68.2%", receipt.Text, StringComparison.Ordinal);

        Page again = (await ann.Get(sent.Path)).Is(HttpStatusCode.OK);
        Assert.Equal(sent.Text, again.Text);
        Page copy = await ann.Get($"{sent.Path}/copy");
        Assert.Contains("Figure: 68.2%", Encoding.UTF8.GetString(copy.Content), StringComparison.Ordinal);
        Page after = await ann.Get("/figures");
        Assert.Contains("You have sent 3 of 4.", after.Text, StringComparison.Ordinal);
        Assert.Contains("68.2%, sent at 9am on Monday 6 October 2025, reference", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pressing_Send_twice_sends_once_and_shows_the_same_page()
    {
        await using PagesHost host = await PagesHost.Opened();
        Browser ann = await host.Start(SmallPlan.Ann);
        await ann.Answer("SS1", Percentage, "68.2");
        Page check = await ann.Get("/figures/check");

        Page first = await check.Press("Send 1 figure");
        await host.Settle();
        int mails = host.Sent.Count;
        Page second = await check.Press("Send 1 figure");
        await host.Settle();

        Assert.Equal("Figures sent", second.Heading);
        Assert.Equal(first.Path, second.Path);
        Assert.Single(await host.Records.Submissions.All(SmallPlan.Cycle, "SS1"));
        Assert.Equal(mails, host.Sent.Count);
    }

    [Fact]
    public async Task An_unusual_figure_is_asked_about_once_and_sent_with_its_reason()
    {
        await using PagesHost host = await PagesHost.Opened();
        Browser ann = await host.Start(SmallPlan.Ann);

        Page look = await ann.Answer("SS1", Percentage, "6.61");
        Assert.Equal("Check this figure", look.Heading);
        Assert.Contains("You entered 6.61%.", look.Text, StringComparison.Ordinal);
        Assert.Contains("Last quarter was 66.1%", look.Text, StringComparison.Ordinal);
        Assert.Contains("The figure is unusual", (await ann.Get("/figures/check")).Text, StringComparison.Ordinal);

        Page wrong = await look.Press("The figure is right");
        Assert.Equal(["Enter why it has changed"], wrong.Errors);
        await wrong.Fill("Why has it changed so much?", "The team was closed for two months.").Press("The figure is right");
        Page again = await ann.Answer("SS1", Percentage, "6.61");
        Assert.Equal("Your quarter 2 figures", again.Heading);
        await (await ann.Get("/figures/check")).Press("Send 1 figure");

        Submission stored = await host.Records.Submissions.Of(SmallPlan.Cycle, "SS1", 1);
        Assert.Equal("The team was closed for two months.", stored.Explanation);
        Assert.Contains(stored.Queries, query => query.Code == QueryCode.Q1);
    }

    [Fact]
    public async Task What_is_saved_for_later_is_there_when_the_officer_comes_back()
    {
        await using PagesHost host = await PagesHost.Opened();
        Browser ann = await host.Start(SmallPlan.Ann);
        Page page = await ann.Get("/measures/SS1");
        await page.Fill(Percentage, "about 70").Fill("Comment (optional)", "Waiting for July.").Press("Save and come back later");

        Browser another = await host.Start(SmallPlan.Ann);
        Page back = await another.Get("/measures/SS1");

        Assert.Equal("about 70", back.ValueOf(Percentage));
        Assert.Equal("Waiting for July.", back.ValueOf("Comment (optional)"));
        Page check = await another.Get("/figures/check");
        Assert.Contains("Percentage must be a number, like 68.2", check.Text, StringComparison.Ordinal);
        Assert.Empty(check.Buttons);
    }

    [Fact]
    public async Task Somebody_without_a_figure_says_why_and_it_is_sent_as_that()
    {
        await using PagesHost host = await PagesHost.Opened();
        Browser ann = await host.Start(SmallPlan.Ann);
        Page page = await ann.Get("/measures/SS1/no-figure");
        Assert.Equal("Why is there no figure?", page.Heading);
        Page wrong = await page.Press("Continue");
        Assert.Equal(["Select why there is no figure"], wrong.Errors);
        await wrong.Choose("Not ready").Fill("In your words", "The system is being replaced.").Press("Continue");

        await (await ann.Get("/figures/check")).Press("Send 1 figure");

        Submission stored = await host.Records.Submissions.Of(SmallPlan.Cycle, "SS1", 1);
        Assert.Equal(ReasonCode.NotReady, stored.Figure?.Reason);
        Assert.Null(stored.Figure?.Value);
        Assert.Equal(FigureStatus.NoFigureGiven, (await host.Records.Figures.Of(SmallPlan.Cycle, "SS1")).Status);
    }

    [Fact]
    public async Task A_figure_too_few_to_share_is_given_and_marked_as_hidden()
    {
        await using PagesHost host = await PagesHost.Opened();
        Browser ann = await host.Start(SmallPlan.Ann);
        Page page = await ann.Get("/measures/SS2/no-figure");

        await page.Choose("Too few to share").Fill("Figure", "2").Choose("Final").Press("Continue");
        Page check = await ann.Get("/figures/check");
        Assert.Contains("Too few to share: the report does not print it", check.Text, StringComparison.Ordinal);
        await check.Press("Send 1 figure");

        Submission stored = await host.Records.Submissions.Of(SmallPlan.Cycle, "SS2", 1);
        Assert.Equal(2, stored.Figure?.Value);
        Assert.Equal(ReasonCode.TooFew, stored.Figure?.Reason);
    }

    [Fact]
    public async Task A_stand_in_answers_under_their_own_name_for_the_officer()
    {
        await using PagesHost host = await PagesHost.Opened();
        Browser lee = host.Nobody();
        Page door = await lee.Get(host.LinkTo(SmallPlan.Lee));
        Assert.Contains("You’re answering as Lee Lead for Cas Away (l•••@example.org).", door.Text, StringComparison.Ordinal);
        await door.Press("Start");

        await lee.Answer("BH1", "Number", "31");
        await (await lee.Get("/figures/check")).Press("Send 1 figure");

        Submission stored = await host.Records.Submissions.Of(SmallPlan.Cycle, "BH1", 1);
        Assert.Equal(await host.Number(SmallPlan.Lee), stored.By);
        Assert.Equal(await host.Number(SmallPlan.Cas), stored.OnBehalfOf);
    }

    [Fact]
    public async Task The_link_shows_what_was_sent_once_everything_is_in()
    {
        await using PagesHost host = await PagesHost.Opened();
        Browser bob = await host.Start(SmallPlan.Bob);
        await bob.Answer("SS3", Percentage, "91");
        await (await bob.Get("/figures/check")).Press("Send 1 figure");

        Page door = await host.Nobody().Get(host.LinkTo(SmallPlan.Bob));
        Assert.Equal("You’ve already sent these figures", door.Heading);
        Page list = await host.EnterCode(await door.Press("See what you sent"), SmallPlan.Bob, "Continue");

        Assert.Contains("SS3 Referrals answered", list.Text, StringComparison.Ordinal);
        Assert.Contains("91.0%, sent at 9am on Monday 6 October 2025", list.Text, StringComparison.Ordinal);
        Assert.Contains("/measures/SS3/correct", list.Links);
        Page history = await bob.Get("/figures/history");
        Assert.Contains("Quarter 2 of 2025-26", history.Text, StringComparison.Ordinal);
        Assert.Contains("91.0%", history.Text, StringComparison.Ordinal);
    }
}
