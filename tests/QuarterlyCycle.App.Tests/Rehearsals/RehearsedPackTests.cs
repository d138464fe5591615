using QuarterlyCycle.App.Audits;
using QuarterlyCycle.Domain.Cycles;
using QuarterlyCycle.Domain.Decisions;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Local.Mail;
using Xunit;

namespace QuarterlyCycle.App.Tests.Rehearsals;

/// <summary>Weeks 4 to 9 of the rehearsed quarter: packs, sign-off, the board and the next quarter.</summary>
[Collection(DerbyRehearsalCollection.Name)]
public sealed class RehearsedPackTests(DerbyRehearsal quarter)
{
    private const string Cycle = DerbyRehearsal.Cycle;
    private const string ProjectManager = "project-manager.performance";
    private const string Secretary = "board-secretary";

    public static TheoryData<string, string> Groups => new()
    {
        { "be-healthy", "Be Healthy" },
        { "stay-safe", "Stay Safe" },
        { "enjoy-and-achieve", "Enjoy and Achieve" },
        { "make-a-positive-contribution", "Make a Positive Contribution" },
        { "achieve-economic-wellbeing", "Achieve Economic Wellbeing" },
    };

    [Theory]
    [MemberData(nameof(Groups))]
    public async Task Each_group_has_its_pack_built_issued_sent_out_and_signed(string body, string name)
    {
        IReadOnlyList<PackVersion> versions = await quarter.Records.Packs.All(Cycle, body, TestContext.Current.CancellationToken);
        PackVersion newest = versions.MaxBy(version => version.Version)!;

        Assert.Equal(PackState.SignedOff, newest.State);
        Assert.Contains(quarter.To(ProjectManager, "E47"), mail => mail.Text.Contains($"{name}, version 1, is ready to check", StringComparison.Ordinal));
        Assert.Contains(quarter.To(ProjectManager, "E48"), mail => mail.Text.Contains(name, StringComparison.Ordinal));
        foreach (string reader in new[] { $"chair.{body}", $"vice-chair.{body}" })
        {
            Assert.Equal($"{name} papers for 4 November", Assert.Single(quarter.To(reader, "E50")).Summary.Subject);
        }

        Assert.NotEmpty(quarter.To($"chair.{body}", "E52"));
        SignOff? signature = await quarter.Records.SignOffs.Signature(Cycle, body, newest.Version, newest.Seal, TestContext.Current.CancellationToken);
        Assert.True(signature?.SignedOff);
    }

    [Fact]
    public async Task What_the_group_decided_is_printed_and_where_nothing_was_recorded_the_pack_says_so()
    {
        Assert.Equal(
            ["be-healthy", "enjoy-and-achieve", "make-a-positive-contribution", "stay-safe"],
            (await quarter.Records.GroupUpdates.All(Cycle, TestContext.Current.CancellationToken)).Select(update => update.Body).Order(StringComparer.Ordinal));
        Assert.Contains("Peer support on both wards until March", await quarter.Pack("be-healthy", 3), StringComparison.Ordinal);
        Assert.Contains("Take-up of early booking is lowest among women new to the city.", await quarter.Pack("be-healthy", 3), StringComparison.Ordinal);
        string silent = await quarter.Pack("achieve-economic-wellbeing", 3);
        Assert.Contains("The group has not yet recorded an action.", silent, StringComparison.Ordinal);
        Assert.Contains("The group has not yet answered.", silent, StringComparison.Ordinal);
        Assert.NotEmpty(quarter.To(ProjectManager, "E51"));
    }

