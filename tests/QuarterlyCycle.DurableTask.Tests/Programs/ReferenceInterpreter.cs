namespace QuarterlyCycle.DurableTask.Tests.Programs;

/// <summary>
/// Says what must come of a program, without an engine: a step begins at an instant, and has a result and an instant at which it ends.
/// Activities take no time. Null is a step that waits for ever.
/// </summary>
internal sealed class ReferenceInterpreter(OrchestratorProgram program, DateTime opening)
{
    private readonly Queue<(DateTime AtUtc, string Event, string Payload)> _coming =
        new(program.Raised().Select(raised => (opening + raised.After, raised.Event, raised.Payload)));

    private readonly Dictionary<string, Letterbox> _boxes = [];

    public string? Output()
    {
        // Every letter is on its way from the beginning; each box takes its own as the time goes by.
        foreach ((DateTime atUtc, string name, string payload) in _coming)
        {
            Box(name).Coming.Enqueue((atUtc, payload));
        }

        string all = string.Empty;
        DateTime now = opening;
        for (int round = program.Rounds; ; round--)
        {
            Instance instance = new(now);
            if (Sequence(program.Steps, now, instance) is not { } done)
            {
                return null;
            }

            all += $"[{done.Result}]";
            if (round == 1)
            {
                return all;
            }

            // The next round begins when nothing is open; letters that come until then go before those that were kept.
            now = Later(done.AtUtc, instance.OpenUntil);
            foreach (Letterbox box in _boxes.Values)
            {
                box.ContinueAsNew(done.AtUtc, now);
            }
        }
    }

    private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;

    private static Outcome At(string result, DateTime atUtc, DateTime opening) =>
        new($"{result}@{(atUtc - opening).TotalMilliseconds}", atUtc);

    private Letterbox Box(string name) => _boxes.TryGetValue(name, out Letterbox? box) ? box : _boxes[name] = new Letterbox();

    private Outcome? Sequence(IReadOnlyList<Step> steps, DateTime from, Instance instance)
    {
        List<string> results = [];
        DateTime now = from;
        foreach (Step step in steps)
        {
            if (One(step, now, instance) is not { } done)
            {
                return null;
            }

            results.Add(done.Result);
            now = done.AtUtc;
        }

        return new Outcome(string.Join(' ', results), now);
    }

    private Outcome? One(Step step, DateTime now, Instance instance)
    {
        switch (step)
        {
            case Do activity:
                return At(activity.Fails ? $"failed{step.Number}" : $"done{step.Number}", now, opening);
            case Sleep sleep:
                instance.Holds(now + sleep.Length);
                return At("slept", now + sleep.Length, opening);
            case Hear hear:
                return Box(hear.Event).Hear(now) is { } letter ? At(letter.Payload, letter.AtUtc, opening) : null;
            case Child child:
                Instance inner = new(now);
                Outcome done = Sequence(child.Steps, now, inner)!;
                DateTime over = Later(done.AtUtc, inner.OpenUntil);
                instance.Holds(over);
                return At($"({done.Result})", over, opening);
            case All all:
                Outcome?[] branches = [.. all.Branches.Select(branch => Sequence(branch, now, instance))];
                return Array.Exists(branches, branch => branch is null)
                    ? null
                    : At($"all({string.Join(" | ", branches.Select(branch => branch!.Result))})", branches.Max(branch => branch!.AtUtc), opening);
            case Any any:
                return First(any, now, instance);
            default:
                throw new InvalidOperationException($"{step} is not known.");
        }
    }

    private Outcome? First(Any any, DateTime now, Instance instance)
    {
        List<(int Index, int Rank, Outcome Done)> ends = [];
        List<(int Index, Hear Hear)> armed = [];
        for (int i = 0; i < any.Branches.Count; i++)
        {
            if (any.Branches[i] is Hear hear)
            {
                if (Box(hear.Event).Kept(now) is { } kept)
                {
                    ends.Add((i, 0, At(kept, now, opening)));
                }
                else
                {
                    armed.Add((i, hear));
                }
            }
            else
            {
                // What the timers of a race hold is known when it is over: they may be cancelled.
                Instance held = any.Branches[i] is Sleep ? new Instance(now) : instance;
                ends.Add((i, 1, One(any.Branches[i], now, held)!));
            }
        }

        // Of several that wait for one name the newest gets the letter.
        foreach ((int index, Hear hear) in armed.DistinctBy(other => other.Hear.Event).ToList())
        {
            if (Box(hear.Event).Next() is { } next)
            {
                int newest = armed.Last(other => other.Hear.Event == hear.Event).Index;
                ends.Add((newest, 1, At(next.Payload, next.AtUtc, opening)));
            }
        }

        if (ends.Count == 0)
        {
            return null;
        }

        (int winner, _, Outcome first) = ends.OrderBy(end => end.Done.AtUtc).ThenBy(end => end.Rank).ThenBy(end => end.Index).First();
        foreach ((int index, Hear hear) in armed)
        {
            if (index == winner)
            {
                Box(hear.Event).TakeNext();
            }
            else
            {
                Box(hear.Event).Lingering++;
            }
        }

        foreach (Sleep sleep in any.Branches.OfType<Sleep>().Where(sleep => !any.Cancels || now + sleep.Length <= first.AtUtc))
        {
            instance.Holds(now + sleep.Length);
        }

        return At($"any{winner}:{first.Result}", first.AtUtc, opening);
    }

    private sealed record Outcome(string Result, DateTime AtUtc);

    private sealed class Instance(DateTime began)
    {
        public DateTime OpenUntil { get; private set; } = began;

        public void Holds(DateTime untilUtc) => OpenUntil = Later(OpenUntil, untilUtc);
    }

    private sealed class Letterbox
    {
        private readonly List<string> _kept = [];

        public Queue<(DateTime AtUtc, string Payload)> Coming { get; } = new();

        /// <summary>Waiters that lost a race and still wait: each swallows a letter when nobody newer waits.</summary>
        public int Lingering { get; set; }

        public string? Kept(DateTime now)
        {
            PassTo(now);
            if (_kept.Count == 0)
            {
                return null;
            }

            string first = _kept[0];
            _kept.RemoveAt(0);
            return first;
        }

        public (DateTime AtUtc, string Payload)? Next() => Coming.Count == 0 ? null : Coming.Peek();

        public void TakeNext() => Coming.Dequeue();

        public (DateTime AtUtc, string Payload)? Hear(DateTime now)
        {
            if (Kept(now) is { } kept)
            {
                return (now, kept);
            }

            return Coming.TryDequeue(out (DateTime AtUtc, string Payload) next) ? next : null;
        }

        public void ContinueAsNew(DateTime calledUtc, DateTime begunUtc)
        {
            PassTo(calledUtc);
            Lingering = 0;
            int late = 0;
            while (Coming.Count > 0 && Coming.Peek().AtUtc <= begunUtc)
            {
                _kept.Insert(late++, Coming.Dequeue().Payload);
            }
        }

        private void PassTo(DateTime now)
        {
            while (Coming.Count > 0 && Coming.Peek().AtUtc <= now)
            {
                string payload = Coming.Dequeue().Payload;
                if (Lingering > 0)
                {
                    Lingering--;
                }
                else
                {
                    _kept.Add(payload);
                }
            }
        }
    }
}
