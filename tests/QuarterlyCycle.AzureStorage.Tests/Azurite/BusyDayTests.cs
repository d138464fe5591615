using QuarterlyCycle.App.Audits;
using QuarterlyCycle.Benchmarks.Storage;
using Xunit;

namespace QuarterlyCycle.AzureStorage.Tests.Azurite;

public sealed class BusyDayTests(AzuriteProcess azurite)
{
    [Fact]
    public async Task Two_hundred_answers_at_once_are_all_stored_once_and_audited_in_one_chain()
    {
        string account = azurite.NewAccount();
        await using BusyPartnership partnership = await BusyPartnership.Open(TableRecordStore.Connect(account), BlobFileStore.Connect(account), 200);

        Assert.Equal(200, (await partnership.SendAll(atOnce: 200)).Count);

        Assert.Equal(200, await partnership.Submitted());
        AuditVerdict chain = await partnership.Verify();
        Assert.True(chain.IsGood, chain.Why);
        Assert.Equal(201, chain.Entries);
    }
}
