using System.Text;
using System.Text.Json;
using QuarterlyCycle.App.Mail;
using QuarterlyCycle.App.Tests.Mail;
using QuarterlyCycle.Functions.SendGrid;
using Xunit;

namespace QuarterlyCycle.Functions.Tests.SendGrid;

public sealed class SendGridMailSenderTests : MailSenderContract, IAsyncLifetime
{
    private TestSendGrid _server = null!;
    private SendGridMailSender _sender = null!;

    protected override IMailSender Sender => _sender;

    protected override string CalendarType => "text/calendar";

    public async ValueTask InitializeAsync()
    {
        _server = await TestSendGrid.Start();
        _sender = To(_server.Address);
    }

    [Fact]
    public void Sending_twice_is_not_safe() => Assert.False(Sender.RepeatsAreSafe);

    [Fact]
    public async Task The_message_carries_the_key_of_its_email_and_is_accepted_under_SendGrids_id()
    {
        SendResult.Accepted accepted = Assert.IsType<SendResult.Accepted>(await Sender.Send(TestMail.Message("2025-26-Q2.request.o0417/E1.1"), Token));
        Assert.Equal("14c5d75ce93.dfd.64b469", accepted.MessageId);
        JsonElement personalization = Assert.Single(_server.Requests).RootElement.GetProperty("personalizations")[0];
        Assert.Equal("2025-26-Q2.request.o0417/E1.1", personalization.GetProperty("custom_args").GetProperty(DeliveryEvents.MailKey).GetString());
    }

    [Fact]
    public async Task A_meeting_keeps_the_one_parameter_that_SendGrid_takes()
    {
        OutgoingMail mail = TestMail.Message("a/E1.1") with { Attachments = [new MailAttachment("meeting.ics", "text/calendar; charset=utf-8; method=REQUEST", [1])] };
        Assert.IsType<SendResult.Accepted>(await Sender.Send(mail, Token));
        Assert.Equal("text/calendar; method=REQUEST", MailSendFormat.Text(Assert.Single(_server.Requests).RootElement.GetProperty("attachments")[0], "type"));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task An_answer_that_is_not_about_the_address_means_that_nothing_was_sent(int status)
    {
        _server.Answer = status;
        SendResult.NotSent notSent = Assert.IsType<SendResult.NotSent>(await Sender.Send(TestMail.Message("a/E1.1"), Token));
        Assert.Contains(status.ToString(System.Globalization.CultureInfo.InvariantCulture), notSent.Why, StringComparison.Ordinal);
        Assert.Single(_server.Requests);
    }

    [Fact]
    public async Task SendGrid_says_how_long_to_wait()
    {
        (_server.Answer, _server.RetryAfter) = (429, "240");
        Assert.Equal(TimeSpan.FromMinutes(4), Assert.IsType<SendResult.NotSent>(await Sender.Send(TestMail.Message("a/E1.1"), Token)).RetryAfter);
    }

    [Fact]
    public async Task A_wrong_key_means_that_nothing_was_sent()
    {
        using SendGridMailSender sender = To(_server.Address, key: "SG.other");
        Assert.IsType<SendResult.NotSent>(await sender.Send(TestMail.Message("a/E1.1"), Token));
    }

    [Fact]
    public async Task An_address_that_is_none_is_refused() =>
        Assert.IsType<SendResult.Refused>(await Sender.Send(TestMail.Message("a/E1.1") with { ToAddress = "nobody" }, Token));

    [Fact]
    public async Task A_message_that_is_too_large_is_refused()
    {
        _server.Answer = 413;
        Assert.IsType<SendResult.Refused>(await Sender.Send(TestMail.Message("a/E1.1"), Token));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_fault_after_the_message_leaves_it_unknown_and_is_not_tried_again(int status)
    {
        _server.Answer = status;
        Assert.IsType<SendResult.Unknown>(await Sender.Send(TestMail.Message("a/E1.1"), Token));
        Assert.Single(_server.Requests);
    }

    [Fact]
    public async Task A_line_that_drops_after_the_message_leaves_it_unknown_and_is_not_tried_again()
    {
        // The second goes over the line that the first has opened, where a client might try again by itself.
        Assert.IsType<SendResult.Accepted>(await Sender.Send(TestMail.Message("a/E1.1"), Token));
        _server.Answer = 0;
        Assert.IsType<SendResult.Unknown>(await Sender.Send(TestMail.Message("a/E1.2"), Token));
        Assert.Equal(2, _server.Requests.Count);
    }

    [Fact]
    public async Task An_answer_that_does_not_come_leaves_it_unknown()
    {
        _server.Answer = -1;
        using SendGridMailSender sender = To(_server.Address, timeoutSeconds: 1);
        Assert.IsType<SendResult.Unknown>(await sender.Send(TestMail.Message("a/E1.1"), Token));
    }

    [Fact]
    public async Task A_stop_while_it_is_sent_leaves_it_unknown()
    {
        _server.Answer = -1;
        using CancellationTokenSource stop = new();
        Task<SendResult> sending = Sender.Send(TestMail.Message("a/E1.1"), stop.Token);
        await stop.CancelAsync();
        Assert.IsType<SendResult.Unknown>(await sending);
    }

    [Fact]
    public async Task A_server_that_is_not_there_means_that_nothing_was_sent()
    {
        Uri address = _server.Address;
        await _server.DisposeAsync();
        using SendGridMailSender sender = To(address);
        Assert.IsType<SendResult.NotSent>(await sender.Send(TestMail.Message("a/E1.1"), Token));
    }

    public async ValueTask DisposeAsync()
    {
        _sender.Dispose();
        await _server.DisposeAsync();
    }

    protected override Task<IReadOnlyList<MessageSeen>> Seen() =>
        Task.FromResult<IReadOnlyList<MessageSeen>>([.. _server.Requests.Select(request => Read(request.RootElement))]);

    private static SendGridMailSender To(Uri address, string key = TestSendGrid.Key, int timeoutSeconds = 20) => new(new SendGridOptions
    {
        ApiKey = key,
        Address = address,
        EventKey = TestSignature.EventKey,
        InboundKey = TestSignature.InboundKey,
        TimeoutSeconds = timeoutSeconds,
    });

    // The request as the message that it asks for.
    private static MessageSeen Read(JsonElement mail)
    {
        JsonElement personalization = mail.GetProperty("personalizations")[0];
        JsonElement[] content = [.. mail.GetProperty("content").EnumerateArray()];
        JsonElement[] attachments = mail.TryGetProperty("attachments", out JsonElement files) && files.ValueKind == JsonValueKind.Array ? [.. files.EnumerateArray()] : [];
        StringBuilder raw = new();
        foreach (JsonProperty header in personalization.GetProperty("headers").EnumerateObject())
        {
            raw.Append(header.Name).Append(": ").Append(header.Value.GetString()).Append('\n');
        }

        foreach (JsonElement part in content.Concat(attachments))
        {
            raw.Append("Content-Type: ").Append(MailSendFormat.Text(part, "type")).Append('\n');
        }

        return new MessageSeen(
            raw.ToString(),
            MailSendFormat.Text(mail.GetProperty("from"), "email"),
            MailSendFormat.Text(personalization.GetProperty("to")[0], "email"),
            MailSendFormat.Text(mail, "subject"),
            MailSendFormat.Text(content[0], "value").ReplaceLineEndings("\n"),
            MailSendFormat.Text(content[1], "value"),
            attachments is [{ } first, ..] ? first.GetProperty("content").GetBytesFromBase64() : null);
    }
}