    [Fact]
    public async Task The_group_reads_which_action_each_milestone_serves_who_supports_it_and_how_its_measures_are_counted()
    {
        string pack = await quarter.Pack("be-healthy", 3);

        Assert.Contains("Priority OP1: Parenting", pack, StringComparison.Ordinal);
        Assert.Contains("BH8 Enhance provision of CAMHS intervention services in the community.", pack, StringComparison.Ordinal);
        Assert.Contains("Milestones of BH8", pack, StringComparison.Ordinal);
        Assert.Contains("Equality Impact Group; Parenting Steering Group; Locality Planning Group", pack, StringComparison.Ordinal);
        Assert.Contains("10 parent/carer Healthy School Roadshows in schools working towards Healthy School Status.", pack, StringComparison.Ordinal);
        Assert.DoesNotContain("Resources", pack, StringComparison.Ordinal);
        Assert.DoesNotContain("next free code", await quarter.Pack("stay-safe", 4), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pack_that_the_chair_sends_back_is_changed_and_signed_anew()
    {
        Assert.Contains("Say why re-referrals rose in one locality before we take this to the board.", Assert.Single(quarter.To(ProjectManager, "E56")).Text, StringComparison.Ordinal);
        Assert.Contains("version 4", Assert.Single(quarter.To("chair.stay-safe", "E55")).Text, StringComparison.Ordinal);
        Assert.Equal("You signed off the Stay Safe report, version 4", Assert.Single(quarter.To("chair.stay-safe", "E54")).Summary.Subject);
        IReadOnlyList<PackVersion> versions = await quarter.Records.Packs.All(Cycle, "stay-safe", TestContext.Current.CancellationToken);
        Assert.Equal(PackState.Replaced, versions.Single(version => version.Version == 3).State);
        Assert.Equal([false, true], (await quarter.Records.SignOffs.All(Cycle, "stay-safe", TestContext.Current.CancellationToken)).OrderBy(signed => signed.AtUtc).Select(signed => signed.SignedOff));
        Assert.Contains("one locality closed cases early while a post was empty", await quarter.Pack("stay-safe", 4), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_vice_chair_signs_for_a_chair_who_does_not()
    {
        const string body = "make-a-positive-contribution";

        Assert.Empty(quarter.To($"chair.{body}", "E54"));
        Assert.Contains("for Chair, Make a Positive Contribution outcome group", Assert.Single(quarter.To($"vice-chair.{body}", "E54")).Text, StringComparison.Ordinal);
        SignOff signed = Assert.Single(await quarter.Records.SignOffs.All(Cycle, body, TestContext.Current.CancellationToken));
        Assert.Equal((await quarter.Number($"vice-chair.{body}"), await quarter.Number($"chair.{body}")), (signed.By, signed.For));
    }

    [Fact]
    public async Task The_secretary_hears_of_the_risk_then_gets_the_pack_and_is_asked_for_the_decisions()
    {
        Assert.Equal(["E63", "E60", "E64", "E64"], quarter.To(Secretary).Select(DerbyRehearsal.Purpose));
        Assert.Equal(
            ["Performance pack may be late", "Performance pack for 25 November is ready", "Record the board's decisions", "Reminder: record the board's decisions by 5 December"],
            quarter.To(Secretary).Select(mail => mail.Summary.Subject));
        Assert.Contains("5 sign-offs are outstanding", quarter.To(Secretary)[0].Text, StringComparison.Ordinal);
        PackVersion pack = (await quarter.Records.Packs.Issued(Cycle, "board", TestContext.Current.CancellationToken))!;
        Assert.Contains($"This is version {pack.Version} for Joint Strategic Commissioning Board", quarter.To(Secretary)[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_board_decided_is_recorded_and_told_to_those_whose_measures_it_is_about()
    {
        IReadOnlyList<Decision> decisions = await quarter.Records.Decisions.All(Cycle, TestContext.Current.CancellationToken);

        Assert.Equal([("SS3a", DecisionOutcome.Agreed), ("SS1c", DecisionOutcome.Agreed), ("BH1d", DecisionOutcome.Noted), ("EA4c", DecisionOutcome.Deferred)], decisions.OrderBy(decision => decision.Number).Select(decision => (decision.About!, decision.Outcome)));
        Assert.Contains("The Board asked for the case audit of re-referrals at its next meeting.", Assert.Single(quarter.To("compiling.quality-assurance", "E27")).Text, StringComparison.Ordinal);
        Assert.Contains("The Board noted the position on breastfeeding.", Assert.Single(quarter.To("compiling.child-and-family", "E27")).Text, StringComparison.Ordinal);
        Assert.Empty(quarter.To("compiling.healthy-schools", "E27"));
    }

    [Fact]
    public async Task The_quarter_is_closed_and_the_timetable_opens_the_next()
    {
        Cycle ended = await quarter.Records.Cycles.Of(Cycle, TestContext.Current.CancellationToken);
        Cycle next = await quarter.Records.Cycles.Of("2008-09-Q3", TestContext.Current.CancellationToken);
        OpenedMail[] notices = [.. quarter.Mail.Where(mail => DerbyRehearsal.Purpose(mail) == "E0" && mail.Summary.SentUtc > ended.EndedUtc)];

        Assert.Equal(CycleState.ClosedWithGaps, ended.State);
        Assert.NotNull(ended.EndedUtc);
        Assert.Null(next.EndedUtc);
        Assert.Equal(68, notices.Length);
        Assert.All(notices.Select(notice => notice.Summary.Subject), subject => Assert.Matches("^Quarter 3 .+: we'll ask on Monday 5 January$", subject));
    }

    [Theory]
    [InlineData(Cycle)]
    [InlineData("2008-09-Q3")]
    public async Task The_audit_record_is_whole(string cycle)
    {
        AuditVerdict verdict = await quarter.Rehearsal.Service.Get<Audit>().Verify(cycle, cancellation: TestContext.Current.CancellationToken);

        Assert.True(verdict.IsGood, verdict.Why);
        Assert.NotEqual(0, verdict.Entries);
    }
}
