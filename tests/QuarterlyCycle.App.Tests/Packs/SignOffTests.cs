using QuarterlyCycle.App.Acts;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Orchestrations.Events;
using Xunit;

namespace QuarterlyCycle.App.Tests.Packs;

public sealed class SignOffTests
{
    private static readonly MeasureUpdate AboutSS1 = new("SS1", true, "Recruit two social workers.", "Lee Lead", new DateOnly(2008, 12, 1), true);

    [Fact]
    public async Task A_signature_counts_for_exactly_the_version_that_was_read()
    {
        using PackScene scene = await PackScene.Open();
        await scene.AnswerAllBut();
        PackVersion issued = await scene.BuildAndIssue();

        Assert.Contains("not the report as it was issued", PackScene.Refusal(await scene.Sign(PackPlan.Chair, issued with { Seal = new string('0', 64) })), StringComparison.Ordinal);
        PackScene.Accepted(await scene.Sign(PackPlan.Chair, issued));

        Assert.Equal(PackState.SignedOff, (await scene.Records.Packs.Get(PackScene.Cycle, PackScene.Group, 1))!.State);
        (string instance, Signal signal) = scene.Client.Heard[^1];
        Assert.Equal("2008-09-Q2.group.stay-safe", instance);
        Assert.Equal(issued.Seal, Assert.IsType<PackSignedOff>(signal).Seal);
    }

    [Fact]
    public async Task A_draft_is_not_signed()
    {
        using PackScene scene = await PackScene.Open();
        await scene.AnswerAllBut();

        Assert.Contains("is a draft", PackScene.Refusal(await scene.Sign(PackPlan.Chair, await scene.Build())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_but_the_chair_or_the_vice_chair_signs()
    {
        using PackScene scene = await PackScene.Open();
        await scene.AnswerAllBut();
        PackVersion issued = await scene.BuildAndIssue();

        Assert.Contains("Only the chair of Stay Safe", PackScene.Refusal(await scene.Sign(PackPlan.Manager, issued)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_vice_chair_signs_for_the_chair()
    {
        using PackScene scene = await PackScene.Open();
        await scene.AnswerAllBut();

        PackScene.Accepted(await scene.Sign(PackPlan.ViceChair, await scene.BuildAndIssue()));

        SignOff signature = Assert.Single(await scene.Records.SignOffs.All(PackScene.Cycle, PackScene.Group));
        Assert.Equal(await scene.Number(PackPlan.Chair), signature.For);
    }

    [Fact]
    public async Task A_report_that_changed_is_signed_again_and_the_first_signature_stays_on_its_version()
    {
        using PackScene scene = await PackScene.Open();
        await scene.AnswerAllBut();
        PackVersion first = await scene.BuildAndIssue();
        PackScene.Accepted(await scene.Sign(PackPlan.Chair, first));

        scene.Clock.NowUtc = scene.Clock.NowUtc.AddDays(1);
        await scene.Answer("SS1", 70m);
        PackVersion second = await scene.BuildAndIssue(cause: "draft.2");

        Assert.Contains("This report changed after you signed", PackScene.Refusal(await scene.Sign(PackPlan.Chair, first)), StringComparison.Ordinal);
        Assert.Equal(PackState.Replaced, (await scene.Records.Packs.Get(PackScene.Cycle, PackScene.Group, 1))!.State);
        Assert.Null(await scene.Records.SignOffs.Signature(PackScene.Cycle, PackScene.Group, 2, second.Seal));
        PackScene.Accepted(await scene.Sign(PackPlan.Chair, second));
        Assert.Equal([1, 2], (await scene.Records.SignOffs.All(PackScene.Cycle, PackScene.Group)).Select(signOff => signOff.Version));
    }

    [Fact]
    public async Task A_version_sent_back_is_built_again_and_signed()
    {
        using PackScene scene = await PackScene.Open();
        await scene.AnswerAllBut();
        PackVersion first = await scene.BuildAndIssue();
        Assert.Contains("Enter what needs changing", PackScene.Refusal(await scene.SendBack(PackPlan.Chair, first, " ")), StringComparison.Ordinal);
        PackScene.Accepted(await scene.SendBack(PackPlan.Chair, first, "Paragraph 3.2 blames the wrong team."));
        Assert.IsType<PackSentBack>(scene.Client.Heard[^1].Signal);
        Assert.Null(await scene.Records.SignOffs.Signature(PackScene.Cycle, PackScene.Group, 1, first.Seal));

        PackVersion second = await scene.BuildAndIssue(cause: "draft.2");
        PackScene.Accepted(await scene.Sign(PackPlan.Chair, second));

        Assert.NotNull(await scene.Records.SignOffs.Signature(PackScene.Cycle, PackScene.Group, 2, second.Seal));
    }

    [Fact]
    public async Task A_chair_who_compiled_a_figure_signs_only_after_the_vice_chair()
    {
        using PackScene scene = await PackScene.Open();
        await scene.AnswerAllBut("SS4");
        await scene.Answer("SS4", 95m, sentBy: await scene.Number(PackPlan.Chair));
        PackVersion issued = await scene.BuildAndIssue();

        Assert.Contains("You compiled or agreed SS4, so Vic Vice has to sign this version first", PackScene.Refusal(await scene.Sign(PackPlan.Chair, issued)), StringComparison.Ordinal);
        PackScene.Accepted(await scene.Sign(PackPlan.ViceChair, issued));
        PackScene.Accepted(await scene.Sign(PackPlan.Chair, issued));
    }

    [Fact]
    public async Task What_the_group_decided_stands_in_the_next_version()
    {
        using PackScene scene = await PackScene.Open();
        await scene.AnswerAllBut();
        await scene.BuildAndIssue();
        Assert.Contains("Select whether you discussed this measure", PackScene.Refusal(await scene.Update()), StringComparison.Ordinal);
        PackScene.Accepted(await scene.Update(AboutSS1));
        Assert.IsType<GroupUpdateRecorded>(scene.Client.Heard[^1].Signal);

        PackVersion next = await scene.Build(cause: "draft.2");
        string text = await scene.Text(next);

        Assert.True(next.HasGroupUpdate);
        Assert.Contains("Recruit two social workers.", text, StringComparison.Ordinal);
        Assert.Contains("Disabled children wait longer.", text, StringComparison.Ordinal);
        Assert.Contains("That the Commissioning Board decide what is to be done about SS1", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repeat_of_an_act_changes_nothing_twice()
    {
        using PackScene scene = await PackScene.Open();
        await scene.AnswerAllBut();
        PackVersion issued = await scene.BuildAndIssue();
        string chair = await scene.Number(PackPlan.Chair);
        SignPack act = new() { Id = "once", AtUtc = scene.Clock.NowUtc, By = chair, Cycle = PackScene.Cycle, Body = PackScene.Group, Version = 1, Seal = issued.Seal };

        PackScene.Accepted(await scene.Do(PackPlan.Chair, (_, _, _) => act));
        PackScene.Accepted(await scene.Do(PackPlan.Chair, (_, _, _) => act));

        Assert.Single(await scene.Records.SignOffs.All(PackScene.Cycle, PackScene.Group));
    }
}
