using QuarterlyCycle.Domain.Timetables;

namespace QuarterlyCycle.Orchestrations.Tests.Rehearsing;

/// <summary>Quarters in which people do what is asked of them, for tests that change one thing.</summary>
internal static class WholeQuarter
{
    public const string Ann = "o0002";
    public const string Ben = "o0003";
    public const string Lead = "o0009";
    public const string OtherLead = "o0010";

    /// <summary>Two officers, two lead officers, two groups and the board; nobody does anything.</summary>
    public static Rehearsal Planned() => Rehearsal.Begin().WithTwoOfficers();

    /// <summary>A quarter with a question, an extension, a pack sent back, and a figure revised after sign-off.</summary>
    public static Rehearsal Busy(Rehearsal quarter) => quarter.WithTwoOfficers()
        .On(8, 10, 11, act => act.Answer(Ann, "SS1"))
        .On(8, 10, 14, act => act.Question("SS1", 1))
        .On(9, 10, 10, act => act.AnswerQuestion("SS1", 1))
        .On(13, 10, 10, act => act.Extend(Ann, Quarter2.At(22, 10, 17), Quarter2.At(23, 10, 17), [new(ChasingStep.DueToday, Quarter2.At(22, 10, 9))], "SS3"))
        .On(20, 10, 14, act => act.Agree("SS1"))
        .On(21, 10, 14, act => act.Answer(Ann, "SS1"))
        .On(23, 10, 14, act => act.Answer(Ann, "SS3"))
        .On(24, 10, 14, act => act.Agree("SS1", "SS3"))
        .On(29, 10, 10, act => act.Issue(Quarter2.StaySafe))
        .On(7, 11, 10, act => act.RecordUpdate(Quarter2.StaySafe))
        .On(10, 11, 10, act => act.Issue(Quarter2.StaySafe))
        .On(12, 11, 14, act => act.SendBack(Quarter2.StaySafe, 2))
        .On(13, 11, 14, act =>
        {
            act.Make(Quarter2.StaySafe);
            return act.Issue(Quarter2.StaySafe);
        })
        .On(13, 11, 15, act => act.Sign(Quarter2.StaySafe))
        .On(14, 11, 10, act => act.ReviseFigure(Quarter2.StaySafe, "SS1"))
        .On(14, 11, 18, act =>
        {
            act.Make(Quarter2.StaySafe);
            return act.Issue(Quarter2.StaySafe);
        })
        .On(17, 11, 10, act => act.Issue(Quarter2.Board))
        .On(18, 11, 10, act =>
        {
            act.Make(Quarter2.Board);
            return act.Replace(Quarter2.Board);
        })
        .On(19, 11, 10, act => act.WithdrawPack(Quarter2.Board))
        .On(2, 12, 10, act => act.Decide());

    public static Rehearsal WithTwoOfficers(this Rehearsal quarter) => quarter
        .Ask(Ann, Lead, "SS1", "SS3")
        .Ask(Ben, OtherLead, "BH1");

    /// <summary>Everyone does everything on time.</summary>
    public static Rehearsal AllOnTime() => Planned().Collected().Met().Decided();

    public static Rehearsal Collected(this Rehearsal quarter) => quarter
        .On(8, 10, 11, act => act.Answer(Ann, "SS1", "SS3"))
        .On(9, 10, 11, act => act.Answer(Ben, "BH1"))
        .On(21, 10, 10, act => act.Agree("SS1", "SS3"))
        .On(21, 10, 11, act => act.Agree("BH1"));

    public static Rehearsal Met(this Rehearsal quarter)
    {
        foreach (string group in new[] { Quarter2.StaySafe, Quarter2.BeHealthy })
        {
            quarter
                .On(29, 10, 10, act => act.Issue(group))
                .On(6, 11, 10, act => act.RecordUpdate(group))
                .On(10, 11, 10, act => act.Issue(group))
                .On(12, 11, 14, act => act.Sign(group));
        }

        return quarter;
    }

    public static Rehearsal Decided(this Rehearsal quarter) => quarter
        .On(17, 11, 12, act => act.Issue(Quarter2.Board))
        .On(27, 11, 10, act => act.Decide());
}
