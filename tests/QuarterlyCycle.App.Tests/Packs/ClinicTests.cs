using QuarterlyCycle.App.Acts;
using QuarterlyCycle.Domain.Clinics;
using QuarterlyCycle.Orchestrations.Events;
using Xunit;

namespace QuarterlyCycle.App.Tests.Packs;

public sealed class ClinicTests
{
    private const string Clinic = "2008-09-Q2.SS1";

    [Fact]
    public async Task A_measure_that_got_worse_is_suggested_once_with_its_trigger()
    {
        using PackScene scene = await PackScene.Open();
        await scene.AnswerAllBut();

        int suggested = await scene.Suggestions.Suggest(PackScene.Cycle);
        Assert.Equal(suggested, await scene.Suggestions.Suggest(PackScene.Cycle));

        Clinic clinic = (await scene.Records.Clinics.Get(Clinic))!;
        Assert.Equal(ClinicState.Suggested, clinic.State);
        Assert.Contains("Got worse since last quarter", clinic.Trigger, StringComparison.Ordinal);
        Assert.Equal(suggested, (await scene.Records.Clinics.All()).Count);
    }

    [Fact]
    public async Task Nobody_closes_a_clinic_without_the_report_to_the_board()
    {
        using PackScene scene = await PackScene.Open();
        await scene.AnswerAllBut();
        await scene.Suggestions.Suggest(PackScene.Cycle);
        DateOnly holdBy = QuarterlyCycle.Domain.Calendar.LondonTime.DateOf(scene.Clock.NowUtc).AddDays(7);

        PackScene.Accepted(await scene.Do(PackPlan.Manager, (id, at, by) => new CallClinic { Id = id, AtUtc = at, By = by, Cycle = PackScene.Cycle, Clinic = Clinic, HoldByDate = holdBy }));
        Assert.Equal(["clinic.2008-09-Q2.SS1"], scene.Client.Started);
        scene.Clock.NowUtc = scene.Clock.NowUtc.AddDays(8);
        PackScene.Accepted(await scene.Do(PackPlan.Manager, (id, at, by) => new RecordClinic
        {
            Id = id,
            AtUtc = at,
            By = by,
            Cycle = PackScene.Cycle,
            Clinic = Clinic,
            HeldOn = holdBy,
            Findings = "Vacant posts.",
            Actions = [new ClinicAction("Recruit.", "Lee Lead", holdBy.AddDays(30))],
        }));
        Assert.Single(Assert.IsType<ClinicHeld>(scene.Client.Heard[^1].Signal).Milestones!);

        CloseClinic Close(string id, DateTime at, string by) => new() { Id = id, AtUtc = at, By = by, Cycle = PackScene.Cycle, Clinic = Clinic };
        Assert.Contains("have not been reported to the board", PackScene.Refusal(await scene.Do(PackPlan.Manager, Close)), StringComparison.Ordinal);
        await scene.Records.Clinics.Change(Clinic, clinic => clinic with { State = ClinicState.Reported });
        PackScene.Accepted(await scene.Do(PackPlan.Manager, Close));
        Assert.IsType<ClinicClosed>(scene.Client.Heard[^1].Signal);
    }

    [Fact]
    public async Task A_declined_clinic_prints_its_reason()
    {
        using PackScene scene = await PackScene.Open();
        await scene.AnswerAllBut();
        await scene.Suggestions.Suggest(PackScene.Cycle);
        PackScene.Accepted(await scene.Do(PackPlan.Manager, (id, at, by) => new DeclineClinic { Id = id, AtUtc = at, By = by, Cycle = PackScene.Cycle, Clinic = Clinic, Reason = "One bad month." }));

        Assert.Contains("Declined: One bad month.", await scene.Text(await scene.Build()), StringComparison.Ordinal);
    }
}
