using System.Security.Cryptography;
using System.Text.Json;
using QuarterlyCycle.App.Options;
using QuarterlyCycle.Local.Commands;
using QuarterlyCycle.Local.Mail;
using QuarterlyCycle.Local.Storage;

namespace QuarterlyCycle.Local.Hosting;

/// <summary>The folder in which one installation keeps everything; the keys are made at random when it is new.</summary>
internal sealed class Installation(string folder)
{
    public string Folder { get; } = Path.GetFullPath(folder);

    public string RecordsFile => Path.Combine(Folder, "records.db");

    public string HubFile => Path.Combine(Folder, "hub.db");

    public string FilesFolder => Path.Combine(Folder, "files");

    public string MailFolder => Path.Combine(Folder, "mail");

    public string ClockFile => Path.Combine(Folder, "clock.txt");

    /// <summary>The keys stand apart from the records, so that nobody who can change a record can also mend its chain.</summary>
    public string KeysFile => Path.Combine(Folder, "keys.json");

    public bool HasData => File.Exists(RecordsFile);

    /// <summary>The keys, made on the first call.</summary>
    public Keys ReadKeys()
    {
        if (!File.Exists(KeysFile))
        {
            if (HasData)
            {
                throw new RefusedArgument($"The keys of this installation are missing: put {KeysFile} back from the backup.");
            }

            Keys made = new(RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32));
            Directory.CreateDirectory(Folder);
            WholeFile.Write(KeysFile, JsonSerializer.SerializeToUtf8Bytes(made), durable: true);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(KeysFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }
        }

        return JsonSerializer.Deserialize<Keys>(File.ReadAllBytes(KeysFile)) is { Audit.Length: 32, Links.Length: 32 } keys
            ? keys
            : throw new RefusedArgument($"{KeysFile} does not hold the two keys of an installation: put it back from the backup.");
    }

    /// <summary>The records, which one process at a time may open.</summary>
    public SqliteRecordStore OpenRecords()
    {
        try
        {
            return SqliteRecordStore.Open(RecordsFile);
        }
        catch (InvalidOperationException inUse) when (inUse.InnerException is IOException)
        {
            throw new RefusedArgument(inUse.Message);
        }
    }

    /// <summary>The setup over this folder's files; the mail goes into the folder unless another sender is given.</summary>
    public ServiceSetup Setup(TimeProvider clock, Uri address, string environment, App.Mail.IMailSender? mail = null)
    {
        Keys keys = ReadKeys();
        return new ServiceSetup
        {
            Records = OpenRecords(),
            Files = new FolderFileStore(FilesFolder),
            Mail = mail ?? new MailFolder(MailFolder, clock),
            Clock = clock,
            HubPath = HubFile,
            Service = new ServiceOptions { Address = address, Environment = environment },
            MailOptions = new MailOptions { FromAddress = "quarterly@example.org" },
            Audit = new AuditOptions { Key = keys.Audit },
            Links = new LinkOptions { Key = keys.Links },
        };
    }
}

/// <summary>The two keys of an installation.</summary>
internal sealed record Keys(byte[] Audit, byte[] Links);
