using System.Diagnostics;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using QuarterlyCycle.App.Tests.CommandLine;
using QuarterlyCycle.App.Tests.Files;
using Xunit;

namespace QuarterlyCycle.AzureStorage.Tests.Azurite;

/// <summary>Two services of Local with folders of their own do not run on one account.</summary>
public sealed class StorageClaimTests(AzuriteProcess azurite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_one_has_the_account_another_is_refused_and_the_same_one_takes_it_again()
    {
        StorageAccount account = StorageAccount.Of(azurite.NewAccount());
        await using (StorageClaim first = (await account.Claim("here", Token))!)
        {
            Assert.Null(await account.Claim("there", Token));
            // As after a crash: nobody gave the claim free.
            Assert.NotNull(await account.Claim("here", Token));
            Assert.Null(await account.Claim("there", Token));
        }

        StorageClaim? other = await account.Claim("there", Token);
        Assert.NotNull(other);
        Assert.Null(await account.Claim("here", Token));
        await other.DisposeAsync();
    }

    [Fact]
    public async Task A_service_that_has_lost_the_account_is_told()
    {
        string connection = azurite.NewAccount();
        StorageAccount account = StorageAccount.Of(connection);
        await using StorageClaim claim = (await account.Claim("here", TimeSpan.FromMilliseconds(100), Token))!;
        TaskCompletionSource lost = new();
        using CancellationTokenRegistration told = claim.Lost.Register(lost.SetResult);

        BlobLeaseClient breaker = new BlobContainerClient(connection, "claims").GetBlobClient("service").GetBlobLeaseClient();
        await breaker.BreakAsync(TimeSpan.Zero, cancellationToken: Token);

        await lost.Task.WaitAsync(Token);
        Assert.NotNull(await account.Claim("there", Token));
    }

    [Fact]
    public async Task A_second_service_with_a_folder_of_its_own_is_refused_in_one_line_until_the_first_has_gone()
    {
        using TemporaryFolder folder = new();
        string settings = folder.At("settings.json");
        await File.WriteAllTextAsync(settings, $$"""{ "Storage": { "Account": "{{azurite.NewAccount()}}" } }""", Token);
        Ran imported = await CommandProcess.Run("import", "derby-2008-09", "--data", folder.At("first"), "--settings", settings);
        Assert.Equal((0, ""), (imported.Code, imported.Errors));
        Directory.CreateDirectory(folder.At("second"));
        File.Copy(folder.At("first/keys.json"), folder.At("second/keys.json"));

        using (Process first = await Serve(folder.At("first"), settings))
        {
            Ran second = await CommandProcess.Run("serve", "--data", folder.At("second"), "--settings", settings, "--port", MovingTests.FreePort());
            Assert.Equal(2, second.Code);
            string said = Assert.Single(second.Errors.TrimEnd().Split('\n'));
            Assert.Contains("Another service runs on the storage account: stop it first.", said, StringComparison.Ordinal);
            Ran same = await CommandProcess.Run("serve", "--data", folder.At("first"), "--settings", settings, "--port", MovingTests.FreePort());
            Assert.NotEqual(0, same.Code);
            await Kill(first);
        }

        // The folder whose service died takes the account again at once.
        using Process again = await Serve(folder.At("first"), settings);
        await Kill(again);
    }

    private static async Task<Process> Serve(string data, string settings)
    {
        Process process = CommandProcess.Start("serve", "--data", data, "--settings", settings, "--port", MovingTests.FreePort());
        await MovingTests.Said(process, "QuarterlyCycle is at");
        return process;
    }

    private static async Task Kill(Process process)
    {
        process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
    }
}
