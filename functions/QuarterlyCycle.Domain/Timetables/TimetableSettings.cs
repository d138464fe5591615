using QuarterlyCycle.Domain.Plans;

namespace QuarterlyCycle.Domain.Timetables;

/// <summary>What a partnership may set about its timetable; day and offsets are working days.</summary>
public sealed record TimetableSettings
{
    /// <summary>How days are counted.</summary>
    public WeekRule WeekRule { get; init; } = WeekRule.WorkingDays;

    /// <summary>Clear working days before a public meeting: five in England, three in Wales.</summary>
    public int ClearDays { get; init; } = 5;

    /// <summary>When mail is sent, London time.</summary>
    public TimeOnly MailAt { get; init; } = new(9, 0);

    /// <summary>The notice (E0), before day 1.</summary>
    public int NoticeBeforeOpening { get; init; } = 5;

    /// <summary>The reminder (E2), before figures are due.</summary>
    public int ReminderBeforeDue { get; init; } = 3;

    /// <summary>The overdue mail (E4), after figures were due.</summary>
    public int OverdueAfterDue { get; init; } = 1;

    /// <summary>The last call with word to the lead officer (E5, E35), after figures were due.</summary>
    public int LastCallAfterDue { get; init; } = 2;

    /// <summary>The project manager's notice (E46), before answers stop.</summary>
    public int ClosingNoticeBeforeAnswersStop { get; init; } = 1;

    /// <summary>The lead officers' reminder (E31), before corrections stop.</summary>
    public int ReviewReminderBeforeCorrectionsStop { get; init; } = 2;

    /// <summary>The chair's reminder (E53), before sign-off is due.</summary>
    public int SignOffReminderBeforeDue { get; init; } = 1;

    /// <summary>The secretary's warning (E63), before sign-off is due.</summary>
    public int AtRiskBeforeSignOffDue { get; init; } = 1;

    /// <summary>The groups meet this long after their stage opens, unless the plan has a meeting.</summary>
    public int GroupMeetsAfterOpening { get; init; } = 1;

    /// <summary>The board meets this long after its stage opens, unless the plan has a meeting.</summary>
    public int BoardMeetsAfterOpening { get; init; } = 6;

    /// <summary>The secretary's reminder to record decisions, after being asked (E64).</summary>
    public int DecisionsReminderAfterAsking { get; init; } = 3;

    /// <summary>Decisions are not due sooner than this after they are asked for, however late the board meets.</summary>
    public int DecisionsAtLeastAfterAsking { get; init; } = 5;

    /// <summary>The offsets of the field with what the partnership has set.</summary>
    public static TimetableSettings Of(PartnershipSettings partnership) =>
        new() { WeekRule = partnership.WeekRule, ClearDays = partnership.ClearDays };
}
