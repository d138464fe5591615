using Microsoft.DurableTask;

namespace QuarterlyCycle.DurableTask.Tests.Stage;

/// <summary>An activity that fails every time.</summary>
internal sealed class Throwing(Exception fault) : TaskActivity<object?, int>
{
    public override Task<int> RunAsync(TaskActivityContext context, object? input) => throw fault;
}
