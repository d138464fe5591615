using QuarterlyCycle.App.Plans;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Decisions;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Local.Rehearsals;
using Xunit;

namespace QuarterlyCycle.App.Tests.Rehearsals;

/// <summary>Worcestershire's delivery plan through a quarter of milestones: what was left open stops the report until somebody puts it right.</summary>
public sealed class WorcestershireRehearsalTests
{
    private const string Group = "performance-improvement-group";
    private const string Board = "cypsp";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Plans", "worcestershire-2008-11");

    [Fact]
    public async Task The_quarter_runs_to_a_signed_report_and_to_decisions_and_nothing_left_open_is_issued()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        Plan plan = PlanSource.Load(Folder).Plan!;
        Scenario scenario = Scenario.Read(Path.Combine(Folder, "scenario.json"));
        await using Rehearsal rehearsal = await Rehearsal.Run(plan, Quarter.Parse(scenario.Quarter), scenario, (_, _) => { });
        QuarterRecords records = rehearsal.Service.Get<QuarterRecords>();

        Assert.Empty(rehearsal.Player.Played.Where(played => !played.AsExpected).Select(played => $"{played.Step.Who} {played.Step.Does}: {played.Answer}"));

        string refusal = Assert.Single(rehearsal.Player.Played, played => played.Step.Does == ScenarioAct.Issue && played.Step.Refused).Answer;
        Assert.Contains("Summary: \"£***\". An amount is not filled in.", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("TBC", refusal, StringComparison.Ordinal);

        PackVersion report = (await records.Packs.Issued(rehearsal.Cycle, Group, cancellation))!;
        PackVersion boardReport = (await records.Packs.Issued(rehearsal.Cycle, Board, cancellation))!;
        Assert.Equal(PackState.SignedOff, report.State);
        Assert.Empty(report.MustFix.Concat(boardReport.MustFix));
        string text = System.Text.Encoding.UTF8.GetString((await rehearsal.Files.Read(report.Files[0].StoredAs, cancellation))!);
        Assert.Contains("Two surgeries are held. The third is on 3 March.", text, StringComparison.Ordinal);
        Assert.Contains("from 9 in 2008/09 to 250 by September 2010, with an increase of 25% of schools each quarter", text, StringComparison.Ordinal);
        Assert.DoesNotContain("***", text, StringComparison.Ordinal);

        IReadOnlyList<Decision> decisions = await records.Decisions.All(rehearsal.Cycle, cancellation);
        Assert.Equal(["AB3", "AB7a", "AB2d02", "AB5d03"], decisions.OrderBy(decision => decision.Number).Select(decision => decision.About));
    }
}
