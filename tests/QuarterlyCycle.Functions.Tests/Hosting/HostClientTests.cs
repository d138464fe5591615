using Grpc.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.App.Tests.Records;
using QuarterlyCycle.Functions.Hosting;
using QuarterlyCycle.Orchestrations.Events;
using Xunit;

namespace QuarterlyCycle.Functions.Tests.Hosting;

public sealed class HostClientTests : IDisposable
{
    private const string Request = "2025-26-Q2.request.o0417";

    private readonly FunctionsBench _bench = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_instance_that_is_not_there_is_a_wrong_argument() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Refusing(StatusCode.NotFound).RaiseEventAsync(Request, "SubmissionReceived", cancellation: Token));

    [Fact]
    public async Task An_instance_that_has_ended_is_a_wrong_state() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => Refusing(StatusCode.FailedPrecondition).RaiseEventAsync(Request, "SubmissionReceived", cancellation: Token));

    [Fact]
    public async Task Any_other_refusal_stays_what_it_is() =>
        await Assert.ThrowsAsync<RpcException>(() => Refusing(StatusCode.Unavailable).RaiseEventAsync(Request, "SubmissionReceived", cancellation: Token));

    [Theory]
    [InlineData(StatusCode.NotFound, InboxState.Received)]
    [InlineData(StatusCode.FailedPrecondition, InboxState.TooLate)]
    public async Task The_inbox_reads_the_hosts_refusals_as_the_engines(StatusCode status, InboxState expected)
    {
        Inbox inbox = _bench.Get<Inbox>();
        SubmissionReceived signal = new("act-1", _bench.Clock.NowUtc, "o0417", ["SS1"]);
        InboxRow row = new() { Source = "page", Key = "act-1", Kind = nameof(SubmissionReceived), ReceivedUtc = _bench.Clock.NowUtc, Signals = [InboxSignal.To(Request, signal)] };
        await inbox.Receive(row, Token);
        Assert.Equal(expected, (await inbox.Forward(Refusing(status), row, Token)).State);
    }

    [Fact]
    public async Task An_event_that_is_taken_goes_through()
    {
        TestClient inner = new();
        inner.Running.Add(Request);
        await new HostClient(inner).RaiseEventAsync(Request, "SubmissionReceived", "payload", Token);
        Assert.Equal((Request, "SubmissionReceived", "payload"), Assert.Single(inner.Raised));
    }

    [Fact]
    public async Task Everything_that_the_service_asks_reaches_the_host()
    {
        AskedClient inner = new();
        HostClient client = new(inner);
        await client.ScheduleNewOrchestrationInstanceAsync("X", 1, new StartOrchestrationOptions("a"), Token);
        await client.GetInstanceAsync("a", cancellation: Token);
        await client.WaitForInstanceStartAsync("a", cancellation: Token);
        await client.WaitForInstanceCompletionAsync("a", cancellation: Token);
        await client.SuspendInstanceAsync("a", cancellation: Token);
        await client.ResumeInstanceAsync("a", cancellation: Token);
        client.GetAllInstancesAsync(new OrchestrationQuery());
        await client.DisposeAsync();
        Assert.Equal(["schedule a", "get a", "start a", "completion a", "suspend a", "resume a", "list"], inner.Asked);
    }

    public void Dispose() => _bench.Dispose();

    private static HostClient Refusing(StatusCode status) => new(new AskedClient { Refuses = status });

    private sealed class AskedClient() : DurableTaskClient("asked")
    {
        public StatusCode? Refuses { get; init; }

        public List<string> Asked { get; } = [];

        public override Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default) =>
            throw new RpcException(new Status(Refuses!.Value, "refused"));

        public override Task<string> ScheduleNewOrchestrationInstanceAsync(
            TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
        {
            Asked.Add($"schedule {options?.InstanceId}");
            return Task.FromResult("a");
        }

        public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
            Note<OrchestrationMetadata>($"start {instanceId}");

        public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
            Note<OrchestrationMetadata>($"completion {instanceId}");

        public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) => Note<object>($"suspend {instanceId}");

        public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) => Note<object>($"resume {instanceId}");

        public override Task<OrchestrationMetadata?> GetInstancesAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
            Note<OrchestrationMetadata?>($"get {instanceId}");

        public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null)
        {
            Asked.Add("list");
            return null!;
        }

        public override ValueTask DisposeAsync() => throw new InvalidOperationException("The host's client is not ours to close.");

        private Task<T> Note<T>(string asked)
        {
            Asked.Add(asked);
            return Task.FromResult<T>(default!);
        }
    }
}
