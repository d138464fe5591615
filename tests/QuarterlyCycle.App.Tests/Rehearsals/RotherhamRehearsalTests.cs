using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using QuarterlyCycle.App.Plans;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Clinics;
using QuarterlyCycle.Domain.Decisions;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Local.Rehearsals;
using Xunit;

namespace QuarterlyCycle.App.Tests.Rehearsals;

/// <summary>Two quarters of Rotherham in a row: what the first leaves open, the second takes up.</summary>
public sealed class RotherhamRehearsalTests(RotherhamRehearsal rehearsed) : IClassFixture<RotherhamRehearsal>
{
    private const string First = "2010-11-Q1";
    private const string Second = "2010-11-Q2";
    private const string Group = "make-a-positive-contribution";
    private const string Board = "board";
    private const string Findings = "Nearly all of the fall comes from two colleges";

    [Fact]
    public void Everybody_does_what_the_scenario_says() => Assert.Equal([], rehearsed.Summary.Surprises);

    [Theory]
    [InlineData(First)]
    [InlineData(Second)]
    public async Task The_groups_report_is_signed_off_and_the_boards_is_issued(string cycle)
    {
        Assert.Equal(PackState.SignedOff, (await rehearsed.Newest(cycle, Group)).State);
        Assert.Equal(PackState.Issued, (await rehearsed.Newest(cycle, Board)).State);
    }

