using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Tests.Packs;
using QuarterlyCycle.Domain.Clinics;
using QuarterlyCycle.Domain.Decisions;
using QuarterlyCycle.Domain.Packs;
using Xunit;

namespace QuarterlyCycle.App.Tests.Acts;

/// <summary>What people are told when a rule of theirs refuses an act: questions, more time, clinics, signatures and decisions.</summary>
public sealed class RefusalWordsTests
{
    private static readonly DateOnly Day = new(2008, 9, 29);

    [Fact]
    public async Task A_figure_is_sent_once_and_only_where_it_is_asked_for()
    {
        using QuarterBench bench = await QuarterBench.Opened();

        Assert.Equal("Enter at least one figure before you send", QuarterBench.Words(await bench.Send(SmallPlan.Ann)));
        Assert.Equal("XX9 is not asked for in this quarter.", QuarterBench.Words(await bench.Send(SmallPlan.Ann, Forms.Value("XX9", "1"))));
        Assert.Equal(
            "You entered SS1 twice. Send it once.\nYou entered SS1 twice. Send it once.",
            QuarterBench.Words(await bench.Send(SmallPlan.Ann, Forms.Value("SS1", "68.2"), Forms.Value("SS1", "68.3"))));
    }

    [Fact]
    public async Task A_question_is_asked_once_and_by_the_reviewer()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        QuarterBench.Accepted(await bench.Send(SmallPlan.Ann, Forms.Value("SS1", "68.2")));

