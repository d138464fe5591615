using QuarterlyCycle.Local.Hosting;

namespace QuarterlyCycle.Local.Moving;

/// <summary>What an installation keeps in its folder wherever its records are: the mail, the clock of a demonstration, and the keys.</summary>
internal static class FolderCopy
{
    public static void Copy(Installation from, Installation to)
    {
        CopyFolder(from.MailFolder, to.MailFolder);
        CopyFile(from.ClockFile, to.ClockFile);
        CopyFile(from.KeysFile, to.KeysFile);
    }

    public static void CopyFolder(string from, string to)
    {
        if (!Directory.Exists(from))
        {
            return;
        }

        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            CopyFile(file, Path.Combine(to, Path.GetRelativePath(from, file)));
        }
    }

    public static void CopyFile(string from, string to)
    {
        if (File.Exists(from))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(from, to, overwrite: true);
        }
    }
}
