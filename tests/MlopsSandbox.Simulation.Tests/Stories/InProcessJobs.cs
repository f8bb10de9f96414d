using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.Channels;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;

namespace MlopsSandbox.Simulation.Tests.Stories;

/// <summary>A job system that forgets everything when it stops: what must not be forgotten is in the catalog.</summary>
internal sealed class InProcessJobs(StageJob stage) : IStageJobs
{
    private readonly Channel<(string Id, ExecutionKey Key)> _waiting = Channel.CreateUnbounded<(string, ExecutionKey)>();
    private readonly ConcurrentDictionary<string, ExecutionKey> _pending = new();
    private int _last;

    public string Enqueue(ExecutionKey key, IReadOnlyDictionary<string, string> trace)
    {
        string id = Interlocked.Increment(ref _last).ToString(CultureInfo.InvariantCulture);
        _pending[id] = key;
        _waiting.Writer.TryWrite((id, key));
        return id;
    }

    public bool IsPending(string jobId, ExecutionKey key) => _pending.TryGetValue(jobId, out ExecutionKey? pending) && pending == key;

    public Task RunAsync(int workers, CancellationToken cancellation) => Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(() => Work(cancellation), cancellation)));

    private async Task Work(CancellationToken cancellation)
    {
        await foreach (var (id, key) in _waiting.Reader.ReadAllAsync(cancellation))
        {
            stage.Run(key.RunId, key.ExecutionId, key.Ordinal, key.Attempt, [], null, cancellation);
            _pending.TryRemove(id, out _);
        }
    }
}
