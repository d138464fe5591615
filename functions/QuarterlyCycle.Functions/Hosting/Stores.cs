using Microsoft.Extensions.DependencyInjection;
using QuarterlyCycle.App.Files;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.AzureStorage;

namespace QuarterlyCycle.Functions.Hosting;

/// <summary>Records in Tables and files in Blobs: by this app's identity, or by a connection string on a developer's machine.</summary>
internal static class Stores
{
    public static IServiceCollection AddTo(IServiceCollection services) => services
        .AddSingleton<IRecordStore>(provider => Records(provider.GetRequiredService<StorageOptions>()))
        .AddSingleton<IFileStore>(provider => Files(provider.GetRequiredService<StorageOptions>()));

    private static TableRecordStore Records(StorageOptions storage) =>
        storage.Tables is { } account ? TableRecordStore.ConnectByIdentity(account) : TableRecordStore.Connect(storage.Emulator!);

    private static BlobFileStore Files(StorageOptions storage) =>
        storage.Blobs is { } account ? BlobFileStore.ConnectByIdentity(account) : BlobFileStore.Connect(storage.Emulator!);
}
