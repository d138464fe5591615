namespace QuarterlyCycle.Orchestrations.Waiting;

/// <summary>A step and its instant; a daily step comes again on each of its days.</summary>
public sealed record Dated<TStep>(TStep Step, DateTime AtUtc, bool Daily = false)
    where TStep : struct, Enum;

/// <summary>The dated steps that an orchestration has still to take.</summary>
public sealed class Agenda<TStep>
    where TStep : struct, Enum
{
    private readonly List<Dated<TStep>> _ahead;
    private readonly Dictionary<TStep, DateTime> _taken = [];

    /// <summary>The steps of a brief.</summary>
    public Agenda(IEnumerable<Dated<TStep>> steps) => _ahead = [.. steps.OrderBy(step => step.AtUtc)];

    /// <summary>The instant of the next step, or null when none is left.</summary>
    public DateTime? NextUtc => _ahead.Count == 0 ? null : _ahead[0].AtUtc;

    /// <summary>Takes the earliest step that is due; of a daily step with several days overdue, only the newest.</summary>
    public Dated<TStep>? Take(DateTime nowUtc)
    {
        if (_ahead.Count == 0 || _ahead[0].AtUtc > nowUtc)
        {
            return null;
        }

        TStep first = _ahead[0].Step;
        Dated<TStep> newest = _ahead.Last(step => step.Step.Equals(first) && step.AtUtc <= nowUtc);
        _ahead.RemoveAll(step => step.Step.Equals(first) && step.AtUtc <= nowUtc);
        _taken[first] = newest.AtUtc;
        return newest;
    }

    /// <summary>Whether this step is ahead and due.</summary>
    public bool IsDue(TStep step, DateTime nowUtc) => _ahead.Exists(ahead => ahead.Step.Equals(step) && ahead.AtUtc <= nowUtc);

    /// <summary>Leaves out a step whose reason is gone.</summary>
    public void Drop(TStep step) => DropIfDue(step, DateTime.MaxValue);

    /// <summary>Leaves out a step that is overdue and no longer says anything.</summary>
    public void DropIfDue(TStep step, DateTime nowUtc)
    {
        foreach (Dated<TStep> overdue in _ahead.Where(ahead => ahead.Step.Equals(step) && ahead.AtUtc <= nowUtc))
        {
            _taken[step] = overdue.AtUtc;
        }

        _ahead.RemoveAll(ahead => ahead.Step.Equals(step) && ahead.AtUtc <= nowUtc);
    }

    /// <summary>Gives the steps ahead their new instants; a step taken is not taken again, and a daily one only on later days.</summary>
    public void Move(IEnumerable<Dated<TStep>> steps)
    {
        Dated<TStep>[] ahead = [.. steps.Where(IsAhead).OrderBy(step => step.AtUtc)];
        _ahead.Clear();
        _ahead.AddRange(ahead);
    }

    private bool IsAhead(Dated<TStep> step) =>
        !_taken.TryGetValue(step.Step, out DateTime takenUtc) || (step.Daily && step.AtUtc > takenUtc);
}
