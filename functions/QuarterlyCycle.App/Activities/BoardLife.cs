using Microsoft.DurableTask;
using QuarterlyCycle.App.Packs;
using QuarterlyCycle.Orchestrations.Calls;

namespace QuarterlyCycle.App.Activities;

public sealed class SendingToTheSecretary(BoardMail mail) : TaskActivity<SendToSecretary, Done>
{
    public override async Task<Done> RunAsync(TaskActivityContext context, SendToSecretary input)
    {
        await mail.ToSecretary(PackKeys.AddressOf(input.Pack), input.Version, "E60", CancellationToken.None);
        return new Done();
    }
}

public sealed class SendingTheReplacement(BoardMail mail) : TaskActivity<SendReplacement, Done>
{
    public override async Task<Done> RunAsync(TaskActivityContext context, SendReplacement input)
    {
        await mail.ToSecretary(PackKeys.AddressOf(input.Pack), input.Version, "E61", CancellationToken.None);
        return new Done();
    }
}

public sealed class SendingTheWithdrawal(BoardMail mail) : TaskActivity<SendWithdrawal, Done>
{
    public override async Task<Done> RunAsync(TaskActivityContext context, SendWithdrawal input)
    {
        await mail.ToSecretary(PackKeys.AddressOf(input.Pack), input.Version, "E62", CancellationToken.None);
        return new Done();
    }
}

public sealed class WarningTheSecretary(BoardMail mail) : TaskActivity<WarnSecretary, Done>
{
    public override async Task<Done> RunAsync(TaskActivityContext context, WarnSecretary input)
    {
        await mail.WarnSecretary(PackKeys.AddressOf(input.Pack), CancellationToken.None);
        return new Done();
    }
}

public sealed class AskingForDecisions(BoardMail mail) : TaskActivity<AskForDecisions, Done>
{
    public override async Task<Done> RunAsync(TaskActivityContext context, AskForDecisions input)
    {
        await mail.AskForDecisions(PackKeys.AddressOf(input.Pack), input.Ordinal, CancellationToken.None);
        return new Done();
    }
}

public sealed class SendingDecisions(BoardMail mail) : TaskActivity<SendDecisions, Done>
{
    public override async Task<Done> RunAsync(TaskActivityContext context, SendDecisions input)
    {
        await mail.Decisions(PackKeys.AddressOf(input.Pack), input.EventId, CancellationToken.None);
        return new Done();
    }
}

public sealed class ClosingTheBoardPack(BoardStanding standing) : TaskActivity<CloseBoardPack, BoardPackResult>
{
    public override async Task<BoardPackResult> RunAsync(TaskActivityContext context, CloseBoardPack input) =>
        await standing.HasDecisions(input.Pack.Cycle, input.Pack.Body) ? BoardPackResult.DecisionsRecorded : BoardPackResult.NoDecisions;
}
