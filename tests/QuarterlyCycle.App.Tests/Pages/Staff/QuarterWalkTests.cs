using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Pages;
using QuarterlyCycle.App.Tests.Acts;
using QuarterlyCycle.App.Tests.Pages.Officers;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Submissions;
using QuarterlyCycle.Domain.Timetables;
using Xunit;

namespace QuarterlyCycle.App.Tests.Pages.Staff;

public partial class QuarterWalkTests
{
    [Fact]
    public async Task Every_link_of_every_mail_of_a_quarter_leads_somewhere()
    {
        await using PagesHost host = await WholeQuarter();
        List<string> lost = [];
        HashSet<string> seen = [];
        foreach (OutgoingMail mail in host.Sent)
        {
            Browser recipient = await host.SignIn(mail.ToAddress);
            foreach (string path in Addresses().Matches(mail.Text + mail.Html).Select(match => match.Groups["path"].Value).Where(path => seen.Add($"{mail.ToAddress} {path}")))
            {
                Page page = await recipient.Get(path);
                if (page.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden or HttpStatusCode.InternalServerError)
                {
                    lost.Add($"{mail.Subject} to {mail.ToAddress}: {path} answers {page.Status}");
                }
            }
        }

        string[] subjects = ["Question about SS1", "Answer to your question about SS1 and 1 more", "Bob Busy asks for more time", "What the board said", "Record the board's decisions", "Performance pack for", "Data collection closes"];
        string[] notSent = [.. subjects.Where(subject => !host.Sent.Any(mail => mail.Subject.Contains(subject, StringComparison.Ordinal)))];
        Assert.True(notSent.Length == 0, $"Not sent: {string.Join("; ", notSent)}. Sent: {string.Join("; ", host.Sent.Select(mail => mail.Subject).Distinct())}");
        Assert.Empty(lost);
    }

    [Fact]
    public async Task Reading_every_page_changes_nothing()
    {
        await using PagesHost host = await WholeQuarter();
        string[] people = [SmallPlan.Pat, SmallPlan.Lee, SmallPlan.Dee];
        string officer = await host.Number(SmallPlan.Ann);
        string clinic = (await host.Records.Clinics.All())[0].Code;
        Dictionary<string, string> parts = new(StringComparer.Ordinal)
        {
            ["cycle"] = SmallPlan.Cycle,
            ["body"] = "stay-safe",
            ["code"] = "SS1",
            ["officer"] = officer,
            ["version"] = "1",
            ["clinic"] = clinic,
            ["token"] = "unknown",
            ["id"] = "unknown",
            ["name"] = "unknown",
        };
        string[] addresses =
        [
            .. host.Get<IEnumerable<PageSet>>().SelectMany(set => set.Routes).Where(route => route.Method == "GET")
                .Select(route => Braces().Replace(route.Pattern, part => parts.GetValueOrDefault(part.Groups["name"].Value, "unknown"))),
            $"/packs/{SmallPlan.Cycle}/board", $"/packs/{SmallPlan.Cycle}/board/decisions", "/log?find=SS1", "/assets/site.css",
            PackPagesTests.LinkIn(host, SmallPlan.Dee, "Sign off the Stay Safe report", "/sign-off/"),
        ];
        List<Browser> browsers = [host.Nobody()];
        foreach (string person in people)
        {
            browsers.Add(await host.SignIn(person));
        }

        int before = host.Writes.Count;
        List<string> broken = [];
        foreach (Browser browser in browsers)
        {
            foreach (string address in addresses)
            {
                Page page = await browser.Get(address);
                if (page.Status == HttpStatusCode.InternalServerError)
                {
                    broken.Add(address);
                }
            }
        }

        Assert.Empty(broken);
        Assert.Empty(host.Writes.Skip(before));
    }

    [Fact]
    public async Task Every_page_has_one_heading_that_its_title_repeats_and_fields_with_labels()
    {
        await using PagesHost host = await WholeQuarter();
        Browser pat = await host.SignIn(SmallPlan.Pat);
        string clinic = (await host.Records.Clinics.All())[0].Code;
        string group = $"/packs/{SmallPlan.Cycle}/stay-safe";
        string[] addresses =
        [
            "/cycle", "/cycle/remind", "/cycle/close", "/cycle/cancel", "/cycle/start", "/cycle/delivery", "/cycle/measures/SS1", $"/cycle/people/{await host.Number(SmallPlan.Ann)}",
            "/review", "/review/agree", "/review/measures/SS1", "/review/measures/SS1/ask", "/review/measures/SS1/ask?sendBack=yes",
            "/packs", group, $"{group}/summary", $"{group}/v1/issue", $"{group}/v1/withdraw", $"/groups/{SmallPlan.Cycle}/stay-safe/update",
            $"/packs/{SmallPlan.Cycle}/board/decisions", $"/packs/{SmallPlan.Cycle}/board/decisions/recorded", "/decisions", "/clinics", $"/clinics/{clinic}", "/log",
        ];
        foreach (string address in addresses)
        {
            Page page = (await pat.Get(address)).Is(HttpStatusCode.OK);
            Assert.True(page.Document.QuerySelectorAll("h1").Length == 1, $"{address} has no single h1.");
            Assert.True(page.Document.Title == $"{page.Heading} – Quarterly performance", $"{address}: {page.Document.Title} – {page.Heading}");
            string[] unlabelled = [.. page.Document.QuerySelectorAll("main input:not([type=hidden]), main textarea").Where(field => page.Document.QuerySelector($"label[for='{field.Id}']") is null).Select(field => field.OuterHtml)];
            Assert.True(unlabelled.Length == 0, $"{address}: {string.Join(", ", unlabelled)}");
            string[] ids = [.. page.Document.All.Select(element => element.Id).OfType<string>().Where(id => id.Length > 0)];
            Assert.True(ids.Length == ids.Distinct().Count(), $"{address} has the same id twice.");
            Assert.All(page.Document.QuerySelectorAll("form[method=post]"), form => Assert.NotNull(form.QuerySelector("input[name=_form]")));
            Assert.Empty(page.Document.QuerySelectorAll("script, [style], [onclick]"));
        }
    }

