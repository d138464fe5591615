using System.Net;
using System.Text;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Tests.Acts;
using QuarterlyCycle.App.Tests.Pages.Officers;
using QuarterlyCycle.Domain.Decisions;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Timetables;
using Xunit;

namespace QuarterlyCycle.App.Tests.Pages.Staff;

public class PackPagesTests
{
    private const string Group = $"/packs/{SmallPlan.Cycle}/stay-safe";

    [Fact]
    public async Task A_draft_is_checked_and_issued_from_its_page()
    {
        await using PagesHost host = await Collated();
        Browser pat = await host.SignIn(SmallPlan.Pat);

        Assert.Contains("A draft of the Stay Safe report waits to be checked and issued", (await pat.Get("/cycle")).Text, StringComparison.Ordinal);
        Page list = await pat.Get("/packs");
        Assert.Contains("Stay Safe", list.Text, StringComparison.Ordinal);
        Page page = await pat.Get($"{Group}/v1/issue");
        Assert.Equal("Check and issue version 1", page.Heading);
        Assert.Equal(["Must fix", "Should check", "Preview", "Issue"], page.Headings);
        Assert.Contains("Who will be e-mailed Dee Chair", page.Text, StringComparison.Ordinal);
        Page issued = (await page.Press("Issue report")).Is(HttpStatusCode.OK);
        await host.Settle();

        Assert.Contains("The report is issued.", issued.Text, StringComparison.Ordinal);
        Assert.Equal(PackState.Issued, (await host.Records.Packs.Get(SmallPlan.Cycle, "stay-safe", 1))!.State);
    }

    [Fact]
    public async Task What_must_be_fixed_stops_the_issue_and_is_listed()
    {
        await using PagesHost host = await Collated();
        Browser pat = await host.SignIn(SmallPlan.Pat);

        Page summary = await pat.Get($"{Group}/summary");
        Assert.Equal(["Enter the summary"], (await summary.Fill("Summary", "").Press("Save")).Errors);
        Page saved = await summary.Fill("Summary", "All is well, but for TBC.").Press("Save");
        Assert.Contains("The summary is kept.", saved.Text, StringComparison.Ordinal);
        Page built = await saved.Press("Build a new version");
        Assert.Equal($"{Group}/v2?done=built", built.Path);

        Page refused = (await (await pat.Get($"{Group}/v2/issue")).Press("Issue report")).Is(HttpStatusCode.UnprocessableEntity);

        Assert.Contains(refused.Errors, error => error.Contains("TBC", StringComparison.Ordinal));
        Assert.Equal(PackState.Draft, (await host.Records.Packs.Get(SmallPlan.Cycle, "stay-safe", 2))!.State);
    }

