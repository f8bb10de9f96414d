using System.Globalization;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;

namespace MlopsSandbox.Lifecycle.Tests.Jobs;

/// <summary>A job queue that outlives the processes of a test, as Hangfire's file does; its jobs run when the test says so.</summary>
internal sealed class RecordedJobs : IStageJobs
{
    private readonly List<RecordedJob> _waiting = [];
    private readonly Lock _lock = new();

    /// <summary>All jobs that were ever enqueued.</summary>
    public List<RecordedJob> Enqueued { get; } = [];

    /// <summary>Thrown by the next enqueueing.</summary>
    public Exception? Refusal { get; set; }

    public string Enqueue(ExecutionKey key, IReadOnlyDictionary<string, string> trace)
    {
        lock (_lock)
        {
            if (Refusal is { } refusal) throw refusal;
            RecordedJob job = new((Enqueued.Count + 1).ToString(CultureInfo.InvariantCulture), key, new Dictionary<string, string>(trace));
            Enqueued.Add(job);
            _waiting.Add(job);
            return job.Id;
        }
    }

    public bool IsPending(string jobId, ExecutionKey key)
    {
        lock (_lock) return _waiting.Exists(job => job.Id == jobId && job.Key == key);
    }

    public RecordedJob? Next()
    {
        lock (_lock) return _waiting.FirstOrDefault();
    }

    public RecordedJob[] Waiting()
    {
        lock (_lock) return [.. _waiting];
    }

    public void Remove(RecordedJob job)
    {
        lock (_lock) _waiting.Remove(job);
    }

    /// <summary>The queue's file is deleted.</summary>
    public void Lose()
    {
        lock (_lock) _waiting.Clear();
    }
}

internal sealed record RecordedJob(string Id, ExecutionKey Key, Dictionary<string, string> Trace);
