using FsCheck;
using FsCheck.Fluent;

namespace QuarterlyCycle.DurableTask.Tests.Programs;

/// <summary>Makes programs by chance.</summary>
internal static class RandomPrograms
{
    public static Arbitrary<OrchestratorProgram> Any() =>
        (from steps in Steps(3, hears: true)
         from rounds in Gen.Choose(1, 3)
         from letters in Letters()
         select new OrchestratorProgram(steps, rounds, letters).Numbered())
        .Where(program => program.Timers <= 12).ToArbitrary();

    private static Gen<(int Minutes, int Which)[]> Letters() =>
        from count in Gen.Choose(0, 9)
        from letters in Gen.ArrayOf(
            from minutes in Gen.Choose(0, 40)
            from which in Gen.Choose(0, 100)
            select (minutes, which), count)
        select letters;

    private static Gen<IReadOnlyList<Step>> Steps(int depth, bool hears) =>
        from count in Gen.Choose(1, depth)
        from steps in Gen.ArrayOf(One(depth, hears), count)
        select (IReadOnlyList<Step>)steps;

    private static Gen<Step> One(int depth, bool hears)
    {
        List<Gen<Step>> choices = [Activity(), Timer()];
        if (hears)
        {
            choices.AddRange([Event(), Event(), Race(depth)]);
        }

        if (depth > 1)
        {
            choices.AddRange([Sub(depth), Branches(depth, hears)]);
        }

        return Gen.OneOf(choices);
    }

    private static Gen<Step> Activity() => Gen.Elements(false, false, false, true).Select(fails => (Step)new Do(fails));

    private static Gen<Step> Timer() => Gen.Fresh(() => (Step)new Sleep());

    private static Gen<Step> Event() => Gen.Elements('a', 'b').Select(letter => (Step)new Hear(letter));

    private static Gen<Step> Sub(int depth) => Steps(depth - 1, hears: false).Select(steps => (Step)new Child(steps));

    private static Gen<Step> Branches(int depth, bool hears) =>
        from count in Gen.Choose(1, 3)
        from branches in Gen.ArrayOf(Steps(depth - 1, hears), count)
        select (Step)new All(branches);

    // Of the things that end at once there is one at most: which of two comes first is nobody's promise.
    private static Gen<Step> Race(int depth) =>
        from waits in Gen.ArrayOf(Gen.OneOf(Event(), Timer()), 2)
        from extra in depth > 1 ? Gen.OneOf(Activity(), Sub(depth), Event(), Timer()) : Gen.OneOf(Activity(), Event(), Timer())
        from place in Gen.Choose(0, 2)
        from cancels in Gen.Elements(true, false)
        select (Step)new Any([.. waits[..place], extra, .. waits[place..]], cancels);
}
