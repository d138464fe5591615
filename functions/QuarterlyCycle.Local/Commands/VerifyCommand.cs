using System.CommandLine;
using QuarterlyCycle.Local.Hosting;
using QuarterlyCycle.Local.Moving;

namespace QuarterlyCycle.Local.Commands;

/// <summary>Recomputes the audit chain of every cycle and names the first entry that does not fit.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        Command command = new("verify", "Check that no entry of the audit record was changed, moved or taken out.");
        PlaceOptions place = new(command);
        command.SetAction(async (parsed, _) => await Run(place.Installation(parsed)));
        return command;
    }

    private static async Task<int> Run(Installation installation)
    {
        await installation.MustHaveData();
        byte[] key = (await installation.ReadKeys()).Audit;
        await using Stores stores = await installation.Open();
        AuditChains chains = await AuditChains.Of(stores.Records, key);
        chains.Print();
        return chains.AreGood ? CommandLine.Worked : CommandLine.Fault;
    }
}
