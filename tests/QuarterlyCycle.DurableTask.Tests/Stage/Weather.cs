using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace QuarterlyCycle.DurableTask.Tests.Stage;

/// <summary>Under what conditions a story is played. Its trace must be the same in all of them.</summary>
public enum Weather
{
    Calm,
    KilledAfterEveryCommit,
    EveryMessageTwice,
    NothingKeptInMemory,
}

/// <summary>Plays a story in every weather.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class InEveryWeatherAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Enum.GetValues<Weather>().Select(weather => new TheoryDataRow<Weather>(weather))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
