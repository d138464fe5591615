using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using QuarterlyCycle.App.Options;
using QuarterlyCycle.Functions.Hosting;
using QuarterlyCycle.Functions.SendGrid;
using QuarterlyCycle.Functions.Tests.Settings;
using Xunit;

namespace QuarterlyCycle.Functions.Tests.Hosting;

public sealed class ServiceSetupTests
{
    [Fact]
    public void The_samples_settings_start_the_host_once_the_keys_are_filled_in()
    {
        using ServiceProvider services = Services();
        services.GetRequiredService<IStartupValidator>().Validate();
        Assert.Equal("http://localhost:7071/", services.GetRequiredService<ServiceOptions>().Address.ToString());
        Assert.Equal("UseDevelopmentStorage=true", services.GetRequiredService<StorageOptions>().Emulator);
        Assert.Equal(60, services.GetRequiredService<SendGridOptions>().TimeoutSeconds);
    }

    [Theory]
    [InlineData("Service:Address", null)]
    [InlineData("Service:Address", "http://council.example.org")]
    [InlineData("Service:Environment", null)]
    [InlineData("Mail:FromAddress", "nobody")]
    [InlineData("Audit:Key", "c2hvcnQ=")]
    [InlineData("Links:Key", null)]
    [InlineData("SendGrid:ApiKey", null)]
    [InlineData("SendGrid:ApiKey", "")]
    [InlineData("SendGrid:EventKey", null)]
    [InlineData("SendGrid:EventKey", "not base64!")]
    [InlineData("SendGrid:InboundKey", "AAAA")]
    [InlineData("SendGrid:Address", "http://example.org")]
    [InlineData("SendGrid:TimeoutSeconds", "150")]
    [InlineData("Storage:Emulator", null)]
    [InlineData("Storage:Tables", "https://data.table.core.windows.net")]
    public void A_setting_that_is_missing_or_wrong_stops_the_start(string name, string? value)
    {
        using ServiceProvider services = Services((name, value));
        OptionsValidationException refused = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());
        Assert.Contains(name.Split(':')[1], refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_on_another_curve_than_SendGrids_stops_the_start()
    {
        using ECDsa other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using ServiceProvider services = Services(("SendGrid:EventKey", Convert.ToBase64String(other.ExportSubjectPublicKeyInfo())));
        Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());
    }

    [Fact]
    public void Storage_by_identity_needs_both_addresses_and_no_emulator()
    {
        using ServiceProvider services = Services(("Storage:Emulator", null), ("Storage:Tables", "https://data.table.core.windows.net"), ("Storage:Blobs", "https://data.blob.core.windows.net"));
        services.GetRequiredService<IStartupValidator>().Validate();
        using ServiceProvider half = Services(("Storage:Emulator", null), ("Storage:Blobs", "https://data.blob.core.windows.net"));
        Assert.Throws<OptionsValidationException>(() => half.GetRequiredService<IStartupValidator>().Validate());
    }

    private static ServiceProvider Services(params (string Name, string? Value)[] others) =>
        ServiceSetup.AddTo(new ServiceCollection(), SampleSettings.Configuration(others)).BuildServiceProvider();
}
