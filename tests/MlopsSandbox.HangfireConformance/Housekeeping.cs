using Hangfire;
using Hangfire.Server;

namespace MlopsSandbox.HangfireConformance;

/// <summary>Runs what a storage asks every server to run for it (removal of expired records, aggregation of counters), until disposed.</summary>
internal sealed class Housekeeping : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Thread> _threads;

    public Housekeeping(JobStorage storage)
    {
        _threads = [.. Processes(storage).Select(process => new Thread(() => Repeat(process)) { IsBackground = true })];
        foreach (var thread in _threads) thread.Start();
    }

    public void Dispose()
    {
        _stop.Cancel();
        foreach (var thread in _threads) thread.Join();
        _stop.Dispose();
    }

    private void Repeat(Action<CancellationToken> process)
    {
        try
        {
            while (!_stop.IsCancellationRequested) process(_stop.Token);
        }
        catch (OperationCanceledException)
        {
            // Stopped while it waited for its next turn.
        }
    }

    private static IEnumerable<Action<CancellationToken>> Processes(JobStorage storage)
    {
        var properties = new Dictionary<string, object>();
        var processes = storage.GetStorageWideProcesses().Concat(storage.GetServerRequiredProcesses()).Select<IBackgroundProcess, Action<CancellationToken>>(
            process => stop => process.Execute(new BackgroundProcessContext("housekeeping", storage, properties, Guid.NewGuid(), stop, stop, stop)));
#pragma warning disable CS0618 // What older storages offer in their stead.
        return processes.Concat(storage.GetComponents().Select<IServerComponent, Action<CancellationToken>>(component => component.Execute));
#pragma warning restore CS0618
    }
}
