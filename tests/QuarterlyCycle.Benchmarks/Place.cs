using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using QuarterlyCycle.DurableTask.Engine;

namespace QuarterlyCycle.Benchmarks;

/// <summary>A folder for the hub of one run, on the disk that is measured.</summary>
internal sealed class Place : IDisposable
{
    public Place(string root)
    {
        Folder = Path.Combine(root, $"hub-{Guid.NewGuid():N}");
        Directory.CreateDirectory(Folder);
    }

    public string Folder { get; }

    public string File => Path.Combine(Folder, "hub.db");

    public Task<SqliteTaskHub> Open(Action<DurableTaskRegistry> tasks, TimeProvider? clock = null)
    {
        DurableTaskRegistry registry = new();
        tasks(registry);
        TaskHubOptions options = new() { Path = File, Clock = clock ?? TimeProvider.System };
        return SqliteTaskHub.OpenAsync(options, registry, new ServiceCollection().BuildServiceProvider());
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
