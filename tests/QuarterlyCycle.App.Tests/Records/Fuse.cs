namespace QuarterlyCycle.App.Tests.Records;

/// <summary>Kills everything that asks it at one chosen step, and at every step after it: what a killed process looks like to those that survive.</summary>
internal sealed class Fuse(int blowsAt)
{
    private int _steps;

    public bool HasBlown { get; private set; }

    public void Step()
    {
        if (HasBlown || ++_steps == blowsAt)
        {
            HasBlown = true;
            throw new KilledException();
        }
    }
}

internal sealed class KilledException() : Exception("Killed.");