        Assert.Equal("XX9 is not asked for in this quarter.", QuarterBench.Words(await bench.Ask(SmallPlan.Lee, "XX9", "Is this right?")));
        Assert.Equal(
            "Lee Lead reviews SS1, so you cannot ask about it.",
            QuarterBench.Words(await bench.Ask(SmallPlan.Bob, "SS1", "Is this right?")));
        QuarterBench.Accepted(await bench.Ask(SmallPlan.Lee, "SS1", "Is this right?"));
        Assert.Equal(
            "A question about SS1 is already open. Wait for the answer, or agree the figure.",
            QuarterBench.Words(await bench.Ask(SmallPlan.Lee, "SS1", "And this?")));
    }

    [Fact]
    public async Task Figures_are_agreed_by_their_reviewer_when_they_are_there()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        QuarterBench.Accepted(await bench.Send(SmallPlan.Ann, Forms.Value("SS1", "68.2")));

        Assert.Equal("Select the figures that you agree", QuarterBench.Words(await bench.Agree(SmallPlan.Lee)));
        Assert.Equal("XX9 is not asked for in this quarter.", QuarterBench.Words(await bench.Agree(SmallPlan.Lee, "XX9")));
        Assert.Equal("SS2 has not been sent yet.", QuarterBench.Words(await bench.Agree(SmallPlan.Lee, "SS2")));
        Assert.Equal("Lee Lead reviews SS1, so you cannot agree it.", QuarterBench.Words(await bench.Agree(SmallPlan.Bob, "SS1")));
    }

    [Fact]
    public async Task More_time_is_asked_for_named_measures_of_one_person_that_are_still_owed()
    {
        using QuarterBench bench = await QuarterBench.Opened();
        QuarterBench.Accepted(await bench.Send(SmallPlan.Ann, Forms.Value("SS1", "68.2")));
        async Task<string> Ask(params string[] measures) => QuarterBench.Words(await bench.Do(new AskForMoreTime
        {
            Id = $"asked.{string.Join('.', measures)}", AtUtc = bench.Clock.NowUtc, By = await bench.Number(SmallPlan.Ann), Cycle = SmallPlan.Cycle,
            Measures = measures, UntilDate = new DateOnly(2025, 10, 22), Why = "The data is late",
        }));

        Assert.Equal("Select the measures you need more time for", await Ask());
        Assert.Equal("SS1 is already sent.", await Ask("SS1"));
        Assert.Equal("XX9 is not asked for in this quarter.", await Ask("XX9"));
        Assert.Contains("Select the measures of one person at a time", await Ask("SS2", "SS3"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clinic_goes_one_step_at_a_time()
    {
        using PackScene scene = await PackScene.Open();
        await scene.AnswerAllBut();
        await scene.Suggestions.Suggest(PackScene.Cycle);
        async Task<string> Close(string clinic) =>
            PackScene.Refusal(await scene.Do(
                PackPlan.Manager, (id, at, by) => new CloseClinic { Id = id, AtUtc = at, By = by, Cycle = PackScene.Cycle, Clinic = clinic }));

        Assert.Equal("There is no such clinic.", await Close("2008-09-Q2.XX9"));
        foreach ((ClinicState state, string words) in new[]
        {
            (ClinicState.Suggested, "The clinic on SS1 has not been called."),
            (ClinicState.Called, "The clinic on SS1 is called and has not been held."),
            (ClinicState.Held, "The clinic on SS1 was held. Its findings have not been reported to the board yet."),
            (ClinicState.Declined, "The clinic on SS1 was declined: One bad month."),
            (ClinicState.Closed, "The clinic on SS1 is closed."),
        })
        {
            await scene.Records.Clinics.Change(
                "2008-09-Q2.SS1", clinic => clinic with { State = state, DeclinedBecause = state == ClinicState.Declined ? "One bad month." : null });
            Assert.Equal(words, await Close("2008-09-Q2.SS1"));
        }
    }

    [Fact]
    public async Task What_a_clinic_found_needs_its_day_its_words_and_an_action()
    {
        using PackScene scene = await PackScene.Open();
        await scene.AnswerAllBut();
        await scene.Suggestions.Suggest(PackScene.Cycle);
        await scene.Records.Clinics.Change("2008-09-Q2.SS1", clinic => clinic with { State = ClinicState.Called });
        async Task<string> Record(int days, string findings, params ClinicAction[] actions) =>
            PackScene.Refusal(await scene.Do(PackPlan.Manager, (id, at, by) => new RecordClinic
            {
                Id = id, AtUtc = at, By = by, Cycle = PackScene.Cycle, Clinic = "2008-09-Q2.SS1",
                HeldOn = Day.AddDays(days), Findings = findings, Actions = actions,
            }));

        Assert.Equal("The date must be today or in the past; Enter what the clinic found; Enter at least one action", await Record(400, " "));
        Assert.Equal("Enter what is to be done and who does it", await Record(0, "Vacant posts.", new ClinicAction("Recruit.", "", Day)));
    }

    [Fact]
    public async Task Only_an_issued_version_that_stands_is_signed()
    {
        using PackScene scene = await PackScene.Open();
        await scene.AnswerAllBut();
        PackVersion draft = await scene.Build();

        Assert.Equal("Version 1 is a draft. It can be signed when it is issued.", PackScene.Refusal(await scene.Sign(PackPlan.Chair, draft)));
        Assert.Equal("There is no version 9 of this report.", PackScene.Refusal(await scene.Sign(PackPlan.Chair, draft with { Version = 9 })));
        PackVersion issued = await scene.BuildAndIssue(cause: "draft.2");
        Assert.Equal(
            "This is not the report as it was issued. Open the link again and read it before you sign.",
            PackScene.Refusal(await scene.Sign(PackPlan.Chair, issued with { Seal = "another" })));
        Assert.Equal(
            "Only the chair of Stay Safe, or the vice-chair for the chair, can sign off its report.",
            PackScene.Refusal(await scene.Sign(PackPlan.OtherChair, issued)));
    }

    [Fact]
    public async Task A_decision_needs_its_words_its_owner_and_something_to_be_about()
    {
        using PackScene scene = await PackScene.Open();
        await scene.AnswerAllBut();
        async Task<string> Decide(string who, int days, params DecisionForm[] decisions) =>
            PackScene.Refusal(await scene.Do(who, (id, at, by) => new RecordDecisions
            {
                Id = id, AtUtc = at, By = by, Cycle = PackScene.Cycle, Body = PackScene.Board, MeetingOn = Day.AddDays(days), Decisions = decisions,
            }));
        DecisionForm whole = new(DecisionOutcome.Agreed, null, "Fund two posts.", "SS1", "Lee Lead", null);

        Assert.Equal("Only the secretary of Commissioning Board records its decisions.", await Decide(PackPlan.OtherChair, 0, whole));
        Assert.Equal("Enter at least one decision", await Decide(PackPlan.Secretary, 0));
        Assert.Equal("The date of the meeting must be today or in the past", await Decide(PackPlan.Secretary, 400, whole));
        Assert.Equal("Enter the words of the decision", await Decide(PackPlan.Secretary, 0, whole with { Text = " " }));
        Assert.Equal("Enter who acts on the decision", await Decide(PackPlan.Secretary, 0, whole with { Owner = null, DueDate = Day.AddDays(30) }));
        Assert.Equal("XX9 is not a measure, milestone or action of the plan", await Decide(PackPlan.Secretary, 0, whole with { About = "XX9" }));
    }

    [Fact]
    public async Task A_groups_answer_names_what_it_left_out()
    {
        using PackScene scene = await PackScene.Open();
        await scene.AnswerAllBut();
        await scene.BuildAndIssue();
        async Task<string> Update(string equality, string concerns, params MeasureUpdate[] measures) =>
            PackScene.Refusal(await scene.Do(PackPlan.Chair, (id, at, by) => new RecordGroupUpdate
            {
                Id = id, AtUtc = at, By = by, Cycle = PackScene.Cycle, Body = PackScene.Group,
                Measures = measures, Equality = equality, AreasOfConcern = concerns,
            }));
        MeasureUpdate whole = new("SS1", true, "Recruit two social workers.", "Lee Lead", Day.AddDays(30), true);

        Assert.Equal("Enter the effect on black and minority ethnic, disabled and disadvantaged children", await Update("", "None", whole));
        Assert.Equal("Enter why there is no evidence this quarter", await Update("No evidence this quarter", "None", whole));
        Assert.Equal("Enter the areas of concern, or None", await Update("None seen.", "", whole));
        Assert.Equal("Enter what you are doing about SS1", await Update("None seen.", "None", whole with { Action = "" }));
        Assert.Equal("Enter who acts on SS1", await Update("None seen.", "None", whole with { Owner = "" }));
        Assert.Equal("Enter the date by which it is done for SS1", await Update("None seen.", "None", whole with { DueDate = null }));
        Assert.Contains(
            "BH1 is not a measure of this group",
            await Update("None seen.", "None", whole, whole with { Code = "BH1" }), StringComparison.Ordinal);
    }
}
