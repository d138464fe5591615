using QuarterlyCycle.Documents.Emails;
using Xunit;

namespace QuarterlyCycle.Documents.Tests.Emails;

public sealed class WordingTests
{
    [Fact]
    public void The_receipt_repeats_what_was_stored()
    {
        string text = TextOf<ReceiptEmail>();

        Assert.Contains("You sent 2 figures at 3:20pm on Tuesday 14 October 2025. Here is what we recorded.", text, StringComparison.Ordinal);
        Assert.Contains("SS1 Initial assessments on time\r\n  Recorded: 68.2%\r\n  Status: provisional\r\n  Comment: Two posts <vacant> & filled in May.\r\nBack to strength now.", text, StringComparison.Ordinal);
        Assert.Contains("You can correct a figure on the page until 5pm on Friday 24 October 2025.", text, StringComparison.Ordinal);
        Assert.Contains("Reference: Q2-4F7K-92.", text, StringComparison.Ordinal);
        Assert.Contains("SS3 Re-referrals <within a year> & later (due by 5pm on Wednesday 22 October 2025)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_an_email_must_not_show_is_said_to_be_on_the_page()
    {
        Assert.Contains("  Recorded. The value is on the page only.\r\n", TextOf<ReceiptEmail>(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_lead_officer_reads_every_attempt_to_reach_the_officer()
    {
        string text = TextOf<EscalationEmail>();

        Assert.Contains("2 figures from Ann O'Neill were due by 5pm on Friday 17 October 2025. Below: every request, reminder and reply so far.", text, StringComparison.Ordinal);
        Assert.Contains("9am on Monday 6 October 2025: data request sent; delivered\r\n", text, StringComparison.Ordinal);
        Assert.Contains("9am on Monday 20 October 2025: overdue reminder sent; mailbox not accepting mail\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_ladder_speaks_as_designed()
    {
        Assert.Equal("Reminder: 2 figures due Friday 17 October", Of<ReminderEmail>().Subject);
        Assert.Equal("Due today at 5pm: 2 figures", Of<DueTodayEmail>().Subject);
        Assert.Equal("Overdue: 2 figures for quarter 2", Of<OverdueEmail>().Subject);
        Assert.Equal("We need 2 figures by Wednesday 22 October", Of<LastCallEmail>().Subject);
        Assert.Equal("Quarter 2 closed without 2 figures of yours", Of<ClosedWithoutFiguresEmail>().Subject);
        Assert.Contains("You've sent 2 of 4; the others are due by 5pm on Friday 17 October 2025.", TextOf<ReminderEmail>(), StringComparison.Ordinal);
        Assert.Contains("Your 2 figures for quarter 2 are due by 5pm today.", TextOf<DueTodayEmail>(), StringComparison.Ordinal);
        Assert.Contains("We expected 2 figures by 5pm on Friday 17 October 2025. You can still send them.", TextOf<OverdueEmail>(), StringComparison.Ordinal);
        Assert.Contains("Without them by 5pm on Wednesday 22 October 2025, the report will say your 2 figures were not supplied.", TextOf<LastCallEmail>(), StringComparison.Ordinal);
        Assert.Contains("The report will say \"Figure not supplied\" for 2 measures.", TextOf<ClosedWithoutFiguresEmail>(), StringComparison.Ordinal);
    }

    [Fact]
    public void Approval_by_reply_is_offered_only_where_replies_are_read()
    {
        Assert.DoesNotContain("APPROVE", TextOf<ExtensionToDecideEmail>(), StringComparison.Ordinal);
        Assert.Contains("Reply APPROVE, APPROVE and a date, or REFUSE with a reason.", EmailRenderer.Render(Of<ExtensionToDecideEmail>(), EmailSamples.Letterhead with { RepliesAreRead = true }).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_subject_keeps_its_deadline()
    {
        Assert.Equal("Sign off Achieve Economic Well-being and… by 14 November", EmailRenderer.Render(Of<SignOffRequestEmail>(), EmailSamples.Letterhead).Subject);
    }

    [Fact]
    public void A_long_name_leaves_room_for_what_is_asked()
    {
        Assert.Equal("More time asked for SS1 and SS3", EmailRenderer.Render(Of<ExtensionToDecideEmail>(), EmailSamples.Letterhead).Subject);
    }

    [Fact]
    public void Several_notices_of_one_day_keep_their_words_and_their_addresses()
    {
        string text = TextOf<GroupedEmail>();

        Assert.Contains("There are 3 things for you in this email.", text, StringComparison.Ordinal);
        Assert.Contains("You've sent 2 of 4; the others are due by 5pm on Friday 17 October 2025.", text, StringComparison.Ordinal);
        Assert.Contains("Lee Lead has agreed SS1.", text, StringComparison.Ordinal);
        Assert.Contains("Send 2 figures\r\nOr copy this address: https://", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Optional_mail_says_how_to_stop_it()
    {
        RenderedEmail email = EmailRenderer.Render(Of<DailySummaryEmail>(), EmailSamples.Letterhead);

        Assert.Contains("To stop this email: https://performance.example.org/stop/abc", email.Text, StringComparison.Ordinal);
        Assert.Equal("<https://performance.example.org/stop/abc>", email.Headers["List-Unsubscribe"]);
        Assert.Equal("List-Unsubscribe=One-Click", email.Headers["List-Unsubscribe-Post"]);
    }

    [Fact]
    public void Milestones_are_not_called_figures()
    {
        ReminderEmail reminder = Of<ReminderEmail>() with { Outstanding = [new NamedMeasure("SS1d", "Locality teams established") { IsMilestone = true }], Asked = 1 };

        Assert.Equal("Reminder: 1 milestone due Friday 17 October", reminder.Subject);
        Assert.DoesNotContain("figure", EmailRenderer.Render(reminder, EmailSamples.Letterhead).Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Your milestone for quarter 2 is due by 5pm", EmailRenderer.Render(reminder, EmailSamples.Letterhead).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_notices_of_one_kind_have_one_subject()
    {
        GroupedEmail papers = new() { Recipient = "Jo", Notices = [Of<PapersEmail>(), Of<PapersEmail>() with { BodyName = "Stay Safe" }] };

        Assert.Equal("Papers of 2 groups for 4 November", papers.Subject);
    }

    [Fact]
    public void A_project_manager_known_by_post_is_not_named_twice()
    {
        Letterhead letterhead = EmailSamples.Letterhead with { ProjectManager = "Project Manager for Performance", ProjectManagerPost = "Project Manager for Performance" };
        string text = EmailRenderer.Render(Of<ClosedWithoutFiguresEmail>(), letterhead).Text;

        Assert.Contains("Only the Project Manager for Performance can open a measure again.", text, StringComparison.Ordinal);
        Assert.Contains("\r\nProject Manager for Performance\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chair_who_sent_a_report_back_reads_that_a_new_version_takes_its_place()
    {
        Assert.Contains("You sent back version 1. Version 2 takes its place.", EmailRenderer.Render(Of<SignOffRequestEmail>() with { SentBackVersion = 1 }, EmailSamples.Letterhead).Text, StringComparison.Ordinal);
    }

    private static T Of<T>() where T : Email => EmailSamples.All.OfType<T>().First();

    private static string TextOf<T>() where T : Email => EmailRenderer.Render(Of<T>(), EmailSamples.Letterhead).Text;
}
