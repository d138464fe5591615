using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using QuarterlyCycle.App.Plans;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Clinics;
using QuarterlyCycle.Domain.DataRequests;
using QuarterlyCycle.Domain.Decisions;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Timetables;
using QuarterlyCycle.Local.Rehearsals;
using Xunit;

namespace QuarterlyCycle.App.Tests.Rehearsals;

/// <summary>Every sample plan, two quarters in a row: each comes to issued reports, and what the first one left open stands in the second one's.</summary>
public sealed partial class SamplePlanRehearsalTests
{
    public static TheoryData<string> Plans => [.. Directory.GetDirectories(Path.Combine(AppContext.BaseDirectory, "Plans")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Plans))]
    public async Task Two_quarters_come_to_issued_reports_and_the_first_goes_on_in_the_second(string name)
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "Plans", name);
        Plan plan = PlanSource.Load(folder).Plan!;
        Scenario scenario = Scenario.Read(Path.Combine(folder, "scenario.json"));
        Assert.Equal(2, scenario.Quarters.Count());
        await using Rehearsal rehearsal = await Rehearsal.Run(plan, Quarter.Parse(scenario.Quarter), [.. scenario.Quarters], (_, _) => { });

        Assert.Equal([], (await RehearsalSummary.Of(rehearsal, plan)).Surprises);
        QuarterRecords records = rehearsal.Service.Get<QuarterRecords>();
        foreach (Quarter quarter in rehearsal.Quarters)
        {
            Timetable timetable = await records.Timetables.InForce(quarter.Code, TestContext.Current.CancellationToken);
            foreach (string body in timetable.Groups.Select(group => group.Body).Append(timetable.Board.Body))
            {
                Assert.True(await records.Packs.Issued(quarter.Code, body, TestContext.Current.CancellationToken) is not null, $"{quarter}: {body} has issued nothing.");
            }
        }

        await AssertGoesOn(rehearsal, records);
    }

    private static async Task AssertGoesOn(Rehearsal rehearsal, QuarterRecords records)
    {
        (string first, string second) = (rehearsal.Quarters[0].Code, rehearsal.Quarters[1].Code);
        string board = (await records.Timetables.InForce(second)).Board.Body;
        string report = await Words(rehearsal, records, second, board);

        Decision[] decided = [.. await records.Decisions.All(first)];
        Assert.NotEmpty(decided);
        Assert.Contains(decided, decision => decision.State == DecisionState.Open);
        Assert.All(decided.Where(decision => decision.State == DecisionState.Open), decision => Assert.Contains(decision.Text, report, StringComparison.Ordinal));

        Clinic[] clinics = [.. (await records.Clinics.All()).Where(clinic => clinic.Cycle == first && clinic.Findings is not null)];
        Assert.NotEmpty(clinics);
        Assert.All(clinics, clinic => Assert.Contains(clinic.Findings!, report, StringComparison.Ordinal));

        RequestedFigure[] revised = [.. (await records.Figures.All(first)).Where(figure => figure.RevisedUtc is not null)];
        Assert.NotEmpty(revised);
        string revisions = report[report.IndexOf("Figures of earlier quarters revised since their report", StringComparison.Ordinal)..];
        Assert.All(revised, figure => Assert.Matches($@"\b{Regex.Escape(figure.Code)} .*? {Regex.Escape(first)} ", revisions));
    }

    // The words of the report that is issued, for members: nothing is hidden in it.
    private static async Task<string> Words(Rehearsal rehearsal, QuarterRecords records, string cycle, string body)
    {
        PackVersion pack = (await records.Packs.Issued(cycle, body))!;
        PackFile file = pack.Files.OrderByDescending(file => file.Edition).First();
        string html = Encoding.UTF8.GetString((await rehearsal.Files.Read(file.StoredAs))!);
        return Blanks().Replace(WebUtility.HtmlDecode(Tag().Replace(html, " ")), " ");
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
