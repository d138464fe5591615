using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using QuarterlyCycle.App.Options;
using Xunit;

namespace QuarterlyCycle.App.Tests.Options;

public sealed class CheckedOptionsTests
{
    private static readonly string Key = Convert.ToBase64String([.. Enumerable.Range(0, 32).Select(number => (byte)number)]);

    [Fact]
    public void Options_are_read_from_their_section()
    {
        Assert.Equal(31, Read<AuditOptions>(("Key", Key)).Key[31]);
        Assert.Equal("a@example.org", Read<MailOptions>(("FromAddress", "a@example.org")).FromAddress);
        Assert.Equal(587, Read<SmtpOptions>(("Host", "smtp.example.org")).Port);
        ServiceOptions service = Read<ServiceOptions>(("Address", "https://service.example.org/"), ("Environment", "Production"));
        Assert.False(service.IsLocal);
        Assert.Equal("https://service.example.org/r/token", service.At("r/token").AbsoluteUri);
        Assert.True(Read<ServiceOptions>(("Address", "http://localhost:7071/"), ("Environment", "Demonstration")).IsLocal);
    }

    [Fact]
    public void A_missing_or_short_key_is_refused()
    {
        Assert.Throws<OptionsValidationException>(() => Read<LinkOptions>());
        Assert.Throws<OptionsValidationException>(() => Read<LinkOptions>(("Key", Convert.ToBase64String(new byte[31]))));
        Assert.Throws<OptionsValidationException>(() => Read<AuditOptions>(("Key", Convert.ToBase64String(new byte[31]))));
    }

    [Theory]
    [InlineData("http://service.example.org/")]
    [InlineData("ftp://localhost/")]
    [InlineData("service")]
    public void An_address_that_would_send_links_in_the_clear_is_refused(string address) =>
        Assert.Throws<OptionsValidationException>(() => Read<ServiceOptions>(("Address", address), ("Environment", "Production")));

    [Fact]
    public void A_service_without_an_address_is_refused() =>
        Assert.Throws<OptionsValidationException>(() => Read<ServiceOptions>(("Environment", "Production")));

    [Fact]
    public void Mail_needs_an_address_to_come_from() =>
        Assert.Throws<OptionsValidationException>(() => Read<MailOptions>(("FromAddress", "nobody")));

    [Fact]
    public void A_password_is_not_sent_without_encryption_nor_without_a_name()
    {
        Assert.Throws<OptionsValidationException>(
            () => Read<SmtpOptions>(("Host", "h"), ("UserName", "u"), ("Password", "p"), ("UseTls", "false")));
        Assert.Throws<OptionsValidationException>(() => Read<SmtpOptions>(("Host", "h"), ("UserName", "u")));
        Assert.Throws<OptionsValidationException>(() => Read<SmtpOptions>(("Host", "h"), ("Port", "0")));
        Assert.Throws<OptionsValidationException>(() => Read<SmtpOptions>());
    }

    private static TOptions Read<TOptions>(params (string Name, string Value)[] settings)
        where TOptions : class
    {
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(setting => $"Section:{setting.Name}", setting => (string?)setting.Value))
            .Build();
        using ServiceProvider services = new ServiceCollection().AddChecked<TOptions>(configuration, "Section").BuildServiceProvider();
        return services.GetRequiredService<TOptions>();
    }
}
