using System.Diagnostics;
using System.Text.Json;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.App.Tests.CommandLine;
using QuarterlyCycle.App.Tests.Files;
using QuarterlyCycle.Domain.Calendar;
using QuarterlyCycle.Local.Hosting;
using QuarterlyCycle.Local.Moving;
using QuarterlyCycle.Local.Rehearsals;
using QuarterlyCycle.Local.Storage;
using Xunit;

namespace QuarterlyCycle.AzureStorage.Tests.Azurite;

/// <summary>A partnership's whole quarter in SQLite and folders, made once for the tests that carry it about.</summary>
public sealed class PlayedQuarter : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    public string Data => _folder.At("data");

    public async ValueTask InitializeAsync()
    {
        Installation installation = new(Data);
        Directory.CreateDirectory(Data);
        // A rehearsal's keys, so that its audit chain can be checked.
        byte[] key = [.. Enumerable.Range(1, 32).Select(number => (byte)number)];
        await File.WriteAllBytesAsync(installation.KeysFile, JsonSerializer.SerializeToUtf8Bytes(new { Audit = key, Links = key }));
        SqliteRecordStore records = SqliteRecordStore.Open(installation.RecordsFile);
        Stores stores = new(records, new FolderFileStore(installation.FilesFolder), () =>
        {
            records.Dispose();
            return ValueTask.CompletedTask;
        });
        Scenario scenario = Scenario.Read(Path.Combine(SamplePlan.Folder, "scenario.json"));
        await using Rehearsal rehearsal = await Rehearsal.Run(SamplePlan.Read(), Quarter.Parse(scenario.Quarter), [scenario], (_, _) => { }, stores);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}

