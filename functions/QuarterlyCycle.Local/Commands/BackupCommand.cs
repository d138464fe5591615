using System.CommandLine;
using QuarterlyCycle.Local.Hosting;
using QuarterlyCycle.Local.Storage;

namespace QuarterlyCycle.Local.Commands;

/// <summary>Copies an installation while it runs, and checks the audit record of the copy.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        Option<string> dataOption = DataOption.Create();
        Argument<string> target = new("folder") { Description = "A new folder for the copy." };
        Command command = new("backup", "Copy everything to a new folder; the service may go on running.") { target, dataOption };
        command.SetAction(async (parsed, _) => await Run(new Installation(parsed.GetValue(dataOption)!), Path.GetFullPath(parsed.GetValue(target)!)));
        return command;
    }

    private static async Task<int> Run(Installation installation, string target)
    {
        if (!installation.HasData)
        {
            throw new RefusedArgument($"There is no data in {installation.Folder}: name the folder with --data DIR.");
        }

        if (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any())
        {
            throw new RefusedArgument($"{target} is not empty: name a new folder.");
        }

        Installation copy = new(target);
        Directory.CreateDirectory(target);
        // In this order the copy is whole: the hub may know of more than the records, and files are written before the rows that name them.
        SqliteRecordStore.BackUp(installation.RecordsFile, copy.RecordsFile);
        if (File.Exists(installation.HubFile))
        {
            SqliteRecordStore.BackUp(installation.HubFile, copy.HubFile);
        }

        CopyFolder(installation.FilesFolder, copy.FilesFolder);
        CopyFolder(installation.MailFolder, copy.MailFolder);
        CopyFile(installation.KeysFile, copy.KeysFile);
        CopyFile(installation.ClockFile, copy.ClockFile);

        Console.WriteLine($"Copied to {target}. It holds the keys: keep it as safe as the original.");
        return await VerifyCommand.Run(copy);
    }

    private static void CopyFile(string from, string to)
    {
        if (File.Exists(from))
        {
            File.Copy(from, to);
        }
    }

    private static void CopyFolder(string from, string to)
    {
        if (!Directory.Exists(from))
        {
            return;
        }

        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
