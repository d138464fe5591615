using System.Security.Cryptography;
using System.Text.Json;
using QuarterlyCycle.App.Options;
using QuarterlyCycle.Local.Commands;
using QuarterlyCycle.Local.Mail;
using QuarterlyCycle.Local.Moving;
using QuarterlyCycle.Local.Storage;

namespace QuarterlyCycle.Local.Hosting;

/// <summary>The folder in which one installation keeps everything, but for records and files when its settings name a storage account; the keys are made at random when it is new.</summary>
internal sealed class Installation(string folder, Settings? settings = null)
{
    private readonly string? _account = settings?.Section<StorageOptions>("Storage")?.Account;

    public string Folder { get; } = Path.GetFullPath(folder);

    public string RecordsFile => Path.Combine(Folder, "records.db");

    public string HubFile => Path.Combine(Folder, "hub.db");

    public string FilesFolder => Path.Combine(Folder, "files");

    public string MailFolder => Path.Combine(Folder, "mail");

    public string ClockFile => Path.Combine(Folder, "clock.txt");

    /// <summary>The keys stand apart from the records, so that nobody who can change a record can also mend its chain.</summary>
    public string KeysFile => Path.Combine(Folder, "keys.json");

    /// <summary>Whether records and files are in a storage account.</summary>
    public bool IsInAccount => _account is not null;

    /// <summary>Where the records are, as a sentence says it.</summary>
    public string Place => IsInAccount ? "the storage account" : Folder;

    public async Task<bool> HasData()
    {
        if (_account is null)
        {
            return File.Exists(RecordsFile);
        }

        await using Stores stores = await AccountStores.Open(_account);
        return await stores.Records.All().AnyAsync();
    }

    public async Task MustHaveData()
    {
        if (!await HasData())
        {
            throw new RefusedArgument(IsInAccount ? "There are no records in the storage account." : $"There is no data in {Folder}: name the folder with --data DIR.");
        }
    }

    /// <summary>The keys, made on the first call.</summary>
    public async Task<Keys> ReadKeys()
    {
        if (!File.Exists(KeysFile))
        {
            if (await HasData())
            {
                throw new RefusedArgument($"The keys of this installation are missing: put {KeysFile} back from the backup.");
            }

            Keys made = new(RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32));
            Directory.CreateDirectory(Folder);
            WholeFile.Write(KeysFile, JsonSerializer.SerializeToUtf8Bytes(made));
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(KeysFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }
        }

        return JsonSerializer.Deserialize<Keys>(await File.ReadAllBytesAsync(KeysFile)) is { Audit.Length: 32, Links.Length: 32 } keys
            ? keys
            : throw new RefusedArgument($"{KeysFile} does not hold the two keys of an installation: put it back from the backup.");
    }

    /// <summary>The records in the folder, which one process at a time may open.</summary>
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

    /// <summary>Records and files, of which every row is there: what a restore has left unfinished is refused.</summary>
    public async Task<Stores> Open()
    {
        Stores stores = await OpenAsTheyAre();
        if (await Restoring.BeganUtc(stores.Records) is { } beganUtc)
        {
            await stores.DisposeAsync();
            throw new RefusedArgument($"A restore into {Place} was begun at {beganUtc:u} and is not finished: finish it with restore --again.");
        }

        return stores;
    }

    /// <summary>Records and files, whole or not.</summary>
    public async Task<Stores> OpenAsTheyAre()
    {
        if (_account is not null)
        {
            return await AccountStores.Open(_account);
        }

        SqliteRecordStore records = OpenRecords();
        return new Stores(records, new FolderFileStore(FilesFolder), () =>
        {
            records.Dispose();
            return ValueTask.CompletedTask;
        });
    }

    // The file of SQLite is locked by whoever has it open; an account has to be claimed, after the hub of the folder is this process's own.
    private async Task<Claim?> TakeAccount() => _account is null ? null : await AccountStores.Claim(_account, $"{Environment.MachineName}:{Folder}");

    /// <summary>The setup over these stores; the mail goes into the folder unless another sender is given.</summary>
    public async Task<ServiceSetup> Setup(TimeProvider clock, Uri address, string environment, App.Mail.IMailSender? mail = null)
    {
        Keys keys = await ReadKeys();
        Stores stores = await Open();
        return new ServiceSetup
        {
            Records = stores.Records,
            Files = stores.Files,
            Mail = mail ?? new MailFolder(new FolderFileStore(MailFolder), clock),
            Clock = clock,
            HubPath = HubFile,
            Service = new ServiceOptions { Address = address, Environment = environment },
            MailOptions = new MailOptions { FromAddress = "quarterly@example.org" },
            Audit = new AuditOptions { Key = keys.Audit },
            Links = new LinkOptions { Key = keys.Links },
            Claim = TakeAccount,
        };
    }
}

/// <summary>The two keys of an installation.</summary>
internal sealed record Keys(byte[] Audit, byte[] Links);
