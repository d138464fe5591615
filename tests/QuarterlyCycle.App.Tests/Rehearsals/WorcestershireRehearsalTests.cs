using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using QuarterlyCycle.App.Audits;
using QuarterlyCycle.App.Plans;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Clinics;
using QuarterlyCycle.Domain.Decisions;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Local.Mail;
using QuarterlyCycle.Local.Rehearsals;
using Xunit;

namespace QuarterlyCycle.App.Tests.Rehearsals;

/// <summary>Worcestershire's delivery plan through a quarter of milestones and the one with the year's figures: what was left open stops a report until somebody puts it right.</summary>
public sealed class WorcestershireRehearsalTests : IAsyncLifetime
{
    private const string Third = "2009-10-Q3";
    private const string Fourth = "2009-10-Q4";
    private const string Group = "performance-improvement-group";
    private const string Board = "cypsp";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Plans", "worcestershire-2008-11");

    private Rehearsal? _rehearsal;

    private Rehearsal Rehearsal => _rehearsal!;

    private QuarterRecords Records => Rehearsal.Service.Get<QuarterRecords>();

    public async ValueTask InitializeAsync()
    {
        Scenario scenario = Scenario.Read(Path.Combine(Folder, "scenario.json"));
        _rehearsal = await Rehearsal.Run(PlanSource.Load(Folder).Plan!, Quarter.Parse(Third), [.. scenario.Quarters], (_, _) => { });
    }

    public async ValueTask DisposeAsync()
    {
        if (_rehearsal is not null)
        {
            await _rehearsal.DisposeAsync();
        }
    }

    // One rehearsal for all of it: two quarters take seconds.
    [Fact]
    public async Task Two_quarters_run_to_signed_reports_and_what_the_first_decided_comes_back_in_the_second()
    {
        Assert.Equal([], Rehearsal.Player.Played.Where(played => !played.AsExpected).Select(played => $"{played.Step.Who} {played.Step.Does}: {played.Answer}"));
        foreach (string cycle in new[] { Third, Fourth })
        {
            Assert.Equal(PackState.SignedOff, (await Issued(cycle, Group)).State);
            Assert.Empty((await Issued(cycle, Group)).MustFix.Concat((await Issued(cycle, Board)).MustFix));
        }

        await AssertWhatWasLeftOpenStoppedTheReport();
        await AssertTheFirstDecisionsComeBack();
        await AssertTheYearsFigureStandsOnItsOwnDefinition();
        await AssertTheRevisionIsListed();
        await AssertTheClinicReports();
        await AssertTheCorrectedPlanIsPrinted();
        await AssertTheActivityPlanIsPrinted();
        await AssertTheRevisionIsTold();
    }

    private async Task AssertTheCorrectedPlanIsPrinted()
    {
        PlayedStep[] corrections = [.. Rehearsal.Player.Played.Where(played => played.Step.Does == ScenarioAct.CorrectPlan)];
        string draft = await Text((await Records.Packs.Get(Third, Group, 1, TestContext.Current.CancellationToken))!);
        string issued = await Text(await Issued(Third, Group));
        IReadOnlyList<AuditRow> audit = await Rehearsal.Service.Get<Audit>().List(Third, TestContext.Current.CancellationToken);
        AuditEntry[] entries = [.. audit.Select(row => row.Entry).Where(entry => entry.Act == "PlanCorrected")];

        Assert.Equal("Refused: AB3d02 is not asked this quarter and would be.", corrections[0].Answer);
        Assert.Contains("incidents to set following implementation", draft, StringComparison.Ordinal);
        Assert.DoesNotContain("to set following implementation", issued, StringComparison.Ordinal);
        Assert.Contains("Cyberbullying incidents to be set following implementation", issued, StringComparison.Ordinal);
        Assert.Contains("Cyberbullying incidents to be set following implementation", await Text(await Issued(Fourth, Group)), StringComparison.Ordinal);
        Assert.Equal(
            [
                ("1", "plan 3: A word was missing in the milestone AB2d04."),
                ("3", "plan 4: The cost and the measure of Safer School Partnerships are not agreed yet, and the plan has to say so."),
            ],
            entries.Select(entry => (entry.Old!, entry.New!)));
    }

    private async Task AssertTheActivityPlanIsPrinted()
    {
        string report = RehearsedSample.Plain(await Words(await Issued(Third, Group)));
        string board = RehearsedSample.Plain(await Words(await Issued(Third, Board)));

        Assert.Contains("Part of Theme T1: Meeting the needs of children and young people Cross-cutting theme X1: Promoting community cohesion", report, StringComparison.Ordinal);
        Assert.Contains(
            "AB6 Convene a Restorative Justice Approaches Strategy Group to develop and implement restorative Justice approaches. Strategic lead Trish Haines "
                + "Lead SDM: Vulnerable Children Other groups Anti-bullying Strategy Group; WSCB "
                + "Partners Schools; Children's Services; West Mercia Police; YOS; PCT; VCS; FE Colleges; District Councils "
                + "Linked plans LAA; Sustainable Community Strategy; Anti-bullying Strategy Resources £10,000 + £3000 officer time Measures AB6a, AB6b (in appendix A)",
            report,
            StringComparison.Ordinal);
        Assert.Contains("Action to Narrow the Gap AB5 Raise awareness of racist and homophobic bullying issues.", report, StringComparison.Ordinal);
        Assert.Contains("Resources Not yet costed", report, StringComparison.Ordinal);
        Assert.Contains("to a number still to be agreed with West Mercia Police 31 March 2010 Not asked", report, StringComparison.Ordinal);
        Assert.Contains("Supported by Worcestershire County Council; District Councils; PCT; VCS; Diocese of Worcester", board, StringComparison.Ordinal);
        Assert.Contains("£700 officer time £5000", board, StringComparison.Ordinal);
        Assert.Contains("LI2 Children who have experienced bullying TellUs3 Survey: the categories have widened", report, StringComparison.Ordinal);
        Assert.Contains("Local area agreement and local 35% in 2007-08 (TellUs2 Survey)", report, StringComparison.Ordinal);
    }

