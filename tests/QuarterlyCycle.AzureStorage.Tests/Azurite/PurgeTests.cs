using QuarterlyCycle.App.Records;
using QuarterlyCycle.App.Tests.Cycles;

namespace QuarterlyCycle.AzureStorage.Tests.Azurite;

public sealed class PurgeTests(AzuriteProcess azurite) : PurgeContract
{
    protected override IRecordStore Store { get; } = TableRecordStore.Connect(azurite.NewAccount(), "purge");
}
