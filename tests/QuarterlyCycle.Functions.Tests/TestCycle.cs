using QuarterlyCycle.Domain.Cycles;

namespace QuarterlyCycle.Functions.Tests;

/// <summary>A quarter that runs.</summary>
internal static class TestCycle
{
    public static Cycle Open(string code) => new()
    {
        Code = code,
        PlanVersion = 1,
        TimetableVersion = 1,
        Chunks = 1,
        StartUtc = new DateTime(2025, 9, 22, 8, 0, 0, DateTimeKind.Utc),
        State = CycleState.Open,
    };
}
