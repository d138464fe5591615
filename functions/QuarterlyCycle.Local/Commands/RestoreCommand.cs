using System.CommandLine;
using QuarterlyCycle.Local.Hosting;
using QuarterlyCycle.Local.Moving;

namespace QuarterlyCycle.Local.Commands;

/// <summary>Puts a backup into an empty installation, in a folder or a storage account, and checks that every row, file and audit entry has come over.</summary>
internal static class RestoreCommand
{
    public static Command Create()
    {
        Argument<string> source = new("folder") { Description = "The folder that backup has written." };
        Option<bool> againOption = new("--again") { Description = "Begin a restore again that was interrupted; what it had written is removed first." };
        Command command = new("restore", "Put a backup into an empty installation, in a folder or in a storage account.") { source, againOption };
        PlaceOptions place = new(command);
        command.SetAction(async (parsed, _) => await Run(new Installation(parsed.GetValue(source)!), place.Installation(parsed), parsed.GetValue(againOption)));
        return command;
    }

    private static async Task<int> Run(Installation backup, Installation installation, bool again)
    {
        await backup.MustHaveData();
        byte[] key = (await backup.ReadKeys()).Audit;
        await using Stores from = await backup.Open();
        AuditChains before = await AuditChains.Of(from.Records, key);
        if (!before.AreGood)
        {
            before.Print();
            Console.WriteLine("The audit record of the backup is not whole; it is restored as it is.");
        }

        await using Stores to = await installation.OpenAsTheyAre();
        await Begin(installation, to, again);
        RecordCopy rows = await RecordCopy.Take(from.Records);
        await rows.Write(to.Records);
        int files = await FileCopy.Copy(from.Files, to.Files);
        if (await rows.Differences(to.Records) is [string first, ..])
        {
            throw new InvalidOperationException($"The records did not come over as they were: {first}");
        }

        FolderCopy.CopyFile(backup.HubFile, installation.HubFile);
        FolderCopy.Copy(backup, installation);
        AuditChains after = await AuditChains.Of(to.Records, key, before);
        await Restoring.Finish(to.Records);
        Console.WriteLine($"Restored {rows.Described}, and {PlanReport.Count(files, "file")}, into {installation.Place}. The keys are in {installation.KeysFile}.");
        after.Print();
        return after.AreGood ? CommandLine.Worked : CommandLine.Fault;
    }

    private static async Task Begin(Installation installation, Stores to, bool again)
    {
        if (await Restoring.BeganUtc(to.Records) is { } beganUtc)
        {
            if (!again)
            {
                throw new RefusedArgument($"A restore into {installation.Place} was begun at {beganUtc:u} and is not finished. If it runs no longer, begin it again with --again: what it had written is removed first.");
            }

            await RecordCopy.Clear(to.Records);
            await FileCopy.Clear(to.Files);
            return;
        }

        if (File.Exists(installation.KeysFile) || await to.Records.All().AnyAsync() || (await to.Files.List("")).Count > 0)
        {
            throw new RefusedArgument($"{installation.Place} is not empty: a backup is restored only where nothing is.");
        }

        if (!await Restoring.Begin(to.Records, TimeProvider.System.GetUtcNow().UtcDateTime))
        {
            throw new RefusedArgument($"Another restore into {installation.Place} has just begun.");
        }
    }
}