    [Fact]
    public async Task Each_direction_that_is_not_positive_suggests_a_clinic_that_is_called_or_declined_with_a_reason()
    {
        string pack = await rehearsed.Words(Second, Board);
        Clinic[] clinics = [.. (await rehearsed.Records.Clinics.All(TestContext.Current.CancellationToken)).OrderBy(clinic => clinic.Code, StringComparer.Ordinal)];

        Assert.Equal(
            [($"{First}.NI113a", ClinicState.Closed), ($"{First}.NI114", ClinicState.Declined), ($"{First}.NI19", ClinicState.Declined), ($"{Second}.NI114", ClinicState.Reported)],
            clinics.Select(clinic => (clinic.Code, clinic.State)));
        Assert.All(clinics.Where(clinic => clinic.State == ClinicState.Declined), clinic => Assert.NotEmpty(clinic.DeclinedBecause!));
        Assert.Contains("Off target without change since last quarter.", pack, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_board_reads_what_the_clinic_of_the_first_quarter_found()
    {
        Assert.DoesNotContain(Findings, await rehearsed.Words(First, Board), StringComparison.Ordinal);
        Assert.Contains(Findings, await rehearsed.Words(Second, Board), StringComparison.Ordinal);
        Assert.Contains(rehearsed.Mail, mail => mail.EndsWith(": Clinic on NI113a: how does your action stand?", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_decision_that_is_open_returns_and_one_that_is_done_does_not()
    {
        string pack = await rehearsed.Words(Second, Board);

        Assert.Contains("The Board asked for a report on training places for young offenders at its next meeting.", pack, StringComparison.Ordinal);
        Assert.DoesNotContain("The Board asked for the contract for screening in colleges", pack, StringComparison.Ordinal);
        Assert.Equal(
            [DecisionState.Open, DecisionState.Done],
            (await rehearsed.Records.Decisions.All(First, TestContext.Current.CancellationToken)).Where(decision => decision.Outcome == DecisionOutcome.Agreed).Select(decision => decision.State));
    }

    [Fact]
    public async Task A_provisional_figure_that_becomes_final_is_listed_in_the_next_report_and_the_issued_one_stands()
    {
        Assert.Contains("8.4% [p]", await rehearsed.Words(First, Board), StringComparison.Ordinal);
        Assert.Contains("The last results of June came in July.", await rehearsed.Words(Second, Board), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_answered_is_named_with_every_reminder_and_is_there_a_quarter_later()
    {
        string first = await rehearsed.Words(First, Board);

        Assert.Contains("Owner: Compiling officer, teenage pregnancy", first, StringComparison.Ordinal);
        Assert.Contains("Answers stopped without it", first, StringComparison.Ordinal);
        Assert.Contains("−3.9% [p]", await rehearsed.Words(Second, Board), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_group_reads_its_plans_and_actions_by_aspiration_with_who_leads_and_the_milestones_of_each_year()
    {
        string group = await rehearsed.Words(First, Group);
        string board = await rehearsed.Words(First, Board);

        Assert.Contains(
            "Existing plans and strategies PC1e1 14-19 Learning Plan Strategic lead Dorothy Smith Lead Collette Bailey "
                + "Table 5: Milestones of PC1e1 Code Milestone Due Where it is PC1e1d1 Develop a Voice and Influence strategy",
            group,
            StringComparison.Ordinal);
        Assert.Contains("Learner Satisfaction Surveys. 2011-12 Not due", group, StringComparison.Ordinal);
        Assert.Contains("Additional partnership actions PC1n1 Develop a strategic plan for CYPS Voice & Influence", group, StringComparison.Ordinal);
        Assert.Contains("PC4: Fewer children and young people enter the youth justice system", group, StringComparison.Ordinal);
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(group, "Area of focus Yes"));
        Assert.Contains(
            "NI111a First time entrants to the Youth Justice System aged 10 – 17: Number NI 111, part a National", group, StringComparison.Ordinal);
        Assert.Contains(
            "PC1e1 14-19 Learning Plan PC1 Existing plans and strategies Strategic Lead, 14-19 Learning Plan Lead Officer, 14-19 Learning Plan",
            board,
            StringComparison.Ordinal);
        Assert.Contains("BH1 Aspiration Babies have a healthy start. BH Yes", board, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_few_young_people_in_custody_are_read_in_the_exempt_edition_only()
    {
        Assert.DoesNotContain("6.8%", await rehearsed.Words(First, Group), StringComparison.Ordinal);
        Assert.Contains("6.8%", await rehearsed.Words(First, Group, PackEdition.Exempt), StringComparison.Ordinal);
    }

    [Fact]
    public void A_milestone_of_2011_12_is_not_asked_in_2010_11_and_one_without_a_lead_is_asked_of_the_project_manager()
    {
        Assert.DoesNotContain(rehearsed.Mail, mail => mail.StartsWith("collette.bailey@", StringComparison.Ordinal));
        Assert.Contains("project-manager.performance@example.org: Quarter 1: 4 milestones due Friday 16 July", rehearsed.Mail);
    }
}

/// <summary>The two quarters, played once for every test that looks at what came of them.</summary>
public sealed partial class RotherhamRehearsal : IAsyncLifetime
{
    private Rehearsal? _rehearsal;

    internal RehearsalSummary Summary { get; private set; } = null!;

    /// <summary>The e-mails as "address: subject".</summary>
    internal IReadOnlyList<string> Mail { get; private set; } = [];

    internal QuarterRecords Records => _rehearsal!.Service.Get<QuarterRecords>();

    public async ValueTask InitializeAsync()
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "Plans", "rotherham-2010");
        Scenario scenario = Scenario.Read(Path.Combine(folder, "scenario.json"));
        Domain.Plans.Plan plan = PlanSource.Load(folder).Plan!;
        _rehearsal = await Rehearsal.Run(plan, Quarter.Parse(scenario.Quarter), [.. scenario.Quarters], (_, _) => { });
        Summary = await RehearsalSummary.Of(_rehearsal, plan);
        Mail = [.. (await _rehearsal.Mail.List()).Select(mail => $"{Address().Match(mail.To).Value}: {mail.Subject}")];
    }

    public async ValueTask DisposeAsync()
    {
        if (_rehearsal is not null)
        {
            await _rehearsal.DisposeAsync();
        }
    }

    internal async Task<PackVersion> Newest(string cycle, string body) => (await Records.Packs.All(cycle, body)).MaxBy(version => version.Version)!;

    /// <summary>The words of the newest version, in one of its editions.</summary>
    internal async Task<string> Words(string cycle, string body, PackEdition edition = PackEdition.Public)
    {
        PackFile file = (await Newest(cycle, body)).Files.Single(file => file.Edition == edition);
        string html = Encoding.UTF8.GetString((await _rehearsal!.Files.Read(file.StoredAs))!);
        return Blanks().Replace(WebUtility.HtmlDecode(Tag().Replace(html, " ")), " ");
    }

    [GeneratedRegex(@"[\w.-]+@[\w.-]+")]
    private static partial Regex Address();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