    [Fact]
    public async Task A_draft_that_a_later_version_overtook_is_not_offered_again()
    {
        await using PagesHost host = await Collated();
        Browser pat = await host.SignIn(SmallPlan.Pat);
        Browser dee = await host.SignIn(SmallPlan.Dee);

        Page overview = await pat.Get(Group);
        Assert.Contains("Version 1: Ready to check", overview.Text, StringComparison.Ordinal);
        await overview.Press("Build a new version");
        await (await pat.Get($"{Group}/v2/issue")).Press("Issue report");
        await host.Settle();

        Page both = await pat.Get(Group);
        Assert.Contains("Version 2: Issued", both.Text, StringComparison.Ordinal);
        Assert.Contains("Version 1: Not issued", both.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"{Group}/v1/issue", (await pat.Get($"{Group}/v1")).Links);
        Assert.Contains("Stay Safe 4 November 2025 2 Issued", (await dee.Get("/packs")).Text, StringComparison.Ordinal);
        await both.Press("Build a new version");
        Assert.Contains("Stay Safe 4 November 2025 2; 3 is being checked Issued", (await pat.Get("/packs")).Text, StringComparison.Ordinal);
        Assert.Contains("Stay Safe 4 November 2025 2 Issued", (await dee.Get("/packs")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_and_its_files_are_read_at_their_own_addresses()
    {
        await using PagesHost host = await Collated();
        Browser pat = await host.SignIn(SmallPlan.Pat);
        PackVersion version = (await host.Records.Packs.Get(SmallPlan.Cycle, "stay-safe", 1))!;

        Page pack = (await pat.Get($"{Group}/v1/public")).Is(HttpStatusCode.OK);
        Assert.Contains("DRAFT", Encoding.UTF8.GetString(pack.Content), StringComparison.OrdinalIgnoreCase);
        Page overview = await pat.Get(Group);
        string[] files = [.. overview.Links.Where(link => link.StartsWith($"{Group}/v1/files/", StringComparison.Ordinal))];
        Assert.Equal(version.Files.Count, files.Length);
        Page download = (await pat.Get(files[0])).Is(HttpStatusCode.OK);
        Assert.Equal(version.Files[0].Size, download.Content.Length);
        (await pat.Get($"{Group}/v9/public")).Is(HttpStatusCode.NotFound);
        (await pat.Get($"{Group}/v1/other")).Is(HttpStatusCode.NotFound);
        (await pat.Get($"{Group}/v1/files/none.html")).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Drafts_are_the_project_managers_and_packs_their_own_peoples()
    {
        await using PagesHost host = await Collated();

        Browser dee = await host.SignIn(SmallPlan.Dee);
        (await dee.Get($"{Group}/v1/public")).Is(HttpStatusCode.NotFound);
        Assert.Contains("The report is expected.", (await dee.Get(Group)).Text, StringComparison.Ordinal);
        (await dee.Get($"{Group}/summary")).Is(HttpStatusCode.Forbidden);
        Browser ann = await host.SignIn(SmallPlan.Ann);
        (await ann.Get(Group)).Is(HttpStatusCode.Forbidden);
        Assert.Contains("There is no report that you can see yet.", (await ann.Get("/packs")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_records_what_it_decided_and_hears_what_is_missing()
    {
        await using PagesHost host = await Issued();
        Browser dee = await host.SignIn(SmallPlan.Dee);

        Page page = (await dee.Get("/groups/stay-safe/update")).Is(HttpStatusCode.OK);
        Assert.Equal($"/groups/{SmallPlan.Cycle}/stay-safe/update", page.Path);
        Assert.Equal("Record what Stay Safe decided", page.Heading);
        Page refused = await page.Fill("Areas of concern", "Vacant posts").Press("Save");
        Assert.Contains("Select whether you discussed this measure", refused.Errors);
        Assert.Contains("Enter the effect on black and minority ethnic, disabled and disadvantaged children", refused.Errors);
        Assert.Equal("Vacant posts", refused.ValueOf("Areas of concern"));

        Page saved = await RaiseSS1(refused);

        Assert.Contains("What the group decided is recorded.", saved.Text, StringComparison.Ordinal);
        GroupUpdate update = (await host.Records.GroupUpdates.Get(SmallPlan.Cycle, "stay-safe"))!;
        Assert.Equal([new MeasureUpdate("SS1", true, "Fill two posts", "Lee Lead", new DateOnly(2025, 11, 28), true)], update.Measures);
        Assert.Equal("Fill two posts", (await dee.Get("/groups/stay-safe/update")).ValueOf("What are you doing about SS1?"));
    }

    [Fact]
    public async Task A_chair_signs_exactly_the_version_of_the_link_once()
    {
        await using PagesHost host = await AskedToSign();
        string link = LinkIn(host, SmallPlan.Dee, "Sign off the Stay Safe report", "/sign-off/");
        Browser dee = host.Nobody();

        Page page = (await dee.Get(link)).Is(HttpStatusCode.OK);
        Assert.Equal("Sign off the Stay Safe report", page.Heading);
        PackVersion version = (await host.Records.Packs.Issued(SmallPlan.Cycle, "stay-safe"))!;
        Assert.Contains(version.Files[0].Sha256, page.Text, StringComparison.Ordinal);
        (await dee.Get($"{link}/pack")).Is(HttpStatusCode.OK);
        string button = $"Sign off version {version.Version}";
        Assert.Equal(["Tick that you have read this version"], (await page.Press(button)).Errors);
        Page code = (await page.Choose("I have read this version").Press(button)).Is(HttpStatusCode.OK);
        Assert.Empty(await host.Records.SignOffs.All(SmallPlan.Cycle, "stay-safe"));
        Page signed = (await host.EnterCode(code, SmallPlan.Dee, button)).Is(HttpStatusCode.OK);
        await host.Settle();

        Assert.Equal("Signed off", signed.Heading);
        Assert.Contains("If anything changes we will ask again.", signed.Text, StringComparison.Ordinal);
        Assert.Equal(PackState.SignedOff, (await host.Records.Packs.Get(SmallPlan.Cycle, "stay-safe", version.Version))!.State);
        SignOff signOff = Assert.Single(await host.Records.SignOffs.All(SmallPlan.Cycle, "stay-safe"));
        Assert.Equal((true, version.Seal), (signOff.SignedOff, signOff.Seal));
        Assert.Equal("Signed off", (await dee.Get(link)).Heading);
        Assert.Contains(host.Sent, mail => mail.ToAddress == SmallPlan.Dee && mail.Subject.StartsWith("You signed off the Stay Safe report", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_bent_seal_is_not_signed()
    {
        await using PagesHost host = await AskedToSign();
        string link = LinkIn(host, SmallPlan.Dee, "Sign off the Stay Safe report", "/sign-off/");

        Page refused = await (await host.Nobody().Get(link)).Choose("I have read this version").Bend("seal", new string('0', 64)).Press("Sign off version 2");

        Assert.Single(refused.Errors);
        Assert.Empty(await host.Records.SignOffs.All(SmallPlan.Cycle, "stay-safe"));
    }

    [Fact]
    public async Task A_chair_sends_a_version_back_with_what_needs_changing()
    {
        await using PagesHost host = await AskedToSign();
        string link = LinkIn(host, SmallPlan.Dee, "Sign off the Stay Safe report", "/sign-off/");
        Browser dee = host.Nobody();

        Page page = await dee.Get($"{link}/back");
        Assert.Equal("What needs to change?", page.Heading);
        Page refused = await page.Fill("Paragraph (optional)", "3.2").Press("Send back");
        Assert.Equal(["Enter what needs changing"], refused.Errors);
        Assert.Equal("3.2", refused.ValueOf("Paragraph (optional)"));
        Page code = await refused.Fill("What needs changing?", "The reason is wrong.").Press("Send back");
        Page sent = await host.EnterCode(code, SmallPlan.Dee, "Send back");
        await host.Settle();

        Assert.Equal("Sent back", sent.Heading);
        SignOff back = Assert.Single(await host.Records.SignOffs.All(SmallPlan.Cycle, "stay-safe"));
        Assert.Equal((false, "3.2", "The reason is wrong."), (back.SignedOff, back.Paragraph, back.Comment));
        Assert.Contains(host.Sent, mail => mail.ToAddress == SmallPlan.Pat && mail.Subject.Contains("has sent back the Stay Safe report", StringComparison.Ordinal));
        Assert.Contains("The Stay Safe report was sent back", (await (await host.SignIn(SmallPlan.Pat)).Get("/cycle")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_to_a_replaced_version_shows_what_changed_and_signs_nothing()
    {
        await using PagesHost host = await AskedToSign();
        string link = LinkIn(host, SmallPlan.Dee, "Sign off the Stay Safe report", "/sign-off/");
        Browser dee = host.Nobody();
        Page open = await dee.Get(link);
        Browser pat = await host.SignIn(SmallPlan.Pat);
        Page built = await (await pat.Get(Group)).Press("Build a new version");
        await (await pat.Get($"{built.Path.Split('?')[0]}/issue")).Press("Issue report");
        await host.Settle();

        Page late = await open.Choose("I have read this version").Press("Sign off version 2");

        Assert.Equal("There is a newer version of this report", late.Heading);
        Assert.Empty(await host.Records.SignOffs.All(SmallPlan.Cycle, "stay-safe"));
        Assert.Contains("Version 3 has taken the place of version 2", (await dee.Get(link)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chair_with_an_account_signs_on_the_page_of_the_report()
    {
        await using PagesHost host = await Issued();
        Browser dee = await host.SignIn(SmallPlan.Dee);

        Page page = await dee.Get($"{Group}/sign-off");
        Page signed = await page.Choose("I have read this version").Press("Sign off version 1");

        Assert.Equal("Signed off", signed.Heading);
        Assert.Equal(PackState.SignedOff, (await host.Records.Packs.Get(SmallPlan.Cycle, "stay-safe", 1))!.State);
        (await (await host.SignIn(SmallPlan.Pat)).Get($"{Group}/sign-off")).Is(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_issued_version_is_withdrawn_with_a_reason()
    {
        await using PagesHost host = await Issued();
        Browser pat = await host.SignIn(SmallPlan.Pat);

        Page page = await pat.Get($"{Group}/v1/withdraw");
        Page refused = await page.Press("Withdraw");
        Assert.Equal(["Enter why the report is withdrawn"], refused.Errors);
        Page done = await refused.Fill("Why is it withdrawn?", "A figure was wrong.").Press("Withdraw");

        Assert.Contains("Withdrawn. A figure was wrong.", done.Text, StringComparison.Ordinal);
        Assert.Equal(PackState.Withdrawn, (await host.Records.Packs.Get(SmallPlan.Cycle, "stay-safe", 1))!.State);
    }

    [Fact]
    public async Task The_secretary_records_the_boards_decisions_and_they_are_followed_up()
    {
        await using PagesHost host = await Issued();
        Timetable timetable = await host.Records.Timetables.InForce(SmallPlan.Cycle);
        await host.AdvanceTo(timetable.Board.BuildUtc.AddMinutes(1));
        Browser pat = await host.SignIn(SmallPlan.Pat);
        await (await pat.Get($"/packs/{SmallPlan.Cycle}/board/v1/issue")).Press("Issue report");
        await host.AdvanceTo(timetable.Board.AskDecisionsUtc.AddMinutes(1));
        Browser dee = await host.SignIn(SmallPlan.Dee);

        Page page = (await dee.Get($"/packs/{SmallPlan.Cycle}/board/decisions")).Is(HttpStatusCode.OK);
        Assert.Equal("Record the board's decisions", page.Heading);
        Page refused = await page.Fill("Date of the meeting", "some day").Press("Save");
        Assert.Contains("Enter the date of the meeting", refused.Errors);
        Assert.Contains("Select what the board decided", refused.Errors);
        page = await dee.Get(page.Path);
        foreach (AngleSharp.Dom.IElement outcome in page.Document.QuerySelectorAll("input[type=radio][value=Agreed]").SkipLast(3))
        {
            ((AngleSharp.Html.Dom.IHtmlInputElement)outcome).IsChecked = true;
        }

        Page recorded = (await page.Fill("Who acts on it?", "Lee Lead").Fill("By when?", "31 January 2026").Press("Save")).Is(HttpStatusCode.OK);
        Assert.Equal("Decisions recorded", recorded.Heading);
        IReadOnlyList<Decision> decisions = await host.Records.Decisions.All(SmallPlan.Cycle);
        Assert.Contains(decisions, decision => decision is { Outcome: DecisionOutcome.Agreed, Owner: "Lee Lead", State: DecisionState.Open });

        Page list = await (await host.SignIn(SmallPlan.Pat)).Get("/decisions");
        string done = list.Buttons.First(button => button.StartsWith("Done", StringComparison.Ordinal));
        Page updated = await list.Press(done);
        Assert.Contains("The decision is updated.", updated.Text, StringComparison.Ordinal);
        Assert.Contains(await host.Records.Decisions.All(SmallPlan.Cycle), decision => decision is { Owner: "Lee Lead", State: DecisionState.Done });
    }

    [Fact]
    public async Task A_measure_raised_with_the_board_is_decided_on_once_and_under_its_code()
    {
        await using PagesHost host = await Issued();
        Page update = await (await host.SignIn(SmallPlan.Dee)).Get("/groups/stay-safe/update");
        Assert.Contains("What the group decided is recorded.", (await RaiseSS1(update.Fill("Areas of concern", "Vacant posts"))).Text, StringComparison.Ordinal);
        Timetable timetable = await host.Records.Timetables.InForce(SmallPlan.Cycle);
        await host.AdvanceTo(timetable.Groups.First(group => group.Body == "stay-safe").UpdateDueUtc.AddMinutes(1));
        await (await (await host.SignIn(SmallPlan.Pat)).Get($"{Group}/v2/issue")).Press("Issue report");
        await host.AdvanceTo(timetable.Board.BuildUtc.AddMinutes(1));
        Browser pat = await host.SignIn(SmallPlan.Pat);
        await (await pat.Get($"/packs/{SmallPlan.Cycle}/board/v1/issue")).Press("Issue report");
        await host.AdvanceTo(timetable.Board.AskDecisionsUtc.AddMinutes(1));

        Page page = await (await host.SignIn(SmallPlan.Dee)).Get($"/packs/{SmallPlan.Cycle}/board/decisions");
        string raised = Assert.Single(page.Headings, heading => heading.Contains("SS1", StringComparison.Ordinal));
        foreach ((string heading, int row) in page.Headings.SkipLast(3).Select((heading, row) => (heading, row)))
        {
            string outcome = heading == raised ? "Deferred" : "Noted";
            ((AngleSharp.Html.Dom.IHtmlInputElement)page.Document.QuerySelectorAll($"input[type=radio][value={outcome}]")[row]).IsChecked = true;
        }

        Assert.Empty((await page.Press("Save")).Errors);
        Decision decision = Assert.Single(await host.Records.Decisions.All(SmallPlan.Cycle), decision => decision.About is not null);
        Assert.Equal(("SS1", DecisionOutcome.Deferred, raised), (decision.About, decision.Outcome, decision.Text));
        pat = await host.SignIn(SmallPlan.Pat);
        Assert.Contains("on quarter 2 of 2025-26", (await pat.Get("/decisions")).Text, StringComparison.Ordinal);
        Assert.Contains("On track", (await pat.Get("/log?find=SS5")).Text, StringComparison.Ordinal);
    }

    private static Task<Page> RaiseSS1(Page update) => update
        .Choose("Yes", "Did you discuss SS1?").Fill("What are you doing about SS1?", "Fill two posts").Fill("Who does it?", "Lee Lead").Fill("By when?", "28 November 2025")
        .Choose("Ask Commissioning Board to look at SS1")
        .Fill("What is the effect on black and minority ethnic, disabled and disadvantaged children?", "Disabled children wait longer.")
        .Press("Save");

    internal static string LinkIn(PagesHost host, string email, string subject, string path)
    {
        OutgoingMail mail = host.Sent.LastOrDefault(mail => mail.ToAddress == email && mail.Subject.StartsWith(subject, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"No mail \"{subject}\" to {email}, but {string.Join("; ", host.Sent.Where(sent => sent.ToAddress == email).Select(sent => sent.Subject))}.");
        int start = mail.Text.IndexOf(PagesHost.Address + path, StringComparison.Ordinal) + PagesHost.Address.Length;
        return mail.Text[start..].Split((char[]?)null, 2)[0];
    }

    /// <summary>Every figure is in and agreed, and the groups' drafts are built.</summary>
    internal static async Task<PagesHost> Collated()
    {
        PagesHost host = await PagesHost.Opened();
        await host.AdvanceTo(PagesHost.FivePm(10, 13));
        await host.Send(SmallPlan.Ann, Forms.Value("SS1", "70"), Forms.Value("SS2", "5"), Forms.Value("SS4", "12"), Forms.Milestone("SS5", DeliverableState.OnTrack));
        await host.Send(SmallPlan.Bob, Forms.Value("SS3", "95"));
        await host.Send(SmallPlan.Cas, Forms.Value("BH1", "31"));
        await host.AdvanceTo((await host.Records.Timetables.InForce(SmallPlan.Cycle)).CollateUtc.AddMinutes(1));
        return host;
    }

    /// <summary>The group's first version is issued.</summary>
    internal static async Task<PagesHost> Issued()
    {
        PagesHost host = await Collated();
        await (await (await host.SignIn(SmallPlan.Pat)).Get($"{Group}/v1/issue")).Press("Issue report");
        await host.Settle();
        return host;
    }

    /// <summary>The group has met, its second version is issued, and the chair has the link with which to sign it.</summary>
    internal static async Task<PagesHost> AskedToSign()
    {
        PagesHost host = await Issued();
        GroupDates dates = (await host.Records.Timetables.InForce(SmallPlan.Cycle)).Groups.First(group => group.Body == "stay-safe");
        await host.AdvanceTo(dates.UpdateDueUtc.AddMinutes(1));
        await (await (await host.SignIn(SmallPlan.Pat)).Get($"{Group}/v2/issue")).Press("Issue report");
        await host.AdvanceTo(dates.AskSignOffUtc.AddMinutes(1));
        return host;
    }
}
