using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using QuarterlyCycle.App.Access;
using QuarterlyCycle.App.Pages;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Local.Mail;
using Xunit;

namespace QuarterlyCycle.App.Tests.Rehearsals;

/// <summary>What holds of every e-mail of the rehearsed quarter.</summary>
[Collection(DerbyRehearsalCollection.Name)]
public sealed partial class RehearsedMailTests(DerbyRehearsal quarter)
{
    [Fact]
    public void Every_subject_has_sixty_characters_at_most() =>
        Assert.DoesNotContain(quarter.Mail, mail => mail.Summary.Subject.Length is 0 or > 60);

    [Fact]
    public void Every_mail_comes_from_the_service_and_says_why_it_came() => Assert.All(quarter.Mail, mail =>
    {
        Assert.Equal("\"Quarterly performance, Derby City Council\" <quarterly@example.org>", mail.Summary.From);
        Assert.Contains("You're getting this because ", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Privacy: http://localhost:7071/privacy", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Quarterly performance, Derby City Council", mail.Text, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en-GB\">", mail.Html, StringComparison.Ordinal);
    });

    [Fact]
    public void No_mail_holds_a_place_that_nothing_was_put_into() => Assert.All(quarter.Mail, mail =>
    {
        Assert.DoesNotContain('{', mail.Summary.Subject + mail.Text + mail.Html);
        Assert.DoesNotContain('}', mail.Summary.Subject + mail.Text + mail.Html);
    });

    [Fact]
    public void No_personal_link_is_in_the_mail_of_two_people()
    {
        IEnumerable<(string Link, string To)> links = quarter.Mail.SelectMany(mail => Address().Matches(mail.Text).Select(match => (match.Value, mail.Summary.To)));

        Assert.All(
            links.Where(link => link.Link.StartsWith("/r/", StringComparison.Ordinal) || link.Link.StartsWith("/sign-off/", StringComparison.Ordinal)).GroupBy(link => link.Link),
            link => Assert.Single(link.Select(found => found.To).Distinct(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Every_link_leads_whom_it_was_sent_to_to_a_page_and_a_personal_one_says_so_when_it_has_closed()
    {
        PageServer pages = quarter.Rehearsal.Service.Get<PageServer>();
        Sessions sessions = quarter.Rehearsal.Service.Get<Sessions>();
        DateTime nowUtc = quarter.Mail[^1].Summary.SentUtc;
        Dictionary<string, string> cookies = new(StringComparer.Ordinal);
        List<string> dead = [];
        foreach ((string address, string to) in quarter.Mail.SelectMany(mail => Address().Matches(mail.Text).Select(match => (match.Groups[1].Value, mail.Summary.To))).Distinct())
        {
            if (!cookies.TryGetValue(to, out string? cookie))
            {
                Officer person = (await quarter.Records.People.ByEmail(to.Split('<')[1].TrimEnd('>'), TestContext.Current.CancellationToken))!;
                LinkBrief signIn = new() { Kind = LinkKind.SignIn, Officer = person.Number, Round = "test", ExpiresUtc = nowUtc.AddMinutes(30) };
                cookie = await sessions.Start(signIn, cancellation: TestContext.Current.CancellationToken);
                cookies[to] = cookie;
            }

            DefaultHttpContext http = new();
            http.Request.Method = "GET";
            http.Request.Path = address;
            http.Request.Headers.Cookie = $"quarterly={cookie}";
            http.Response.Body = new MemoryStream();
            await pages.Handle(http, quarter.Rehearsal.Service.Client);
            // A request for more time is decided in its own quarter; by now the next one is in view.
            if (address.StartsWith("/cycle/extensions/", StringComparison.Ordinal))
            {
                continue;
            }

            bool isPersonal = address.StartsWith("/r/", StringComparison.Ordinal) || address.StartsWith("/sign-off/", StringComparison.Ordinal);
            if (http.Response.StatusCode is not (StatusCodes.Status200OK or StatusCodes.Status303SeeOther) && !(isPersonal && http.Response.StatusCode == StatusCodes.Status410Gone))
            {
                dead.Add($"{http.Response.StatusCode} {address} {to}");
            }
        }

        Assert.Empty(dead);
    }

    [GeneratedRegex("http://localhost:7071(/[^\\s]+)")]
    private static partial Regex Address();
}
