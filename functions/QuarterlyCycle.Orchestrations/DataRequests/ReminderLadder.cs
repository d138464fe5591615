using QuarterlyCycle.Domain.Timetables;
using QuarterlyCycle.Orchestrations.Calls;
using QuarterlyCycle.Orchestrations.Events;

namespace QuarterlyCycle.Orchestrations.DataRequests;

/// <summary>One mail of the ladder; the round tells it from an earlier one of the same kind.</summary>
public sealed record LadderStep(ChasingStep Step, int Round, DateTime AtUtc);

/// <summary>The mails still ahead of one officer, and the instant at which the data request is closed.</summary>
/// <remarks>The first round is the whole data request. Each extension is a round of its own, because its measures go by other dates.</remarks>
public sealed record ReminderLadder
{
    // A cut-off that has just passed here may lie a breath ahead on the machine that closes the data request.
    private static readonly TimeSpan BreathBeforeAskingAgain = TimeSpan.FromMinutes(1);
    private const int MostBreaths = 10;

    /// <summary>The ladder of a brief.</summary>
    public ReminderLadder(IEnumerable<ChasingDate> chasing, DateTime answersStopUtc)
    {
        Steps = [.. chasing.Select(date => new LadderStep(date.Step, 1, date.AtUtc)).OrderBy(step => step.AtUtc)];
        AnswersStopUtc = answersStopUtc;
    }

    /// <summary>The mails ahead, in order of time.</summary>
    public IReadOnlyList<LadderStep> Steps { get; private init; }

    /// <summary>When the record is asked to close the data request.</summary>
    public DateTime AnswersStopUtc { get; private init; }

    /// <summary>The last mail that was due, or null before the first.</summary>
    public ChasingStep? Last { get; private init; }

    /// <summary>The next instant at which there is something to do.</summary>
    public DateTime NextUtc => Steps.Count > 0 && Steps[0].AtUtc < AnswersStopUtc ? Steps[0].AtUtc : AnswersStopUtc;

    /// <summary>Whether the cut-off has passed.</summary>
    public bool IsOver(DateTime nowUtc) => nowUtc >= AnswersStopUtc;

    /// <summary>The mail to send now: of several overdue in a round only the newest, but never without the request.</summary>
    public LadderStep? NewestDue(DateTime nowUtc)
    {
        LadderStep[] due = [.. Steps.Where(step => step.AtUtc <= nowUtc)];
        return due.FirstOrDefault(step => step.Step == ChasingStep.Request)
            ?? due.LastOrDefault(step => step.Round == due[0].Round);
    }

    /// <summary>The ladder after a mail: it and those before it in its round are behind.</summary>
    public ReminderLadder After(LadderStep taken)
    {
        bool IsBehind(LadderStep step) => step.Round == taken.Round && step.AtUtc <= taken.AtUtc;
        return this with
        {
            Steps = [.. Steps.Where(step => !IsBehind(step))],
            Gone = taken.Round == WholeRound ? [.. Gone, .. Steps.Where(IsBehind).Select(step => step.Step)] : Gone,
            Last = taken.Step,
        };
    }

    /// <summary>The ladder with the mails for measures that are given more time. The cut-off stays: closing asks the record, which knows the later one.</summary>
    public ReminderLadder With(ExtensionGranted granted)
    {
        int round = NewestRound + 1;
        IReadOnlyList<ChasingDate> chasing = granted.Chasing ?? [new ChasingDate(ChasingStep.Overdue, granted.DueUtc)];
        return this with
        {
            NewestRound = round,
            Steps = InOrder([.. Steps, .. chasing.Where(date => !ComesOnce(date.Step)).Select(date => new LadderStep(date.Step, round, date.AtUtc))]),
        };
    }

    /// <summary>The ladder by another timetable. A reminder already behind comes again, in a new round, when its new instant is still ahead.</summary>
    public ReminderLadder With(Timetable revised, DateTime nowUtc)
    {
        bool ComesAgain(ChasingDate date) => Gone.Contains(date.Step) && !ComesOnce(date.Step) && date.AtUtc > nowUtc;

        bool repeats = revised.Chasing.Any(ComesAgain);
        int round = repeats ? NewestRound + 1 : WholeRound;
        LadderStep[] whole = [.. revised.Chasing
            .Where(date => !Gone.Contains(date.Step) || ComesAgain(date))
            .Select(date => new LadderStep(date.Step, ComesOnce(date.Step) ? 1 : round, date.AtUtc))];
        return this with
        {
            WholeRound = round,
            NewestRound = Math.Max(NewestRound, round),
            Breaths = 0,
            Gone = [.. Gone.Where(step => !whole.Any(ahead => ahead.Step == step))],
            Steps = InOrder([.. Steps.Where(step => step.Round != WholeRound && step.Round != 1), .. whole]),
            AnswersStopUtc = revised.AnswersStopUtc,
        };
    }

    /// <summary>The ladder with the later cut-off that closing found in the record.</summary>
    public ReminderLadder With(Closing closing, DateTime nowUtc)
    {
        if (closing.AnswersStopUtc is { } later && later > nowUtc)
        {
            return this with { AnswersStopUtc = later, Breaths = 0 };
        }

        return Breaths < MostBreaths
            ? this with { AnswersStopUtc = nowUtc + BreathBeforeAskingAgain, Breaths = Breaths + 1 }
            : throw new InvalidOperationException("Closing the data request gave neither a result nor a cut-off that is still ahead.");
    }

    private int WholeRound { get; init; } = 1;

    private int NewestRound { get; init; } = 1;

    private int Breaths { get; init; }

    private IReadOnlyList<ChasingStep> Gone { get; init; } = [];

    private static bool ComesOnce(ChasingStep step) => step is ChasingStep.Notice or ChasingStep.Request;

    private static IReadOnlyList<LadderStep> InOrder(IEnumerable<LadderStep> steps) => [.. steps.OrderBy(step => step.AtUtc)];
}