    private async Task AssertTheRevisionIsTold()
    {
        string[] told =
        [
            .. (await Rehearsal.Mail.ReadAll())
                .Where(opened => opened.Text.Contains("has revised AB7a.", StringComparison.Ordinal))
                .Select(opened => opened.Summary.To.Split('<')[1].TrimEnd('>')).Order(StringComparer.Ordinal),
        ];

        Assert.Equal(
            ["chair.performance-improvement-group@example.org", "compiling.incident-recording@example.org", "sdm.vulnerable-children@example.org", "secretary.cypsp@example.org"],
            told);
    }

    private async Task AssertWhatWasLeftOpenStoppedTheReport()
    {
        PlayedStep[] refused = [.. Rehearsal.Player.Played.Where(played => played.Step.Does == ScenarioAct.Issue && played.Step.Refused)];
        string text = await Text(await Issued(Third, Group));

        Assert.Equal(
            [
                "Refused: Performance Improvement Group, action AB3, resources: \"£***\". An amount is not filled in. "
                    + "Performance Improvement Group, milestone AB3d02: \"20**/**\". A year is not filled in. "
                    + "Performance Improvement Group, milestone AB3d02: \"*\". A star stands where a figure or word should be. "
                    + "Performance Improvement Group, milestone AB3d02: \"to liaise\". A note to a colleague is left in the text.",
                "Refused: Summary: \"£***\". An amount is not filled in.",
            ],
            refused.Select(played => played.Answer));
        Assert.Contains("Two surgeries are held. The third is on 3 March.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("TBC", text, StringComparison.Ordinal);
        Assert.DoesNotContain("**", text, StringComparison.Ordinal);
        Assert.Contains("from 9 in 2008/09 to 250 by September 2010, with an increase of 25% of schools each quarter", text, StringComparison.Ordinal);
    }

    private async Task AssertTheFirstDecisionsComeBack()
    {
        IReadOnlyList<Decision> decisions = [.. (await Records.Decisions.All(Third, TestContext.Current.CancellationToken)).OrderBy(decision => decision.Number)];
        string text = await Text(await Issued(Fourth, Group));

        Assert.Equal([("AB3", DecisionState.Open), ("AB7a", DecisionState.Done), ("AB2d02", DecisionState.Done), ("AB5d03", DecisionState.Open)], decisions.Select(decision => (decision.About!, decision.State)));
        Assert.All(decisions.Where(decision => decision.State == DecisionState.Open), decision => Assert.Contains($"{decision.About}: {decision.Text}", text, StringComparison.Ordinal));
        Assert.DoesNotContain(decisions[1].Text, text, StringComparison.Ordinal);
    }

    private async Task AssertTheYearsFigureStandsOnItsOwnDefinition()
    {
        string text = await Text(await Issued(Fourth, Group));

        Assert.Contains("43%", text, StringComparison.Ordinal);
        Assert.Contains("LI2, from 2008-09: break in series.", text, StringComparison.Ordinal);
        Assert.Equal(2, text.Split("35%").Length);
        Assert.Contains("<td>35% in 2007-08 (TellUs2 Survey)</td>", text, StringComparison.Ordinal);
    }

    private async Task AssertTheRevisionIsListed()
    {
        string text = await Text(await Issued(Fourth, Group));

        Assert.Contains("Nine schools had sent their first reports on paper.", text, StringComparison.Ordinal);
        Assert.Contains("125", text, StringComparison.Ordinal);
    }

    private async Task AssertTheClinicReports()
    {
        Clinic[] clinics = [.. (await Records.Clinics.All(TestContext.Current.CancellationToken)).OrderBy(clinic => clinic.Cycle, StringComparer.Ordinal)];

        Assert.Equal([("AB7a", Third, ClinicState.Closed), ("AB7a", Fourth, ClinicState.Declined)], clinics.Select(clinic => (clinic.Measure, clinic.Cycle, clinic.State)));
        Assert.Contains(clinics[0].Findings!, await Text(await Issued(Fourth, Board)), StringComparison.Ordinal);
    }

    private async Task<PackVersion> Issued(string cycle, string body) => (await Records.Packs.Issued(cycle, body, TestContext.Current.CancellationToken))!;

    private async Task<string> Words(PackVersion version)
    {
        IHtmlDocument page = new HtmlParser().ParseDocument(System.Text.Encoding.UTF8.GetString((await Rehearsal.Files.Read(version.Files[0].StoredAs, TestContext.Current.CancellationToken))!));
        foreach (IElement end in page.QuerySelectorAll("dt, dd, th, td, caption, h2, h3, h4, h5, h6"))
        {
            end.After(page.CreateTextNode(" "));
        }

        return page.Body!.TextContent;
    }

    private async Task<string> Text(PackVersion version) =>
        System.Net.WebUtility.HtmlDecode(System.Text.Encoding.UTF8.GetString((await Rehearsal.Files.Read(version.Files[0].StoredAs, TestContext.Current.CancellationToken))!));
}
