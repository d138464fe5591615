using System.CommandLine;
using QuarterlyCycle.Local.Hosting;
using QuarterlyCycle.Local.Moving;
using QuarterlyCycle.Local.Storage;

namespace QuarterlyCycle.Local.Commands;

/// <summary>Copies an installation, from its folder or its storage account, to a new folder, and checks the audit record of the copy.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        Argument<string> target = new("folder") { Description = "A new folder for the copy." };
        Command command = new("backup", "Copy everything to a new folder; a service on this machine may go on running.") { target };
        PlaceOptions place = new(command);
        command.SetAction(async (parsed, _) => await Run(place.Installation(parsed), new Installation(parsed.GetValue(target)!)));
        return command;
    }

    private static async Task<int> Run(Installation installation, Installation copy)
    {
        await installation.MustHaveData();
        if (Directory.Exists(copy.Folder) && Directory.EnumerateFileSystemEntries(copy.Folder).Any())
        {
            throw new RefusedArgument($"{copy.Folder} is not empty: name a new folder.");
        }

        byte[] key = (await installation.ReadKeys()).Audit;
        AuditChains? before = installation.IsInAccount ? await CopyAccount(installation, copy, key) : CopyFiles(installation, copy);
        FolderCopy.Copy(installation, copy);

        await using Stores copied = await copy.Open();
        RecordCopy rows = await RecordCopy.Take(copied.Records);
        int files = (await copied.Files.List("")).Count;
        Console.WriteLine($"Copied {rows.Described}, and {PlanReport.Count(files, "file")}, to {copy.Folder}. It holds the keys: keep it as safe as the original.");
        AuditChains after = await AuditChains.Of(copied.Records, key, before);
        after.Print();
        return after.AreGood ? CommandLine.Worked : CommandLine.Fault;
    }

    // In this order the copy is whole: the hub may know of more than the records, and files are written before the rows that name them.
    private static AuditChains? CopyFiles(Installation installation, Installation copy)
    {
        Directory.CreateDirectory(copy.Folder);
        SqliteRecordStore.BackUp(installation.RecordsFile, copy.RecordsFile);
        CopyHub(installation, copy);
        FolderCopy.CopyFolder(installation.FilesFolder, copy.FilesFolder);
        return null;
    }

    private static async Task<AuditChains?> CopyAccount(Installation installation, Installation copy, byte[] key)
    {
        await using Stores from = await installation.Open();
        AuditChains before = await AuditChains.Of(from.Records, key);
        RecordCopy rows = await RecordCopy.Take(from.Records);
        Directory.CreateDirectory(copy.Folder);
        CopyHub(installation, copy);
        await using Stores to = await copy.OpenAsTheyAre();
        await rows.Write(to.Records);
        await FileCopy.Copy(from.Files, to.Files);
        return before;
    }

    private static void CopyHub(Installation installation, Installation copy)
    {
        if (File.Exists(installation.HubFile))
        {
            SqliteRecordStore.BackUp(installation.HubFile, copy.HubFile);
        }
    }
}
