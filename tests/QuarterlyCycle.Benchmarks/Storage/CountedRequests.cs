using Azure.Core;
using Azure.Core.Pipeline;

namespace QuarterlyCycle.Benchmarks.Storage;

/// <summary>Counts every request that goes to the service, those that are made again too: each is one transaction of the bill.</summary>
internal sealed class CountedRequests : HttpPipelineSynchronousPolicy
{
    private long _all;
    private long _conflicts;
    private long _failures;

    public long All => Volatile.Read(ref _all);

    /// <summary>Writes that met another row or an older ETag.</summary>
    public long Conflicts => Volatile.Read(ref _conflicts);

    /// <summary>Answers of a service that is busy or broken.</summary>
    public long Failures => Volatile.Read(ref _failures);

    public override void OnReceivedResponse(HttpMessage message)
    {
        Interlocked.Increment(ref _all);
        if (message.Response.Status is 409 or 412)
        {
            Interlocked.Increment(ref _conflicts);
        }
        else if (message.Response.Status is 429 or >= 500)
        {
            Interlocked.Increment(ref _failures);
        }
    }
}
