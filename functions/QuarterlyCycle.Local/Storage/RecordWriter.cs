using System.Threading.Channels;

namespace QuarterlyCycle.Local.Storage;

/// <summary>The one thread that writes the record file: it takes what is queued, commits it once and then answers, so that many callers share a sync.</summary>
internal sealed class RecordWriter : IDisposable
{
    private const int MostAtOnce = 256;

    private readonly Channel<Write> _queue = Channel.CreateUnbounded<Write>(new UnboundedChannelOptions { SingleReader = true });
    private readonly RecordConnection _connection;
    private readonly Thread _thread;

    public RecordWriter(RecordConnection connection)
    {
        _connection = connection;
        _thread = new Thread(Work) { IsBackground = true, Name = "record writer" };
        _thread.Start();
    }

    /// <summary>The result, once the commit that holds it is on the disk.</summary>
    public Task<TResult> Commit<TResult>(Func<RecordConnection, TResult> act)
    {
        Write<TResult> write = new(act);
        ObjectDisposedException.ThrowIf(!_queue.Writer.TryWrite(write), this);
        return write.Answer;
    }

    public void Dispose()
    {
        _queue.Writer.TryComplete();
        _thread.Join();
        _connection.Dispose();
    }

    private void Work()
    {
        List<Write> group = new(MostAtOnce);
        while (_queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            group.Clear();
            while (group.Count < MostAtOnce && _queue.Reader.TryRead(out Write? write))
            {
                group.Add(write);
            }

            Commit(group);
        }
    }

    private void Commit(List<Write> group)
    {
        try
        {
            _connection.Begin();
            group.ForEach(write => write.Run(_connection));
            _connection.Commit();
        }
        catch (Microsoft.Data.Sqlite.SqliteException failure)
        {
            Abandon(group, failure);
            return;
        }

        group.ForEach(write => write.Succeed());
    }

    private void Abandon(List<Write> group, Microsoft.Data.Sqlite.SqliteException failure)
    {
        try
        {
            _connection.RollBack();
        }
        catch (Microsoft.Data.Sqlite.SqliteException)
        {
            // SQLite has rolled back by itself when the disk was full or could not be read.
        }

        group.ForEach(write => write.Fail(failure));
    }

    private abstract class Write
    {
        public abstract void Run(RecordConnection connection);

        public abstract void Succeed();

        public abstract void Fail(Exception failure);
    }

    private sealed class Write<TResult>(Func<RecordConnection, TResult> act) : Write
    {
        private readonly TaskCompletionSource<TResult> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private TResult? _result;

        public Task<TResult> Answer => _answer.Task;

        public override void Run(RecordConnection connection) => _result = act(connection);

        public override void Succeed() => _answer.SetResult(_result!);

        public override void Fail(Exception failure) => _answer.SetException(failure);
    }
}
