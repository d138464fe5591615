using System.CommandLine;
using QuarterlyCycle.App.Audits;
using QuarterlyCycle.App.Options;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Domain.Cycles;
using QuarterlyCycle.Local.Hosting;
using QuarterlyCycle.Local.Storage;

namespace QuarterlyCycle.Local.Commands;

/// <summary>Recomputes the audit chain of every cycle and names the first entry that does not fit.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        Option<string> dataOption = DataOption.Create();
        Command command = new("verify", "Check that no entry of the audit record was changed, moved or taken out.") { dataOption };
        command.SetAction(async (parsed, _) => await Run(new Installation(parsed.GetValue(dataOption)!)));
        return command;
    }

    public static async Task<int> Run(Installation installation)
    {
        if (!installation.HasData)
        {
            throw new RefusedArgument($"There is no data in {installation.Folder}: name the folder with --data DIR.");
        }

        using SqliteRecordStore store = installation.OpenRecords();
        using Audit audit = new(store, new AuditOptions { Key = installation.ReadKeys().Audit });
        bool good = true;
        foreach (Cycle cycle in await new Cycles(store).All())
        {
            AuditVerdict verdict = await audit.Verify(cycle.Code);
            good &= verdict.IsGood;
            Console.WriteLine(verdict.IsGood
                ? $"{cycle.Code}: {verdict.Entries} entries, all good. The last is number {verdict.Head.Number}, {verdict.Head.Hash}."
                : $"{cycle.Code}: entry {verdict.FirstBad} is the first that does not fit: {verdict.Why}");
        }

        return good ? CommandLine.Worked : CommandLine.Fault;
    }
}
