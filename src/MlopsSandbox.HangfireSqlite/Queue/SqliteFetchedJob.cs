using Hangfire.Storage;

namespace MlopsSandbox.HangfireSqlite.Queue;

/// <summary>A job in a worker's hands. Disposed without a word, it goes back to its queue.</summary>
internal sealed class SqliteFetchedJob(JobQueue queue, FetchedEntry entry, string jobId) : IFetchedJob
{
    private bool _ended;

    /// <inheritdoc/>
    public string JobId => jobId;

    public FetchedEntry Entry => entry;

    /// <inheritdoc/>
    public void RemoveFromQueue()
    {
        if (_ended) return;
        queue.Remove(entry);
        _ended = true;
    }

    /// <inheritdoc/>
    public void Requeue()
    {
        if (_ended) return;
        queue.Requeue(entry);
        _ended = true;
    }

    /// <summary>Its removal was committed in a transaction.</summary>
    public void MarkRemoved()
    {
        queue.LetGo(entry);
        _ended = true;
    }

    /// <inheritdoc/>
    public void Dispose() => Requeue();
}
