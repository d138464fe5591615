using QuarterlyCycle.App.Files;
using QuarterlyCycle.App.Tests.Files;

namespace QuarterlyCycle.AzureStorage.Tests.Azurite;

public sealed class BlobFileStoreTests(AzuriteProcess azurite) : FileStoreContract
{
    private readonly BlobFileStore _store = BlobFileStore.Connect(azurite.Connection, $"c{Guid.NewGuid():N}");

    protected override IFileStore Store => _store;

    protected override void Close()
    {
    }
}
