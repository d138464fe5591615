namespace QuarterlyCycle.DurableTask.Tests.Programs;

/// <summary>
/// One step of a program that both the engine and the reference interpreter can run. Every step has a number of its own; the numbers of the
/// timers are powers of two in minutes, so that no two things are ever due at one instant and the order of all things is known.
/// </summary>
internal abstract record Step
{
    public int Number { get; set; }
}

/// <summary>An activity; it fails when it is told to, and the program catches that.</summary>
internal sealed record Do(bool Fails) : Step;

/// <summary>A timer.</summary>
internal sealed record Sleep : Step
{
    public TimeSpan Length => TimeSpan.FromMinutes(1 << Number);
}

/// <summary>Waits for an event. A branch has letters of its own: branches do not take each other's events.</summary>
internal sealed record Hear(char Letter) : Step
{
    public int Branch { get; set; }

    public string Event => $"{Letter}{Branch}";
}

/// <summary>A sub-orchestration.</summary>
internal sealed record Child(IReadOnlyList<Step> Steps) : Step;

/// <summary>Several branches at once, all awaited.</summary>
internal sealed record All(IReadOnlyList<IReadOnlyList<Step>> Branches) : Step;

/// <summary>Several steps at once, the first of which counts. What has lost stays open, but for its timers if they are cancelled.</summary>
internal sealed record Any(IReadOnlyList<Step> Branches, bool Cancels) : Step;

/// <summary>A program, how often it begins again as new, and the letters that it is sent: minutes after the one before.</summary>
internal sealed record OrchestratorProgram(IReadOnlyList<Step> Steps, int Rounds, IReadOnlyList<(int Minutes, int Which)> Letters)
{
    private readonly List<string> _names = [];
    private int _branches;
    private int _others;

    public int Timers { get; private set; }

    /// <summary>Gives every step its number, and every letter its event.</summary>
    public OrchestratorProgram Numbered()
    {
        Number(Steps, 0);
        return this;
    }

    /// <summary>When which event is raised: each a different number of seconds after the minute, so that no timer falls together with one.</summary>
    public IEnumerable<(TimeSpan After, string Event, string Payload)> Raised()
    {
        TimeSpan after = TimeSpan.Zero;
        for (int i = 0; i < Letters.Count && _names.Count > 0; i++)
        {
            after += TimeSpan.FromMinutes(Letters[i].Minutes) + TimeSpan.FromMilliseconds(1 << i);
            yield return (after, _names[Letters[i].Which % _names.Count], $"letter{i}");
        }
    }

    private void Number(IReadOnlyList<Step> steps, int branch)
    {
        foreach (Step step in steps)
        {
            step.Number = step is Sleep ? Timers++ : _others++;
            switch (step)
            {
                case Hear hear:
                    hear.Branch = branch;
                    _names.Add(hear.Event);
                    break;
                case Child child:
                    Number(child.Steps, branch);
                    break;
                case Any any:
                    Number(any.Branches, branch);
                    break;
                case All all:
                    foreach (IReadOnlyList<Step> inner in all.Branches)
                    {
                        Number(inner, ++_branches);
                    }

                    break;
            }
        }
    }
}