public sealed class MovingTests(AzuriteProcess azurite, PlayedQuarter quarter) : IClassFixture<PlayedQuarter>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task From_SQLite_to_Tables_and_back_every_row_file_and_audit_entry_is_the_same()
    {
        string settings = Settings(azurite.NewAccount());
        Ran before = await CommandProcess.Run("verify", "--data", quarter.Data);

        Ran backup = await CommandProcess.Run("backup", _folder.At("first"), "--data", quarter.Data);
        Ran restored = await CommandProcess.Run("restore", _folder.At("first"), "--data", _folder.At("azure"), "--settings", settings);
        Ran inAzure = await CommandProcess.Run("verify", "--data", _folder.At("azure"), "--settings", settings);
        Ran again = await CommandProcess.Run("restore", _folder.At("first"), "--data", _folder.At("other"), "--settings", settings);
        Ran second = await CommandProcess.Run("backup", _folder.At("second"), "--data", _folder.At("azure"), "--settings", settings);
        Ran returned = await CommandProcess.Run("restore", _folder.At("second"), "--data", _folder.At("back"));
        Ran after = await CommandProcess.Run("verify", "--data", _folder.At("back"));

        Ran[] ran = [before, backup, restored, inAzure, second, returned, after];
        Assert.All(ran, one => Assert.Equal((0, ""), (one.Code, one.Errors)));
        Assert.Contains("entries, all good", before.Output, StringComparison.Ordinal);
        Assert.Equal(before.Output, inAzure.Output);
        Assert.Equal(before.Output, after.Output);
        Assert.EndsWith(before.Output, restored.Output, StringComparison.Ordinal);

        string[] rows = await Rows(quarter.Data);
        string[] files = Files(quarter.Data);
        Assert.True(rows.Length > 1000, $"{rows.Length} rows");
        Assert.True(files.Length > 100, $"{files.Length} files");
        Assert.Equal(rows, await Rows(_folder.At("back")));
        Assert.Equal(files, Files(_folder.At("back")));
        string counts = $"{rows.Length:#,0} rows in {rows.Select(row => row.Split('\t')[0]).Distinct().Count()} tables, and {files.Length:#,0} files";
        Assert.All(new[] { backup, second }, one => Assert.Contains($"Copied {counts}, to ", one.Output, StringComparison.Ordinal));
        Assert.All(new[] { restored, returned }, one => Assert.Contains($"Restored {counts}, into ", one.Output, StringComparison.Ordinal));
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(quarter.Data, "keys.json")), await File.ReadAllTextAsync(_folder.At("back/keys.json")));
        Assert.False(File.Exists(_folder.At("azure/records.db")));

        Assert.Equal(2, again.Code);
        Assert.Contains("the storage account is not empty", Assert.Single(again.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restore_that_was_killed_is_recognised_by_every_command_and_can_be_begun_again()
    {
        string account = azurite.NewAccount();
        string settings = Settings(account);
        await CommandProcess.Run("backup", _folder.At("copy"), "--data", quarter.Data);
        string[] restore = ["restore", _folder.At("copy"), "--data", _folder.At("azure"), "--settings", settings];
        TableRecordStore records = TableRecordStore.Connect(account);
        using (Process killed = CommandProcess.Start(restore))
        {
            while (await records.All().CountAsync() < 100)
            {
                Assert.False(killed.HasExited);
            }

            killed.Kill();
            await killed.WaitForExitAsync();
        }

        int written = await records.All().CountAsync();
        await records.Insert("Leftovers", new Row("p", "k", "", new Dictionary<string, string>()));
        Ran verify = await CommandProcess.Run("verify", "--data", _folder.At("azure"), "--settings", settings);
        Directory.CreateDirectory(_folder.At("azure"));
        File.Copy(Path.Combine(quarter.Data, "keys.json"), _folder.At("azure/keys.json"), overwrite: true);
        Ran verifyWithKeys = await CommandProcess.Run("verify", "--data", _folder.At("azure"), "--settings", settings);
        Ran unasked = await CommandProcess.Run(restore);
        Ran again = await CommandProcess.Run([.. restore, "--again"]);
        Ran verifyAfter = await CommandProcess.Run("verify", "--data", _folder.At("azure"), "--settings", settings);

        string[] rows = await Rows(quarter.Data);
        Assert.InRange(written, 100, rows.Length - 1);
        Assert.Equal((2, 2, 2), (verify.Code, verifyWithKeys.Code, unasked.Code));
        Assert.Contains("keys of this installation are missing", verify.Errors, StringComparison.Ordinal);
        Assert.Contains("is not finished", Assert.Single(verifyWithKeys.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Contains("begin it again with --again", Assert.Single(unasked.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Equal((0, 0, ""), (again.Code, verifyAfter.Code, again.Errors));
        Assert.Equal(rows, await Rows(records));
    }

    [Fact]
    public async Task A_backup_that_somebody_has_changed_is_restored_and_told_of()
    {
        await CommandProcess.Run("backup", _folder.At("copy"), "--data", quarter.Data);
        using (SqliteRecordStore records = SqliteRecordStore.Open(_folder.At("copy/records.db")))
        {
            await records.Delete("Audit", "2008-09-Q2", "0000000005");
        }

        Ran restored = await CommandProcess.Run("restore", _folder.At("copy"), "--data", _folder.At("other"));

        Assert.Equal(1, restored.Code);
        Assert.Contains("The audit record of the backup is not whole; it is restored as it is.", restored.Output, StringComparison.Ordinal);
        Assert.Contains("2008-09-Q2: entry 5 is the first that does not fit", restored.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("neither the address", "http://quarterly.blob.core.windows.net")]
    [InlineData("neither the address", "quarterly")]
    [InlineData("not a connection string", "Account=quarterly;Key=c2VjcmV0")]
    [InlineData("cannot be used", "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=c2VjcmV0;BlobEndpoint=http://127.0.0.1:1/a;TableEndpoint=http://127.0.0.1:1/a;")]
    public async Task An_account_that_cannot_be_used_is_one_clear_line_without_its_key(string says, string account)
    {
        Ran ran = await CommandProcess.Run("verify", "--data", _folder.At("data"), "--settings", Settings(account));

        Assert.Equal(2, ran.Code);
        string line = Assert.Single(ran.Errors.TrimEnd().Split('\n'));
        Assert.StartsWith("The setting Storage:Account cannot be used: ", line, StringComparison.Ordinal);
        Assert.Contains(says, line, StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_service_and_the_demonstration_keep_records_and_files_in_the_account_and_nothing_of_them_in_the_folder()
    {
        foreach (string command in new[] { "serve", "demo" })
        {
            string account = azurite.NewAccount();
            string[] place = ["--data", _folder.At(command), "--settings", Settings(account), "--port", "0"];
            Ran imported = command == "serve" ? await CommandProcess.Run(["import", "derby-2008-09", .. place[..4]]) : new Ran(0, "", "");
            Assert.Equal((0, ""), (imported.Code, imported.Errors));
            place[5] = FreePort();
            using Process service = CommandProcess.Start([command, .. place]);
            await Said(service, command == "serve" ? "Records are in the storage account." : "Sign in as:");
            service.Kill();
            await service.WaitForExitAsync();

            Assert.NotEmpty(await Rows(TableRecordStore.Connect(account)));
            Assert.NotEmpty(await BlobFileStore.Connect(account).List(""));
            Assert.DoesNotContain(Directory.GetFileSystemEntries(_folder.At(command)), entry => Path.GetFileName(entry) is "records.db" or "files");
        }
    }

    [Fact]
    public async Task Without_its_keys_an_account_with_records_is_opened_by_nobody()
    {
        string account = azurite.NewAccount();
        await TableRecordStore.Connect(account).Insert("Cycles", new Row("cycles", "2008-09-Q2", "", new Dictionary<string, string>()));

        Ran ran = await CommandProcess.Run("serve", "--data", _folder.At("data"), "--settings", Settings(account));

        Assert.Equal(2, ran.Code);
        Assert.Contains("put ", Assert.Single(ran.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.At("data")));
    }

    public void Dispose() => _folder.Dispose();

    private string Settings(string account)
    {
        string file = _folder.At($"{Guid.NewGuid():N}.json");
        File.WriteAllText(file, JsonSerializer.Serialize(new { Storage = new { Account = account } }));
        return file;
    }

    private static async Task<string[]> Rows(string data)
    {
        using SqliteRecordStore records = SqliteRecordStore.Open(Path.Combine(data, "records.db"));
        return await Rows(records);
    }

    private static async Task<string[]> Rows(IRecordStore records) =>
    [
        .. (await records.All().Where(row => row.Table != Restoring.Table).ToArrayAsync())
            .Select(row => $"{row.Table}\t{row.Row.Partition}\t{row.Row.Key}\t{JsonSerializer.Serialize(row.Row.Values.OrderBy(value => value.Key, StringComparer.Ordinal))}")
            .Order(StringComparer.Ordinal),
    ];

    private static string[] Files(string data)
    {
        string folder = Path.Combine(data, "files");
        return [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => $"{Path.GetRelativePath(folder, file)} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))}").Order(StringComparer.Ordinal)];
    }

    internal static async Task Said(Process process, string words)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains(words, StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail($"The process ended without saying \"{words}\": {await process.StandardError.ReadToEndAsync()}");
    }

    internal static string FreePort()
    {
        using System.Net.Sockets.TcpListener listener = new(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
