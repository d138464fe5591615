using Microsoft.DurableTask;
using QuarterlyCycle.App.Packs;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Orchestrations.Calls;

namespace QuarterlyCycle.App.Activities;

public sealed class AskingForSignOff(PackMail mail) : TaskActivity<AskForSignOff, Done>
{
    public override async Task<Done> RunAsync(TaskActivityContext context, AskForSignOff input)
    {
        PackAddress pack = PackKeys.AddressOf(input.Pack);
        if (!await mail.IsSigned(pack, input.Version, CancellationToken.None))
        {
            await mail.AskForSignOff(pack, input.Version, again: false, CancellationToken.None);
        }

        return new Done();
    }
}

public sealed class AskingForSignOffAgain(PackMail mail) : TaskActivity<AskForSignOffAgain, Done>
{
    public override async Task<Done> RunAsync(TaskActivityContext context, AskForSignOffAgain input)
    {
        PackAddress pack = PackKeys.AddressOf(input.Pack);
        if (!await mail.IsSigned(pack, input.Version, CancellationToken.None))
        {
            await mail.AskForSignOff(pack, input.Version, again: true, CancellationToken.None);
        }

        return new Done();
    }
}

public sealed class RemindingTheChair(PackMail mail) : TaskActivity<RemindChair, Done>
{
    public override async Task<Done> RunAsync(TaskActivityContext context, RemindChair input)
    {
        PackAddress pack = PackKeys.AddressOf(input.Pack);
        if (!await mail.IsSigned(pack, input.Version, CancellationToken.None))
        {
            await mail.RemindChair(pack, input.Version, CancellationToken.None);
        }

        return new Done();
    }
}

public sealed class AskingTheViceChair(PackMail mail) : TaskActivity<AskViceChair, Done>
{
    public override async Task<Done> RunAsync(TaskActivityContext context, AskViceChair input)
    {
        PackAddress pack = PackKeys.AddressOf(input.Pack);
        if (!await mail.IsSigned(pack, input.Version, CancellationToken.None))
        {
            await mail.AskViceChair(pack, input.Version, CancellationToken.None);
        }

        return new Done();
    }
}

public sealed class SendingPackSentBack(PackMail mail) : TaskActivity<SendPackSentBack, Done>
{
    public override async Task<Done> RunAsync(TaskActivityContext context, SendPackSentBack input)
    {
        await mail.SentBack(PackKeys.AddressOf(input.Pack), input.Version, input.EventId, CancellationToken.None);
        return new Done();
    }
}

public sealed class SendingTheSignOffReceipt(PackMail mail) : TaskActivity<SendSignOffReceipt, Done>
{
    public override async Task<Done> RunAsync(TaskActivityContext context, SendSignOffReceipt input)
    {
        await mail.SignOffReceipt(PackKeys.AddressOf(input.Pack), input.Version, CancellationToken.None);
        return new Done();
    }
}

public sealed class RecordingSignOff(QuarterRecords records, PackMail mail) : TaskActivity<RecordSignOff, OutcomeGroupResult>
{
    public override async Task<OutcomeGroupResult> RunAsync(TaskActivityContext context, RecordSignOff input)
    {
        PackVersion? issued = await records.Packs.Issued(input.Pack.Cycle, input.Pack.Body);
        return issued is not null && await mail.IsSigned(PackKeys.AddressOf(input.Pack), issued.Version, CancellationToken.None)
            ? OutcomeGroupResult.SignedOff
            : OutcomeGroupResult.NotSignedOff;
    }
}
