namespace QuarterlyCycle.Orchestrations.Tests.Rehearsing;

/// <summary>Quarters in which people do what is asked of them, for tests that change one thing.</summary>
internal static class WholeQuarter
{
    public const string Ann = "o0002";
    public const string Ben = "o0003";
    public const string Lead = "o0009";
    public const string OtherLead = "o0010";

    /// <summary>Two officers, two lead officers, two groups and the board; nobody does anything.</summary>
    public static Rehearsal Planned(string? path = null) => Rehearsal.Begin(path)
        .Ask(Ann, Lead, "SS1", "SS3")
        .Ask(Ben, OtherLead, "BH1");

    /// <summary>Everyone does everything on time.</summary>
    public static Rehearsal AllOnTime(string? path = null) => Planned(path).Collected().Met().Decided();

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
