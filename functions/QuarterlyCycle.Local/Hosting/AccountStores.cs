using QuarterlyCycle.AzureStorage;
using QuarterlyCycle.Local.Commands;

namespace QuarterlyCycle.Local.Hosting;

/// <summary>Records in the tables and files in the blobs of a storage account.</summary>
internal static class AccountStores
{
    public static async Task<Stores> Open(string account)
    {
        StorageAccount opened = await Reach(account);
        return new Stores(opened.Records(), opened.Files(), () => ValueTask.CompletedTask);
    }

    /// <summary>Tables and a container apart from those of the service, which go when the rehearsal is over.</summary>
    public static async Task<Stores> OpenForRehearsal(string account)
    {
        StorageAccount opened = await Reach(account);
        string number = Guid.NewGuid().ToString("N")[..12];
        TableRecordStore records = opened.Records($"Rehearsal{number}");
        BlobFileStore files = opened.Files($"rehearsal-{number}");
        return new Stores(records, files, async () =>
        {
            await records.Remove();
            await files.Remove();
        });
    }

    /// <summary>The account for this installation alone, as long as it runs.</summary>
    public static async Task<Claim> Claim(string account, string owner)
    {
        StorageClaim claim = await StorageAccount.Of(account).Claim(owner)
            ?? throw new RefusedArgument(
                "Another service runs on the storage account: stop it first. One that has died lets go of the account within a minute.");
        return new Claim(claim.DisposeAsync, claim.Lost);
    }

    private static async Task<StorageAccount> Reach(string account) =>
        await StorageAccount.WhyNot(account) is { } why
            ? throw new RefusedArgument($"The setting Storage:Account cannot be used: {why}")
            : StorageAccount.Of(account);
}
