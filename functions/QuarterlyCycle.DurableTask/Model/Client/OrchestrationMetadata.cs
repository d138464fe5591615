using System.Globalization;
using System.Text;

namespace Microsoft.DurableTask.Client;

/// <summary>What is known from outside about one orchestration.</summary>
public sealed class OrchestrationMetadata
{
    /// <summary>Metadata of the orchestration with this name and id.</summary>
    public OrchestrationMetadata(string name, string instanceId)
    {
        Name = name;
        InstanceId = instanceId;
    }

    /// <summary>The name of the orchestrator.</summary>
    public string Name { get; }

    /// <summary>The id.</summary>
    public string InstanceId { get; }

    /// <summary>Reads inputs and outputs; null if they were not asked for.</summary>
    public DataConverter? DataConverter { get; init; }

    /// <summary>Where it stands.</summary>
    public OrchestrationRuntimeStatus RuntimeStatus { get; init; }

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it last moved.</summary>
    public DateTimeOffset LastUpdatedAt { get; init; }

    /// <summary>The input as text, if asked for.</summary>
    public string? SerializedInput { get; init; }

    /// <summary>The result as text, if asked for.</summary>
    public string? SerializedOutput { get; init; }

    /// <summary>The custom status as text, if asked for.</summary>
    public string? SerializedCustomStatus { get; init; }

    /// <summary>Words kept with the instance.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>Why it failed, if it did.</summary>
    public TaskFailureDetails? FailureDetails { get; init; }

    /// <summary>Whether it is running.</summary>
    public bool IsRunning => RuntimeStatus is OrchestrationRuntimeStatus.Running;

    /// <summary>Whether it has ended, well or badly.</summary>
    public bool IsCompleted => RuntimeStatus
        is OrchestrationRuntimeStatus.Completed
        or OrchestrationRuntimeStatus.Failed
        or OrchestrationRuntimeStatus.Terminated;

    /// <summary>The input.</summary>
    public T? ReadInputAs<T>() => Read<T>(SerializedInput);

    /// <summary>The result.</summary>
    public T? ReadOutputAs<T>() => Read<T>(SerializedOutput);

    /// <summary>The custom status.</summary>
    public T? ReadCustomStatusAs<T>() => Read<T>(SerializedCustomStatus);

    /// <summary>One line for a log.</summary>
    public override string ToString()
    {
        StringBuilder line = new();
        line.Append(
            CultureInfo.InvariantCulture,
            $"[Name: '{Name}', ID: '{InstanceId}', RuntimeStatus: {RuntimeStatus}, CreatedAt: {CreatedAt:s}, LastUpdatedAt: {LastUpdatedAt:s}");
        Append(line, "Input", SerializedInput);
        Append(line, "Output", SerializedOutput);
        Append(line, "FailureDetails", FailureDetails?.ToString());
        return line.Append(']').ToString();
    }

    private static void Append(StringBuilder line, string label, string? text)
    {
        if (text is not null)
        {
            line.Append(CultureInfo.InvariantCulture, $", {label}: '{(text.Length > 50 ? text[..50] + "..." : text)}'");
        }
    }

    private T? Read<T>(string? text)
    {
        DataConverter converter = DataConverter
            ?? throw new InvalidOperationException("Inputs and outputs can be read only when they were asked for: pass getInputsAndOutputs.");
        return converter.Deserialize<T>(text);
    }
}
