using Microsoft.DurableTask;
using QuarterlyCycle.Orchestrations.Events;

namespace QuarterlyCycle.Orchestrations.Waiting;

/// <summary>The one waiter for one event name: armed once, and again only after it has rung.</summary>
public sealed class Doorbell<TEvent>
    where TEvent : Signal
{
    private readonly TaskOrchestrationContext _context;
    private readonly HashSet<string> _seen = [];

    /// <summary>Begins to listen.</summary>
    public Doorbell(TaskOrchestrationContext context)
    {
        _context = context;
        Ring = NewSignal();
    }

    /// <summary>Ends when the bell rings; a repeat of a signal already heard does not ring it.</summary>
    public Task<TEvent?> Ring { get; private set; }

    /// <summary>Whether a signal waits to be answered.</summary>
    public bool HasRung => Ring.IsCompleted;

    /// <summary>Takes the signal and listens for the next; null is still a ring, and the record tells the rest.</summary>
    public async Task<TEvent?> Answer()
    {
        TEvent? signal = await Ring;
        Ring = NewSignal();
        return signal;
    }

    private async Task<TEvent?> NewSignal()
    {
        while (true)
        {
            TEvent? signal = await _context.WaitForExternalEvent<TEvent?>(typeof(TEvent).Name);
            if (signal is null || _seen.Add(signal.Id))
            {
                return signal;
            }
        }
    }
}
