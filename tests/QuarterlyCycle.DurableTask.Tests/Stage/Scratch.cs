namespace QuarterlyCycle.DurableTask.Tests.Stage;

/// <summary>A folder that is gone after the test; in memory where the system has such a place, so that commits cost nothing.</summary>
internal sealed class Scratch : IDisposable
{
    public Scratch()
    {
        string root = Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath();
        Folder = Path.Combine(root, $"durable-{Guid.NewGuid():N}");
        Directory.CreateDirectory(Folder);
    }

    public string Folder { get; }

    public string Hub => Path.Combine(Folder, "hub.db");

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