    /// <summary>A quarter from its notice to the board's decisions, with more time, a question, a correction after agreement, an officer who never answers and a version sent back.</summary>
    private static async Task<PagesHost> WholeQuarter()
    {
        PagesHost host = await PagesHost.Opened();
        Browser pat = await host.SignIn(SmallPlan.Pat);
        await host.Do(new AskForMoreTime
        {
            Id = "more", AtUtc = host.Clock.UtcNow, By = await host.Number(SmallPlan.Bob), Cycle = SmallPlan.Cycle, Measures = ["SS3"], UntilDate = new DateOnly(2025, 10, 24), Why = "The system is down.",
        });
        await host.Settle();
        await (await pat.Get($"/cycle/extensions/{(await host.Records.Extensions.All(SmallPlan.Cycle))[0].Id}")).Choose("Allow").Press("Decide");
        await host.Send(SmallPlan.Ann, Forms.Value("SS1", "70"), Forms.Value("SS2", "5"), Forms.Value("SS4", "12"), Forms.Milestone("SS5", DeliverableState.OnTrack));
        Browser lee = await host.SignIn(SmallPlan.Lee);
        Page question = await lee.Get("/review/measures/SS1/ask");
        await question.Choose("Does SS1 cover July to September 2025?").Press("Send question");
        await (await lee.Get("/review/measures/SS2")).Press("Agree");
        await host.AdvanceTo(PagesHost.FivePm(10, 14));
        await Correct(host, "SS1", "71");
        await Correct(host, "SS2", "6");
        await host.AdvanceTo(PagesHost.FivePm(10, 20));
        await host.Send(SmallPlan.Bob, Forms.Value("SS3", "95"));

        Timetable timetable = await host.Records.Timetables.InForce(SmallPlan.Cycle);
        GroupDates dates = timetable.Groups.First(group => group.Body == "stay-safe");
        await host.AdvanceTo(timetable.CollateUtc.AddMinutes(1));
        await Issue(host, "stay-safe", 1);
        await host.AdvanceTo(dates.UpdateDueUtc.AddMinutes(1));
        await Issue(host, "stay-safe", 2);
        await host.AdvanceTo(dates.AskSignOffUtc.AddMinutes(1));
        Page back = await host.Nobody().Get($"{PackPagesTests.LinkIn(host, SmallPlan.Dee, "Sign off the Stay Safe report", "/sign-off/")}/back");
        await host.EnterCode(await back.Fill("What needs changing?", "The reason is wrong.").Press("Send back"), SmallPlan.Dee, "Send back");
        await host.AdvanceTo(timetable.Board.BuildUtc.AddMinutes(1));
        await Issue(host, "board", 1);
        await host.AdvanceTo(timetable.Board.AskDecisionsUtc.AddDays(1));
        Page decisions = await (await host.SignIn(SmallPlan.Dee)).Get($"/packs/{SmallPlan.Cycle}/board/decisions");
        foreach (IHtmlInputElement outcome in decisions.Document.QuerySelectorAll<IHtmlInputElement>("input[type=radio][value=Agreed]").SkipLast(3))
        {
            outcome.IsChecked = true;
        }

        await decisions.Fill("Measure (optional)", "SS1").Press("Save");
        await host.AdvanceTo(host.Clock.UtcNow.AddDays(2));
        return host;
    }

    private static async Task Issue(PagesHost host, string body, int version)
    {
        Browser pat = await host.SignIn(SmallPlan.Pat);
        await (await pat.Get(string.Create(CultureInfo.InvariantCulture, $"/packs/{SmallPlan.Cycle}/{body}/v{version}/issue"))).Press("Issue report");
        await host.Settle();
    }

    private static async Task Correct(PagesHost host, string code, string value) => await host.Do(new CorrectFigure
    {
        Id = $"correct.{code}",
        AtUtc = host.Clock.UtcNow,
        By = await host.Number(SmallPlan.Ann),
        Cycle = SmallPlan.Cycle,
        Form = Forms.Value(code, value),
        Reason = CorrectionReason.TypingMistake,
        Route = SubmissionRoute.Page,
    });

    [GeneratedRegex("http://localhost:7071(?<path>/[^\\s\"<>)]*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Addresses();

    [GeneratedRegex("\\{(?<name>[^}]+)\\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Braces();
}
