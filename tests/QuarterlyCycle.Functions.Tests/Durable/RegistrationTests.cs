using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using QuarterlyCycle.App.Activities;
using QuarterlyCycle.App.Records;
using QuarterlyCycle.Functions.Durable;
using QuarterlyCycle.Functions.Tests.Settings;
using QuarterlyCycle.Orchestrations;
using QuarterlyCycle.Orchestrations.Calls;
using Xunit;

namespace QuarterlyCycle.Functions.Tests.Durable;

/// <summary>Holds the functions against the two lists by which the other host registers the same.</summary>
public sealed class RegistrationTests
{
    public static TheoryData<string> Orchestrators => [.. QuarterRegistration.Orchestrators.Select(orchestrator => orchestrator.Name)];

    public static TheoryData<string> Activities => [.. QuarterActivities.All.Select(activity => activity.Name)];

    [Fact]
    public void Every_orchestrator_and_activity_is_a_function_and_nothing_else_is()
    {
        Assert.Equal(QuarterRegistration.Orchestrators.Select(orchestrator => orchestrator.Name).Order(StringComparer.Ordinal), Functions(typeof(OrchestratorFunctions)).Keys.Order(StringComparer.Ordinal));
        Assert.Equal(QuarterActivities.All.Select(activity => activity.Name).Order(StringComparer.Ordinal), Functions(typeof(ActivityFunctions)).Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Orchestrators))]
    public async Task An_orchestrators_function_runs_that_orchestrator_on_its_brief(string name)
    {
        Type orchestrator = QuarterRegistration.Orchestrators.Single(entry => entry.Name == name).Type;
        MethodInfo function = Functions(typeof(OrchestratorFunctions))[name];
        Assert.Equal(orchestrator.GetMethod("RunAsync")!.ReturnType, function.ReturnType);
        Assert.Matches($@"Function\(nameof\({name}\)\)\][^;]*new {orchestrator.Name}\(\)\.RunAsync\(context", Repository.Text("functions/QuarterlyCycle.Functions/Durable/OrchestratorFunctions.cs"));

        AskingContext context = new();
        await Assert.ThrowsAsync<AskedException>(async () =>
        {
            try
            {
                await (Task)function.Invoke(null, [context])!;
            }
            catch (TargetInvocationException thrown)
            {
                throw thrown.InnerException!;
            }
        });
        Assert.Equal(orchestrator.BaseType!.GetGenericArguments()[0], context.InputAsked);
    }

    [Theory]
    [MemberData(nameof(Activities))]
    public void An_activitys_function_runs_that_activity_on_its_call(string name)
    {
        RegisteredActivity activity = QuarterActivities.All.Single(entry => entry.Name == name);
        MethodInfo function = Functions(typeof(ActivityFunctions))[name];
        Assert.Equal([activity.Call, typeof(string)], function.GetParameters().Select(parameter => parameter.ParameterType));
        Assert.Equal("instanceId", function.GetParameters()[1].Name);
        Assert.Equal(activity.Activity.GetMethod("RunAsync")!.ReturnType, function.ReturnType);
        Assert.Matches($@"Function\(nameof\({name}\)\)\][^;]*Activity<{activity.Activity.Name}>\(\)\.RunAsync\(new CalledActivity\(nameof\({name}\), instanceId\)", Repository.Text("functions/QuarterlyCycle.Functions/Durable/ActivityFunctions.cs"));
    }

    [Fact]
    public async Task An_activity_runs_on_the_services_records_and_knows_the_instance_that_called_it()
    {
        using FunctionsBench bench = new();
        ActivityFunctions functions = bench.Function<ActivityFunctions>();
        await functions.RecordNeedsAttention(new RecordNeedsAttention(FunctionsBench.Cycle, "Asking for figures", "The store was away."), "2025-26-Q2.request.o0417");
        Assert.Equal("2025-26-Q2.request.o0417", Assert.Single(await bench.Get<QuarterRecords>().NeedsAttention.Open(FunctionsBench.Cycle)).Instance);
    }

    private static Dictionary<string, MethodInfo> Functions(Type type) => type
        .GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance)
        .Where(method => method.GetCustomAttribute<FunctionAttribute>() is not null)
        .ToDictionary(method => method.GetCustomAttribute<FunctionAttribute>()!.Name, StringComparer.Ordinal);
}
