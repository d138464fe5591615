using QuarterlyCycle.Documents.Emails;
using Xunit;

namespace QuarterlyCycle.Documents.Tests.Emails;

public sealed class DataRequestTests
{
    private static readonly Letterhead AllIsRead = EmailSamples.Letterhead with { RepliesAreRead = true, SpreadsheetsAreRead = true, MeasuresCanBePassedOn = true };

    [Fact]
    public void The_subject_says_what_and_when()
    {
        Assert.Equal("Quarter 2 figures: 4 measures due Friday 17 October", Request(EmailSamples.Asked).Subject);
    }

    [Fact]
    public void The_first_sentence_does_the_whole_job()
    {
        string text = EmailRenderer.Render(Request(EmailSamples.Asked), EmailSamples.Letterhead).Text;

        Assert.StartsWith("Dear Ann\r\n\r\nSend us your 4 quarter 2 figures by 5pm on Friday 17 October 2025.\r\n\r\nSend your figures\r\n", text, StringComparison.Ordinal);
        Assert.Contains("They cover July to September 2025. You can stop and come back. From the same page you can ask for more time.", text, StringComparison.Ordinal);
        Assert.Contains("What happens next: we email you a copy of what we recorded. Lee Lead reviews the figures by Friday 24 October. You can correct a figure until 5pm on Friday 24 October 2025.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_replies_every_measure_is_listed_with_last_value_target_and_definition()
    {
        string text = EmailRenderer.Render(Request(EmailSamples.Asked), EmailSamples.Letterhead).Text;

        Assert.Contains("SS1 Initial assessments on time\r\n", text, StringComparison.Ordinal);
        Assert.Contains("Last quarter: 66.1%", text, StringComparison.Ordinal);
        Assert.Contains("Target: 70% (good is high)", text, StringComparison.Ordinal);
        Assert.Contains("How it is counted: Assessments done within 7 working days", text, StringComparison.Ordinal);
        Assert.Contains("Milestone: Not started, On track, Behind or Done", text, StringComparison.Ordinal);
        Assert.Contains("Also used by Be Healthy and Enjoy & Achieve; you are asked once", text, StringComparison.Ordinal);
        Assert.DoesNotContain("comment:", text, StringComparison.Ordinal);
    }

    [Fact]
    public void With_replies_the_form_is_printed_as_designed()
    {
        string text = EmailRenderer.Render(Request(EmailSamples.Asked), AllIsRead).Text;
        string form = string.Join("\r\n",
        [
            "SS1 Initial assessments on time, % (last 66.1):",
            "SS1 comment:",
            "SS3 Re-referrals to social care, % (last 24.8):",
            "SS3 comment:",
            "SS4 Bullying incidents, number (last 112):",
            "SS4 comment:",
            "SS4b Missing children plan (Not started/On track/Behind/Done):",
            "SS4b comment:",
        ]);

        Assert.Contains($"To answer by email, reply and type after the colons. Leave the codes as they are.\r\n\r\n{form}\r\n", text, StringComparison.Ordinal);
        Assert.Contains("To use a spreadsheet, download it from the same page, fill it in and attach it to your reply.", text, StringComparison.Ordinal);
        Assert.Contains("pass a measure to a colleague or ask for more time", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_of_the_form_has_at_most_66_characters_and_keeps_code_and_ending()
    {
        AskedMeasure measure = new() { Code = "NI111a", Name = "First time entrants to the youth justice system aged 10 to 17: rate per 100,000 of the population", Unit = "rate per 1,000", LastFigure = "1,406.25" };
        AskedMeasure milestone = new() { Code = "NI111b", Name = new string('x', 90), IsMilestone = true };

        IReadOnlyList<string> lines = ReplyForm.Lines([measure, milestone]);

        Assert.All(lines, line => Assert.InRange(line.Length, 1, 66));
        Assert.StartsWith("NI111a First time entrants", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(", rate per 1,000 (last 1,406.25):", lines[0], StringComparison.Ordinal);
        Assert.EndsWith("(Not started/On track/Behind/Done):", lines[2], StringComparison.Ordinal);
        Assert.All(lines, line => Assert.Equal(line.Length - 1, line.IndexOf(':', StringComparison.Ordinal)));
    }

    [Fact]
    public void Over_12_measures_the_form_is_left_out_and_page_and_spreadsheet_stay()
    {
        AskedMeasure[] many = Enumerable.Range(1, 13).Select(number => new AskedMeasure { Code = $"SS{number}", Name = "A measure", Unit = "%" }).ToArray();

        string twelve = EmailRenderer.Render(Request(many[..12]), AllIsRead).Text;
        string thirteen = EmailRenderer.Render(Request(many), AllIsRead).Text;

        Assert.Contains("SS12 comment:", twelve, StringComparison.Ordinal);
        Assert.DoesNotContain("comment:", thirteen, StringComparison.Ordinal);
        Assert.Contains("To use a spreadsheet,", thirteen, StringComparison.Ordinal);
        Assert.Contains("SS13 A measure", thirteen, StringComparison.Ordinal);
    }

    [Fact]
    public void One_measure_is_spoken_of_as_one()
    {
        RenderedEmail email = EmailRenderer.Render(Request([EmailSamples.Asked[0]]), EmailSamples.Letterhead);

        Assert.Equal("Quarter 2 figures: 1 measure due Friday 17 October", email.Subject);
        Assert.Contains("Send us your quarter 2 figure by 5pm", email.Text, StringComparison.Ordinal);
    }

    private static DataRequestEmail Request(IReadOnlyList<AskedMeasure> measures) => new()
    {
        Recipient = "Ann",
        Quarter = EmailSamples.Quarter,
        DueUtc = EmailSamples.DueUtc,
        CorrectionsStopUtc = EmailSamples.CorrectionsStopUtc,
        ReviewByUtc = EmailSamples.CorrectionsStopUtc,
        Reviewers = ["Lee Lead"],
        Measures = measures,
        Url = EmailSamples.Url,
    };
}
