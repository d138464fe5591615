using QuarterlyCycle.App.Acts;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Packs;
using QuarterlyCycle.Domain.Decisions;
using QuarterlyCycle.Domain.Packs;
using Xunit;

namespace QuarterlyCycle.App.Tests.Packs;

public sealed class PackMailTests
{
    private static readonly PackAddress Group = new(PackScene.Cycle, PackScene.Group);
    private static readonly PackAddress Board = new(PackScene.Cycle, PackScene.Board);

    [Fact]
    public async Task The_project_manager_hears_how_much_must_be_fixed()
    {
        using PackScene scene = await PackScene.Open();
        await scene.AnswerAllBut("SS4");
        await scene.Answer("SS4", 95m, "Action plan TBC.");
        PackVersion draft = await scene.Build();

        await scene.PackMail.DraftReady(Group, draft.Version, CancellationToken.None);
        OutgoingMail mail = await Sent(scene, PackPlan.Manager);

        Assert.Equal("Stay Safe report is ready to check", mail.Subject);
        Assert.Contains("1 thing must be fixed before you can issue it.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("https://service.example.org/packs/2008-09-Q2/stay-safe/v1", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_papers_go_to_the_group_with_its_exceptions_and_without_values()
    {
        using PackScene scene = await PackScene.Open();
        await scene.AnswerAllBut();
        PackVersion issued = await scene.BuildAndIssue();

        await scene.PackMail.Papers(Group, issued.Version, CancellationToken.None);
        OutgoingMail mail = await Sent(scene, PackPlan.Chair);

        Assert.StartsWith("Stay Safe papers for ", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("1 of 4 measures is off target", mail.Text, StringComparison.Ordinal);
        Assert.Contains("SS1 Initial assessments on time: Off target", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("68.2", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("midday", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chair_gets_a_link_to_this_version_and_nobody_is_asked_to_sign_what_is_replaced()
    {
        using PackScene scene = await PackScene.Open();
        await scene.AnswerAllBut();
        PackVersion first = await scene.BuildAndIssue();
        await scene.PackMail.AskForSignOff(Group, first.Version, again: false, CancellationToken.None);
        OutgoingMail mail = await Sent(scene, PackPlan.Chair);
        Assert.Contains("https://service.example.org/sign-off/", mail.Text, StringComparison.Ordinal);

        await scene.PackMail.RemindChair(Group, first.Version, CancellationToken.None);
        await scene.BuildAndIssue(cause: "draft.2");
        scene.Sender.Sent.Clear();
        await Settle(scene);
        Assert.Empty(scene.Sender.Sent);
    }

    [Fact]
    public async Task After_a_change_a_chair_who_had_signed_hears_what_changed()
    {
        using PackScene scene = await PackScene.Open();
        await scene.AnswerAllBut();
        PackVersion first = await scene.BuildAndIssue();
        PackScene.Accepted(await scene.Sign(PackPlan.Chair, first));
        await scene.PackMail.SignOffReceipt(Group, first.Version, CancellationToken.None);
        OutgoingMail receipt = await Sent(scene, PackPlan.Chair);
        Assert.Equal("You signed off the Stay Safe report, version 1", receipt.Subject);
        Assert.Contains(first.Files[0].Sha256, receipt.Text, StringComparison.Ordinal);

        await scene.Answer("SS1", 70m, reason: QuarterlyCycle.Domain.Submissions.CorrectionReason.TypingMistake);
        PackVersion second = await scene.BuildAndIssue(cause: "draft.2");
        scene.Sender.Sent.Clear();
        await scene.PackMail.AskForSignOff(Group, second.Version, again: true, CancellationToken.None);
        OutgoingMail again = await Sent(scene, PackPlan.Chair);

        Assert.Equal("The Stay Safe report changed after you signed", again.Subject);
        Assert.Contains("SS1 changed: error. So we need your sign-off again.", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_secretary_is_warned_of_sign_offs_outstanding_and_asked_for_decisions()
    {
        using PackScene scene = await PackScene.Open();
        await scene.AnswerAllBut();

        await scene.BoardMail.WarnSecretary(Board, CancellationToken.None);
        OutgoingMail warning = await Sent(scene, PackPlan.Secretary);
        Assert.Equal("Performance pack may be late", warning.Subject);
        Assert.Contains("Stay Safe: Chris Chair", warning.Text, StringComparison.Ordinal);

        scene.Sender.Sent.Clear();
        scene.Clock.NowUtc = (await scene.Timetable()).Board.AskDecisionsUtc;
        await scene.BoardMail.AskForDecisions(Board, 1, CancellationToken.None);
        Assert.Contains("https://service.example.org/packs/2008-09-Q2/board/decisions", (await Sent(scene, PackPlan.Secretary)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Officers_hear_what_the_board_said_about_their_measures_alone()
    {
        using PackScene scene = await PackScene.Open();
        await scene.AnswerAllBut();
        scene.Clock.NowUtc = (await scene.Timetable()).Board.AskDecisionsUtc;
        PackScene.Accepted(await scene.Do(PackPlan.Secretary, (id, at, by) => new RecordDecisions
        {
            Id = id,
            AtUtc = at,
            By = by,
            Cycle = PackScene.Cycle,
            Body = PackScene.Board,
            MeetingOn = QuarterlyCycle.Domain.Calendar.LondonTime.DateOf(at),
            Decisions = [new DecisionForm(DecisionOutcome.Agreed, null, "Report to the next meeting.", "SS1", PackPlan.Lead, null)],
        }));

        await scene.BoardMail.Decisions(Board, scene.Client.Heard[^1].Signal.Id, CancellationToken.None);
        OutgoingMail mail = await Sent(scene, PackPlan.Ann);

        Assert.Equal("What the board said about your measures", mail.Subject);
        Assert.Contains("Agreed: Report to the next meeting.", mail.Text, StringComparison.Ordinal);
        Assert.Single(scene.Sender.Sent);
    }

    private static async Task<OutgoingMail> Sent(PackScene scene, string address)
    {
        await Settle(scene);
        return Assert.Single(scene.Sender.Sent, mail => mail.ToAddress == address);
    }

    // As the sweep does on the morning that follows.
    private static async Task Settle(PackScene scene)
    {
        scene.Clock.NowUtc = scene.Clock.NowUtc.AddDays(4);
        foreach (string instance in new[] { "2008-09-Q2.group.stay-safe", "2008-09-Q2.board" })
        {
            foreach (OutboxRow row in await scene.Outbox.List(instance))
            {
                await scene.Outbox.Settle(row);
            }
        }
    }
}
