using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Cycles;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Packs;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Domain.Plans;
using QuarterlyCycle.Domain.Submissions;
using QuarterlyCycle.Domain.Timetables;
using QuarterlyCycle.Orchestrations.Calls;
using Xunit;

namespace QuarterlyCycle.App.Tests.Acts;

/// <summary>Who hears of a figure that is revised after corrections have stopped, and what an e-mail may say of it.</summary>
public sealed class RevisionNoticesTests
{
    private const string Why = "Two assessments were recorded late.";
    private const string Sam = "sam@example.org";
    private const string Next = "2025-26-Q3";

    [Fact]
    public async Task The_secretary_the_chair_who_signed_the_lead_officer_and_the_officer_hear_once()
    {
        using QuarterBench bench = await Reported();

        QuarterBench.Accepted(await bench.Revise(Forms.Value("SS1", "69"), Why));
        IReadOnlyList<OutgoingMail> mails = await NextMorning(bench);

        Assert.Equal([SmallPlan.Ann, SmallPlan.Dee, SmallPlan.Lee, Sam], mails.Select(mail => mail.ToAddress).Order(StringComparer.Ordinal));
        Assert.All(mails, mail =>
        {
            Assert.Equal("SS1 was revised after the report", mail.Subject);
            Assert.Contains("Pat Manager has revised SS1. The issued reports stay as they are.", mail.Text, StringComparison.Ordinal);
            Assert.Contains("Stay Safe, quarter 2 of 2025-26, version 1", mail.Text, StringComparison.Ordinal);
            Assert.Contains("Commissioning Board, quarter 2 of 2025-26, version 1", mail.Text, StringComparison.Ordinal);
            Assert.Contains("Was: 68.2%", mail.Text, StringComparison.Ordinal);
            Assert.Contains("Is now: 69.0%", mail.Text, StringComparison.Ordinal);
            Assert.Contains(Why, mail.Text, StringComparison.Ordinal);
            Assert.Contains("the next report lists the revision and marks the figure [r]", mail.Text, StringComparison.OrdinalIgnoreCase);
        });
        Assert.Contains("/packs/2025-26-Q2/board", To(mails, Sam).Text, StringComparison.Ordinal);
        Assert.Contains("you are secretary of Commissioning Board", To(mails, Sam).Text, StringComparison.Ordinal);
        Assert.Contains("/packs/2025-26-Q2/stay-safe", To(mails, SmallPlan.Dee).Text, StringComparison.Ordinal);
        Assert.Contains("we ask for your signature again", To(mails, SmallPlan.Dee).Text, StringComparison.Ordinal);
        Assert.Contains("you review these measures", To(mails, SmallPlan.Lee).Text, StringComparison.Ordinal);
        Assert.Contains("you supplied these measures", To(mails, SmallPlan.Ann).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repeat_of_the_act_tells_nobody_twice_and_a_second_revision_tells_again()
    {
        using QuarterBench bench = await Reported();
        string pat = await bench.Number(SmallPlan.Pat);
        ReviseFigure act = new()
        {
            Id = "revised", AtUtc = bench.Clock.NowUtc, By = pat, Cycle = SmallPlan.Cycle,
            Form = Forms.Value("SS1", "69"), Reason = CorrectionReason.LateData, Why = Why,
        };

        QuarterBench.Accepted(await bench.Do(act));
        await bench.Get<ActRows>().Receive(act);
        QuarterBench.Accepted(await bench.Do(act));
        Assert.Equal(4, (await NextMorning(bench)).Count);

        QuarterBench.Accepted(await bench.Revise(Forms.Value("SS1", "70"), "One more came."));
        Assert.Equal(4, (await NextMorning(bench)).Count);
    }

    [Fact]
    public async Task A_group_whose_report_has_not_the_figure_hears_nothing_and_neither_does_who_revised_it()
    {
        Plan plan = Plan(lead: SmallPlan.Pat);
        using QuarterBench bench = await Reported(plan);

        QuarterBench.Accepted(await bench.Revise(Forms.Value("BH1", "60"), Why));
        IReadOnlyList<OutgoingMail> mails = await NextMorning(bench);

        Assert.Equal([SmallPlan.Cas, Sam], mails.Select(mail => mail.ToAddress).Order(StringComparer.Ordinal));
        Assert.All(mails, mail => Assert.DoesNotContain("Stay Safe, quarter 2", mail.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Before_a_report_is_issued_only_the_lead_officer_and_the_officer_hear()
    {
        using QuarterBench bench = await QuarterBench.Opened(Plan());
        QuarterBench.Accepted(await bench.Send(SmallPlan.Ann, Forms.Value("SS1", "68.2")));
        bench.Clock.NowUtc = QuarterBench.Morning(10, 28).AddHours(2);
        await bench.Deliver();

        QuarterBench.Accepted(await bench.Revise(Forms.Value("SS1", "69"), Why));
        IReadOnlyList<OutgoingMail> mails = await NextMorning(bench);

        Assert.Equal([SmallPlan.Ann, SmallPlan.Lee], mails.Select(mail => mail.ToAddress).Order(StringComparer.Ordinal));
        Assert.All(mails, mail => Assert.Equal("SS1 was revised", mail.Subject));
        Assert.Contains("No report with it is issued yet.", mails[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BH1", "33", false)]
    [InlineData("BH1", "60", true)]
    [InlineData("SS4", "60", false)]
    public async Task A_difference_by_few_and_a_sensitive_value_stay_out_of_the_email(string code, string revised, bool isSaid)
    {
        using QuarterBench bench = await Reported();

        QuarterBench.Accepted(await bench.Revise(Forms.Value(code, revised), "Found on another list."));
        IReadOnlyList<OutgoingMail> mails = await NextMorning(bench);

        Assert.NotEmpty(mails);
        Assert.All(mails, mail =>
        {
            Assert.Equal(isSaid, mail.Text.Contains($"Is now: {revised}", StringComparison.Ordinal));
            Assert.Equal(isSaid, mail.Text.Contains("Found on another list.", StringComparison.Ordinal));
            Assert.Equal(!isSaid, mail.Text.Contains("The values and the reason are not shown in e-mails", StringComparison.Ordinal));
        });
    }

    [Theory]
    [InlineData(null, "31", true)]
    [InlineData("33", "33", false)]
    [InlineData("60", "60", true)]
    public async Task The_next_request_leaves_out_a_last_figure_that_differs_by_few_from_what_a_report_printed(string? revised, string last, bool isSaid)
    {
        using QuarterBench bench = await Reported();
        if (revised is not null)
        {
            QuarterBench.Accepted(await bench.Revise(Forms.Value("BH1", revised), "Found on another list."));
            await NextMorning(bench);
        }

        Assert.Empty(await bench.Get<CyclePlanner>().Plan(Quarter.Parse(Next), "service"));
        await bench.Call(new OpenCycle(Next));
        bench.Clock.NowUtc = (await bench.Records.Timetables.InForce(Next)).OpensUtc;
        await bench.Deliver();
        await bench.Call(new SendChasingMail(new DataRequestKey(Next, 1, await bench.Number(SmallPlan.Cas)), ChasingStep.Request, 1));

        OutgoingMail request = Assert.Single(await bench.Deliver(), mail => mail.ToAddress == SmallPlan.Cas);
        Assert.Contains("BH1", request.Text, StringComparison.Ordinal);
        Assert.Equal(isSaid, request.Text.Contains($"Last quarter: {last}", StringComparison.Ordinal));
        Assert.Equal(isSaid, request.Text.Contains("Last quarter: ", StringComparison.Ordinal));
    }

    private static OutgoingMail To(IEnumerable<OutgoingMail> mails, string address) => mails.Single(mail => mail.ToAddress == address);

    private static async Task<IReadOnlyList<OutgoingMail>> NextMorning(QuarterBench bench)
    {
        bench.Clock.NowUtc = bench.Clock.NowUtc.AddDays(1);
        return await bench.Deliver();
    }

    // Nobody but Dee chairs, and Sam is the board's secretary.
    private static Plan Plan(string lead = SmallPlan.Lee)
    {
        Plan plan = SmallPlan.Make();
        return plan with
        {
            People =
            [
                .. plan.People.Select(person => person with { AwayFrom = null, AwayTo = null, StandIn = null }),
                plan.People[^1] with { Email = Sam, Name = "Sam Secretary", Roles = [Role.Secretary] },
            ],
            Bodies = [.. plan.Bodies.Select(body => body.Code == "board" ? body with { Secretary = Sam } : body)],
            Indicators = [.. plan.Indicators.Select(indicator => indicator with { Lead = Owner.Parse(lead) })],
        };
    }

    // Every figure is in, Stay Safe's report and the board's pack are issued, and Dee has signed.
    private static async Task<QuarterBench> Reported(Plan? plan = null)
    {
        QuarterBench bench = await QuarterBench.Opened(plan ?? Plan());
        QuarterBench.Accepted(await bench.Send(
            SmallPlan.Ann, Forms.Value("SS1", "68.2"), Forms.Value("SS2", "12", "A new way of counting"), Forms.Value("SS4", "18")));
        QuarterBench.Accepted(await bench.Send(SmallPlan.Bob, Forms.Value("SS3", "80")));
        QuarterBench.Accepted(await bench.Send(SmallPlan.Cas, Forms.Value("BH1", "31")));
        bench.Clock.NowUtc = (await bench.Records.Timetables.InForce(SmallPlan.Cycle)).Board.BuildUtc.AddHours(2);
        foreach (string body in new[] { "stay-safe", "be-healthy", "board" })
        {
            PackVersion built = await bench.Get<PackBuilder>().Build(SmallPlan.Cycle, body, "draft.1");
            string pat = await bench.Number(SmallPlan.Pat);
            QuarterBench.Accepted(await bench.Do((id, atUtc) => new IssuePack
            {
                Id = id, AtUtc = atUtc, By = pat, Cycle = SmallPlan.Cycle, Body = body, Version = built.Version,
            }));
            if (body == "stay-safe")
            {
                string dee = await bench.Number(SmallPlan.Dee);
                QuarterBench.Accepted(await bench.Do((id, atUtc) => new SignPack
                {
                    Id = id, AtUtc = atUtc, By = dee, Cycle = SmallPlan.Cycle, Body = body, Version = built.Version, Seal = built.Seal,
                }));
            }
        }

        await bench.Deliver();
        return bench;
    }
}
