using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using QuarterlyCycle.Documents.Emails;
using Xunit;

namespace QuarterlyCycle.Documents.Tests.Emails;

public sealed class EmailTests
{
    public static TheoryData<int> Kinds => [.. Enumerable.Range(0, EmailSamples.All.Count)];

    [Fact]
    public void Every_kind_of_email_is_among_the_samples()
    {
        IEnumerable<string> kinds = typeof(Email).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Email)) && !type.IsAbstract).Select(type => type.Name);

        Assert.Empty(kinds.Except(EmailSamples.All.Select(email => email.GetType().Name)));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void A_subject_is_one_line_of_at_most_60_characters(int kind)
    {
        RenderedEmail email = Rendered(kind);

        Assert.InRange(email.Subject.Length, 10, 60);
        Assert.DoesNotContain(email.Subject, char.IsControl);
        Assert.False(email.Subject.Contains("  ", StringComparison.Ordinal), email.Subject);
        Assert.NotEqual("", email.Preheader);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Text_and_html_carry_the_same_words(int kind)
    {
        RenderedEmail email = Rendered(kind);
        IDocument html = new HtmlParser().ParseDocument(email.Html);
        Preheader(html).Remove();
        foreach (IElement end in html.QuerySelectorAll("br, p, li, div, pre, td, h2"))
        {
            end.After(html.CreateTextNode(" "));
        }

        Assert.Equal(Words(email.Text), Words(html.Body!.TextContent));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void A_button_is_followed_by_its_whole_address_on_one_line(int kind)
    {
        RenderedEmail email = Rendered(kind);
        IDocument html = new HtmlParser().ParseDocument(email.Html);
        IElement? button = html.QuerySelector("a[style*='background'], td[bgcolor] a");
        bool inText = email.Text.Contains($"Or copy this address: {EmailSamples.Url}\r\n", StringComparison.Ordinal);

        Assert.Equal(button is not null, inText);
        if (button is not null)
        {
            Assert.Equal(EmailSamples.Url, button.GetAttribute("href"));
            Assert.Contains(html.QuerySelectorAll("p"), paragraph => paragraph.TextContent == $"Or copy this address: {EmailSamples.Url}");
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public void An_email_has_a_language_a_greeting_a_sender_and_a_reason_and_loads_nothing(int kind)
    {
        RenderedEmail email = Rendered(kind);
        IDocument html = new HtmlParser().ParseDocument(email.Html);

        Assert.Equal("en-GB", html.DocumentElement.GetAttribute("lang"));
        Assert.Equal(email.Subject, html.Title);
        Assert.Equal(email.Preheader, Preheader(html).TextContent);
        Assert.Empty(html.QuerySelectorAll("img, script, link, iframe, form, style"));
        Assert.StartsWith("Dear ", email.Text, StringComparison.Ordinal);
        Assert.True(
            email.Text.Contains("\r\n\r\nJo Manager, Project Manager for Performance\r\n01234 567890\r\n", StringComparison.Ordinal)
            || email.Text.Contains("\r\n\r\nQuarterly performance\r\n\r\nYou're getting this because you manage performance", StringComparison.Ordinal)
            || EmailSamples.All[kind] is GroupedEmail);
        Assert.Contains("You're getting this because ", email.Text, StringComparison.Ordinal);
        Assert.Contains("Privacy: https://performance.example.org/privacy", email.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("no figures figures", email.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("click here", email.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Nothing_is_offered_that_the_service_does_not_do(int kind)
    {
        string text = Rendered(kind).Text;

        Assert.DoesNotContain("spreadsheet", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("replying", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Reply ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("pass the measure", text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Headers_say_the_language_and_which_automatic_replies_are_wanted(int kind)
    {
        Email email = EmailSamples.All[kind];
        RenderedEmail rendered = Rendered(kind);

        Assert.Equal("en-GB", rendered.Headers["Content-Language"]);
        Assert.Equal(email.Purpose == EmailPurpose.Asks ? "DR, RN, NRN" : "All", rendered.Headers["X-Auto-Response-Suppress"]);
        Assert.Equal(email.Purpose == EmailPurpose.Tells, rendered.Headers.ContainsKey("Auto-Submitted"));
        Assert.Equal(email.StopUrl is not null, rendered.Headers.ContainsKey("List-Unsubscribe"));
    }

    [Theory]
    [InlineData("SS1\r\nBcc: someone@example.org")]
    [InlineData("SS1\nX: y")]
    [InlineData("SS1\u0000")]
    public void A_line_break_in_a_subject_is_refused(string code)
    {
        AgreedAfterQuestionEmail email = new() { Recipient = "Ann", Quarter = EmailSamples.Quarter, Code = code, Name = "A measure", AgreedBy = "Lee" };

        Assert.Throws<ArgumentException>(() => EmailRenderer.Render(email, EmailSamples.Letterhead));
    }

    [Fact]
    public void What_people_wrote_is_text_and_never_mark_up()
    {
        QuestionEmail email = new()
        {
            Recipient = "<img src=x onerror=alert(1)>",
            Quarter = EmailSamples.Quarter,
            Code = "SS1",
            Name = "\"Quoted\" & <b>bold</b>",
            AskedBy = "Lee",
            Question = "</p><script>alert(1)</script>\nSecond line",
            AnswerByUtc = EmailSamples.DueUtc,
            Url = "https://example.org/\"onmouseover=\"x",
        };

        RenderedEmail rendered = EmailRenderer.Render(email, EmailSamples.Letterhead);
        IDocument html = new HtmlParser().ParseDocument(rendered.Html);

        Assert.Empty(html.QuerySelectorAll("img, script, b"));
        Assert.Contains("</p><script>alert(1)</script>", html.Body!.TextContent, StringComparison.Ordinal);
        Assert.All(html.QuerySelectorAll("a"), link => Assert.False(link.HasAttribute("onmouseover")));
        Assert.Contains("Second line", rendered.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_renderings_are_the_same()
    {
        foreach (Email email in EmailSamples.All)
        {
            RenderedEmail first = EmailRenderer.Render(email, EmailSamples.Letterhead);
            RenderedEmail second = EmailRenderer.Render(email, EmailSamples.Letterhead);

            Assert.Equal((first.Subject, first.Text, first.Html), (second.Subject, second.Text, second.Html));
        }
    }

    private static RenderedEmail Rendered(int kind) => EmailRenderer.Render(EmailSamples.All[kind], EmailSamples.Letterhead);

    private static IElement Preheader(IDocument html) => html.QuerySelector("body > div")!;

    private static string[] Words(string text) =>
        text.Split([' ', '\r', '\n', '\t', '\u00a0'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Trim('-').Length > 0).ToArray();
}
