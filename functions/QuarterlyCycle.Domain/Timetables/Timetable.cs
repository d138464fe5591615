namespace QuarterlyCycle.Domain.Timetables;

/// <summary>Every instant of one cycle, frozen when the cycle opens; a change is a new version with a reason.</summary>
/// <param name="Cycle">The cycle's code, such as <c>2025-26-Q2</c>.</param>
/// <param name="Version">1 for the first, one more for each change.</param>
/// <param name="Reason">Why the dates changed; null for version 1.</param>
/// <param name="WeeksStartOn">The first working day of each week of the cycle; week 1 stands first.</param>
/// <param name="NoticeUtc">When officers are told that they will be asked.</param>
/// <param name="OpensUtc">When officers are asked.</param>
/// <param name="Chasing">The steps of the reminder ladder in order of time, notice and request included.</param>
/// <param name="DueUtc">When figures are due: later ones carry a late mark.</param>
/// <param name="ClosingNoticeUtc">When the project manager is told that answers are about to stop.</param>
/// <param name="AnswersStopUtc">After this, new answers are refused.</param>
/// <param name="ReviewOpensUtc">When lead officers are asked to review.</param>
/// <param name="ReviewReminderUtc">When lead officers are reminded.</param>
/// <param name="LateFiguresUtc">When lead officers hear of figures that came in late.</param>
/// <param name="CorrectionsStopUtc">After this, the request link closes and figures are locked.</param>
/// <param name="SuggestClinicsUtc">When performance clinics are suggested.</param>
/// <param name="CollateUtc">When the outcome group packs are built.</param>
/// <param name="PapersOutUtc">When the outcome groups' papers are due out.</param>
/// <param name="Groups">The dates of each outcome group.</param>
/// <param name="Board">The dates of the board pack.</param>
/// <param name="ClosesUtc">When the cycle ends.</param>
public sealed record Timetable(
    string Cycle,
    int Version,
    string? Reason,
    IReadOnlyList<DateOnly> WeeksStartOn,
    DateTime NoticeUtc,
    DateTime OpensUtc,
    IReadOnlyList<ChasingDate> Chasing,
    DateTime DueUtc,
    DateTime ClosingNoticeUtc,
    DateTime AnswersStopUtc,
    DateTime ReviewOpensUtc,
    DateTime ReviewReminderUtc,
    IReadOnlyList<DateTime> LateFiguresUtc,
    DateTime CorrectionsStopUtc,
    DateTime SuggestClinicsUtc,
    DateTime CollateUtc,
    DateTime PapersOutUtc,
    IReadOnlyList<GroupDates> Groups,
    BoardDates Board,
    DateTime ClosesUtc);

/// <summary>The steps of the reminder ladder.</summary>
public enum ChasingStep
{
    /// <summary>A week before: who will be asked, and when (E0).</summary>
    Notice,

    /// <summary>The data request itself (E1).</summary>
    Request,

    /// <summary>Some working days before figures are due (E2).</summary>
    Reminder,

    /// <summary>On the day that figures are due (E3).</summary>
    DueToday,

    /// <summary>The working day after (E4).</summary>
    Overdue,

    /// <summary>Before answers stop; the lead officer is told too (E5 with E35).</summary>
    LastCall,
}

/// <summary>One step of the reminder ladder and its instant.</summary>
public sealed record ChasingDate(ChasingStep Step, DateTime AtUtc);

/// <summary>The dates of one outcome group, from its meeting to its chair's signature.</summary>
/// <param name="Body">The group's code.</param>
/// <param name="MeetingOn">The day on which the group meets.</param>
/// <param name="AskUpdateUtc">When the group is asked what it decided (E51).</param>
/// <param name="UpdateDueUtc">When the group's update is due.</param>
/// <param name="AskSignOffUtc">When the chair is asked to sign off (E52).</param>
/// <param name="SignOffReminderUtc">When the chair is reminded (E53).</param>
/// <param name="SignOffDueUtc">When sign-off is due; then the vice-chair is asked.</param>
/// <param name="LastUtc">After this nothing is awaited: an unsigned pack is printed as unsigned.</param>
public sealed record GroupDates(
    string Body,
    DateOnly MeetingOn,
    DateTime AskUpdateUtc,
    DateTime UpdateDueUtc,
    DateTime AskSignOffUtc,
    DateTime SignOffReminderUtc,
    DateTime SignOffDueUtc,
    DateTime LastUtc);

/// <summary>The dates of the board pack, from its making to the board's decisions.</summary>
/// <param name="Body">The board's code.</param>
/// <param name="MeetingOn">The day on which the board meets.</param>
/// <param name="AtRiskUtc">When the secretary is warned of sign-offs still outstanding (E63).</param>
/// <param name="BuildUtc">When the board pack is built.</param>
/// <param name="PublicationUtc">The latest publication that leaves the clear days before the meeting.</param>
/// <param name="AskDecisionsUtc">When the secretary is asked for the board's decisions (E64).</param>
/// <param name="RemindDecisionsUtc">When the secretary is reminded.</param>
/// <param name="DecisionsDueUtc">When the decisions are due.</param>
/// <param name="LastUtc">After this nothing is awaited.</param>
public sealed record BoardDates(
    string Body,
    DateOnly MeetingOn,
    DateTime AtRiskUtc,
    DateTime BuildUtc,
    DateTime PublicationUtc,
    DateTime AskDecisionsUtc,
    DateTime RemindDecisionsUtc,
    DateTime DecisionsDueUtc,
    DateTime LastUtc);
