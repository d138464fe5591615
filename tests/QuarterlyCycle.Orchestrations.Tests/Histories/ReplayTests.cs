using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using QuarterlyCycle.DurableTask.Engine;
using QuarterlyCycle.Orchestrations.Calls;
using QuarterlyCycle.Orchestrations.Tests.Rehearsing;
using Xunit;

namespace QuarterlyCycle.Orchestrations.Tests.Histories;

/// <summary>A cycle opened last month must still replay: the recorded histories run over today's code, which must do exactly what it did then.</summary>
/// <remarks>To record those of a new version, before its first release: <c>RECORD_HISTORIES=v2 dotnet test tests/QuarterlyCycle.Orchestrations.Tests --filter A_history_of_today_replays_today</c>. A released version is never recorded again.</remarks>
public sealed class ReplayTests
{
    private static readonly string AnnsRequest = InstanceIds.DataRequest(Quarter2.Cycle, WholeQuarter.Ann);

    public static TheoryData<string> Names => [.. Scenarios.All.Select(scenario => scenario.Name)];

    public static TheoryData<string> Files => [.. KeptHistories.Files().Select(file => Path.GetRelativePath(KeptHistories.Folder, file))];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_recorded_history_replays_over_todays_code(string file) =>
        Replay(File.ReadAllText(Path.Combine(KeptHistories.Folder, file)));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_history_of_today_replays_today(string name)
    {
        IReadOnlyDictionary<string, string> histories = await Scenarios.All.Single(scenario => scenario.Name == name).Histories();

        Assert.NotEmpty(histories);
        Assert.All(histories.Values, Replay);
        if (Environment.GetEnvironmentVariable(KeptHistories.RecordInto) is { Length: > 0 } version)
        {
            foreach ((string instance, string history) in histories)
            {
                KeptHistories.Write(version, name, instance, history);
            }
        }
    }

    [Fact]
    public void Every_orchestrator_has_a_recorded_history_of_the_first_version()
    {
        IEnumerable<string> recorded = KeptHistories.Files().Select(file => HistoryFile.Read(File.ReadAllText(file)))
            .Where(history => history.Version == "1.0").Select(history => history.Name).Distinct();

        Assert.Equal(
            QuarterRegistration.Orchestrators.Select(registered => registered.Name).Order(StringComparer.Ordinal),
            recorded.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_call_record_is_in_a_recorded_history()
    {
        HashSet<string?> called = [.. KeptHistories.Files().SelectMany(file => HistoryFile.Read(File.ReadAllText(file)).Events)
            .Where(happened => happened.Kind == EventKind.TaskScheduled).Select(happened => happened.Name)];

        Assert.Empty(QuarterRegistration.Calls.Select(call => call.Name).Except(called));
    }

    [Fact]
    public void A_renamed_step_does_not_replay() => Differs(Unanswered().Replace(nameof(SendChasingMail), "SendReminder", StringComparison.Ordinal));

    [Fact]
    public void A_step_with_another_input_does_not_replay() => Differs(Unanswered().Replace(Escaped("\"Round\":1"), Escaped("\"Round\":2"), StringComparison.Ordinal));

    [Fact]
    public void A_timer_with_another_fire_time_does_not_replay() => Differs(Unanswered().Replace("\"FireAtUtc\":\"2025-10-06T08:00:00Z\"", "\"FireAtUtc\":\"2025-10-06T09:00:00Z\"", StringComparison.Ordinal));

    [Fact]
    public void A_child_with_another_id_does_not_replay() =>
        Differs(KeptHistories.Read("v1", "on-time", InstanceIds.Collection(Quarter2.Cycle, 1)).Replace($"\"Other\":\"{AnnsRequest}\"", $"\"Other\":\"{AnnsRequest}.2\"", StringComparison.Ordinal));

    [Fact]
    public void Steps_in_another_order_do_not_replay()
    {
        string[] lines = KeptHistories.Read("v1", "on-time", Quarter2.Cycle).Split('\n');
        int[] scheduled = [.. lines.Index().Where(line => line.Item.Contains("SubOrchestrationCreated", StringComparison.Ordinal)).Select(line => line.Index)];
        (string first, string second) = (lines[scheduled[0]], lines[scheduled[1]]);
        lines[scheduled[0]] = first.Replace(TaskId(first), TaskId(second), StringComparison.Ordinal);
        lines[scheduled[1]] = second.Replace(TaskId(second), TaskId(first), StringComparison.Ordinal);

        Differs(string.Join('\n', lines));

        static string TaskId(string line) => line[line.IndexOf("\"TaskId\":", StringComparison.Ordinal)..].Split(',')[0];
    }

    [Fact]
    public void A_step_more_than_the_history_has_does_not_replay()
    {
        string history = Unanswered();
        string[] kept = [.. history.Split('\n').Where(line => !line.Contains(nameof(CloseDataRequest), StringComparison.Ordinal))];

        Differs(string.Join('\n', kept));
    }

    private static string Unanswered() => KeptHistories.Read("v1", "nobody-acts", AnnsRequest);

    private static string Escaped(string json) => json.Replace("\"", "\\u0022", StringComparison.Ordinal);

    private static void Differs(string tampered) => Assert.Throws<NonDeterministicOrchestrationException>(() => Replay(tampered));

    private static void Replay(string history)
    {
        DurableTaskRegistry registry = new();
        foreach (RegisteredOrchestrator registered in QuarterRegistration.Orchestrators)
        {
            registry.AddOrchestrator(registered.Name, registered.Type);
        }

        HistoryReplayer.Replay(history, registry);
    }
}
