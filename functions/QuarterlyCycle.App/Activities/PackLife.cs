using System.Globalization;
using Microsoft.DurableTask;
using QuarterlyCycle.App.Packs;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Packs;
using QuarterlyCycle.Orchestrations.Calls;

namespace QuarterlyCycle.App.Activities;

public sealed class BuildingThePack(PackBuilder builder) : TaskActivity<BuildPack, BuiltPack>
{
    public override async Task<BuiltPack> RunAsync(TaskActivityContext context, BuildPack input)
    {
        string cause = $"draft.{input.Draft.ToString(CultureInfo.InvariantCulture)}";
        PackVersion built = await builder.Build(input.Pack.Cycle, input.Pack.Body, cause);
        return new BuiltPack(built.Version, built.Seal);
    }
}

public sealed class SendingDraftReady(PackMail mail) : TaskActivity<SendDraftReady, Done>
{
    public override async Task<Done> RunAsync(TaskActivityContext context, SendDraftReady input)
    {
        await mail.DraftReady(PackKeys.AddressOf(input.Pack), input.Version, CancellationToken.None);
        return new Done();
    }
}

public sealed class SendingPapers(PackMail mail) : TaskActivity<SendPapers, Done>
{
    public override async Task<Done> RunAsync(TaskActivityContext context, SendPapers input)
    {
        await mail.Papers(PackKeys.AddressOf(input.Pack), input.Version, CancellationToken.None);
        return new Done();
    }
}

public sealed class AskingForTheGroupUpdate(PackMail mail) : TaskActivity<AskForGroupUpdate, Done>
{
    public override async Task<Done> RunAsync(TaskActivityContext context, AskForGroupUpdate input)
    {
        await mail.AskForUpdate(PackKeys.AddressOf(input.Pack), CancellationToken.None);
        return new Done();
    }
}

public sealed class WithdrawingThePacks(QuarterRecords records) : TaskActivity<WithdrawPacks, Done>
{
    private const string Reason = "The quarter was cancelled.";

    public override async Task<Done> RunAsync(TaskActivityContext context, WithdrawPacks input)
    {
        foreach (PackVersion version in await records.Packs.All(input.Pack.Cycle, input.Pack.Body))
        {
            await records.Packs.Change(
                version.Cycle,
                version.Body,
                version.Version,
                row => row.State is PackState.Withdrawn or PackState.Replaced ? null : row with { State = PackState.Withdrawn, Reason = Reason });
        }

        return new Done();
    }
}

internal static class PackKeys
{
    public static PackAddress AddressOf(PackKey pack) => new(pack.Cycle, pack.Body);
}
